/** Collects the lines of a rendering: white space collapsed, blank lines single, each character traced to its source. */
import { OriginBuilder } from './origin.ts';

export class LineBuilder {
  readonly origins = new OriginBuilder();
  readonly #lines: string[] = [];
  /** Offset of the line under way. */
  #start = 0;
  #line = '';
  /** A space is due before the next character, unless the line is empty. */
  #space = false;

  /** Number of lines that are complete. */
  get count(): number {
    return this.#lines.length;
  }

  /** Whether the line under way holds nothing yet. */
  get empty(): boolean {
    return this.#line === '';
  }

  /**
   * Adds running text. White space, no-break spaces too, becomes one space and none at the start of a field.
   *
   * @param source offset of the text in the source; `null` where it stands nowhere
   * @param verbatim whether the source holds `text` as it is, without character references
   */
  add(text: string, source: number | null, verbatim: boolean): void {
    let run = -1;
    for (let i = 0; i <= text.length; i++) {
      const code = i < text.length ? text.charCodeAt(i) : 32;
      const blank = code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff || code === 0x200b;
      if (!blank && run < 0) run = i;
      if (!blank) continue;
      if (run >= 0) {
        if (this.#space && this.#line !== '' && !this.#line.endsWith('\t')) this.#line += ' ';
        if (source !== null) this.origins.add(this.#start + this.#line.length, verbatim ? source + run : source);
        this.#line += text.slice(run, i);
        run = -1;
        this.#space = false;
      }
      if (i < text.length && code !== 0xfeff && code !== 0x200b) this.#space = true;
    }
  }

  /** Asks for a space before the next text. */
  space(): void {
    this.#space = true;
  }

  /** Ends a field of a table row. */
  tab(): void {
    this.#line += '\t';
    this.#space = false;
  }

  /** Ends the line under way if it holds anything. */
  break(): void {
    if (this.#line !== '') this.end();
    this.#space = false;
  }

  /** Ends the line under way, empty or not. */
  end(): void {
    this.#lines.push(this.#line);
    this.#start += this.#line.length + 1;
    this.#line = '';
    this.#space = false;
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
}
