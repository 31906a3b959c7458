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

/** Row code and column index of every path of a block. */
function placesOf(table: FormTable, block: Block): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const row of block.rows) {
    block.columns.forEach((column, index) => places.set(cellPath(table, row, column), { row: row.code, column: index }));
  }
  return places;
}

/** The terms as places; of sets that stand for each other the first of which a row is printed. `null` where one is of another table. */
function resolve(terms: readonly Term[], places: ReadonlyMap<string, Place>, printed: ReadonlySet<string>): Place[] | null {
  const found: Place[] = [];
  for (const term of terms) {
    const sets = typeof term === 'string' ? [[term]] : term.oneOf;
    const shown = sets.find((set) => set.some((path) => printed.has(places.get(path)?.row ?? ''))) ?? sets[0] ?? [];
    for (const path of shown) {
      const place = places.get(path);
      if (place === undefined) return null;
      found.push(place);
    }
  }
  return found;
}

/** Sums inside one row of a block. */
export function rowSums(form: Form, table: FormTable, block: Block, row: Row, columns: ReadonlySet<number>): RowSum[] {
  const places = placesOf(table, block);
  const sums: RowSum[] = [];
  for (const { relation, instances } of form.relations) {
    if (relation !== '=') continue;
    for (const { left, right } of instances) {
      const parts = resolve(left, places, new Set([row.code]));
      const wholes = resolve(right, places, new Set([row.code]));
      if (parts === null || wholes?.length !== 1 || block.columns.length < 2) continue;
      if (![...parts, ...wholes].every((place) => place.row === row.code)) continue;
      if (!columns.has(wholes[0]!.column)) continue;
      sums.push({ parts: parts.map((place) => place.column).filter((column) => columns.has(column)), whole: wholes[0]!.column });
    }
  }
  return sums;
}

/** Sums down the columns of a block, each once; rows that are not printed take no part. */
export function columnRules(form: Form, table: FormTable, block: Block, printed: ReadonlySet<string>): ColumnRule[] {
  const places = placesOf(table, block);
  const rules = new Map<string, ColumnRule>();
  for (const { relation, instances } of form.relations) {
    if (relation !== '=') continue;
    for (const { left, right } of instances) {
      const parts = resolve(left, places, printed);
      const wholes = resolve(right, places, printed);
      if (parts === null || wholes === null || parts.length === 0) continue;
      const column = parts[0]!.column;
      if (![...parts, ...wholes].every((place) => place.column === column)) continue;
      const rule = { parts: parts.map((place) => place.row), wholes: wholes.map((place) => place.row) };
      if (new Set([...rule.parts, ...rule.wholes]).size < 2) continue;
      rules.set(`${rule.parts.join()}=${rule.wholes.join()}`, rule);
    }
  }
  return [...rules.values()];
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
