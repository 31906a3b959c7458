/**
 * Local tables whose cells are parted by blanks: a row a line, or all on one line. Units tell rows from one another, else the runs of
 * values do.
 */
import type { Document } from '../text/document.ts';
import { fold } from '../text/fold.ts';
import { contentOf, hanOf } from '../text/reading.ts';
import { placeLines } from './layout.ts';
import { beginsLabel } from './name.ts';
import { isFurniture, isNote, isSentence, lineOf, type Region, type StreamRow } from './stream.ts';
import { EMPTY, open, type Slot } from './table.ts';
import { bare, joined, slotOf, unitBehind, type Words } from './words.ts';

export interface Word {
  kind: 'text' | 'unit' | 'value';
  text: string;
  start: number;
  end: number;
  line: number;
}

/** What the header says of rows. */
export interface Shape {
  values: number;
  unit: boolean;
  /** A number before the label, a code between label and unit or values. */
  serial: boolean;
  code: boolean;
  /** Rows end with their lines. */
  lines: boolean;
  /** Columns are laid out: more than one blank parts the headings. */
  wide: boolean;
}

export function flowRows(document: Document, region: Region, words: Words): StreamRow[] {
  const { headings } = region;
  const roles = headings.map(({ role }) => role);
  const label = roles.indexOf('label');
  const unit = roles.indexOf('unit');
  const first = roles.indexOf('value');
  // Remarks would run into the next label, units behind the values into it, too.
  if (roles.includes('aside') || first < label || unit > first) return [];
  const shape: Shape = {
    values: roles.filter((role) => role === 'value').length, unit: unit >= 0, serial: roles.slice(0, label).includes('serial'),
    code: roles.slice(label).includes('serial'), lines: false,
    wide: headings.slice(1).some((heading, index) => heading.start - headings[index]!.end > 1),
  };
  const list = wordsIn(document, region, words, shape.unit);
  shape.lines = lineOf(document, headings[0]!.start) === lineOf(document, headings.at(-1)!.start) && list.length > 0 && list[0]!.line > lineOf(document, region.start);
  const rows = shape.unit ? byUnits(document, region, list, shape) : byValues(list, shape, words);
  while (rows.length > 0 && rows.at(-1)!.row.torn === true && rows.at(-1)!.row.slots.every(({ doubt }) => doubt === '')) rows.pop();
  return rows;
}

const SEPARATED = /\S+/g;
const NOTHING = /^(?:NaN|nan|None|<NA>)$/;

function wordsIn(document: Document, region: Region, words: Words, hasUnit: boolean): Word[] {
  const list: Word[] = [];
  for (let index = lineOf(document, region.start); index < document.lines.length && document.lines[index]!.start < region.end; index++) {
    const line = document.lines[index]!;
    const start = Math.max(line.start, region.start);
    const printed = document.folded.slice(start, Math.min(line.end, region.end));
    if (start > region.start && isFurniture(printed)) continue;
    if (isNote(printed)) break;
    for (const match of printed.matchAll(SEPARATED)) {
      const from = start + match.index;
      const text = document.text.slice(from, from + match[0].length);
      if (isSentence(text) || (isNote(text) && list.length > 0)) return list;
      const content = contentOf(fold(text));
      const kind = hasUnit && words.units.has(bare(text)) ? 'unit' : content.status !== 'unreadable' || NOTHING.test(text) ? 'value' : 'text';
      list.push({ kind, text, start: from, end: from + text.length, line: index });
    }
    if (/[。；]/.test(printed) && printed.length > 60 && index > lineOf(document, region.start)) return list;
  }
  return list;
}

export function printedOf(list: readonly Word[]): string {
  return joined(list.map(({ text }) => text).join(' '));
}

function blanks(count: number): Slot[] {
  return Array.from({ length: count }, () => EMPTY);
}

/** A row between two units, before it is known what of the words between belongs to which. */
export interface Draft {
  label: Word[];
  unit: Word | null;
  values: Word[];
  /** The numbers are not the row's for certain; its label is. */
  open: boolean;
  /** The label is in doubt. */
  torn: boolean;
  slots: Slot[] | null;
}

