/**
 * Tables whose columns a rule shows: simple tables of reST (===  ===), simple and multiline tables of pandoc and of
 * printing libraries (---  ---).
 *
 *     信息内容   本年制发件数
 *     --------  ------------     What stands below a group of dashes is of its column.
 *     规章       3
 */
import { cellAt, isValue } from './cells.ts';
import { Content, isBlank, trimRange, type Printed } from './content.ts';
import type { Grid, Range } from './grid.ts';
import { MARKDOWN, readContent } from './inline.ts';
import type { SourceLine, Stretch } from './source.ts';
import { MEASURES, widthOf, type Measure } from './width.ts';

interface Rule {
  mark: string;
  /** Columns of the terminal at which the groups begin, and behind their ends. */
  starts: number[];
  ends: number[];
}

/** A header has no more lines than this. */
const MOST_HEADER = 6;

export function scanRules(text: string, stretch: Stretch): Grid[] {
  const rules = stretch.map((line) => ruleOf(text, line));
  const grids: Grid[] = [];
  let free = 0;
  for (let i = 0; i < stretch.length; i++) {
    const rule = rules[i] ?? null;
    if (rule === null || i < free || rule.starts.length < 2) continue;
    const found = rule.mark === '=' ? simple(text, stretch, rules, i) : dashed(text, stretch, rules, i, free);
    if (found === null) continue;
    grids.push(found.grid);
    free = found.next;
  }
  return grids;
}

interface Found {
  grid: Grid;
  /** The line behind the table. */
  next: number;
}

function ruleOf(text: string, line: SourceLine): Rule | null {
  const { start, end } = trimRange(text, line.start, line.end);
  const mark = text.charAt(start);
  if ((mark !== '-' && mark !== '=') || end - start < 5) return null;
  const rule: Rule = { mark, starts: [], ends: [] };
  let longest = 0;
  for (let i = start; i < end;) {
    const from = i;
    while (i < end && text.charAt(i) === mark) i++;
    if (i - from < 2) return null;
    longest = Math.max(longest, i - from);
    rule.starts.push(from - line.start);
    rule.ends.push(i - line.start);
    while (i < end && text.charAt(i) === ' ') i++;
  }
  return longest < 3 ? null : rule;
}

function sameShape(a: Rule | null | undefined, b: Rule): boolean {
  return a?.starts.length === b.starts.length && a.starts.every((start, index) => start === b.starts[index]);
}

/** A table of reST: rules above, below the header and below the body. */
function simple(text: string, stretch: Stretch, rules: readonly (Rule | null)[], top: number): Found | null {
  const rule = rules[top]!;
  const second = nextRule(rules, rule, top + 1);
  if (second < 0) return null;
  let bottom = second;
  if (second + 1 < stretch.length && !isEmpty(text, stretch[second + 1]!)) {
    const third = nextRule(rules, rule, second + 1);
    if (third > 0 && fitting(text, stretch, second + 1, third, rule, null, true) === third) bottom = third;
  }
  const measure = measureOf(text, stretch.slice(top + 1, bottom), rule);
  const rows: Printed[][] = [];
  if (bottom > second) rows.push(...continued(linesOf(text, stretch, top + 1, second, rule, measure)));
  rows.push(...continued(linesOf(text, stretch, bottom > second ? second + 1 : top + 1, bottom, rule, measure)));
  return rows.length === 0 ? null : { grid: build(stretch[top]!.start, stretch[bottom]!.end, rows, rule), next: bottom + 1 };
}

/** Rows below a rule of dashes and the header above it; rows over several lines where a rule above the header says so. */
function dashed(text: string, stretch: Stretch, rules: readonly (Rule | null)[], at: number, free: number): Found | null {
  const rule = rules[at]!;
  const full = (candidate: Rule | null | undefined): boolean => candidate?.starts.length === 1 && candidate.ends[0]! - candidate.starts[0]! >= rule.ends.at(-1)! - rule.starts[0]! - 2;
  let first = at;
  while (first > free && at - first < MOST_HEADER && rules[first - 1] === null && !isEmpty(text, stretch[first - 1]!)) first--;
  const multiline = first < at && full(rules[first - 1]);
  const closing = multiline ? rules.findIndex((candidate, index) => index > at && full(candidate)) : nextRule(rules, rule, at + 1);
  let end = closing > at && fitting(text, stretch, at + 1, closing, rule, null, true) === closing ? closing : -1;
  const measure = measureOf(text, stretch.slice(first, end > 0 ? end : Math.min(stretch.length, at + 40)), rule);
  const open = end < 0;
  if (open) end = fitting(text, stretch, at + 1, stretch.length, rule, measure, false);
  if (!multiline) {
    let header = at;
    while (header > first && fits(text, stretch[header - 1]!, rule, measure) && partsOf(text, stretch[header - 1]!, rule, measure).filter((part) => part.end > part.start).length > 1) header--;
    first = header;
  }
  const body = linesOf(text, stretch, at + 1, end, rule, measure);
  const header = linesOf(text, stretch, first, at, rule, measure);
  const spread = multiline || (!open && first === at && body.some((line) => line.blank));
  const rows = spread ? [...paragraphs(header), ...paragraphs(body)] : [...header, ...body].filter((line) => !line.blank).map((line) => line.cells);
  if (rows.length < 2 && (rows.length === 0 || first === at)) return null;
  const start = multiline ? first - 1 : first;
  return { grid: build(stretch[start]!.start, stretch[open ? end - 1 : end]!.end, rows, rule), next: open ? end : end + 1 };
}

