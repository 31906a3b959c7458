/** The cells of a block of lines that draw a table. */
import { bounds, placeEdges, type PlacedEdge } from './box-edges.ts';
import { cellAt, isValue } from './cells.ts';
import { Content, type Printed } from './content.ts';
import type { Grid, GridCell, Range } from './grid.ts';
import { PLAIN, readContent } from './inline.ts';
import { isRuled } from './strokes.ts';
import type { SourceLine } from './source.ts';

/** A table with more columns is none of a report. */
const MOST_COLUMNS = 256;
/** A table with no more bands than this between its rules may print a row a line. */
const FEW_BANDS = 3;

interface BoxCell {
  /** Boundaries left and right, and lines from the first to behind the last. */
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** What stands on each of its lines. */
  lines: Printed[];
}

export function drawCells(text: string, block: readonly SourceLine[], ascii: boolean): Grid | null {
  const { measure, edges } = placeEdges(text, block, ascii);
  const boundaries = bounds(text, block, edges, measure, ascii);
  if (boundaries === null || boundaries > MOST_COLUMNS) return null;
  const drawn = trace(text, edges, ascii);
  if (!drawn.ruled) return null;
  const cells = drawn.cells.filter((cell) => cell.right > cell.left);
  const parted = partBands(cells);
  if (parted.length < 2) return null;
  return compact(parted, block);
}

/** Follows the strokes line by line: which cells are open, where they end. */
function trace(text: string, edges: readonly (readonly PlacedEdge[])[], ascii: boolean): { cells: BoxCell[]; ruled: boolean } {
  const cells: BoxCell[] = [];
  const open: (BoxCell | null)[] = [];
  let ruled = false;
  const close = (slot: number, line: number): void => {
    const cell = open[slot] ?? null;
    if (cell === null) return;
    cell.bottom = line;
    for (let i = cell.left; i < cell.right; i++) open[i] = null;
  };
  edges.forEach((line, number) => {
    for (let i = 0; i + 1 < line.length; i++) {
      const [left, right] = [line[i]!, line[i + 1]!];
      if (right.index <= left.index) continue;
      const range: Range = { start: left.after, end: right.at };
      if (isRuled(text, range, left.strokes, right.strokes, ascii)) {
        ruled = true;
        for (let slot = left.index; slot < right.index; slot++) close(slot, number);
        continue;
      }
      const current = open[left.index] ?? null;
      if (current === null || current.left !== left.index || current.right !== right.index) {
        for (let slot = left.index; slot < right.index; slot++) close(slot, number);
        const cell: BoxCell = { left: left.index, right: right.index, top: number, bottom: edges.length, lines: [] };
        for (let slot = left.index; slot < right.index; slot++) open[slot] = cell;
        cells.push(cell);
      }
      open[left.index]!.lines.push(readContent(text, range.start, range.end, PLAIN));
    }
  });
  return { cells, ruled };
}

/**
 * Where rules do not part all rows (databases print one under the header only), the lines between two rules are rows: each
 * of them holds values in the same columns.
 */
function partBands(cells: readonly BoxCell[]): BoxCell[] {
  const bands = new Map<string, BoxCell[]>();
  for (const cell of cells) {
    const key = `${cell.top} ${cell.bottom}`;
    const band = bands.get(key);
    if (band === undefined) bands.set(key, [cell]);
    else band.push(cell);
  }
  const few = new Set(cells.map((cell) => cell.top)).size <= FEW_BANDS;
  return [...bands.values()].flatMap((band) => (isLineARow(band, few) ? band.flatMap(byLine) : band));
}

function byLine(cell: BoxCell): BoxCell[] {
  return cell.lines.map((line, index) => ({ left: cell.left, right: cell.right, top: cell.top + index, bottom: cell.top + index + 1, lines: [line] }));
}

function isLineARow(band: readonly BoxCell[], few: boolean): boolean {
  const height = band[0]!.bottom - band[0]!.top;
  if (height < 2 || band.length < 2 || band.some((cell) => cell.lines.length !== height)) return false;
  const digits = (cell: BoxCell, line: number): boolean => /^[-+]?\d[\d.,]*$/.test(cell.lines[line]!.text);
  if (few) {
    const values = (cell: BoxCell, line: number): boolean => isValue(cell.lines[line]!.text);
    const filled = Array.from({ length: height }, (_, line) => line).filter((line) => band.some((cell) => values(cell, line)));
    // The values of one row over several lines stand side by side; those of rows have each a label.
    const label = band.reduce((first, cell) => (cell.left < first.left ? cell : first));
    return filled.length > 1 && filled.every((line) => label.lines[line]!.text !== '');
  }
  return band.some((cell) => digits(cell, 0)) && band.every((cell) => cell.lines.every((line, index) => (digits(cell, index) === digits(cell, 0)) && line.text !== ''));
}

function compact(cells: readonly BoxCell[], block: readonly SourceLine[]): Grid {
  const tops = [...new Set(cells.map((cell) => cell.top))].sort((a, b) => a - b);
  const lefts = [...new Set(cells.map((cell) => cell.left))].sort((a, b) => a - b);
  const row = ranks(tops);
  const column = ranks(lefts);
  const rows: GridCell[][] = tops.map(() => []);
  for (const cell of cells) {
    const top = row(cell.top);
    const left = column(cell.left);
    rows[top]!.push(cellAt(print(cell.lines), top, left, Math.max(1, row(cell.bottom) - top), Math.max(1, column(cell.right) - left)));
  }
  for (const line of rows) line.sort((a, b) => a.column - b.column);
  return { syntax: 'box', start: block[0]!.start, end: block.at(-1)!.end, columns: lefts.length, rows, borders: 'shown' };
}

/** Number of entries of a sorted list that are less than a value. */
function ranks(sorted: readonly number[]): (value: number) => number {
  return (value) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]! < value) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

function print(lines: readonly Printed[]): Printed {
  const content = new Content();
  for (const line of lines) {
    if (line.text !== '') content.add(line.text, line.start, line.end);
    else if (line.end > line.start) content.drop(line.start, line.end);
    content.break();
  }
  return content.finish(lines[0]?.start ?? 0);
}
