/** The upright strokes of a drawn table, put in order: which of them stand below each other and are one boundary. */
import { isBlank } from './content.ts';
import { edgesOf, FLAT, LEFT, RIGHT, strokes, type Edge } from './strokes.ts';
import type { SourceLine } from './source.ts';
import { columnsOf, MEASURES, type Measure } from './width.ts';

export interface PlacedEdge extends Edge {
  /** Offset behind the stroke. */
  after: number;
  /** Which boundary of the table it is, counted from the left. */
  index: number;
}

/** Lines by which the measure is chosen. */
const ENOUGH_LINES = 400;
/** Boundaries nearer than this that no line tells apart are one. */
const NEAR = 2;

/** The edges of each line in the measure that puts the most of them below each other. */
export function placeEdges(text: string, block: readonly SourceLine[], ascii: boolean): { measure: Measure; edges: PlacedEdge[][] } {
  const sample = block.length > ENOUGH_LINES ? block.slice(0, ENOUGH_LINES) : block;
  let best = MEASURES[0]!;
  let fewest = Infinity;
  let sampled: Edge[][] = [];
  for (const measure of MEASURES) {
    if (ascii && measure.box !== 1) continue;
    const places = new Set<number>();
    const lines: Edge[][] = [];
    for (const line of sample) {
      const edges = edgesOf(text, line, measure, ascii);
      for (const edge of edges) places.add(edge.x);
      if (places.size >= fewest) break;
      lines.push(edges);
    }
    if (places.size < fewest) {
      fewest = places.size;
      best = measure;
      sampled = lines;
    }
  }
  const placed = ({ at, x, strokes: drawn }: Edge): PlacedEdge => ({ at, x, strokes: drawn, after: at + 1, index: -1 });
  return { measure: best, edges: block.map((line, number) => (sampled[number] ?? edgesOf(text, line, best, ascii)).map(placed)) };
}

/**
 * Gives each edge its boundary, and each line the open ends of a table without a frame.
 *
 * @returns number of boundaries, `null` where the lines draw no table
 */
export function bounds(text: string, block: readonly SourceLine[], lines: PlacedEdge[][], measure: Measure, ascii: boolean): number | null {
  const places = boundaryPlaces(text, lines, ascii);
  if (places.length === 0) return null;
  const index = new Map<number, number>();
  const known = joinNear(text, places, lines, ascii, index);
  lines.forEach((edges, number) => {
    lines[number] = settle(edges, index, known, lines[number - 1] ?? [], ascii);
  });
  return frame(text, block, lines, measure, known, ascii);
}

/** Columns in which an edge joins a rule, or those of all edges where none does. */
function boundaryPlaces(text: string, lines: readonly PlacedEdge[][], ascii: boolean): number[] {
  const places = new Set<number>();
  for (const edges of lines) {
    for (const edge of edges) {
      const before = (edge.strokes & LEFT) !== 0 && strokes(text.charCodeAt(edge.at - 1), ascii) !== 0;
      const behind = (edge.strokes & RIGHT) !== 0 && strokes(text.charCodeAt(edge.after), ascii) !== 0;
      if (before || behind) places.add(edge.x);
    }
  }
  return [...places].sort((a, b) => a - b);
}

/** Numbers the boundaries; two next to each other are one unless a line has content between them. */
function joinNear(text: string, places: readonly number[], lines: readonly PlacedEdge[][], ascii: boolean, index: Map<number, number>): number {
  const apart = new Set<number>();
  for (const edges of lines) {
    for (let i = 0; i + 1 < edges.length; i++) {
      const [left, right] = [edges[i]!, edges[i + 1]!];
      if (right.x - left.x > NEAR || right.at === left.after) continue;
      if (strokes(text.charCodeAt(left.after), ascii) !== FLAT) apart.add(left.x);
    }
  }
  let count = -1;
  let first = -Infinity;
  for (const place of places) {
    if (place - first > NEAR || apart.has(first)) {
      count++;
      first = place;
    } else first = -Infinity;
    index.set(place, count);
  }
  return count + 1;
}

/** The edges of a line that are boundaries. */
function settle(edges: readonly PlacedEdge[], index: ReadonlyMap<number, number>, count: number, above: readonly PlacedEdge[], ascii: boolean): PlacedEdge[] {
  const placed = edges.map((edge): PlacedEdge => ({ at: edge.at, x: edge.x, strokes: edge.strokes, after: edge.after, index: index.get(edge.x) ?? -1 }));
  const fits = placed.filter((edge) => edge.index >= 0);
  if (fits.length === placed.length) return fits;
  // A character of another width shifts what follows it: the strokes are still as many, and in order.
  const bars: PlacedEdge[] = ascii ? placed.filter((edge) => edge.strokes !== (LEFT | RIGHT | 4) || edge.index >= 0) : placed;
  if (bars.length === count) return bars.map((edge, at) => ({ ...edge, index: at }));
  if (bars.length === above.length && above.length > fits.length) return bars.map((edge, at) => ({ ...edge, index: above[at]!.index }));
  if (ascii && fits.length >= 2) return fits;
  return nearest(bars, index, count);
}

/**
 * Each edge to the nearest boundary behind the one before it; the outer ones of a line that has them on both sides are
 * the outer boundaries, wherever they stand (lines drawn by hand end where their words end).
 */
function nearest(edges: readonly PlacedEdge[], index: ReadonlyMap<number, number>, count: number): PlacedEdge[] {
  const places = [...index.keys()].sort((a, b) => a - b);
  const settled: PlacedEdge[] = [];
  let from = 0;
  edges.forEach((edge, at) => {
    if (from >= places.length) return;
    const rest = edges.length - 1 - at;
    let best = from;
    while (best + 1 < places.length - rest && Math.abs(places[best + 1]! - edge.x) <= Math.abs(places[best]! - edge.x)) best++;
    settled.push({ ...edge, index: index.get(places[best]!)! });
    from = best + 1;
  });
  const last = settled.at(-1);
  if (settled.length >= 2 && settled[0]!.index === 0 && last !== undefined) last.index = count - 1;
  return settled;
}

/** Adds boundaries where content or rules stand before the first or behind the last: a table without a frame. */
function frame(text: string, block: readonly SourceLine[], lines: PlacedEdge[][], measure: Measure, count: number, ascii: boolean): number {
  let left = false;
  let right = false;
  for (const [number, edges] of lines.entries()) {
    const line = block[number]!;
    const first = edges[0];
    const last = edges.at(-1);
    if (first?.index === 0 && hasContent(text, line.start, first.at)) left = true;
    if (last?.index === count - 1 && hasContent(text, last.after, line.end)) right = true;
  }
  if (!left && !right) return count;
  const shift = left ? 1 : 0;
  const total = count + shift + (right ? 1 : 0);
  lines.forEach((edges, number) => {
    const line = block[number]!;
    const moved = edges.map((edge) => ({ ...edge, index: edge.index + shift }));
    const ruled = (at: number): number => (strokes(text.charCodeAt(at), ascii) === FLAT ? LEFT | RIGHT : 0);
    if (left) moved.unshift({ at: line.start, after: line.start, x: -1, strokes: ruled(line.start), index: 0 });
    if (right) moved.push({ at: line.end, after: line.end, x: columnsOf(text, line.start, line.end, measure), strokes: ruled(line.end - 1), index: total - 1 });
    lines[number] = moved;
  });
  return total;
}

function hasContent(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!isBlank(text.charCodeAt(i))) return true;
  return false;
}
