/** Aligned rows become cells: what only one reading allows comes out, everything else is `null` with a finding that names its cells. */
import type { AlignedRow, Range } from '../align/aligned.ts';
import { finding } from '../findings/catalogue.ts';
import { cellPath, pathsOfRow } from '../forms/cells.ts';
import type { Block, Form, FormTable, Row } from '../forms/form.ts';
import type { Finding } from '../schema/report.ts';
import { placeOf, type Document } from '../text/document.ts';
import { holdsDigit, holdsHan } from '../text/reading.ts';
import { untold, type CellDraft } from './assemble.ts';
import { settleRows, type SettledRow } from './settle-rows.ts';

export interface SettledTables {
  drafts: Map<string, CellDraft>;
  findings: Finding[];
  /** 元 or 万元 by cell path, from the headings of amounts. */
  units: Map<string, string>;
  /** Optional cells that the report must have printed, for it prints others of their rows. */
  due: ReadonlySet<string>;
  /** Names of the tables of which a row was found. */
  found: ReadonlySet<string>;
}

/** @param aligned rows in text order; a row that is printed more than once counts as first printed, and only where all agree */
export function settleTables(document: Document, aligned: readonly AlignedRow[], form: Form): SettledTables {
  const drafts = new Map<string, CellDraft>();
  const findings: Finding[] = [];
  const found = new Set<string>();
  const due = new Set<string>();
  const units = new Map<string, string>();
  for (const row of aligned) {
    for (const [index, unit] of row.units) {
      const column = row.block.columns[index];
      if (column?.kind === 'amount') units.set(cellPath(row.table, row.row, column), unit);
    }
  }
  for (const table of form.tables) {
    const rows = aligned.filter((row) => row.table === table);
    if (rows.length === 0) continue;
    found.add(table.name);
    for (const block of table.blocks) {
      const { first, again } = byPrinting(rows.filter((row) => row.block === block));
      for (const settled of settleRows(form, first)) report(document, settled, drafts, findings);
      for (const [rival, before] of again) compare(document, form, rival, before, drafts, findings);
    }
    missing(document, form, table, rows, findings, due);
  }
  return { drafts, findings, found, units, due };
}

/** The first printing of every row, and the others, each with the first. A label alone, with no cell behind it, is no printing of its row. */
function byPrinting(rows: readonly AlignedRow[]): { first: AlignedRow[]; again: [rival: AlignedRow, before: AlignedRow][] } {
  const first = new Map<string, AlignedRow>();
  const again: [AlignedRow, AlignedRow][] = [];
  for (const row of rows) {
    const known = first.get(row.row.code);
    if (known === undefined) first.set(row.row.code, row);
    else again.push([row, known]);
  }
  return { first: [...first.values()], again };
}

function report(document: Document, { aligned, slots }: SettledRow, drafts: Map<string, CellDraft>, findings: Finding[]): void {
  const { table, block, row, label, printed } = aligned;
  const at = printed[0]?.start ?? label.start;
  const paths = pathsOfRow(table, block, row);
  const open: string[] = [];
  const gone: string[] = [];
  block.columns.forEach((column, index) => {
    const path = paths[index]!;
    const slot = slots[index];
    if (slot === undefined || !slot.sure) {
      if (column.optional === true && slot === undefined && !aligned.columns.includes(index)) return;
      open.push(path);
      return;
    }
    if (slot.reading === null) {
      if (column.optional !== true && !row.optional) gone.push(path);
      return;
    }
    const { reading } = slot;
    drafts.set(path, { reading, basis: slot.basis, row: label.start });
    if (reading.status !== 'unreadable') return;
    findings.push(finding('tables/unreadable-cell', {
      cell: path, text: document.text.slice(reading.start, reading.end).trim(),
    }, placeOf(document, reading.start), [path]));
  });
  if (open.length > 0) {
    const draft = untold(label.start, verbatim(document, printed));
    for (const path of open) drafts.set(path, draft);
    const numbers = numbersOf(document, aligned);
    findings.push(finding('tables/unplaced-number', { label: row.label, numbers }, placeOf(document, at), open));
  }
  if (gone.length > 0) findings.push(finding('tables/missing-column', { label: row.label }, placeOf(document, label.start), gone));
  if (!label.exact) {
    findings.push(finding('tables/unknown-label', { text: label.text, label: row.label }, placeOf(document, label.start)));
  }
}

/** A second printing that says something else, or may say it, leaves neither standing. */
function compare(document: Document, form: Form, rival: AlignedRow, before: AlignedRow, drafts: Map<string, CellDraft>, findings: Finding[]): void {
  const [settled] = settleRows(form, [rival]);
  if (settled === undefined) return;
  const { table, block, row, label, printed } = rival;
  // What cannot be placed may say something else where the same label stands before other numbers.
  const numbers = numbersOf(document, rival);
  const other = numbers !== '' && withoutBlanks(label.text) === withoutBlanks(before.label.text) && !sameNumbers(numbers, numbersOf(document, before));
  const differ: string[] = [];
  let first = '';
  pathsOfRow(table, block, row).forEach((path, index) => {
    const known = drafts.get(path);
    const slot = settled.slots[index];
    if (known === undefined || known.reading.start < 0) return;
    const { value } = known.reading;
    if (slot?.sure === true ? slot.reading === null || value === slot.reading.value : !other || !maySay(rival, index, value)) return;
    first ||= lineOf(document, known.reading.start);
    differ.push(path);
    drafts.set(path, untold(known.row, known.reading));
  });
  if (differ.length === 0) return;
  const place = placeOf(document, printed[0]?.start ?? label.start);
  findings.push(finding('tables/printed-twice', { label: row.label, first, second: String(place.line) }, place, differ));
}

