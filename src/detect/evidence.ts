/** What a detector returns, and the one way to look for words. */
import type { Form } from '../forms/form.ts';

export interface Hit {
  signal: string;
  /** Index into the squeezed text; -1 where the signal stands nowhere. */
  at: number;
}

export interface Verdict {
  form: Form;
  confidence: number;
  hits: readonly Hit[];
}

/** The needles that stand in the text, each once. */
export function find(text: string, needles: readonly string[]): Hit[] {
  const hits: Hit[] = [];
  for (const signal of needles) {
    const at = text.indexOf(signal);
    if (at >= 0) hits.push({ signal, at });
  }
  return hits;
}

/** A form and the signs of it that were found, out of all it is known by. */
export interface Signs {
  form: Form;
  hits: readonly Hit[];
  known: number;
}

/**
 * The form with the most signs; of forms with as many the one that is known by fewer, so that a form that prints all another does and
 * more is not taken for it; then the one registered last.
 */
export function mostSigns<T extends Signs>(found: readonly T[]): T | null {
  return found.reduce<T | null>((best, next) => {
    if (best === null || next.hits.length > best.hits.length) return next;
    return next.hits.length === best.hits.length && (next.hits.length === 0 || next.known <= best.known) ? next : best;
  }, null);
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
