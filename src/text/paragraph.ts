/** Prose as the author had it: hard wraps undone, stray spaces gone, each character traceable to its place. */

export interface Paragraph {
  text: string;
  /** `offsets[i]` is the offset in `Document.text` of the character `text[i]`. */
  offsets: readonly number[];
}
