/** The ruling lines of a page, from its drawing operators: stroked paths and the thin rectangles that stand for lines. */
import type { PDFOperatorList } from 'pdfjs-dist/types/src/display/api.d.ts';

/** A horizontal or vertical line in device space (points, y downwards). `at` is its place across its direction. */
export interface Ruling {
  at: number;
  from: number;
  to: number;
}

export interface Rulings {
  horizontal: Ruling[];
  vertical: Ruling[];
}

type Matrix = readonly [number, number, number, number, number, number];

/** A filled rectangle no thicker than this is a line. */
const MAX_THICKNESS = 3;
const MIN_LENGTH = 4;
/** A line may lean this much and still be level. */
const SLANT = 0.8;
/** Lines whose places differ by no more are one (double rules, borders of neighbouring cells). */
const SAME_LINE = 3;
/** Pieces of a line with no wider gap between them are one. */
const MAX_GAP = 3.5;
/** A page with more pieces than this is a drawing. */
const MAX_PIECES = 50_000;

/** Path operators within the data of `constructPath`. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const QUADRATIC = 3;
const CLOSE = 4;

export interface Operators {
  save: number;
  restore: number;
  transform: number;
  paintFormXObjectBegin: number;
  paintFormXObjectEnd: number;
  constructPath: number;
  setStrokeRGBColor: number;
  setFillRGBColor: number;
  stroke: number;
  closeStroke: number;
  fill: number;
  eoFill: number;
  fillStroke: number;
  eoFillStroke: number;
  closeFillStroke: number;
  closeEOFillStroke: number;
}

interface State {
  matrix: Matrix;
  stroke: string;
  fill: string;
}

/** @param viewport from user space to device space, rotation of the page included */
export function findRulings(list: PDFOperatorList, ops: Operators, viewport: Matrix): Rulings {
  const pieces: Rulings = { horizontal: [], vertical: [] };
  let state: State = { matrix: viewport, stroke: '#000000', fill: '#000000' };
  const stack: State[] = [];
  for (let i = 0; i < list.fnArray.length; i++) {
    const operator = list.fnArray[i];
    const args: unknown = list.argsArray[i];
    if (operator === ops.save) stack.push(state);
    else if (operator === ops.restore || operator === ops.paintFormXObjectEnd) state = stack.pop() ?? state;
    else if (operator === ops.transform) state = { ...state, matrix: multiply(state.matrix, toMatrix(args)) };
    else if (operator === ops.paintFormXObjectBegin) {
      stack.push(state);
      const matrix = Array.isArray(args) ? (args as unknown[])[0] : null;
      if (matrix != null) state = { ...state, matrix: multiply(state.matrix, toMatrix(matrix)) };
    } else if (operator === ops.setStrokeRGBColor) state = { ...state, stroke: color(args) };
    else if (operator === ops.setFillRGBColor) state = { ...state, fill: color(args) };
    else if (operator === ops.constructPath) {
      const [paint, [data]] = args as [number, [ArrayLike<number> | null]];
      if (data === null) continue;
      const both = paint === ops.fillStroke || paint === ops.eoFillStroke || paint === ops.closeFillStroke || paint === ops.closeEOFillStroke;
      const strokes = (paint === ops.stroke || paint === ops.closeStroke || both) && state.stroke !== WHITE;
      const fills = (paint === ops.fill || paint === ops.eoFill || both) && state.fill !== WHITE;
      if (strokes || fills) readPath(data, state.matrix, strokes, pieces);
      if (pieces.horizontal.length + pieces.vertical.length > MAX_PIECES) return { horizontal: [], vertical: [] };
    }
  }
  return { horizontal: join(pieces.horizontal), vertical: join(pieces.vertical) };
}

const WHITE = '#ffffff';

function color(args: unknown): string {
  const [value] = args as [unknown];
  return typeof value === 'string' ? value.toLowerCase() : '';
}

function toMatrix(args: unknown): Matrix {
  const [a, b, c, d, e, f] = args as number[];
  return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0];
}

function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1], m[1] * n[0] + m[3] * n[1], m[0] * n[2] + m[2] * n[3], m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4], m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}

/** Adds the level segments of a stroked path, or the thin subpaths of a filled one. */
function readPath(data: ArrayLike<number>, matrix: Matrix, strokes: boolean, pieces: Rulings): void {
  let points: [number, number][] = [];
  let curved = false;
  const flush = (): void => {
    if (points.length > 1 && !curved) {
      if (!addThin(points, pieces) && strokes) for (let i = 1; i < points.length; i++) addSegment(points[i - 1]!, points[i]!, pieces);
    }
    points = [];
    curved = false;
  };
  const point = (at: number): [number, number] => {
    const x = data[at]!;
    const y = data[at + 1]!;
    return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
  };
  for (let i = 0; i < data.length;) {
    const kind = data[i++];
    if (kind === MOVE) {
      flush();
      points.push(point(i));
      i += 2;
    } else if (kind === LINE) {
      points.push(point(i));
      i += 2;
    } else if (kind === CURVE || kind === QUADRATIC) {
      curved = true;
      i += kind === CURVE ? 6 : 4;
    } else if (kind === CLOSE) {
      if (points.length > 0) points.push(points[0]!);
    } else break;
  }
  flush();
}

/** A subpath that is thin as a whole is one line along its length. */
function addThin(points: readonly [number, number][], pieces: Rulings): boolean {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (bottom - top <= MAX_THICKNESS && right - left > bottom - top) {
    if (right - left >= MIN_LENGTH) pieces.horizontal.push({ at: (top + bottom) / 2, from: left, to: right });
    return true;
  }
  if (right - left <= MAX_THICKNESS) {
    if (bottom - top >= MIN_LENGTH) pieces.vertical.push({ at: (left + right) / 2, from: top, to: bottom });
    return true;
  }
  return false;
}

function addSegment(a: readonly [number, number], b: readonly [number, number], pieces: Rulings): void {
  const [width, height] = [Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1])];
  if (height <= SLANT && width >= MIN_LENGTH) pieces.horizontal.push({ at: (a[1] + b[1]) / 2, from: Math.min(a[0], b[0]), to: Math.max(a[0], b[0]) });
  if (width <= SLANT && height >= MIN_LENGTH) pieces.vertical.push({ at: (a[0] + b[0]) / 2, from: Math.min(a[1], b[1]), to: Math.max(a[1], b[1]) });
}

/** Joins the pieces that lie on one line. Borders are drawn cell by cell. */
function join(pieces: readonly Ruling[]): Ruling[] {
  const sorted = [...pieces].sort((a, b) => a.at - b.at || a.from - b.from || a.to - b.to);
  const joined: Ruling[] = [];
  for (let i = 0; i < sorted.length;) {
    const first = sorted[i]!.at;
    const group: Ruling[] = [];
    while (i < sorted.length && sorted[i]!.at - first <= SAME_LINE) group.push(sorted[i++]!);
    const at = group.reduce((sum, piece) => sum + piece.at, 0) / group.length;
    group.sort((a, b) => a.from - b.from || a.to - b.to);
    let current: Ruling | null = null;
    for (const piece of group) {
      if (current !== null && piece.from - current.to <= MAX_GAP) current.to = Math.max(current.to, piece.to);
      else joined.push((current = { at, from: piece.from, to: piece.to }));
    }
  }
  return joined;
}
