/** Evidence of tables that are lists of rows with a unit each. */
import type { Form } from '../forms/form.ts';
import type { Registry } from '../forms/registry.ts';
import { find, type Hit, type Verdict } from './evidence.ts';

/** Rows of the form that make a table of it: prose names one or two (发布政策解读稿件 7 篇). */
const ENOUGH_UNDER_TITLE = 8;
const ENOUGH_WITHOUT_TITLE = 12;

interface RowSign {
  label: string;
  unit: string;
}

const known = new WeakMap<Form, readonly RowSign[]>();

/** Labels of the rows with a unit, without number and explanation. */
function rowSigns(form: Form): readonly RowSign[] {
  let signs = known.get(form);
  if (signs === undefined) {
    const rows = form.tables.filter(({ shape }) => shape === 'pairs').flatMap(({ blocks }) => blocks).flatMap((block) => block.rows);
    known.set(form, (signs = rows.filter((row) => row.heading !== true).map((row) => ({ label: bare(row.label), unit: row.unit ?? '' }))));
  }
  return signs;
}

function bare(label: string): string {
  return label.replace(/^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.|其中：)/, '').replace(/（.*$/, '');
}

/** The form whose rows are most surely there. */
export function byRows(text: string, forms: Registry): Verdict | null {
  return forms.map((form) => verdictOf(text, form)).reduce((best, next) => (
    next !== null && (best === null || next.confidence >= best.confidence) ? next : best
  ), null);
}

function verdictOf(text: string, form: Form): Verdict | null {
  const titles = find(text, form.recognition.titles);
  let withUnit = 0;
  const labels: Hit[] = [];
  for (const { label, unit } of rowSigns(form)) {
    const at = text.indexOf(label);
    if (at < 0) continue;
    labels.push({ signal: label, at });
    if (besideUnit(text, at + label.length, unit)) withUnit++;
  }
  if (titles.length > 0 && labels.length >= ENOUGH_UNDER_TITLE) return { form, confidence: 0.99, hits: [...titles, ...labels] };
  if (withUnit >= ENOUGH_WITHOUT_TITLE) return { form, confidence: 0.9, hits: labels };
  return null;
}

/** A cell's label is followed by its unit (数|条|12), a label used in prose by its number (数12条). */
function besideUnit(text: string, at: number, unit: string): boolean {
  const from = text.charAt(at) === '(' ? text.indexOf(')', at) + 1 : at;
  return unit !== '' && from > 0 && text.startsWith(unit, from);
}
