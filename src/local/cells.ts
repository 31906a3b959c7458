/**
 * Local tables with a cell a line: a row is as many lines as the header, empty ones included. A row that is longer or shorter is open,
 * and the next one that fits begins anew.
 */
import type { Document } from '../text/document.ts';
import { contentOf, hanOf } from '../text/reading.ts';
import { fold } from '../text/fold.ts';
import { beginsLabel } from './name.ts';
import { isFurniture, isNote, isSentence, lineOf, type Region, type StreamRow } from './stream.ts';
import { EMPTY, open } from './table.ts';
import { bare, joined, slotOf, unitBehind, type Role, type Words } from './words.ts';

interface Line {
  /** `block`: several cells that stand together, and no line of the text parts them. */
  kind: 'text' | 'unit' | 'value' | 'blank' | 'block';
  text: string;
  start: number;
  end: number;
}

const BLANK = /^(?:&nbsp;|\s|\u3000)*$/;

export function cellRows(document: Document, region: Region, words: Words): StreamRow[] {
  const { headings } = region;
  const step = Math.max(1, Math.min(...headings.slice(1).map(({ start }, index) => lineOf(document, start) - lineOf(document, headings[index]!.end - 1))));
  const lines = linesOf(document, region, words, step);
  const roles = headings.map(({ role }) => role);
  return read(lines, new Reader(roles, words, bars(document, region), lines.slice(0, lines.findLastIndex(({ kind }) => kind === 'value')).some(({ kind }) => kind === 'blank')));
}

/** Whether each cell is closed by a bar, and each row by a bar alone. */
function bars(document: Document, { headings, start }: Region): boolean {
  return document.folded.slice(headings[0]!.end, start + 4).includes('|');
}

function linesOf(document: Document, region: Region, words: Words, step: number): Line[] {
  const lines: Line[] = [];
  const hasUnit = region.headings.some(({ role }) => role === 'unit');
  const first = lineOf(document, region.start) + 1;
  let furniture = false;
  let last = -1;
  for (let index = first; index < document.lines.length && document.lines[index]!.start < region.end; index++) {
    const { start, end } = document.lines[index]!;
    const printed = document.text.slice(start, end);
    if (isFurniture(printed) || printed.includes('\f')) {
      // Blank lines around a page's end are no cells.
      while (lines.at(-1)?.kind === 'blank') lines.pop();
      furniture = true;
      if (isFurniture(printed) || printed.trim() === '') continue;
    }
    const bar = printed.trimEnd().endsWith('|');
    const text = (bar ? printed.trimEnd().slice(0, -1) : printed).trim();
    if (BLANK.test(text)) {
      // Where blank lines part the cells, more of them leave open whether a cell is between.
      if (!furniture && (bar || step === 1)) lines.push({ kind: 'blank', text: '', start, end: start });
      continue;
    }
    if (isSentence(text)) break;
    if (isNote(text)) continue;
    furniture = false;
    const content = contentOf(fold(text));
    const kind = hasUnit && words.units.has(bare(text)) ? 'unit' : content.status === 'unreadable' ? 'text' : 'value';
    const from = start + printed.indexOf(text);
    const line: Line = { kind, text, start: from, end: from + text.length };
    const above = lines.at(-1);
    if (step > 1 && above !== undefined && index === last + 1) merge(above, line, hasUnit);
    else lines.push(line);
    last = index;
  }
  return lines;
}

/** Where blank lines part the cells, lines that stand together are a label broken in two, or cells that cannot be told. */
function merge(above: Line, line: Line, hasUnit: boolean): void {
  if (!hasUnit || above.kind !== 'text' || line.kind !== 'text') above.kind = 'block';
  above.text += `\n${line.text}`;
  above.end = line.end;
}

interface Fit {
  row: StreamRow;
  next: number;
}

class Reader {
  readonly #roles: readonly (Role | 'end')[];
  readonly #words: Words;
  readonly values: number;
  readonly hasUnit: boolean;
  /** Whether empty cells leave a line. */
  readonly traced: boolean;

  constructor(roles: readonly Role[], words: Words, closed: boolean, traced: boolean) {
    this.traced = traced;
    this.#roles = closed ? [...roles, 'end'] : roles;
    this.#words = words;
    this.values = roles.filter((role) => role === 'value').length;
    this.hasUnit = roles.includes('unit');
  }

  /** A row of exactly one line a heading, its label of `labels` lines, with another row or nothing behind it. */
  fit(lines: readonly Line[], at: number, labels: number): Fit | null {
    let next = at;
    const label: Line[] = [];
    let unit: string | null = null;
    const cells: Line[] = [];
    for (const role of this.#roles) {
      if (role === 'label') {
        for (let n = 0; n < labels; n++) {
          const line = lines[next++];
          if (line?.kind !== 'text' || (n === 0 && hanOf(line.text) === '')) return null;
          label.push(line);
        }
        continue;
      }
      const line = lines[next++];
      // Blank lines at the end of the text are not kept everywhere.
      if (line === undefined) {
        if ((role === 'value' || role === 'aside' || role === 'end') && next > lines.length && cells.length + (unit === null ? 0 : 1) > 0) continue;
        return null;
      }
      if (role === 'unit') {
        if (line.kind !== 'unit' && line.kind !== 'blank') return null;
        unit = line.kind === 'unit' ? line.text : null;
      } else if (role === 'serial') {
        if (line.kind !== 'value' && line.kind !== 'blank' && !/^[\dA-Za-z.]+$/.test(line.text)) return null;
      } else if (role === 'value') {
        if (line.kind === 'unit' || line.kind === 'block' || (line.kind === 'text' && !this.traced && !this.hasUnit)) return null;
        cells.push(line);
      } else if (role === 'end' && line.kind !== 'blank') {
        return null;
      }
    }
    if (!this.begins(lines, Math.min(next, lines.length)) || cells.length === 0) return null;
    // Behind the last row anything may stand.
    const odd = cells.some(({ kind }) => kind === 'text');
    const unitAt = this.#roles.indexOf('unit');
    if (odd && (next >= lines.length || (unitAt >= 0 && lines[next + unitAt]?.kind !== 'unit'))) return null;
    const slots = cells.map((line) => (line.kind === 'blank' ? EMPTY : slotOf(line.text, true)));
    if (slots.length < this.values && !this.traced) slots.splice(0, slots.length, ...open(this.values, cells.map(({ text }) => text).join(' ')));
    while (slots.length < this.values) slots.push(EMPTY);
    const printed = joined(label.map(({ text }) => text).join('\n'));
    return { row: { row: { printed, start: label[0]!.start, unit, group: null, slots }, end: lines[Math.min(next, lines.length) - 1]!.end }, next };
  }

