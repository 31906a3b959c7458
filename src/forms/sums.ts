/** The relations of a form as the settling needs them: sums inside a row, and sums down the columns. */
import { cellPath } from './cells.ts';
import type { Block, Form, FormTable, Row, Term } from './form.ts';

/** One sum inside a row: Σ parts = whole, columns by index in the block. */
export interface RowSum {
  parts: readonly number[];
  whole: number;
}

/** Σ parts = Σ wholes in every column; rows by code. */
export interface ColumnRule {
  parts: readonly string[];
  wholes: readonly string[];
}

interface Place {
  row: string;
  column: number;
}

/** A term as the sets of places that stand for each other. */
type Sets = readonly (readonly Place[])[];

interface Equation {
  left: readonly Sets[];
  right: readonly Sets[];
}

/** Row code and column index of every path of a block. */
function placesOf(table: FormTable, block: Block): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const row of block.rows) {
    block.columns.forEach((column, index) => places.set(cellPath(table, row, column), { row: row.code, column: index }));
  }
  return places;
}

/** What a block's sums are, made once a form. */
interface BlockSums {
  equations: readonly Equation[];
  /** Sums inside a row, by row code. */
  byRow: Map<string, SumsOfRow>;
  /** Sums down the columns, by the codes of the rows that are printed; not kept for more sets of rows than `MOST_KEPT`. */
  byPrinted: Map<string, readonly ColumnRule[]>;
}

interface SumsOfRow {
  /** Over all columns of the block. */
  all: readonly RowSum[];
  /** By the columns that are printed, a bit each. */
  byColumns: Map<number, readonly RowSum[]>;
}

/** Columns of a block whose sets are bits of a small integer; no form has as many. */
const MOST_BITS = 30;

/** Reports leave out few rows, and mostly the same ones: the sets of rows of a folder of reports are some dozens. */
const MOST_KEPT = 256;

const known = new WeakMap<Form, Map<Block, BlockSums>>();

function sumsOf(form: Form, table: FormTable, block: Block): BlockSums {
  let blocks = known.get(form);
  if (blocks === undefined) known.set(form, (blocks = new Map<Block, BlockSums>()));
  let sums = blocks.get(block);
  if (sums === undefined) blocks.set(block, (sums = { equations: equationsOf(form, table, block), byRow: new Map(), byPrinted: new Map() }));
  return sums;
}

/** The form's equations all of whose terms lie in one block. */
function equationsOf(form: Form, table: FormTable, block: Block): Equation[] {
  const places = placesOf(table, block);
  const setsOf = (terms: readonly Term[]): Sets[] | null => {
    const sets = terms.map((term) => (typeof term === 'string' ? [[term]] : term.oneOf));
    if (!sets.flat(2).every((path) => places.has(path))) return null;
    return sets.map((choices) => choices.map((paths) => paths.map((path) => places.get(path)!)));
  };
  return form.relations.filter(({ relation }) => relation === '=').flatMap(({ instances }) => instances.flatMap(({ left, right }) => {
    const [parts, wholes] = [setsOf(left), setsOf(right)];
    return parts === null || wholes === null ? [] : [{ left: parts, right: wholes }];
  }));
}

/** The terms as places; of sets that stand for each other the first of which a row is printed. */
function resolve(terms: readonly Sets[], isPrinted: (row: string) => boolean): Place[] {
  return terms.flatMap((sets) => sets.find((set) => set.some((place) => isPrinted(place.row))) ?? sets[0] ?? []);
}

/**
 * Sums inside one row of a block.
 *
 * @param columns those that the report prints, by index
 */
export function rowSums(form: Form, table: FormTable, block: Block, row: Row, columns: Iterable<number>): readonly RowSum[] {
  const { equations, byRow } = sumsOf(form, table, block);
  let own = byRow.get(row.code);
  if (own === undefined) {
    const all = block.columns.length < 2 ? [] : equations.flatMap((equation) => inRow(equation, row.code));
    byRow.set(row.code, (own = { all, byColumns: new Map() }));
  }
  if (own.all.length === 0) return own.all;
  if (block.columns.length > MOST_BITS) return within(own.all, new Set(columns));
  let bits = 0;
  for (const column of columns) bits |= 1 << column;
  let sums = own.byColumns.get(bits);
  if (sums === undefined) own.byColumns.set(bits, (sums = within(own.all, new Set(columns))));
  return sums;
}

function within(sums: readonly RowSum[], columns: ReadonlySet<number>): RowSum[] {
  return sums.flatMap(({ parts, whole }) => (columns.has(whole) ? [{ parts: parts.filter((column) => columns.has(column)), whole }] : []));
}

function inRow({ left, right }: Equation, code: string): RowSum[] {
  const own = (row: string): boolean => row === code;
  const parts = resolve(left, own);
  const wholes = resolve(right, own);
  if (wholes.length !== 1 || ![...parts, ...wholes].every((place) => place.row === code)) return [];
  return [{ parts: parts.map((place) => place.column), whole: wholes[0]!.column }];
}

/** Sums down the columns of a block, each once, of which every row is printed that a report has to print: a lost one may hold anything. */
export function columnRules(form: Form, table: FormTable, block: Block, printed: ReadonlySet<string>): readonly ColumnRule[] {
  const { equations, byPrinted } = sumsOf(form, table, block);
  const key = block.rows.map((row) => (printed.has(row.code) ? '1' : '0')).join('');
  const before = byPrinted.get(key);
  if (before !== undefined) return before;
  const rules = new Map<string, ColumnRule>();
  const counts = (row: string): boolean => printed.has(row) || block.rows.find(({ code }) => code === row)?.optional === true;
  for (const { left, right } of equations) {
    const parts = resolve(left, (row) => printed.has(row));
    const wholes = resolve(right, (row) => printed.has(row));
    const column = parts[0]?.column;
    if (column === undefined || ![...parts, ...wholes].every((place) => place.column === column)) continue;
    const rule = { parts: parts.map((place) => place.row), wholes: wholes.map((place) => place.row) };
    if (new Set([...rule.parts, ...rule.wholes]).size < 2) continue;
    if (!rule.parts.every(counts) || !rule.parts.some((code) => printed.has(code)) || !rule.wholes.every((code) => printed.has(code))) continue;
    rules.set(`${rule.parts.join()}=${rule.wholes.join()}`, rule);
  }
  const found = [...rules.values()];
  if (byPrinted.size < MOST_KEPT) byPrinted.set(key, found);
  return found;
}

/**
 * Do a row's own sums hold? `null` where nothing can be said: where a whole is blank, or where there is nothing but zeros, which keep every sum
 * wherever they stand.
 */
export function sumsHold(sums: readonly RowSum[], values: readonly (number | null)[]): boolean | null {
  let told = false;
  let open = false;
  for (const { parts, whole } of sums) {
    let sum = 0;
    for (const part of parts) sum += values[part] ?? 0;
    const total = values[whole] ?? null;
    if (total === null) open ||= sum !== 0;
    else if (Math.abs(total - sum) > 1e-6) return false;
    else if (total !== 0) told = true;
  }
  return told && !open ? true : null;
}
