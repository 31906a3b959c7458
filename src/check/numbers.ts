/** Rules on single cells: sign and decimals, and a number that asks for another. */
import { cellLabel, cellMapOf } from '../forms/cells.ts';
import type { Implication } from '../forms/form.ts';
import { placeOfCell, valueOf, verdict, type RuleOutcome, type View } from './outcome.ts';

/**
 * Sign and decimals of every cell. Cells that keep the rules yield one outcome a rule for the whole report, so that
 * the list stays readable.
 */
export function evaluateNumbers(view: View): RuleOutcome[] {
  const known = cellMapOf(view.form);
  const broken: RuleOutcome[] = [];
  let printed = 0;
  let filled = 0;
  for (const cell of view.report.cells) {
    if (cell.status !== 'missing') printed++;
    if (cell.value === null) continue;
    filled++;
    const kind = known.get(cell.cell)?.kind ?? 'count';
    const place = { line: cell.line, column: cell.column };
    const single = (code: 'numbers/negative' | 'numbers/fraction'): RuleOutcome =>
      ({ ...verdict(code, 'broken', { scope: cellLabel(view.form, cell.cell), left: cell.value }, place, [cell.cell]), left: cell.value });
    if (cell.value < 0 && kind !== 'signed') broken.push(single('numbers/negative'));
    if (!Number.isInteger(cell.value) && kind !== 'amount') broken.push(single('numbers/fraction'));
  }
  const rest = printed === 0 ? 'notApplicable' : filled === 0 ? 'undecided' : 'kept';
  for (const code of ['numbers/negative', 'numbers/fraction'] as const) {
    if (!broken.some((outcome) => outcome.code === code)) broken.push(verdict(code, rest));
  }
  return broken;
}

/** Numbers over 0 that ask for another over 0: people trained although no session was held. */
export function evaluateImplications(view: View): RuleOutcome[] {
  return view.form.implications.map((implication) => evaluateImplication(view, implication));
}

function evaluateImplication(view: View, { code, table, cell, asks }: Implication): RuleOutcome {
  if (!view.tables.has(table)) return verdict(code, 'notApplicable');
  const left = valueOf(view, cell);
  const asked = view.cells.get(asks);
  const base = { cells: [asks, cell], left, right: asked?.value ?? null, difference: null, place: placeOfCell(view, cell) };
  const lost = asked === undefined || asked.status === 'missing' || asked.status === 'unreadable';
  if (left === null || (lost && left > 0)) return { ...base, code, outcome: 'undecided', args: {} };
  const broken = left > 0 && !((asked?.value ?? 0) > 0);
  return { ...base, code, outcome: broken ? 'broken' : 'kept', args: broken ? { left } : {} };
}
