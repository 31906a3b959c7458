/** Where each character of a rendered text stands in the source it was rendered from. */
import { lineIndexAt, splitLines, type Line, type Place } from '../text/document.ts';

/** From offsets in a rendered text to places in its source. */
export interface SourceMap {
  /** 1-based place in the source of the character at `offset` of the rendered text, or of the nearest before it. */
  place(offset: number): Place;
}

/** Runs of characters that stand in the source as they stand in the text, by rising offset. */
export class OriginBuilder {
  readonly #offsets: number[] = [];
  readonly #sources: number[] = [];

  /** From `offset` of the text on, characters stand one for one from `source` of the source on. */
  add(offset: number, source: number): void {
    const last = this.#offsets.length - 1;
    if (last >= 0 && this.#offsets[last] === offset) {
      this.#sources[last] = source;
      return;
    }
    if (last >= 0 && this.#sources[last]! - this.#offsets[last]! === source - offset) return;
    this.#offsets.push(offset);
    this.#sources.push(source);
  }

  build(source: string): SourceMap {
    const offsets = this.#offsets;
    const sources = this.#sources;
    let lines: Line[] | null = null;
    return {
      place(offset) {
        lines ??= splitLines(source);
        let low = 0;
        let high = offsets.length - 1;
        while (low < high) {
          const middle = (low + high + 1) >> 1;
          if (offsets[middle]! <= offset) low = middle;
          else high = middle - 1;
        }
        const at = offsets.length === 0 ? 0 : sources[low]! + Math.max(0, offset - offsets[low]!);
        const line = lines[lineIndexAt(lines, at)]!;
        return { line: line.number, column: Math.min(at, line.end) - line.start + 1 };
      },
    };
  }
}
