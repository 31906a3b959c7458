/**
 * A set of words, each with a value, that finds the longest one standing at a place without slicing or searching. The words
 * share their beginnings and their ends (a minimal acyclic graph) and come packed in strings: nothing is built from lists at
 * run time.
 */

/** The graph in strings of code units; numbers are counted from {@link BASE}, so that they are printable. State 0 is the start. */
export interface PackedWords {
  /** A state after the other: how many edges leave it, and the value of the words that end in it, 0 for none. */
  states: string;
  /** The letters of all edges, those of a state together and rising. */
  letters: string;
  /** The states that they lead to. */
  targets: string;
}

/** The first of twenty thousand characters in a row without a surrogate, a quotation mark or a control among them. */
export const BASE = 0x4e00;

/** Reads packed words. */
export class WordGraph<T> {
  /** Where the edges of a state begin, its value; letters and targets of edges. */
  private readonly starts: Uint16Array;
  private readonly accepted: Uint16Array;
  private readonly letters: Uint16Array;
  private readonly targets: Uint16Array;
  /** The state behind a word's first letter, 0 where none begins so: most places are left with one look. */
  private readonly first = new Uint16Array(0x10000);
  private readonly values: readonly T[];
  /** Length of the word found last by {@link find}. */
  length = 0;

  /** @param values value 1 of the graph, and so on */
  constructor({ states, letters, targets }: PackedWords, values: readonly T[]) {
    const size = states.length / 2;
    this.values = values;
    this.starts = new Uint16Array(size + 1);
    this.accepted = new Uint16Array(size);
    this.letters = new Uint16Array(letters.length);
    this.targets = new Uint16Array(letters.length);
    for (let state = 0, edge = 0; state < size; state++) {
      this.accepted[state] = states.charCodeAt(2 * state + 1) - BASE;
      this.starts[state + 1] = edge += states.charCodeAt(2 * state) - BASE;
    }
    for (let edge = 0; edge < letters.length; edge++) {
      this.letters[edge] = letters.charCodeAt(edge);
      this.targets[edge] = targets.charCodeAt(edge) - BASE;
    }
    for (let edge = 0; edge < this.starts[1]!; edge++) this.first[this.letters[edge]!] = this.targets[edge]!;
  }

  /** Value of the longest word at `at` that ends by `end`; its length is in {@link length}. */
  find(text: string, at: number, end: number): T | undefined {
    let state = at < end ? this.first[text.charCodeAt(at)]! : 0;
    let found = 0;
    for (let i = at + 1; state !== 0; i++) {
      const value = this.accepted[state]!;
      if (value !== 0) {
        found = value;
        this.length = i - at;
      }
      state = i < end ? this.next(state, text.charCodeAt(i)) : 0;
    }
    return found === 0 ? undefined : this.values[found - 1];
  }

  private next(state: number, code: number): number {
    const { letters } = this;
    const last = this.starts[state + 1]!;
    for (let edge = this.starts[state]!; edge < last; edge++) {
      if (letters[edge] === code) return this.targets[edge]!;
    }
    return 0;
  }
}
