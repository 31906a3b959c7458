/** Evidence of a local table: a report that prints one in place of the form's has the form's era. */
import type { Registry } from '../forms/registry.ts';
import type { Squeezed } from '../text/squeeze.ts';
import type { LocalSign } from './detect.ts';
import { find, type Verdict } from './evidence.ts';

/** A report with the sections of a form with sections is on that form, whatever table of its own it adds. */
const SURE = 0.5;

export function byLocal(squeezed: Squeezed, forms: Registry, local: LocalSign, sections: Verdict | null): Verdict | null {
  const form = forms.find((each) => each.local !== null);
  if (form === undefined || (sections !== null && sections.form.sections.length > 0 && sections.confidence >= SURE)) return sections;
  const titles = find(squeezed.text, form.recognition.titles);
  return { form, confidence: titles.length > 0 ? 0.95 : 0.8, hits: [...titles, { signal: local.words, at: indexOf(squeezed.at, local.at) }] };
}

/** Index of the first character at or behind an offset. */
function indexOf(at: Uint32Array, offset: number): number {
  let low = 0;
  let high = at.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return Math.min(low, at.length - 1);
}
