/**
 * Labels and values printed apart, as a sequence of runs: some labels and their values behind them, or some values and their labels
 * behind them. How the whole sequence is cut into runs is decided by what it leaves over: each label without a value and each value
 * without a label counts against a way to cut it, and what other ways that are hardly worse say otherwise is not told.
 */
import type { Item } from './items.ts';

export interface LabelToken {
  kind: 'label';
  /** Index of the row, or one of the two below. */
  row: number;
  /** Values that it asks for. */
  width: number;
  /** What it counts to leave it without any. */
  bare: number;
  /** Its first value, where the label is wrapped around that; it is none of those asked for. */
  lead?: Item;
}

/** Rows of labels that are none of the form's, and that head others. */
export const UNKNOWN = -1;
export const HEADING = -2;

/** What stands in the sequence. */
export type Token = LabelToken | { kind: 'value'; item: Item };

/** Labels and the values that are theirs. */
export interface Run {
  labels: readonly LabelToken[];
  values: readonly Item[];
  /** As many values as the labels ask for. */
  full: boolean;
}

/** What counts against a way to cut: a value without a label, one that may be its page's, values fewer than asked for, a lone label behind its values. */
const JUNK = 1;
const PAGE = 0.5;
const PARTIAL = 1;
const LONE_BEHIND = 1;
/** Lines that follow each other without an empty one between are one block: one that two runs share, and blocks of one run that are not alike. */
const BLOCK_TORN = 1;
const UNEVEN = 1;
/** Ways this much worse than the best still count. */
const MARGIN = 1.9;
/** Labels of a run, and of one whose values are fewer than asked for. */
const MOST_LABELS = 64;
const MOST_PARTIAL = 8;
const MOST_VALUES = 512;

interface Edge {
  from: number;
  to: number;
  cost: number;
  run: Run | null;
}

/** What counts against the best way, and for each row the runs it may belong to (`null`: it may have no values at all). */
export interface Ways {
  best: number;
  byRow: Map<number, (Run | null)[]>;
}

/** Ways to cut a sequence that are not much worse than the best; linear in the tokens. */
export function waysToCut(tokens: readonly Token[]): Ways {
  const ends = endsOf(tokens);
  const edges = tokens.map((_, at) => edgesFrom(tokens, at, ends));
  const ahead = new Float64Array(tokens.length + 1).fill(Infinity);
  ahead[0] = 0;
  for (const list of edges) for (const { from, to, cost } of list) ahead[to] = Math.min(ahead[to]!, ahead[from]! + cost);
  const behind = new Float64Array(tokens.length + 1).fill(Infinity);
  behind[tokens.length] = 0;
  for (let at = tokens.length - 1; at >= 0; at--) for (const { to, cost } of edges[at]!) behind[at] = Math.min(behind[at]!, cost + behind[to]!);
  const best = behind[0]!;
  const byRow = new Map<number, (Run | null)[]>();
  for (const { from, to, cost, run } of edges.flat()) {
    if (ahead[from]! + cost + behind[to]! >= best + MARGIN) continue;
    for (const token of run?.labels ?? [tokens[from]!]) {
      if (token.kind !== 'label' || token.row < 0) continue;
      const runs = byRow.get(token.row);
      if (runs === undefined) byRow.set(token.row, [run]);
      else runs.push(run);
    }
  }
  return { best, byRow };
}

/** Where the tokens of one kind that stand together from each token on end. */
function endsOf(tokens: readonly Token[]): Int32Array {
  const ends = new Int32Array(tokens.length + 1).fill(tokens.length);
  for (let at = tokens.length - 2; at >= 0; at--) ends[at] = tokens[at]!.kind === tokens[at + 1]!.kind ? ends[at + 1]! : at + 1;
  return ends;
}

function edgesFrom(tokens: readonly Token[], at: number, ends: Int32Array): Edge[] {
  const token = tokens[at]!;
  if (token.kind === 'label') return [{ from: at, to: at + 1, cost: token.bare, run: null }, ...beforeValues(tokens, at, ends)];
  // A value on the line right below another one: both are of one block.
  const torn = tokens[at - 1]?.kind === 'value' && token.item.breaks === 1 ? BLOCK_TORN : 0;
  const alone: Edge = { from: at, to: at + 1, cost: (token.item.page ? PAGE : JUNK) + torn, run: null };
  return [alone, ...behindValues(tokens, at, torn, ends)];
}

/** All labels from `at` to the values behind them, with some of these. */
function beforeValues(tokens: readonly Token[], at: number, ends: Int32Array): Edge[] {
  const first = ends[at]!;
  const count = first - at;
  if (count > MOST_LABELS || tokens[first]?.kind !== 'value') return [];
  const labels = labelsFrom(tokens, at, first);
  const due = labels.reduce((sum, label) => sum + label.width, 0);
  const last = Math.min(ends[first]!, first + due);
  const edges: Edge[] = [];
  for (let to = count > MOST_PARTIAL ? first + due : first + 1; to <= last; to++) {
    const full = to - first === due;
    const values = itemsFrom(tokens, first, to);
    if (isHeadedRight(labels, values, full)) edges.push({ from: at, to, cost: full ? unevenness(values) : PARTIAL, run: { labels, values, full } });
  }
  return edges;
}

/** All values from `at` to the labels behind them, with some of these. */
function behindValues(tokens: readonly Token[], at: number, torn: number, ends: Int32Array): Edge[] {
  const first = ends[at]!;
  const size = first - at;
  if (size > MOST_VALUES || tokens[first]?.kind !== 'label') return [];
  const last = Math.min(ends[first]!, first + MOST_LABELS);
  const edges: Edge[] = [];
  let values: Item[] | null = null;
  let due = 0;
  for (let to = first + 1; to <= last; to++) {
    due += widthOf(tokens[to - 1]!);
    if (due < size) continue;
    const full = due === size;
    if (!full && (to - first > MOST_PARTIAL || due > 2 * size)) break;
    values ??= itemsFrom(tokens, at, first);
    const run = { labels: labelsFrom(tokens, first, to), values, full };
    const cost = torn + (full ? unevenness(values) : PARTIAL) + (to - first === 1 ? LONE_BEHIND : 0);
    if (isHeadedRight(run.labels, values, full)) edges.push({ from: at, to, cost, run });
  }
  return edges;
}

function widthOf(token: Token): number {
  return token.kind === 'label' ? token.width : 0;
}

/** What heads other labels prints a mark where they print a number, or nothing. */
function isHeadedRight(labels: readonly LabelToken[], values: readonly Item[], full: boolean): boolean {
  return labels.every(({ row }, i) => row !== HEADING || (!full && i > 0) || values[i]?.content.status === 'notApplicable');
}

/** Columns of one run are of one length, and so are rows. */
function unevenness(values: readonly Item[]): number {
  const starts = values.flatMap(({ breaks }, i) => (i === 0 || breaks > 1 ? [i] : []));
  const size = (starts[1] ?? values.length) - starts[0]!;
  return starts.every((start, i) => (starts[i + 1] ?? values.length) - start === size) ? 0 : UNEVEN;
}

function labelsFrom(tokens: readonly Token[], from: number, to: number): LabelToken[] {
  return tokens.slice(from, to).filter((token) => token.kind === 'label');
}

function itemsFrom(tokens: readonly Token[], from: number, to: number): Item[] {
  return tokens.slice(from, to).flatMap((token) => (token.kind === 'value' ? [token.item] : []));
}
