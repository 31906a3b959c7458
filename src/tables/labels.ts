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
  /** The first child; most nodes have no other. 0 and `null` where there is none. */
  code: number;
  child: Node<T> | null;
  others: Map<number, Node<T>> | null;
  /** Labels that end here. */
  ends: LabelEntry<T>[];
  /** Labels that pass through here. */
  through: LabelEntry<T>[];
}

/** Longest match of the trie at one place; one object is filled again and again. */
export interface TrieMatch<T> {
  /** Length of the longest whole label, 0 where none matches. */
  fullLength: number;
  fullEntries: readonly LabelEntry<T>[];
  /** Length of the longest start of any label, at least `fullLength`. */
  length: number;
  entries: readonly LabelEntry<T>[];
}

export interface LabelSet<T> {
  /** Nodes of depth one by the character they are reached with. */
  roots: ReadonlyMap<number, Node<T>>;
  /** 1 for a character that stands in some label, 2 for one that starts one. */
  characters: Uint8Array;
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
  const roots = new Map<number, Node<T>>();
  const characters = new Uint8Array(0x10000);
  const entries: LabelEntry<T>[] = [];
  for (const { label, target } of labels) {
    const { ordinal, key } = splitLabel(label);
    if (key === '') continue;
    const entry = { key, ordinal, target };
    entries.push(entry);
    let node = roots.get(key.charCodeAt(0));
    if (node === undefined) roots.set(key.charCodeAt(0), (node = newNode()));
    node.through.push(entry);
    for (let i = 1; i < key.length; i++) {
      node = childFor(node, key.charCodeAt(i));
      node.through.push(entry);
    }
    node.ends.push(entry);
    for (let i = 0; i < key.length; i++) characters[key.charCodeAt(i)]! |= i === 0 ? STARTS | OCCURS : OCCURS;
  }
  return { roots, characters, entries, joined: entries.map((entry) => entry.key).join('\n') };
}

/** Bits of `LabelSet.characters`. */
export const OCCURS = 1;
export const STARTS = 2;

function newNode<T>(): Node<T> {
  return { code: 0, child: null, others: null, ends: [], through: [] };
}

function childFor<T>(node: Node<T>, code: number): Node<T> {
  const known = childOf(node, code);
  if (known !== null) return known;
  const child = newNode<T>();
  if (node.child === null) {
    node.code = code;
    node.child = child;
  } else {
    (node.others ??= new Map()).set(code, child);
  }
  return child;
}

function childOf<T>(node: Node<T>, code: number): Node<T> | null {
  if (node.code === code) return node.child;
  return node.others?.get(code) ?? null;
}

/** Walks the trie from `at`; false, and `match` as it was, where no label starts with that character. */
export function matchAt<T>(labels: LabelSet<T>, units: Uint16Array, at: number, match: TrieMatch<T>): boolean {
  const first = units[at]!;
  if ((labels.characters[first]! & STARTS) === 0) return false;
  let node: Node<T> | null = labels.roots.get(first)!;
  match.fullLength = 0;
  for (let i = at + 1; ; i++) {
    match.length = i - at;
    match.entries = node.through;
    if (node.ends.length > 0) {
      match.fullLength = i - at;
      match.fullEntries = node.ends;
    }
    if (i >= units.length) break;
    node = childOf(node, units[i]!);
    if (node === null) break;
  }
  return true;
}

/** Does a whole label start at `at`? */
export function startsLabel<T>(labels: LabelSet<T>, units: Uint16Array, at: number): boolean {
  if (at >= units.length || (labels.characters[units[at]!]! & STARTS) === 0) return false;
  let node: Node<T> | null = labels.roots.get(units[at]!)!;
  for (let i = at + 1; node !== null; i++) {
    if (node.ends.length > 0) return true;
    if (i >= units.length) break;
    node = childOf(node, units[i]!);
  }
  return false;
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
