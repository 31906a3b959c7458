/**
 * Tables printed as lists: a list a row (`['规章', '0', None]`), lists in a list, tuples, an object a row (the keys are the
 * header), an object whose values are rows.
 */
import { cellAt, MOST_LINES } from './cells.ts';
import type { Printed } from './content.ts';
import type { Grid, GridCell, Range } from './grid.ts';
import { readLiteral, type List, type Literal, type Scalar, type Table } from './literal.ts';
import type { SourceLine, Stretch } from './source.ts';

/** What may stand before a list in its line: a name, a serial, `print(`. */
const PREFIX = /^(?:[-*>\s]|[\w"'.\u4e00-\u9fff]{0,24}\s{0,4}[=:]\s{0,4}|\d{1,4}[.、)]?\s{1,4}|print\(|return\s)*$/;

interface Row {
  cells: Printed[];
  range: Range;
}

export function scanLists(text: string, stretch: Stretch): Grid[] {
  const grids: Grid[] = [];
  /** Rows that stand in lists of their own, a line each. */
  let loose: (List | Table)[] = [];
  const end = (): void => {
    grids.push(...looseGrid(loose));
    loose = [];
  };
  let from = -1;
  for (const line of stretch) {
    if (line.end <= from) continue;
    const start = opening(text, line, from);
    if (start < 0) {
      if (text.slice(Math.max(line.start, from), line.end).replace(/[\s\])},;]/g, '') !== '') end();
      continue;
    }
    const parsed = readLiteral(text, start, stretch.at(-1)!.end);
    from = parsed.end;
    const value = parsed.value;
    if (value === null || value.kind === 'scalar' || (!parsed.whole && !isNested(value))) {
      end();
      continue;
    }
    // An object whose values are short lists beside its name is a row, as well as one of scalars alone.
    const row = value.kind === 'object' && isFlat(value) && value.entries.some((entry) => entry.value.kind === 'scalar');
    if (isNested(value) && !row) {
      end();
      grids.push(...gridsIn(value));
    } else loose.push(value);
  }
  end();
  return grids.filter((grid) => grid.rows.length > 0).sort((a, b) => a.start - b.start);
}

/** Offset of the bracket that opens a list at the beginning of a line, -1 where none does. */
function opening(text: string, line: SourceLine, from: number): number {
  const start = Math.max(line.start, from);
  const content = text.slice(start, Math.min(line.end, start + 80));
  const bracket = content.search(/[[({]/);
  if (bracket < 0) return -1;
  const prefix = content.slice(0, bracket);
  const called = /(?:print|array|DataFrame|list|tuple|dict|OrderedDict)$/.test(prefix);
  return called || prefix.trim() === '' || PREFIX.test(prefix.replace(/[\s,\])}]+/, ' ')) ? start + bracket : -1;
}

function isNested(value: List | Table): boolean {
  return value.kind === 'list' ? value.items.some((item) => item.kind !== 'scalar') : value.entries.some((entry) => entry.value.kind !== 'scalar');
}

function looseGrid(rows: readonly (List | Table)[]): Grid[] {
  const usable = rows.filter((row) => (row.kind === 'list' ? row.items.length : row.entries.length) > 1);
  if (usable.length === 0 || usable.length > MOST_LINES) return [];
  const range = { start: usable[0]!.start, end: usable.at(-1)!.end };
  const tables = usable.filter((row) => row.kind === 'object');
  if (tables.length === usable.length && tables.length > 1) return [objectRows(tables.map((table) => ({ labels: [], table })), range)];
  return usable.flatMap((row) => (row.kind === 'object' ? (isNested(row) ? [objectRows([{ labels: [], table: row }], row)] : pairs(row)) : [])).concat(listRows(usable.filter((row) => row.kind === 'list')));
}

/** The tables in a value: itself where it is one, or those among its parts. */
function gridsIn(value: Literal): Grid[] {
  if (value.kind === 'scalar') return [];
  if (!isNested(value)) return looseGrid([value]);
  if (value.kind === 'list') {
    if (value.items.every((item) => item.kind === 'list' && !isNested(item))) return listRows(value.items as List[], value);
    const [rows, header, ...more] = value.items;
    // DataFrame([[...], [...]], columns=[...])
    if (more.length === 0 && rows?.kind === 'list' && header?.kind === 'list' && !isNested(header) && isRows(rows, header.items.length)) {
      return listRows([header, ...rows.items as List[]], value);
    }
    const tables = value.items.filter((item) => item.kind === 'object');
    if (tables.length === value.items.length && tables.every(isFlat)) return [objectRows(tables.map((table) => ({ labels: [], table })), value)];
    const flat = value.items.filter((item): item is List => item.kind === 'list' && !isNested(item));
    if (flat.length * 2 > value.items.length) return listRows(flat, value);
    return value.items.flatMap(gridsIn);
  }
  const entries = value.entries;
  if (entries.every((entry) => entry.value.kind === 'list' && !isNested(entry.value))) return entriesAsRows(entries, value);
  const leaves = leavesOf(value, []);
  if (leaves.length > 0 && leaves.every((leaf) => sharesKeys(leaf.table, leaves[0]!.table))) return [objectRows(leaves, value)];
  return entries.flatMap((entry) => gridsIn(entry.value));
}

function isRows(list: List, width: number): boolean {
  return list.items.length > 0 && list.items.every((item) => item.kind === 'list' && !isNested(item) && item.items.length === width);
}

