/** A set of words, each with a value, that finds the longest one standing at a place without slicing or searching. */

/** Slots of the hash table for each transition, a power of two for the mask. */
const SPARSE = 4;
const NONE = -1;

/** A trie in one open-addressed table: (node, code unit) -> node. */
export class WordTable<T> {
  private readonly keys: Int32Array;
  private readonly targets: Int32Array;
  private readonly mask: number;
  private readonly values: (T | undefined)[] = [undefined];
  /** Which code units begin a word, so that most places are left with one look. */
  private readonly first = new Uint8Array(0x10000);
  /** Length of the word found last by {@link find}. */
  length = 0;

  constructor(words: Iterable<readonly [string, T]>) {
    const all = [...words];
    let size = 1;
    const letters = all.reduce((sum, [word]) => sum + word.length, 1);
    while (size < letters * SPARSE) size *= 2;
    this.mask = size - 1;
    this.keys = new Int32Array(size).fill(NONE);
    this.targets = new Int32Array(size);
    for (const [word, value] of all) {
      let node = 0;
      for (let i = 0; i < word.length; i++) node = this.grow(node, word.charCodeAt(i));
      this.values[node] ??= value;
      this.first[word.charCodeAt(0)] = 1;
    }
  }

  /** Value of the longest word at `at` that ends by `end`; its length is in {@link length}. */
  find(text: string, at: number, end: number): T | undefined {
    if (this.first[text.charCodeAt(at)] === 0) return undefined;
    let node = 0;
    let found: T | undefined;
    for (let i = at; i < end; i++) {
      const slot = this.slot(node, text.charCodeAt(i));
      if (this.keys[slot] === NONE) break;
      node = this.targets[slot]!;
      const value = this.values[node];
      if (value === undefined) continue;
      found = value;
      this.length = i + 1 - at;
    }
    return found;
  }

  private grow(node: number, code: number): number {
    const slot = this.slot(node, code);
    if (this.keys[slot] === NONE) {
      this.keys[slot] = node * 0x10000 + code;
      this.targets[slot] = this.values.push(undefined) - 1;
    }
    return this.targets[slot]!;
  }

  private slot(node: number, code: number): number {
    const key = node * 0x10000 + code;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & this.mask;
    while (this.keys[slot] !== NONE && this.keys[slot] !== key) slot = (slot + 1) & this.mask;
    return slot;
  }
}
