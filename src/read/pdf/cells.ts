/** Tables from ruling lines: which lines make up a table, and which rectangles between them are cells. */
import { edges, nearest, SAME_EDGE } from '../placed-table.ts';
import type { Ruling, Rulings } from './rulings.ts';

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** A table in the geometry of its page: its cells in reading order, with the rows they begin and end in. */
export interface RuledTable extends Box {
  cells: RuledCell[];
  rows: number;
}

export interface RuledCell extends Box {
  row: number;
  /** One past the last row. */
  endRow: number;
}

/** Lines that come this near to each other meet. */
const TOUCH = 4;
/** A border is drawn where a line covers this much of it. */
const COVER = 0.6;
/** Beyond this number of crossings to look at, a page is a drawing. */
const MAX_CROSSINGS = 4_000_000;
const MAX_SLOTS = 40_000;

/** The tables of a page from top to bottom. A frame around text is none: a table has two cells at least. */
export function ruledTables(rulings: Rulings): RuledTable[] {
  return components(rulings).flatMap((component) => {
    const table = tableOf(component);
    return table === null ? [] : [table];
  }).sort((a, b) => a.top - b.top || a.left - b.left);
}

/** Lines that touch each other, directly or by others. */
function components({ horizontal, vertical }: Rulings): Rulings[] {
  if (horizontal.length * vertical.length > MAX_CROSSINGS) return [];
  const parent = [...horizontal, ...vertical].map((_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root]!;
    while (parent[index] !== root) [parent[index], index] = [root, parent[index]!];
    return root;
  };
  vertical.forEach((v, j) => {
    horizontal.forEach((h, i) => {
      if (v.at < h.from - TOUCH || v.at > h.to + TOUCH || h.at < v.from - TOUCH || h.at > v.to + TOUCH) return;
      parent[find(horizontal.length + j)] = find(i);
    });
  });
  const groups = new Map<number, Rulings>();
  const group = (index: number): Rulings => {
    const root = find(index);
    let found = groups.get(root);
    if (found === undefined) groups.set(root, (found = { horizontal: [], vertical: [] }));
    return found;
  };
  horizontal.forEach((h, i) => group(i).horizontal.push(h));
  vertical.forEach((v, j) => group(horizontal.length + j).vertical.push(v));
  return [...groups.values()].filter((found) => found.horizontal.length > 0 && found.vertical.length > 0);
}

function tableOf({ horizontal, vertical }: Rulings): RuledTable | null {
  // A side that is left open ends where the lines across it end.
  const xs = edges([...vertical.map((v) => v.at), ...ends(horizontal, vertical)]);
  const ys = edges([...horizontal.map((h) => h.at), ...ends(vertical, horizontal)]);
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  if (columns < 1 || rows < 1 || columns * rows < 2 || columns * rows > MAX_SLOTS) return null;
  const right = borders(vertical, xs, ys);
  const below = borders(horizontal, ys, xs);
  const cells: RuledCell[] = [];
  const taken = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken[row * columns + column] === 1) continue;
      // The slots that no border parts from this one; a cell is their bounding rectangle.
      let [endRow, lastColumn, firstColumn] = [row, column, column];
      const stack = [[row, column]] as [number, number][];
      taken[row * columns + column] = 1;
      for (let slot = stack.pop(); slot !== undefined; slot = stack.pop()) {
        const [r, c] = slot;
        endRow = Math.max(endRow, r);
        lastColumn = Math.max(lastColumn, c);
        firstColumn = Math.min(firstColumn, c);
        const visit = (nextRow: number, nextColumn: number, parted: boolean): void => {
          if (parted || nextRow < 0 || nextColumn < 0 || nextRow >= rows || nextColumn >= columns) return;
          if (taken[nextRow * columns + nextColumn] === 1) return;
          taken[nextRow * columns + nextColumn] = 1;
          stack.push([nextRow, nextColumn]);
        };
        visit(r, c + 1, right(c + 1, r));
        visit(r, c - 1, right(c, r));
        visit(r + 1, c, below(r + 1, c));
        visit(r - 1, c, below(r, c));
      }
      cells.push({
        left: xs[firstColumn]!, right: xs[lastColumn + 1]!, top: ys[row]!, bottom: ys[endRow + 1]!, row, endRow: endRow + 1,
      });
    }
  }
  if (cells.length < 2) return null;
  return { left: xs[0]!, right: xs.at(-1)!, top: ys[0]!, bottom: ys.at(-1)!, cells, rows };
}

/** The outermost ends of `lines` where no line across stands. */
function ends(lines: readonly Ruling[], across: readonly Ruling[]): number[] {
  const first = Math.min(...lines.map((line) => line.from));
  const last = Math.max(...lines.map((line) => line.to));
  const open = (place: number): boolean => across.every((line) => Math.abs(line.at - place) > 2 * SAME_EDGE);
  return [first, last].filter(open);
}

/** Tells whether a line at edge `edge` of `along` parts the slots on both sides of it within slot `slot` of `across`. */
function borders(lines: readonly Ruling[], along: readonly number[], across: readonly number[]): (edge: number, slot: number) => boolean {
  const byEdge = new Map<number, Ruling[]>();
  for (const line of lines) {
    const edge = nearest(along, line.at);
    const same = byEdge.get(edge);
    if (same === undefined) byEdge.set(edge, [line]);
    else same.push(line);
  }
  return (edge, slot) => {
    if (edge === 0 || edge === along.length - 1) return true;
    const [from, to] = [across[slot]!, across[slot + 1]!];
    const covered = (byEdge.get(edge) ?? []).reduce((sum, line) => sum + Math.max(0, Math.min(line.to, to) - Math.max(line.from, from)), 0);
    return covered >= COVER * (to - from);
  };
}
