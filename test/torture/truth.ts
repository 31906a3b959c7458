/** What is right for every cell of a document, once its text is final. */
import { demandedPaths } from './forms.ts';
import { absentTruth, cellsOf, tablesOf, type Model, type Truth } from './model/types.ts';

/** Truths by address: the form's own cells, printed or not, and the indicators of local tables. */
export function truthsOf(model: Model): Map<string, Truth> {
  const truths = new Map<string, Truth>();
  for (const table of tablesOf(model)) {
    for (const { key, truth } of cellsOf(table)) {
      if (key === null) continue;
      const before = truths.get(key);
      truths.set(key, before === undefined ? truth : both(before, truth));
    }
  }
  if (!model.local) for (const path of demandedPaths(model.era)) if (!truths.has(path)) truths.set(path, absentTruth());
  return truths;
}

/**
 * A cell that is printed twice: what both print is right; two numbers that differ contradict one another, so neither may come
 * out; a blank beside a number does not contradict it, but does not confirm it either.
 */
export function both(one: Truth, other: Truth): Truth {
  if (one.shown === 'absent') return other;
  if (other.shown === 'absent') return one;
  if (one.value === other.value && one.shown === other.shown) return { ...one, orNull: one.orNull && other.orNull };
  if (one.value !== null && other.value !== null) return { value: null, orNull: false, shown: 'unreadable' };
  return { value: one.value ?? other.value, orNull: true, shown: one.value !== null || other.value !== null ? 'value' : 'unreadable' };
}
