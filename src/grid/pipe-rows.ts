/** Lines with bars as rows of fields. */
import { isBlank, type Printed } from './content.ts';
import type { Range } from './grid.ts';
import { MARKDOWN, readContent } from './inline.ts';
import type { SourceLine } from './source.ts';

/** A line, or several that are one row, in which bars stand. */
export interface BarRow extends Range {
  /** Offsets of the bars that part fields. */
  bars: readonly number[];
  /** Whether a bar stands first, and last. */
  leads: boolean;
  trails: boolean;
  /** Whether each bar is the second of two. */
  doubled: boolean;
  /** For a row that parts a header from its table, the fields that it rules; 0 for any other. */
  rule: number;
}

const BAR = 0x7c;
const BACKSLASH = 0x5c;

/** The bars of a stretch of folded text that no backslash escapes. */
export function barsIn(folded: string, start: number, end: number): number[] {
  const bars: number[] = [];
  let escaped = false;
  for (let i = start; i < end; i++) {
    const code = folded.charCodeAt(i);
    if (code === BAR && !escaped) bars.push(i);
    escaped = code === BACKSLASH && !escaped;
  }
  return bars;
}

/** The line as a row; `null` where it is blank or has no bar. A line of dashes and plus signs is a rule, too. */
export function barRow(folded: string, line: SourceLine): BarRow | null {
  let { start, end } = line;
  while (start < end && (isBlank(folded.charCodeAt(start)) || folded.charAt(start) === '>')) start++;
  while (end > start && isBlank(folded.charCodeAt(end - 1))) end--;
  if (start === end) return null;
  const all = barsIn(folded, start, end);
  const bars = single(folded, all);
  const pluses = ruleOf(folded, start, end, bars.length);
  if (bars.length === 0 && pluses < 0) return null;
  const row: BarRow = { start, end, bars, leads: folded.charAt(start) === '|' && bars.length > 0, trails: bars.at(-1) === end - 1, doubled: bars.length < all.length, rule: 0 };
  if (pluses >= 0) row.rule = fieldCount(row) + pluses;
  return row;
}

/**
 * Jira and MoinMoin part headings by two bars. Between bars without blanks, `||3||5||` are empty cells.
 *
 * @returns the second bar of each pair, or all bars where they do not come in pairs
 */
function single(folded: string, bars: number[]): number[] {
  if (bars.length < 4 || bars.length % 2 === 1) return bars;
  let padded = false;
  for (let i = 0; i < bars.length; i += 2) {
    if (bars[i + 1] !== bars[i]! + 1 || bars[i + 2] === bars[i]! + 2) return bars;
    padded ||= isBlank(folded.charCodeAt(bars[i + 1]! + 1)) && bars[i + 2] !== undefined;
  }
  if (!padded && /\d/.test(folded.slice(bars[0], bars.at(-1)))) return bars;
  return bars.filter((_, index) => index % 2 === 1);
}

/** `|---|:--:|`, `|---+---|`, `---+---`: the plus signs of a row of nothing but dashes and colons; -1 for any other. */
function ruleOf(folded: string, start: number, end: number, bars: number): number {
  let dashes = 0;
  let pluses = 0;
  for (let i = start; i < end; i++) {
    const char = folded.charAt(i);
    if (char === '-' || char === '=') dashes++;
    else if (char === '+') pluses++;
    else if (char !== '|' && char !== ':' && !isBlank(folded.charCodeAt(i))) return -1;
  }
  return dashes > 0 && (bars > 0 || (pluses > 0 && dashes > pluses)) ? pluses : -1;
}

/** Number of fields between the outer bars. */
export function fieldCount(row: BarRow): number {
  return row.bars.length + 1 - (row.leads ? 1 : 0) - (row.trails && row.bars.length > (row.leads ? 1 : 0) ? 1 : 0);
}

/** The fields of a row; `leads` and `trails` say whether a bar at its ends is a border or parts an empty field. */
export function fieldsOf(row: BarRow, leads: boolean, trails: boolean): Range[] {
  const fields: Range[] = [];
  let from = row.start;
  row.bars.forEach((bar, index) => {
    const end = row.doubled ? bar - 1 : bar;
    if (index > 0 || end !== row.start || !leads) fields.push({ start: from, end });
    from = bar + 1;
  });
  const closed = row.bars.at(-1) === row.end - 1 && row.bars.length > 0;
  if (!closed || !trails) fields.push({ start: from, end: row.end });
  return fields;
}

export function printFields(text: string, fields: readonly Range[]): Printed[] {
  return fields.map((field) => readContent(text, field.start, field.end, MARKDOWN));
}
