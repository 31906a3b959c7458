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
  return cut ? confirmCuts(form, settled, borne, rules, block.columns.length) : settled;
}

function isCut({ placements, fits }: AlignedRow): boolean {
  return placements.length === 0 ? fits !== undefined : placements.some(({ cut }) => cut === true);
}

/**
 * Numbers that the sum of their row has cut out of digits. In a table all of whose other sums hold that is enough. Where one is broken, a
 * sum down their column has to bear them out, too; or the sums down the columns are the report's own mistake: no other cut of one row's
 * digits, which would break that row's sum instead, mends them.
 */
function confirmCuts(form: Form, rows: readonly SettledRow[], borne: readonly boolean[], rules: readonly ColumnRule[], columns: number): SettledRow[] {
  const byCode = new Map(rows.map((row) => [row.aligned.row.code, row]));
  const cells = new Set<string>();
  const tried = new Set<SettledRow>();
  const doubtful = new Set<SettledRow>();
  let broken = rows.some(({ aligned, slots }) => !isCut(aligned) && isBroken(form, aligned, slots));
  for (const { parts, wholes } of rules) {
    const own = [...parts, ...wholes].flatMap((code) => byCode.get(code) ?? []);
    const excess = new Array<number>(columns).fill(NaN);
    for (let column = 0; column < columns; column++) {
      if (own.some(({ slots }) => slots[column]?.sure !== true)) continue;
      const sum = (codes: readonly string[]): number => codes.reduce((all, code) => all + (byCode.get(code)?.slots[column]?.reading?.value ?? 0), 0);
      excess[column] = sum(parts) - sum(wholes);
      if (Math.abs(excess[column]!) >= 1e-6) broken = true;
      else for (const { aligned } of own) cells.add(`${aligned.row.code} ${String(column)}`);
    }
    if (excess.some((each) => Number.isNaN(each))) continue;
    for (const row of own) {
      tried.add(row);
      const mended = row.slots.map(({ reading }, column) => (reading?.value ?? 0) + (wholes.includes(row.aligned.row.code) ? 1 : -1) * excess[column]!);
      if (excess.some((each) => each !== 0) && mended.every((value) => value >= 0) && (row.aligned.fits?.(mended).length ?? 0) > 0) doubtful.add(row);
    }
  }
  return rows.map((row, i) => {
    // A row that several cuts keep lawful is not told by what they agree on: they may all be wrong.
    if (!broken && row.slots.every(({ sure }) => sure)) return row;
    if (borne[i] === true || !isCut(row.aligned) || (tried.has(row) && !doubtful.has(row))) return row;
    const { columns: order, row: { code } } = row.aligned;
    const proved = order.map((column) => cells.has(`${code} ${String(column)}`));
    // What stands between two numbers that are proved, or before the first and behind the last, is one column's.
    const sure = new Set(order.filter((_, at) => proved[at]! || (proved[at - 1] !== false && proved[at + 1] !== false)));
    return { ...row, slots: row.slots.map((slot, column) => ({ ...slot, sure: slot.sure && sure.has(column) })) };
  });
}

/** Whether a row whose cells are all told breaks a sum of its own. */
function isBroken(form: Form, { table, block, row }: AlignedRow, slots: SettledRow['slots']): boolean {
  if (slots.length === 0 || !slots.every(({ sure }) => sure)) return false;
  const printed = slots.flatMap(({ reading }, column) => (reading === null ? [] : [column]));
  return sumsHold(rowSums(form, table, block, row, printed), slots.map(({ reading }) => reading?.value ?? null)) === false;
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
