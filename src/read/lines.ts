/** Collects the lines of a rendering: white space collapsed, blank lines single, each character traced to its source. */
import { CELL_BREAK } from '../text/chars.ts';
import { OriginBuilder } from './origin.ts';

export class LineBuilder {
  readonly origins = new OriginBuilder();
  readonly #lines: string[] = [];
  /** Pieces of the line under way. Not one string: looking at its end would copy it each time. */
  #pieces: string[] = [];
  /** Offset in the text of the end of the line under way. */
  #offset = 0;
  /** A space is due before the next character. */
  #space = false;
  /** Line breaks within a field that are due before its next text. */
  #breaks = 0;
  /** Nothing stands in the field under way. */
  #fieldEmpty = true;

  /** Number of lines that are complete. */
  get count(): number {
    return this.#lines.length;
  }

  /** Whether the line under way holds nothing yet. */
  get empty(): boolean {
    return this.#pieces.length === 0;
  }

  /**
   * Adds running text. White space, no-break spaces too, becomes one space and none at the start of a field.
   *
   * @param source offset in the source where the text stands as it is; left out where it stands nowhere
   */
  add(text: string, source: number | null = null): void {
    let run = -1;
    for (let i = 0; i <= text.length; i++) {
      const code = i < text.length ? text.charCodeAt(i) : 32;
      const invisible = code === 0xfeff || code === 0x200b;
      const blank = invisible || code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x2028 || code === 0x2029;
      if (!blank && run < 0) run = i;
      if (!blank) continue;
      if (run >= 0) {
        if (!this.#fieldEmpty && this.#breaks > 0) this.#push(CELL_BREAK.repeat(this.#breaks));
        else if (!this.#fieldEmpty && this.#space) this.#push(' ');
        if (source !== null) this.origins.add(this.#offset, source + run);
        this.#push(text.slice(run, i));
        this.#fieldEmpty = false;
        this.#space = false;
        this.#breaks = 0;
        run = -1;
      }
      if (i < text.length && !invisible) this.#space = true;
    }
  }

  /** Adds text as it is, its blanks too: a line whose columns are laid out by spaces. */
  raw(text: string): void {
    this.#push(text);
    this.#fieldEmpty = false;
    this.#space = false;
    this.#breaks = 0;
  }

  /** Asks for a space before the next text. */
  space(): void {
    this.#space = true;
  }

  /** Line breaks asked for within the field; none at its start. */
  get fieldBreaks(): number {
    return this.#breaks;
  }

  /** Asks for so many line breaks at least between what the field holds and its next text; at its start and end they are none. */
  fieldBreak(breaks: number): void {
    if (!this.#fieldEmpty) this.#breaks = Math.max(this.#breaks, breaks);
  }

  /** Ends a field of a table row. */
  tab(): void {
    this.#push('\t');
    this.#fieldEmpty = true;
    this.#space = false;
    this.#breaks = 0;
  }

  /** Ends the line under way if it holds anything. */
  break(): void {
    if (!this.empty) this.end();
    this.#space = false;
    this.#breaks = 0;
  }

  /** Ends the line under way, empty or not. */
  end(): void {
    this.#lines.push(this.#pieces.join(''));
    this.#pieces = [];
    this.#offset++;
    this.#fieldEmpty = true;
    this.#space = false;
    this.#breaks = 0;
  }

  /** Leaves a blank line, one at most and none at the start. */
  blank(): void {
    this.break();
    if (this.#lines.length > 0 && this.#lines.at(-1) !== '') this.end();
  }

  text(): string {
    this.break();
    return this.#lines.length === 0 ? '' : this.#lines.join('\n') + '\n';
  }

  #push(piece: string): void {
    this.#pieces.push(piece);
    this.#offset += piece.length;
  }
}
