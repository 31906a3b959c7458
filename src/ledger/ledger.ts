/**
 * The ledger: every number in the regions of the tables, and what it was taken for. Each stands in it once; what nothing explains is
 * said to be unexplained.
 */
import type { AlignedRow, Range } from '../align/aligned.ts';
import { cellPath } from '../forms/cells.ts';
import type { Use } from '../schema/names.ts';
import type { Cell, Indicator } from '../schema/report.ts';
import { isDigit, isHan, isSeparator } from '../text/chars.ts';
import { lineIndexAt, type Document } from '../text/document.ts';
import { readArabic } from '../text/numerals.ts';
import { isPageLine } from '../text/page-line.ts';
import { holdsHan } from '../text/reading.ts';

export interface LedgerEntry {
  /** As printed. */
  text: string;
  use: Use;
  /** The cells it is the value of, or may be; of a local table `indicators[ROW].values.HEADING`. */
  cells: string[];
  line: number;
  column: number;
  endColumn: number;
}

export interface Accounts {
  cells: readonly Cell[];
  indicators: readonly Indicator[];
  /** Rows of the form as they were found, in text order. */
  rows: readonly AlignedRow[];
  /** Where the numbers of rows of another name stand. */
  strange: readonly Range[];
  /** Extents of the tables, sorted and disjoint. */
  spans: readonly Range[];
}

interface Claim extends Range {
  use: Use;
  cells: string[];
}

/** The numbers of the tables, in text order. */
export function ledgerOf(document: Document, accounts: Accounts): LedgerEntry[] {
  const all = claimsOf(document, accounts);
  // Digits of several cells that touch each other are several numbers.
  const cuts = all.at(-1)!.flatMap(({ start, end }) => [start, end]).sort((a, b) => a - b);
  const claims = all.map((own) => new Claims(own));
  const labels = accounts.rows.map(({ label }) => label);
  const entries: LedgerEntry[] = [];
  let label = 0;
  let row: LocalRow = { index: -1, taken: new Set() };
  for (const number of numbersIn(document, accounts.spans, cuts)) {
    while (label < labels.length && labels[label]!.end <= number.start) label++;
    let claim: Pick<Claim, 'use' | 'cells'> | null = null;
    for (const each of claims) claim = each.on(number) ?? claim;
    const line = document.lines[lineIndexAt(document.lines, number.start)]!;
    row = rowAt(accounts.indicators, row, line.number);
    claim ??= ofIndicator(document, accounts.indicators, row, number);
    entries.push({
      text: document.text.slice(number.start, number.end), use: claim?.use ?? useOf(document.folded, line, number, labels[label]), cells: claim?.cells ?? [],
      line: line.number, column: number.start - line.start + 1, endColumn: number.end - line.start + 1,
    });
  }
  return entries;
}

/** Claims of one sort, asked for numbers by rising start. */
class Claims {
  readonly #claims: readonly Claim[];
  #next = 0;

  constructor(claims: Claim[]) {
    this.#claims = claims.sort((a, b) => a.start - b.start);
  }

  /** The claim on a number, `null` where there is none. */
  on({ start, end }: Range): Claim | null {
    while (this.#next < this.#claims.length && this.#claims[this.#next]!.end <= start) this.#next++;
    const claim = this.#claims[this.#next];
    return claim !== undefined && claim.start < end ? claim : null;
  }
}

/** What labels, other rows and columns, rows and cells lay claim to; a later sort is surer than those before it. */
function claimsOf(document: Document, { cells, rows, strange }: Accounts): Claim[][] {
  const told = new Map<number, Claim>();
  const open = new Set<string>();
  for (const { cell, value, status, line, column, endColumn, endLine } of cells) {
    if (status === 'unreadable') open.add(cell);
    if (value === null || line === null || column === null || endColumn === null) continue;
    const start = document.lines[line - 1]!.start + column - 1;
    const known = told.get(start);
    if (known !== undefined) known.cells.push(cell);
    else told.set(start, { start, end: document.lines[(endLine ?? line) - 1]!.start + endColumn - 1, use: 'cell', cells: [cell] });
  }
  const labels: Claim[] = [];
  const others: Claim[] = strange.map(({ start, end }) => ({ start, end, use: 'other-row', cells: [] }));
  const printings: Claim[] = [];
  const seen = new Set<string>();
  for (const { table, block, row, label, printed, aside } of rows) {
    const key = `${table.name} ${row.code}`;
    const doubtful = block.columns.map((column) => cellPath(table, row, column)).filter((path) => open.has(path));
    const use = doubtful.length > 0 ? 'open' : seen.has(key) ? 'again' : 'unexplained';
    seen.add(key);
    for (const { start, end } of printed) printings.push({ start, end, use, cells: doubtful });
    for (const { start, end } of aside) others.push({ start, end, use: 'other-column', cells: [] });
    labels.push({ start: label.start, end: label.end, use: 'label', cells: [] });
  }
  return [labels, others, printings, [...told.values()]];
}

/** The numbers of the regions: runs of digits with what belongs to them. */
function* numbersIn({ folded }: Document, spans: readonly Range[], cuts: readonly number[]): Generator<Range> {
  let next = 0;
  for (const { start, end } of spans) {
    for (let at = start; at < end; at++) {
      if (!isDigit(folded.charCodeAt(at))) continue;
      while (next < cuts.length && cuts[next]! <= at) next++;
      const to = Math.min(cuts[next] ?? Infinity, readArabic(folded, at)?.end ?? at + 1);
      yield { start: at, end: to };
      at = to - 1;
    }
  }
}

/** A row of a local table, and which of its values have been met. */
interface LocalRow {
  index: number;
  taken: Set<string>;
}

/** The row of a local table that a line belongs to. */
function rowAt(indicators: readonly Indicator[], before: LocalRow, line: number): LocalRow {
  let { index } = before;
  while (index + 1 < indicators.length && indicators[index + 1]!.line <= line) index++;
  return index === before.index ? before : { index, taken: new Set() };
}

function ofIndicator({ folded }: Document, indicators: readonly Indicator[], { index, taken }: LocalRow, { start, end }: Range): Pick<Claim, 'use' | 'cells'> | null {
  const value = readArabic(folded, start)?.value;
  const values = Object.entries(indicators[index]?.values ?? {});
  const found = values.find(([heading, own]) => Math.abs(own ?? NaN) === value && !taken.has(heading));
  if (found === undefined || isHan(folded.charCodeAt(end))) return null;
  taken.add(found[0]);
  return { use: 'cell', cells: [`indicators[${String(index)}].values.${found[0]}`] };
}

/** What a number is that no row claims. @param label the next label behind it */
function useOf(folded: string, line: Range, { start, end }: Range, label: Range | undefined): Use {
  if (isPageLine(folded, line.start, line.end)) return 'furniture';
  let from = start;
  let to = end;
  while (from > line.start && !isSeparator(folded.charCodeAt(from - 1))) from--;
  while (to < line.end && !isSeparator(folded.charCodeAt(to))) to++;
  if (holdsHan(folded.slice(from, to))) return 'text';
  let behind = to;
  while (behind < folded.length && isSeparator(folded.charCodeAt(behind))) behind++;
  if (label !== undefined && behind === label.start) return 'serial';
  return 'unexplained';
}
