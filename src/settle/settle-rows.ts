/** Rows of one block settled together: each by its own sums, all by the sums down the columns. What stays open stays open. */
import { valuesOf, type AlignedRow, type Placement } from '../align/aligned.ts';
import type { Form } from '../forms/form.ts';
import { columnRules, rowSums, sumsHold, type ColumnRule, type RowSum } from '../forms/sums.ts';
import type { Cell } from '../schema/report.ts';
import type { Reading } from '../text/reading.ts';
import { close } from './close.ts';
import { settle } from './solve.ts';


/** What came out for one column of a row. */
export interface Settled {
  /** `null` where the table does not print the column. */
  reading: Reading | null;
  basis: NonNullable<Cell['basis']>;
  /** False where more than one number, or a number and a blank, could stand here. */
  sure: boolean;
}

export interface SettledRow {
  aligned: AlignedRow;
  /** Empty where no placement could be found at all. */
  slots: Settled[];
}

/** A solution must be better than the next by this much, in characters of misalignment, to be taken. */
const MARGIN = 1.5;
/** The same where no sum confirms it. */
const MARGIN_UNCONFIRMED = 4;

/** @param rows rows of one block, each code once */
export function settleRows(form: Form, rows: readonly AlignedRow[]): SettledRow[] {
  const [first] = rows;
  if (first === undefined) return [];
  const { table, block } = first;
  const printed = new Set(rows.map((row) => row.row.code));
  const sums = rows.map((row) => rowSums(form, table, block, row.row, columnsOf(row)));
  const confirmed = confirmRows(rows, sums);
  const work = rows.map((row, i) => keepLawful(confirmed(row) ? row.placements : [], sums[i]!));
  const before = work;
  const rules = columnRules(form, table, block, printed);
  const { rows: solved, decided } = settle(rows.map((row, i) => ({ code: row.row.code, placements: work[i]! })), rules, block.columns.length);
  const left = solved.map(({ placements }) => placements);
  const cut = rows.some(isCut);
  const { placements, borne } = cut ? close(rows, left, rules, block.columns.length) : { placements: left, borne: [] };
  const settled = rows.map((row, i) => ({ aligned: row, slots: decide(placements[i]!, before[i]!, sums[i]!, decided, row.shown) }));
  return cut ? confirmCuts(settled, borne, rules, block.columns.length) : settled;
}

function isCut({ placements, fits }: AlignedRow): boolean {
  return fits !== undefined || placements.some(({ cut }) => cut === true);
}

/** Numbers cut out of digits stand where a sum down their column bears them out: the one of their row found them. */
function confirmCuts(rows: readonly SettledRow[], borne: readonly boolean[], rules: readonly ColumnRule[], columns: number): SettledRow[] {
  const byCode = new Map(rows.map((row) => [row.aligned.row.code, row]));
  const cells = new Set<string>();
  for (const { parts, wholes } of rules) {
    for (let column = 0; column < columns; column++) {
      const own = [...parts, ...wholes].flatMap((code) => byCode.get(code) ?? []);
      if (own.some(({ slots }) => slots[column]?.sure !== true)) continue;
      const sum = (codes: readonly string[]): number => codes.reduce((all, code) => all + (byCode.get(code)?.slots[column]?.reading?.value ?? 0), 0);
      if (Math.abs(sum(parts) - sum(wholes)) < 1e-6) for (const { aligned } of own) cells.add(`${aligned.row.code} ${String(column)}`);
    }
  }
  return rows.map((row, i) => {
    if (borne[i] === true || !isCut(row.aligned)) return row;
    return { ...row, slots: row.slots.map((slot, column) => ({ ...slot, sure: slot.sure && cells.has(`${row.aligned.row.code} ${String(column)}`) })) };
  });
}

/** Columns that the placements of a row print. */
function columnsOf({ placements: [first] }: AlignedRow): number[] {
  const columns: number[] = [];
  first?.slots.forEach((slot, column) => { if (slot !== null) columns.push(column); });
  return columns;
}

/** Rows whose headings are in doubt count only where the sums of the rows under the same headings hold, one at least. */
function confirmRows(rows: readonly AlignedRow[], sums: readonly (readonly RowSum[])[]): (row: AlignedRow) => boolean {
  let held = 0;
  let broken = 0;
  rows.forEach((row, i) => {
    if (!row.confirm || row.placements.length === 0) return;
    const outcomes = row.placements.map((placement) => sumsHold(sums[i]!, valuesOf(placement)));
    if (outcomes.includes(true)) held++;
    else if (outcomes.every((outcome) => outcome === false)) broken++;
  });
  const sound = held > 0 && broken === 0;
  return (row) => !row.confirm || sound;
}

/** Where some placements keep the row's own sum, the others are out. */
function keepLawful(placements: readonly Placement[], sums: readonly RowSum[]): readonly Placement[] {
  if (placements.length < 2) return placements;
  const lawful = placements.filter((placement) => sumsHold(sums, valuesOf(placement)) === true);
  return lawful.length > 0 ? lawful : placements;
}

function decide(placements: readonly Placement[], before: readonly Placement[], sums: readonly RowSum[], decided: boolean, shown: boolean): Settled[] {
  const [only] = placements;
  if (only === undefined) return [];
  const basis = (best: Placement): Settled['basis'] => (before.length === 1 ? best.basis : shown ? 'position' : 'sum');
  if (placements.length === 1) return only.slots.map((reading) => ({ reading, basis: basis(only), sure: true }));
  let best = only;
  for (const placement of placements) if (placement.cost < best.cost - 1e-9) best = placement;
  const margin = decided || shown || sumsHold(sums, valuesOf(best)) === true ? MARGIN : MARGIN_UNCONFIRMED;
  const rivals = placements.filter((placement) => placement !== best && placement.cost < best.cost + margin);
  return best.slots.map((reading, column) => ({
    reading, basis: basis(best), sure: rivals.every((rival) => same(rival.slots[column] ?? null, reading)),
  }));
}

function same(a: Reading | null, b: Reading | null): boolean {
  if (a === null || b === null) return a === b;
  return a.value === b.value && (a.value === null ? a.status === b.status : a.start === b.start);
}
