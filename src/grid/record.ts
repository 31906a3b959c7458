/** Records of delimited fields (RFC 4180): fields in quotes may hold the delimiter, doubled quotes and line breaks. */
import { isBlank, trimRange } from './content.ts';
import type { Range } from './grid.ts';
import type { Stretch } from './source.ts';

export interface Field extends Range {
  /** Whether the field stands in quotes; `start` and `end` are then those of what is quoted. */
  quoted: boolean;
}

export interface DelimitedRecord {
  fields: Field[];
  /** Number of lines it goes over. */
  lines: number;
}

/** A quoted field has no more lines than this; a quote that is not closed by then is a letter. */
const MOST_LINES = 12;
const QUOTE = 0x22;

/** Reads the record that begins with a line. */
export function readRecord(text: string, stretch: Stretch, index: number, delimiter: string): DelimitedRecord {
  const limit = stretch[Math.min(stretch.length, index + MOST_LINES) - 1]!.end;
  const code = delimiter.charCodeAt(0);
  const fields: Field[] = [];
  let lines = 1;
  let at = stretch[index]!.start;
  let end = stretch[index]!.end;
  for (;;) {
    const quoted = quotedField(text, at, end, limit, code);
    if (quoted !== null) {
      fields.push({ start: quoted.start, end: quoted.end, quoted: true });
      while (quoted.next > end) end = stretch[index + lines++]!.end;
      at = quoted.next;
    } else {
      const start = at;
      while (at < end && text.charCodeAt(at) !== code) at++;
      const own = trimRange(text, start, at);
      fields.push({ start: own.start, end: own.end, quoted: false });
    }
    if (at >= end) return { fields, lines };
    at++;
  }
}

/** A field in quotes at `at`, and the offset of the delimiter or line end behind it. */
function quotedField(text: string, at: number, end: number, limit: number, delimiter: number): (Range & { next: number }) | null {
  let open = at;
  while (open < end && text.charCodeAt(open) !== delimiter && isBlank(text.charCodeAt(open))) open++;
  if (open >= end || text.charCodeAt(open) !== QUOTE) return null;
  for (let i = open + 1; i < limit; i++) {
    if (text.charCodeAt(i) !== QUOTE) continue;
    if (text.charCodeAt(i + 1) === QUOTE) {
      i++;
      continue;
    }
    let next = i + 1;
    while (next < limit && text.charCodeAt(next) !== delimiter && !isBreak(text.charCodeAt(next)) && isBlank(text.charCodeAt(next))) next++;
    if (next < limit && text.charCodeAt(next) !== delimiter && !isBreak(text.charCodeAt(next))) return null;
    return { start: open + 1, end: i, next };
  }
  return null;
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}