function byUnits(document: Document, region: Region, list: readonly Word[], shape: Shape): StreamRow[] {
  const units = list.flatMap((word, index) => (word.kind === 'unit' && !(index > 0 && list[index - 1]!.kind === 'unit' && list[index - 1]!.line === word.line) ? [index] : []));
  if (units.length === 0) return [];
  const drafts: Draft[] = [];
  let serial = 0;
  let label = list.slice(0, units[0]);
  let torn = false;
  for (const [index, at] of units.entries()) {
    const draft: Draft = { label: withoutNumbers(label, shape), unit: list[at]!, values: [], open: false, torn, slots: null };
    if (shape.serial) serial = label[0]?.kind === 'value' ? contentOf(fold(label[0].text)).value ?? NaN : serial + 1;
    if (draft.label.some(({ kind }) => kind !== 'text') || draft.label.length === 0) draft.torn = true;
    drafts.push(draft);
    const between = list.slice(at + 1, units[index + 1] ?? list.length);
    const last = index === units.length - 1;
    const split = shape.lines ? splitLines(between, list[at]!, shape, serial) : splitFlow(between, shape, serial, last);
    draft.values = split.values;
    draft.open = split.open;
    label = split.rest;
    torn = split.torn;
  }
  settleBlocks(drafts, shape.values);
  if (shape.lines) placeLines(document, region, drafts, label, shape.values);
  return drafts.map((draft): StreamRow => {
    const slots = draft.slots ?? slotsOf(draft, shape.values);
    const all = [...draft.label, draft.unit!, ...draft.values];
    const row = { printed: printedOf(draft.label), start: all[0]!.start, unit: draft.unit!.text, group: null, slots };
    const numbers = draft.values.map(({ text }) => text).join(' ');
    return { row: draft.torn || !isWhole(row.printed) ? { ...row, slots: open(shape.values, numbers), torn: true } : row, end: all.at(-1)!.end };
  });
}

/** Digits before a label that are no number of a part are another cell's. */
function isWhole(label: string): boolean {
  return isBalanced(label) && (!/^\d/.test(label) || beginsLabel(label));
}

/** A bracket that is not closed shows that a label is not whole. */
export function isBalanced(label: string): boolean {
  let depth = 0;
  for (const char of label) {
    if (char === '（' || char === '(') depth++;
    else if ((char === '）' || char === ')') && --depth < 0) return /^.{0,3}[)）]/.test(label);
  }
  return depth === 0;
}

function slotsOf({ values, open: isOpen }: Draft, count: number): Slot[] {
  if (!isOpen && values.length === count) return values.map(({ text }) => slotOf(text, true));
  if (!isOpen && values.length === 0) return blanks(count);
  return open(count, values.map(({ text }) => text).join(' '));
}

/** A label without the serial before it and the code behind it. */
function withoutNumbers(label: readonly Word[], shape: Shape): Word[] {
  let from = 0;
  let to = label.length;
  // The index of a data frame stands before a label as a serial does.
  if ((shape.serial || shape.lines) && label[0]?.kind === 'value') from = 1;
  if (shape.code && to > from && /^[\dA-Za-z]+$/.test(label[to - 1]!.text)) to--;
  return label.slice(from, to);
}

interface Split {
  values: Word[];
  rest: Word[];
  open: boolean;
  torn: boolean;
}

/** Rows that may be left out between two serials. */
const SERIAL_JUMP = 9;

/** What of the words between two units is the first row's, all on one line. */
function splitFlow(all: readonly Word[], shape: Shape, serial: number, last: boolean): Split {
  // The code of the next row stands before its unit.
  const coded = shape.code && !last && /^[\dA-Za-z]+$/.test(all.at(-1)?.text ?? '');
  const split = splitPlain(coded ? all.slice(0, -1) : all, shape, serial, last);
  return coded ? { ...split, rest: [...split.rest, all.at(-1)!] } : split;
}