/** What is printed in a row, its cells parted by blanks. */
function numbersOf({ text }: Document, { printed }: AlignedRow): string {
  return printed.map(({ start, end }) => text.slice(start, end)).join(' ');
}

function withoutBlanks(text: string): string {
  return text.replace(/\s+/g, '');
}

function sameNumbers(one: string, other: string): boolean {
  return one.split(/\s+/).join(' ') === other.split(/\s+/).join(' ');
}

/** Whether a row may print something else for a column than a value. */
function maySay({ placements }: AlignedRow, column: number, value: number | null): boolean {
  if (placements.length === 0) return value !== null;
  return placements.some(({ slots }) => (slots[column]?.value ?? null) !== value);
}

function lineOf(document: Document, offset: number): string {
  return String(placeOf(document, offset).line);
}

/** What is printed in a row as it stands: as far as nothing but blanks, bars and marks of markup part its cells. */
function verbatim({ folded }: Document, printed: readonly Range[]): Range | null {
  const [first] = printed;
  if (first === undefined) return null;
  let { end } = first;
  for (const cell of printed) {
    if (cell.start > end && !isBetweenCells(folded.slice(end, cell.start))) break;
    end = Math.max(end, cell.end);
  }
  return { start: first.start, end };
}

const TAGS = /<[^<>]*>/g;
/** Cells of one row stand no farther apart. */
const MOST_BETWEEN = 400;

function isBetweenCells(text: string): boolean {
  if (text.length > MOST_BETWEEN) return false;
  const said = text.replace(TAGS, '');
  return !holdsHan(said) && !holdsDigit(said);
}

/**
 * Rows that the form demands and the text does not show. Rows that stand for others (（六）其他处理 as one row, as the form of
 * 2019 has it, for the three of 2021) are told as what they are.
 */
function missing(document: Document, form: Form, table: FormTable, rows: readonly AlignedRow[], findings: Finding[], due: Set<string>): void {
  const place = placeOf(document, rows[0]!.label.start);
  for (const block of table.blocks) {
    const own = rows.filter((row) => row.block === block);
    const shown = new Set(own.map((row) => row.row.code));
    const paths = (row: Row): string[] => pathsOfRow(table, block, row).filter((_, index) => block.columns[index]!.optional !== true);
    const replaced = new Set<string>();
    const torn = new Set<string>();
    for (const [first, second] of alternatives(form, table, block)) {
      // Of rows that stand together some are printed: the others are missed, though a report may leave out all.
      for (const set of [first, second]) if (set.some((code) => shown.has(code))) for (const code of set) torn.add(code);
      if (first.some((code) => shown.has(code)) || !second.some((code) => shown.has(code))) continue;
      const lost = block.rows.filter((row) => first.includes(row.code) && row.optional !== true);
      if (lost.length === 0) continue;
      for (const { code } of lost) replaced.add(code);
      const { row, label } = own.find((each) => second.includes(each.row.code))!;
      findings.push(finding('tables/older-form', { label: row.label }, placeOf(document, label.start), lost.flatMap(paths)));
    }
    for (const row of block.rows) {
      if (row.heading || (row.optional === true && !torn.has(row.code)) || shown.has(row.code) || replaced.has(row.code)) continue;
      if (row.optional === true) for (const path of paths(row)) due.add(path);
      findings.push(finding('tables/missing-row', { label: row.label }, place, paths(row)));
    }
  }
}

const known = new WeakMap<Form, Map<Block, [string[], string[]][]>>();

/** Sets of rows of which a report prints one or the other, as the form's relations name them; each pair once. */
function alternatives(form: Form, table: FormTable, block: Block): [string[], string[]][] {
  let blocks = known.get(form);
  if (blocks === undefined) known.set(form, (blocks = new Map<Block, [string[], string[]][]>()));
  let pairs = blocks.get(block);
  if (pairs === undefined) blocks.set(block, (pairs = findAlternatives(form, table, block)));
  return pairs;
}

function findAlternatives(form: Form, table: FormTable, block: Block): [string[], string[]][] {
  const codes = new Map(block.rows.flatMap((row) => block.columns.map((column) => [cellPath(table, row, column), row.code] as const)));
  const found = new Map<string, [string[], string[]]>();
  const terms = form.relations.flatMap(({ instances }) => instances.flatMap(({ left, right }) => [...left, ...right]));
  for (const term of terms) {
    if (typeof term === 'string' || term.oneOf.length !== 2) continue;
    const [first, second] = term.oneOf.map((set) => set.flatMap((path) => codes.get(path) ?? []));
    if (first!.length > 0 && second!.length > 0) found.set(`${first!.join()}/${second!.join()}`, [first!, second!]);
  }
  return [...found.values()];
}
