/** Evidence of columns and rows that one form alone prints. */
import type { Registry } from '../forms/registry.ts';
import { find, mostSigns, round, type Verdict } from './evidence.ts';

/** One such word may stand in prose. */
const ENOUGH = 2;

/** Where a report mixes forms, its columns decide: the form with most of them. */
export function byColumns(text: string, forms: Registry): Verdict | null {
  const found = forms.map((form) => ({ form, hits: find(text, form.recognition.columns), known: form.recognition.columns.length }));
  const all = new Set(found.flatMap(({ hits }) => hits.map(({ signal }) => signal)));
  const best = mostSigns(found.filter(({ hits }) => hits.length > 0));
  if (best === null || all.size < ENOUGH) return null;
  return { form: best.form, confidence: round(0.99 * (best.hits.length / all.size)), hits: best.hits };
}
