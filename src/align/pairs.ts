/**
 * A table of pairs, a label and one value: which column holds the values is told by its heading, else by what the columns
 * hold. Units, codes and serials stand beside them.
 */
import type { FormTable } from '../forms/form.ts';
import { blankReading, type Reading } from '../text/reading.ts';
import { isEmpty, isNumber, isText, readingOf, type Field, type Fields } from './field.ts';
import { columnNamed } from './header.ts';
import type { Laid } from './columns.ts';
import type { RowMatch } from './rows.ts';

/** Units that stand in a column of their own. */
const UNITS: ReadonlySet<string> = new Set([
  '条', '件', '次', '篇', '个', '人', '人次', '万元', '元', '份', '项', '期', '场', '宗', '起', '家', '条(件)', '件(条)', '条/件',
]);
const ASIDE = /^(?:序号|编号|代码|编码|指标代码|行次|栏次|行号|单位|计量单位|备注)$/;
/** Rows that must go up by one before a column is taken for a count of its rows. */
const ENOUGH_STEPS = 3;

/** Lays rows whose labels stand in the same column of the grid. */
export function layPairs(fields: Fields, matches: readonly RowMatch[], table: FormTable, index: number): Map<RowMatch, Laid> {
  const laid = new Map<RowMatch, Laid>();
  const slots = new Map<number, RowMatch[]>();
  for (const match of matches) {
    const column = fields.columnOf(match.label);
    const list = slots.get(column);
    if (list === undefined) slots.set(column, [match]);
    else list.push(match);
  }
  const starts = [...slots.keys()].sort((a, b) => a - b);
  for (const [from, list] of slots) {
    // Labels that stand out of line are indented; only a column of many labels ends the one before it.
    const next = starts.find((start) => start > from && slots.get(start)!.length * 2 > list.length && isBehindValues(fields, list, start));
    const column = valueColumn(fields, list, index, from, next ?? Infinity);
    for (const match of list) laid.set(match, layPair(fields, match, table, column, next ?? Infinity));
  }
  return laid;
}

function isBehindValues(fields: Fields, list: readonly RowMatch[], start: number): boolean {
  return list.some((match) => match.values.some((field) => isNumber(field) && fields.columnOf(field) < start));
}

/** The column of the values, -1 where several could be. */
function valueColumn(fields: Fields, list: readonly RowMatch[], table: number, from: number, to: number): number {
  const first = Math.min(...list.map((match) => match.gridRow));
  const candidates: number[] = [];
  for (let column = from + 1; column < Math.min(to, fields.columns); column++) {
    const heading = headingOf(fields, first, column);
    if (heading !== null && columnNamed(heading, table, 0) >= 0) return column;
    if (heading !== null && ASIDE.test(heading.folded.replace(/\s/g, ''))) continue;
    const own = list.flatMap((match) => {
      const field = fields.at(match.gridRow, column);
      return field === null || fields.columnOf(field) !== column || field === match.label ? [] : [field];
    });
    const valued = own.some((field) => isNumber(field) || field.content.status === 'zeroWord');
    if (valued && !own.some((field) => UNITS.has(field.folded)) && !countsRows(own)) candidates.push(column);
  }
  return candidates.length === 1 ? candidates[0]! : -1;
}

/** The lowest text above a row in a column. */
function headingOf(fields: Fields, below: number, column: number): Field | null {
  for (let row = below - 1; row >= 0; row--) {
    const field = fields.at(row, column);
    if (field !== null && isText(field) && fields.columnOf(field) === column) return field;
  }
  return null;
}

/** 1, 2, 3 … or 101, 102, 103 …: a serial or a code. */
function countsRows(own: readonly Field[]): boolean {
  let steps = 0;
  for (let i = 1; i < own.length; i++) {
    const step = (own[i]!.content.value ?? NaN) - (own[i - 1]!.content.value ?? NaN);
    if (step >= 1 && step <= 3) steps++;
  }
  return steps >= ENOUGH_STEPS && steps * 10 >= (own.length - 1) * 8;
}

function layPair(fields: Fields, match: RowMatch, table: FormTable, column: number, to: number): Laid {
  const shown = fields.grid.borders === 'shown';
  const none: Laid = { placements: [], confirm: false, shown, others: [] };
  const block = table.blocks[0]!;
  const values = match.values.filter((field) => fields.columnOf(field) < to);
  if (column < 0) return values.every(isEmpty) ? lay(null, values, shown) : none;
  const field = fields.at(match.gridRow, column);
  const beside = values.filter((other) => other !== field);
  if (field === null || field === match.label) return values.some((other) => !isEmpty(other) && !UNITS.has(other.folded)) ? none : lay(null, values, shown);
  // A row with a cell too few or too many: its unit stands where its value should.
  if (UNITS.has(field.folded) || (fields.rowOf(field) !== match.gridRow)) return none;
  if (beside.some((other) => isNumber(other) && unitColumn(fields, match, other))) return none;
  if (isEmpty(field) && beside.some((other) => isNumber(other) && fields.columnOf(other) > column)) return none;
  return { ...lay(readingOf(field), values, shown), others: beside.filter(isNumber) };

  function lay(reading: Reading | null, own: readonly Field[], sure: boolean): Laid {
    const at = own.at(-1)?.cell.end ?? match.label.cell.end;
    const blank = blankReading(at);
    return { placements: [{ slots: block.columns.map(() => reading ?? blank), basis: 'label', cost: 0 }], confirm: false, shown: sure, others: [] };
  }
}

/** Does a number stand where other rows print their units? */
function unitColumn(fields: Fields, match: RowMatch, field: Field): boolean {
  const column = fields.columnOf(field);
  let units = 0;
  let numbers = 0;
  for (let row = 0; row < fields.rows; row++) {
    if (row === match.gridRow) continue;
    const other = fields.at(row, column);
    if (other === null) continue;
    if (UNITS.has(other.folded)) units++;
    else if (isNumber(other)) numbers++;
  }
  return units > numbers;
}