function nextRule(rules: readonly (Rule | null)[], rule: Rule, from: number): number {
  for (let i = from; i < rules.length; i++) {
    const candidate = rules[i];
    if (candidate?.mark === rule.mark && candidate.starts.length > 1) return sameShape(candidate, rule) ? i : -1;
  }
  return -1;
}

/** The first line that is not of the table. */
function fitting(text: string, stretch: Stretch, from: number, to: number, rule: Rule, measure: Measure | null, blanks: boolean): number {
  for (let i = from; i < to; i++) {
    if (isEmpty(text, stretch[i]!)) {
      if (blanks) continue;
      return i;
    }
    if (!(measure === null ? MEASURES.some((each) => fits(text, stretch[i]!, rule, each)) : fits(text, stretch[i]!, rule, measure))) return i;
  }
  return to;
}

function isEmpty(text: string, line: SourceLine): boolean {
  for (let i = line.start; i < line.end; i++) if (!isBlank(text.charCodeAt(i))) return false;
  return true;
}

/** The measure in which the fewest characters stand between the columns. */
function measureOf(text: string, lines: readonly SourceLine[], rule: Rule): Measure {
  let best = MEASURES[0]!;
  let fewest = Infinity;
  for (const measure of MEASURES) {
    let misfits = 0;
    for (const line of lines) if (!fits(text, line, rule, measure)) misfits++;
    if (misfits < fewest) [best, fewest] = [measure, misfits];
  }
  return best;
}

function fits(text: string, line: SourceLine, rule: Rule, measure: Measure): boolean {
  let x = 0;
  let column = 0;
  const last = rule.starts.length - 1;
  for (let i = line.start; i < line.end; i++) {
    const code = text.charCodeAt(i);
    while (column < last && x >= rule.starts[column + 1]!) column++;
    const width = widthOf(code, measure);
    const outside = x < rule.starts[0]! || (column < last && x + width > rule.ends[column]!);
    if (outside && !isBlank(code)) return false;
    x += width;
  }
  return true;
}

/** The stretch of each column in a line. */
function partsOf(text: string, line: SourceLine, rule: Rule, measure: Measure): Range[] {
  const parts: Range[] = [];
  let x = 0;
  let from = line.start;
  for (let i = line.start; i < line.end; i++) {
    while (parts.length + 1 < rule.starts.length && x >= rule.starts[parts.length + 1]!) {
      parts.push(trimRange(text, from, i));
      from = i;
    }
    x += widthOf(text.charCodeAt(i), measure);
  }
  parts.push(trimRange(text, from, line.end));
  while (parts.length < rule.starts.length) parts.push({ start: line.end, end: line.end });
  return parts;
}

interface RuledLine {
  cells: Printed[];
  blank: boolean;
}

function linesOf(text: string, stretch: Stretch, from: number, to: number, rule: Rule, measure: Measure): RuledLine[] {
  return stretch.slice(from, to).filter((line) => !/^[-\s]{5,}$/.test(text.slice(line.start, line.end)) || isEmpty(text, line)).map((line) => ({
    cells: partsOf(text, line, rule, measure).map((part) => readContent(text, part.start, part.end, MARKDOWN)),
    blank: isEmpty(text, line),
  }));
}

/** Rows that blank lines part. */
function paragraphs(lines: readonly RuledLine[]): Printed[][] {
  const rows: Printed[][][] = [];
  let open = false;
  for (const { cells, blank } of lines) {
    if (blank) open = false;
    else {
      if (open) rows.at(-1)!.push(cells);
      else rows.push([cells]);
      open = true;
    }
  }
  return rows.map(join);
}

/** In reST a line whose first column is blank goes on with the row above, unless it brings values of its own. */
function continued(lines: readonly RuledLine[]): Printed[][] {
  const rows: Printed[][][] = [];
  for (const { cells, blank } of lines) {
    if (blank) continue;
    const above = rows.at(-1);
    const goesOn = above !== undefined && cells[0]!.text === '' && !cells.some((cell) => cell.text !== '' && isValue(cell.text));
    if (goesOn) above.push(cells);
    else rows.push([cells]);
  }
  return rows.map((row) => join(row).map((cell) => (cell.text === '..' ? { start: cell.start, end: cell.start, text: '' } : cell)));
}

function join(lines: readonly (readonly Printed[])[]): Printed[] {
  if (lines.length === 1) return [...lines[0]!];
  return lines[0]!.map((first, column) => {
    const content = new Content();
    for (const line of lines) {
      const cell = line[column]!;
      if (cell.text !== '') content.add(cell.text, cell.start, cell.end);
      content.break();
    }
    return content.finish(first.start);
  });
}

function build(start: number, end: number, rows: readonly (readonly Printed[])[], rule: Rule): Grid {
  return {
    syntax: 'rest', start, end, columns: rule.starts.length, borders: 'shown',
    rows: rows.map((cells, row) => cells.map((cell, column) => cellAt(cell, row, column))),
  };
}
