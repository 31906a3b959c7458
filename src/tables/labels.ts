/**
 * The one label matcher. Every label a template prints is reduced to its Chinese characters and put into a trie; the
 * document, reduced the same way, is walked once. What the trie does not know is held against single labels later, where
 * order says which one is due.
 */
import { isHan } from '../text/chars.ts';

export interface LabelEntry<T> {
  /** The label's Chinese characters, without number, punctuation and explanation marks. */
  key: string;
  /** The number printed before the label, 0 where it has none. */
  ordinal: number;
  target: T;
}

interface Node<T> {
  next: Map<number, Node<T>>;
  /** Labels that end here. */
  ends: LabelEntry<T>[];
  /** Labels that pass through here. */
  through: LabelEntry<T>[];
}

/** Longest match of the trie at one place. */
export interface TrieMatch<T> {
  full: { length: number; entries: readonly LabelEntry<T>[] } | null;
  /** The longest start of any label, at least as long as `full`. */
  partial: { length: number; entries: readonly LabelEntry<T>[] };
}

export interface LabelSet<T> {
  root: Node<T>;
  entries: readonly LabelEntry<T>[];
  /** All keys, joined, so that any piece of any label can be known by a substring search. */
  joined: string;
}

/** The Chinese characters of a (folded) label. */
export function hanOnly(label: string): string {
  let key = '';
  for (let i = 0; i < label.length; i++) if (isHan(label.charCodeAt(i))) key += label.charAt(i);
  return key;
}

const ORDINAL = /^\s*(?:[（(]([一二三四五六七八九十])[）)]|([一二三四五六七八九十])、|(\d{1,2})[.、])/;
const HAN_DIGITS = '一二三四五六七八九十';

/** Splits a printed label into its number (0 where none) and its key. */
export function splitLabel(label: string): { ordinal: number; key: string } {
  const match = ORDINAL.exec(label);
  if (match === null) return { ordinal: 0, key: hanOnly(label) };
  const han = match[1] ?? match[2];
  return { ordinal: han === undefined ? Number(match[3]) : HAN_DIGITS.indexOf(han) + 1, key: hanOnly(label.slice(match[0].length)) };
}

export function buildLabels<T>(labels: readonly { label: string; target: T }[]): LabelSet<T> {
  const root: Node<T> = { next: new Map(), ends: [], through: [] };
  const entries: LabelEntry<T>[] = [];
  for (const { label, target } of labels) {
    const { ordinal, key } = splitLabel(label);
    if (key === '') continue;
    const entry = { key, ordinal, target };
    entries.push(entry);
    let node = root;
    for (let i = 0; i < key.length; i++) {
      const code = key.charCodeAt(i);
      let next = node.next.get(code);
      if (next === undefined) node.next.set(code, (next = { next: new Map(), ends: [], through: [] }));
      node = next;
      node.through.push(entry);
    }
    node.ends.push(entry);
  }
  return { root, entries, joined: entries.map((entry) => entry.key).join('\n') };
}

/** Walks the trie from `at`; `null` where no label starts with that character. */
export function matchAt<T>(labels: LabelSet<T>, text: string, at: number): TrieMatch<T> | null {
  let node = labels.root;
  let full: TrieMatch<T>['full'] = null;
  let length = 0;
  for (let i = at; i < text.length; i++) {
    const next = node.next.get(text.charCodeAt(i));
    if (next === undefined) break;
    node = next;
    length++;
    if (node.ends.length > 0) full = { length, entries: node.ends };
  }
  return length === 0 ? null : { full, partial: { length, entries: node.through } };
}

/**
 * How alike two keys are: twice their longest common subsequence over the sum of their lengths, 0 to 1. A misprint, a
 * lost or doubled character costs little, another label a lot.
 */
export function similarity(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  let row = new Uint16Array(b.length + 1);
  let previous = new Uint16Array(b.length + 1);
  for (let i = 0; i < a.length; i++) {
    [row, previous] = [previous, row];
    for (let j = 0; j < b.length; j++) {
      row[j + 1] = a.charCodeAt(i) === b.charCodeAt(j) ? previous[j]! + 1 : Math.max(previous[j + 1]!, row[j]!);
    }
  }
  return (2 * row[b.length]!) / (a.length + b.length);
}