function splitPlain(between: readonly Word[], shape: Shape, serial: number, last: boolean): Split {
  let count = 0;
  while (count < between.length && between[count]!.kind === 'value') count++;
  const expects = shape.serial && !last;
  const next = expects && count > 0 ? contentOf(fold(between[count - 1]!.text)).value : null;
  let isOpen = false;
  let values: Word[] = between.slice(0, count);
  let rest = between.slice(count);
  if (expects) {
    // The last number before a label is its serial, if it counts on.
    if (next !== null && count === shape.values + 1 && next > serial && next <= serial + SERIAL_JUMP) {
      rest = between.slice(count - 1);
      values = between.slice(0, count - 1);
    } else if (count === 1 && next === serial + 1) {
      return { values: [], rest: [...between], open: false, torn: false };
    } else isOpen = count > 0;
  } else if (last && count > shape.values && between[shape.values]!.line !== between[0]!.line) {
    values = values.slice(0, shape.values);
  } else if (count > shape.values) isOpen = true;
  if (last) return { values, rest: [], open: isOpen || count > shape.values || (count > 0 && count < shape.values), torn: false };
  if (values.length === shape.values || isOpen) return { values, rest: [...rest], open: isOpen, torn: rest.slice(expects ? 1 : 0).some(({ kind }) => kind !== 'text') };
  return shortOf(values, rest, shape);
}

/** Fewer numbers than columns: what stands behind them may be a value that cannot be read, or the next label. */
function shortOf(values: readonly Word[], rest: readonly Word[], shape: Shape): Split {
  const odd = rest.filter((word, index) => index < shape.values - values.length && (hanOf(word.text) === '' || (/^\d/.test(word.text) && !beginsLabel(word.text))));
  if (odd.length > 0) {
    const from = rest.lastIndexOf(odd.at(-1)!) + 1;
    const all = [...values, ...rest.slice(0, from)];
    return { values: all, rest: rest.slice(from), open: all.length !== shape.values, torn: rest.slice(from).length > 1 && !beginsLabel(rest[from]!.text) };
  }
  const torn = rest.length > 1 && rest[0]!.kind === 'text' && !beginsLabel(rest[0]!.text);
  return { values: [...values], rest: [...rest], open: values.length > 0 || torn, torn };
}

/** What of the words between two units is the first row's, where rows end with lines. */
function splitLines(between: readonly Word[], unit: Word, shape: Shape, serial: number): Split {
  let own = between.filter(({ line }) => line === unit.line);
  let rest = between.slice(own.length);
  // pdftotext -raw breaks a line behind the unit of a label that is wrapped.
  if (own.length === 0 && rest[0]?.kind === 'value') {
    own = rest.filter(({ line, kind }) => line === rest[0]!.line && kind === 'value');
    const lineWords = rest.filter(({ line }) => line === rest[0]!.line);
    // A number before text is a serial of the next row.
    const counts = shape.serial && contentOf(fold(own.at(-1)!.text)).value === serial + 1;
    if (own.length < lineWords.length || (counts && own.length === 1)) own = [];
    else rest = rest.slice(own.length);
  }
  // A number broken over two lines: its last digits stand alone below.
  const below = rest.filter(({ line }) => line === rest[0]?.line);
  const broken = own.length > 0 && below.length > 0 && below.every(({ kind }) => kind === 'value') && !shape.serial;
  const isOpen = broken || own.length > shape.values || (own.length > 0 && own.length < shape.values) || own.some(({ kind }) => kind === 'unit');
  return { values: own, rest, open: isOpen, torn: false };
}

/**
 * Rows without numbers beside rows with too many: labels and values stand apart, and none of the empty rows is known to be blank.
 */
function settleBlocks(drafts: readonly Draft[], values: number): void {
  drafts.forEach((draft, index) => {
    if (draft.values.length <= values) return;
    draft.open = true;
    for (const step of [-1, 1]) {
      for (let at = index + step; drafts[at] !== undefined && drafts[at]!.values.length < values; at += step) drafts[at]!.open = true;
    }
  });
}