  /**
   * A row with units whose values are fewer or more than the columns: its label is certain, its numbers are not. No number at all is a
   * row of blanks where blanks leave no trace.
   */
  loose(lines: readonly Line[], at: number): Fit | null {
    const roles = this.#roles.filter((role) => role !== 'end');
    const unitAt = roles.indexOf('unit');
    const labelAt = roles.indexOf('label');
    if (unitAt < labelAt || roles.slice(unitAt + 1).some((role) => role !== 'value') || lines[at + labelAt]?.kind !== 'text' || lines[at + unitAt]?.kind !== 'unit') return null;
    let next = at + unitAt + 1;
    const values: Line[] = [];
    while (lines[next]?.kind === 'value' || lines[next]?.kind === 'blank') values.push(lines[next++]!);
    if (next < lines.length && (lines[next + labelAt]?.kind !== 'text' || lines[next + unitAt]?.kind !== 'unit')) return null;
    const numbers = values.filter(({ kind }) => kind === 'value');
    const slots = numbers.length === 0 && !this.traced ? Array.from({ length: this.values }, () => EMPTY) : open(this.values, numbers.map(({ text }) => text).join(' '));
    const label = lines[at + labelAt]!;
    return { row: { row: { printed: joined(label.text), start: label.start, unit: lines[at + unitAt]!.text, group: null, slots }, end: lines[next - 1]!.end }, next };
  }

  /** Can a row begin here? At the end of the text, too. */
  begins(lines: readonly Line[], at: number): boolean {
    if (at >= lines.length) return true;
    let next = at;
    for (const role of this.#roles) {
      if (role === 'label') return lines[next]?.kind === 'text' && hanOf(lines[next]!.text) !== '';
      next++;
    }
    return false;
  }

  /** Are two lines of text surely two labels? */
  parts(first: Line, second: Line): boolean {
    return beginsLabel(second.text) || unitBehind(bare(first.text), this.#words) !== null;
  }
}

function read(lines: readonly Line[], reader: Reader): StreamRow[] {
  const rows: StreamRow[] = [];
  let at = 0;
  let torn: Line[] = [];
  const close = (): void => {
    const row = tornRow(torn, reader.values);
    if (row !== null) rows.push(row);
    torn = [];
  };
  while (at < lines.length) {
    const fit = reader.fit(lines, at, 1) ?? broken(lines, at, reader) ?? reader.loose(lines, at);
    const above = torn.at(-1);
    // Without units, two lines of text may be one label, or the first a row whose value is lost.
    const doubtful = fit !== null && !reader.hasUnit && above?.kind === 'text' && !reader.parts(above, lines[at]!);
    if (fit !== null && doubtful) {
      torn.push(...lines.slice(at, fit.next));
      at = fit.next;
      close();
      continue;
    }
    if (fit === null) {
      torn.push(lines[at++]!);
      // A row that fits begins another; until then all is one open stretch.
      continue;
    }
    close();
    rows.push(fit.row);
    at = fit.next;
  }
  // What follows the last row is no more of the table, unless it holds numbers.
  if (torn.some(({ kind }) => kind === 'value' || kind === 'block')) close();
  while (rows.length > 0 && rows.at(-1)!.row.slots.every(({ value, doubt }) => value === null && doubt !== null && /[年月日]|\d{4}/.test(doubt))) rows.pop();
  return rows;
}

function broken(lines: readonly Line[], at: number, reader: Reader): Fit | null {
  if (!reader.hasUnit) return null;
  const fit = reader.fit(lines, at, 2) ?? reader.fit(lines, at, 3);
  if (fit === null) return null;
  const texts = lines.slice(at, fit.next).filter(({ kind }) => kind === 'text');
  return reader.parts(texts[0]!, texts[1]!) ? null : fit;
}

/** Lines that fit no row: told together, so that the finding names every label among them. */
function tornRow(lines: readonly Line[], values: number): StreamRow | null {
  const labels = lines.filter(({ kind }) => kind === 'text' || kind === 'block');
  const numbers = lines.filter(({ kind }) => kind === 'value').map(({ text }) => text).join(' ');
  if (labels.length === 0 && numbers === '') return null;
  const printed = labels.map(({ text }) => text).join(' ');
  return { row: { printed, start: lines[0]!.start, unit: null, group: null, slots: open(values, numbers), torn: true }, end: lines.at(-1)!.end };
}