/** An object whose values are scalars or lists of them. */
function isFlat(table: Table): boolean {
  return table.entries.every(({ value }) => value.kind === 'scalar' || (value.kind === 'list' ? !isNested(value) : !isNested(value)));
}

function listRows(lists: readonly List[], range?: Range): Grid[] {
  const rows = lists.map((list): Row => ({ cells: list.items.filter((item): item is Scalar => item.kind === 'scalar').map(printed), range: list }));
  if (rows.length === 0 || !rows.some((row) => row.cells.length > 1)) return [];
  return [build(rows.map((row) => row.cells), range ?? { start: rows[0]!.range.start, end: rows.at(-1)!.range.end })];
}

function pairs(table: Table): Grid[] {
  const rows = table.entries.flatMap(({ key, value }) => (value.kind === 'scalar' ? [[printed(key), printed(value)]] : []));
  return rows.length > 1 ? [build(rows, table)] : [];
}

function entriesAsRows(entries: Table['entries'], range: Range): Grid[] {
  const rows = entries.map(({ key, value }) => [printed(key), ...(value as List).items.map((item) => printed(item as Scalar))]);
  return [build(rows, range)];
}

interface Leaf {
  labels: Scalar[];
  table: Table;
}

/** The innermost objects of an object and the keys that lead to them; none where scalars stand beside objects. */
function leavesOf(table: Table, labels: Scalar[]): Leaf[] {
  if (table.entries.every((entry) => entry.value.kind === 'scalar')) return [{ labels, table }];
  if (!table.entries.every((entry) => entry.value.kind === 'object')) return [];
  const leaves = table.entries.map((entry) => leavesOf(entry.value as Table, [...labels, entry.key]));
  return leaves.some((each) => each.length === 0) ? [] : leaves.flat();
}

function sharesKeys(a: Table, b: Table): boolean {
  const keys = new Set(b.entries.map((entry) => entry.key.text));
  return a.entries.filter((entry) => keys.has(entry.key.text)).length * 2 >= Math.max(a.entries.length, keys.size);
}

/** Objects as rows below a header of their keys, in the order in which they first occur. */
function objectRows(leaves: readonly Leaf[], range: Range): Grid {
  const depth = Math.max(...leaves.slice(0, 10_000).map((leaf) => leaf.labels.length));
  const column = new Map<string, number>();
  const header: GridCell[] = [];
  const flat = leaves.map((leaf) => fieldsOf(leaf.table));
  for (const fields of flat) {
    for (const { key, index } of fields) {
      const name = `${key.text}\n${index}`;
      if (column.has(name)) continue;
      column.set(name, depth + column.size);
      const before = header.at(-1);
      if (index > 0 && before?.text === key.text) before.columnSpan++;
      else header.push(cellAt(printed(key), 0, depth + column.size - 1));
    }
  }
  const rows: GridCell[][] = [header];
  leaves.forEach((leaf, number) => {
    const row = number + 1;
    const cells = leaf.labels.map((label, at): GridCell => ({
      ...printed(label), row, column: at, rowSpan: 1, columnSpan: at + 1 === leaf.labels.length ? depth - at : 1,
    }));
    const fields = new Map<number, GridCell>();
    for (const { key, value, index } of flat[number]!) {
      const at = column.get(`${key.text}\n${index}`)!;
      fields.set(at, cellAt(printed(value), row, at));
    }
    rows.push([...cells, ...[...fields.entries()].sort((a, b) => a[0] - b[0]).map(([, cell]) => cell)]);
  });
  mergeLabels(rows, leaves, depth);
  return { syntax: 'list', start: range.start, end: range.end, columns: depth + column.size, rows, borders: 'shown' };
}

/** A key above several rows is one cell over them. */
function mergeLabels(rows: GridCell[][], leaves: readonly Leaf[], depth: number): void {
  for (let level = 0; level < depth; level++) {
    let first = 0;
    for (let i = 1; i <= leaves.length; i++) {
      const label = leaves[first]!.labels[level];
      if (i < leaves.length && label !== undefined && leaves[i]!.labels[level] === label) continue;
      if (label !== undefined && i - first > 1) {
        rows[first + 1]!.find((cell) => cell.column === level)!.rowSpan = i - first;
        for (let row = first + 2; row <= i; row++) rows[row] = rows[row]!.filter((cell) => cell.column !== level);
      }
      first = i;
    }
  }
}

/** The fields of an object, those of lists and objects in it after one another. */
function fieldsOf(table: Table): { key: Scalar; value: Scalar; index: number }[] {
  return table.entries.flatMap(({ key, value }) => {
    if (value.kind === 'scalar') return [{ key, value, index: 0 }];
    if (value.kind === 'list') return value.items.flatMap((item, index) => (item.kind === 'scalar' ? [{ key, value: item, index }] : []));
    return value.entries.flatMap((entry) => (entry.value.kind === 'scalar' ? [{ key: entry.key, value: entry.value, index: 0 }] : []));
  });
}

function printed(scalar: Scalar): Printed {
  const { start, end, text, pieces } = scalar;
  return pieces === undefined ? { start, end, text } : { start, end, text, pieces };
}

function build(rows: readonly (readonly Printed[])[], range: Range): Grid {
  let columns = 0;
  for (const row of rows) columns = Math.max(columns, row.length);
  return {
    syntax: 'list', start: range.start, end: range.end, columns, borders: 'shown',
    rows: rows.map((cells, row) => cells.map((cell, column) => cellAt(cell, row, column))),
  };
}