/** Rows without units: a run of values ends a row. */
function byValues(list: readonly Word[], shape: Shape, words: Words): StreamRow[] {
  const rows: StreamRow[] = [];
  const texts = new Set(list.flatMap(({ kind, line }) => (kind === 'value' ? [] : [line])));
  const valued = new Set(list.flatMap(({ kind, line }) => (kind === 'value' ? [line] : [])));
  let at = 0;
  let serial = 0;
  while (at < list.length) {
    let first = at;
    if (list[first]!.kind === 'value' && list[first + 1]?.kind === 'text' && (shape.serial || shape.lines)) {
      serial = contentOf(fold(list[first]!.text)).value ?? NaN;
      first++;
    }
    let to = first;
    while (to < list.length && list[to]!.kind === 'text') to++;
    const label = list.slice(first, to);
    let next = to;
    // pdftotext -raw prints the values of a label that is wrapped on the line below it.
    const own = list[to]?.kind === 'value' ? list[to]!.line : -1;
    const alone = !shape.lines || to === first || own === list[to - 1]!.line || (!shape.wide && !texts.has(own));
    while (alone && next < list.length && list[next]!.kind === 'value' && (!shape.lines || list[next]!.line === own)) next++;
    let values: readonly Word[] = list.slice(to, next);
    if (values.length === 0 && label.length === 0) {
      at++;
      continue;
    }
    if (shape.code && values.length > 0) values = values.slice(1);
    // A number broken over two lines: its last digits stand alone below.
    const lineBelow = list[next]?.line;
    const broken = shape.lines && lineBelow !== undefined && !texts.has(lineBelow);
    let isOpen = values.length !== shape.values || broken;
    const more = next < list.length;
    if (shape.serial && !shape.lines && more) {
      // The last number before a label is its serial, if it counts on.
      const value = contentOf(fold(values.at(-1)?.text ?? '')).value ?? NaN;
      const counts = value > serial && value <= serial + SERIAL_JUMP;
      isOpen = !counts || values.length !== shape.values + 1;
      if (counts) {
        values = values.slice(0, -1);
        if (values.length === 0) isOpen = false;
        next--;
      }
    }
    at = Math.max(next, at + 1);
    if (values.length === 0 && !more) break;
    rows.push(...valueRows(label, values, isOpen, shape, words));
    // Text alone on the lines behind a row may be the end of its label where labels stand beside the middle of their rows.
    const after = list[at];
    if (shape.wide && after?.kind === 'text' && !beginsLabel(after.text) && unitBehind(bare(label.at(-1)?.text ?? ''), words) === null && !valued.has(after.line)) {
      const last = rows.at(-1)!;
      if (last.row.torn !== true) rows[rows.length - 1] = { row: { ...last.row, slots: open(shape.values, numbersOf(values)), torn: true }, end: last.end };
    }
  }
  return rows;
}

function numbersOf(values: readonly Word[]): string {
  return values.map(({ text }) => text).join(' ');
}

/** The label of a run of values; text before its last word may be a row whose blanks are not shown. */
function valueRows(label: readonly Word[], values: readonly Word[], isOpen: boolean, shape: Shape, words: Words): StreamRow[] {
  const numbers = values.map(({ text }) => text).join(' ');
  const end = (values.at(-1) ?? label.at(-1))!.end;
  const cuts = label.flatMap((word, index) => (index > 0 && (beginsLabel(word.text) || unitBehind(bare(label[index - 1]!.text), words) !== null) ? [index] : []));
  const parts = [0, ...cuts].map((from, index) => label.slice(from, cuts[index] ?? label.length));
  return parts.map((part, index): StreamRow => {
    const last = index === parts.length - 1;
    const broken = new Set(part.map(({ line }) => line)).size > 1 || (!shape.lines && part.length > 1);
    const start = (part[0] ?? values[0])!.start;
    const base = { printed: printedOf(part), start, unit: null, group: null };
    if (broken || part.length === 0 || !isWhole(base.printed)) return { row: { ...base, slots: open(shape.values, last ? numbers : ''), torn: true }, end };
    if (!last) return { row: { ...base, slots: blanks(shape.values) }, end: part.at(-1)!.end };
    if (values.length === 0 && !isOpen) return { row: { ...base, slots: blanks(shape.values) }, end };
    return { row: { ...base, slots: isOpen ? open(shape.values, numbers) : values.map(({ text }) => slotOf(text, true)) }, end };
  });
}
