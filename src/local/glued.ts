/**
 * Local tables whose cells are glued: 网站公开条952、政府公报公开条1. A unit before digits ends a label; the number of the next part, and the
 * serial of the next row, are known beforehand and cut off. What could be cut in two ways is open.
 */
import type { Document } from '../text/document.ts';
import { hanOf } from '../text/reading.ts';
import { isBalanced } from './flow.ts';
import { nameOf } from './name.ts';
import { isFurniture, isNote, isSentence, lineOf, type Region, type StreamRow } from './stream.ts';
import { EMPTY, open, type Slot } from './table.ts';
import { bare, joined, slotOf, unitBehind, type Words } from './words.ts';

interface Shape {
  values: number;
  unit: boolean;
  serial: boolean;
  code: boolean;
}

export function gluedRows(document: Document, region: Region, words: Words): StreamRow[] {
  const roles = region.headings.map(({ role }) => role);
  const label = roles.indexOf('label');
  const first = roles.indexOf('value');
  if (roles.includes('aside') || first < label || roles.indexOf('unit') > first) return [];
  const shape: Shape = {
    values: roles.filter((role) => role === 'value').length, unit: roles.includes('unit'),
    serial: roles.slice(0, label).includes('serial'), code: roles.slice(label).includes('serial'),
  };
  return new Glued(document, words, shape).read(region);
}

const MOST_LABEL = 60;
/** Digits with their separators, and marks; blanks part them. */
const RUN = /(?:[-+]?\d[\d,.]*|[-/]+|[无零](?![法偿障效关异线锡为]))(?:[ \t]*(?:[-+]?\d[\d,.]*|[-/]+|[无零](?![法偿障效关异线锡为])))*/y;
const STARTS_VALUE = /[-+/\d无零]/;
/** What stands in words and is no unit of a row. */
const COMPOUNDS = new RegExp([
  '[文邮信案稿证]件', '件数', '条[例数款件]', '人[员数工民口士们]', '[个法本专责私军商证选他]人', '申请人', '负责人', '发言人', '当事人',
  '次数', '[届频批档层首每多]次', '篇数', '项目', '[事专单各多款]项', '[单多]元', '元[素旦]', '[部省月年身]份', '份[数额]', '期[限间]', '[定延逾按学日长短前后时]期',
  '场[所合馆]', '[现市立农会]场', '[处]理', '处[罚分置]', '家[庭长]', '[国专大]家', '个[人数别体]', '起[诉草]', '种[类植]', '户[籍口]', '[门账客用农]户',
].join('|'), 'g');

class Glued {
  readonly #document: Document;
  readonly #words: Words;
  readonly #shape: Shape;
  readonly #unitBefore: RegExp;
  #rows: StreamRow[] = [];
  #part = 0;
  #serial = 0;
  /** Text that belongs before the next label: a label broken over lines. */
  #pending: { text: string; start: number } | null = null;

  constructor(document: Document, words: Words, shape: Shape) {
    this.#document = document;
    this.#words = words;
    this.#shape = shape;
    const units = [...words.units].sort((a, b) => b.length - a.length).map((unit) => unit.replace(/[()/]/g, '\\$&')).join('|');
    this.#unitBefore = new RegExp(`(?:${units})$`);
  }

  read({ start, end }: Region): StreamRow[] {
    const { folded, lines } = this.#document;
    const index = lineOf(this.#document, start);
    const restEnd = Math.min(lines[index]!.end, end);
    if (folded.slice(start, restEnd).trim() !== '') {
      this.#flat(start, end);
      return this.#rows;
    }
    const list = lines.slice(index + 1).filter((line) => line.start < end);
    const printed = list.filter((line) => folded.slice(line.start, line.end).trim() !== '');
    // The table's whole body on the line below its header.
    if (printed.length > 0 && this.#countRuns(printed[0]!.start, printed[0]!.end) > 2 * this.#shape.values + 2) {
      this.#flat(printed[0]!.start, end);
      return this.#rows;
    }
    for (const line of printed) {
      const text = folded.slice(line.start, line.end);
      if (isFurniture(text)) continue;
      if (isSentence(text) || isNote(text)) break;
      this.#line(line.start, line.end);
    }
    return this.#rows;
  }

  #countRuns(from: number, to: number): number {
    return this.#document.folded.slice(from, to).match(/\d+/g)?.length ?? 0;
  }

  /** A row a line: what does not end it is a label's first half. */
  #line(from: number, to: number): void {
    const { folded } = this.#document;
    let at = this.#skipSerial(from, to);
    const torn = at < 0;
    if (torn) at = from;
    const run = this.#shape.unit ? this.#runBehindUnit(at, to) : this.#runBehindLabel(at, to);
    const printed = folded.slice(at, to).trim();
    if (run === null) {
      const unit = this.#shape.unit ? this.#unitBefore.exec(printed)?.[0] : undefined;
      const whole = unit !== undefined || (!this.#shape.unit && unitBehind(bare(printed), this.#words) !== null);
      if (whole) this.#push(at, to - (unit?.length ?? 0), unit ?? null, blanks(this.#shape.values), to, torn);
      else this.#pending = { text: (this.#pending?.text ?? '') + this.#document.text.slice(at, to).trim(), start: this.#pending?.start ?? at };
      return;
    }
    const rest = folded.slice(run.end, to).trim();
    const slots = rest === '' ? this.#cut(folded.slice(run.start, run.end)) : open(this.#shape.values, this.#document.text.slice(run.start, to).trim());
    this.#push(at, run.label, run.unit, slots, to, torn);
  }

  /** The whole table in one stretch. */
  #flat(from: number, to: number): void {
    const { folded } = this.#document;
    let at = this.#skipSerial(from, to);
    let torn = at < 0;
    if (torn) at = from;
    while (at < to) {
      const run = this.#shape.unit ? this.#runBehindUnit(at, to) : this.#runBehindLabel(at, to);
      if (run === null || run.label - at > MOST_LABEL || isSentence(folded.slice(at, run.label)) || /[。;]/.test(folded.slice(at, run.label))) return;
      this.#part = nameOf(this.#document.text.slice(at, run.label), this.#words).part;
      const next = this.#nextLabel(run.start, run.end, to);
      const printed = folded.slice(run.start, next.cut).trim();
      const slots = next.open ? open(this.#shape.values, this.#document.text.slice(run.start, run.end)) : this.#cut(printed);
      const label = folded.slice(at, run.label);
      // A unit within a label may have ended the row before, whose value is blank; without units, so may any word.
      const doubtful = this.#shape.unit ? this.#holdsUnit(label) : unitBehind(bare(label), this.#words) === null || /\).*\)/.test(label);
      this.#push(at, run.label, run.unit, slots, run.end, torn || doubtful);
      torn = next.torn;
      at = next.label;
    }
  }

  #holdsUnit(label: string): boolean {
    const left = hanOf(label.replace(COMPOUNDS, '').replace(/\([^()]*\)/g, ''));
    for (const unit of ['条', '件', '次', '篇', '个', '人', '元', '份', '项', '期', '场', '宗', '起', '家', '处', '户', '册', '种', '笔']) {
      if (left.includes(unit) && this.#words.units.has(unit)) return true;
    }
    return false;
  }

  /** Where a row's values begin and its label ends. */
  #runBehindUnit(from: number, to: number): { label: number; unit: string | null; start: number; end: number } | null {
    const { folded, text } = this.#document;
    for (let i = from; i < to; i++) {
      if (!STARTS_VALUE.test(folded.charAt(i))) continue;
      const before = folded.slice(Math.max(from, i - 8), i).trimEnd();
      const unit = this.#unitBefore.exec(before)?.[0];
      if (unit === undefined) continue;
      RUN.lastIndex = i;
      const match = RUN.exec(folded);
      if (match === null) continue;
      const label = Math.max(from, i - 8) + before.length - unit.length;
      return { label, unit: text.slice(label, label + unit.length), start: i, end: Math.min(to, RUN.lastIndex) };
    }
    return null;
  }

  #runBehindLabel(from: number, to: number): { label: number; unit: string | null; start: number; end: number } | null {
    const { folded } = this.#document;
    const mark = /^\s*(?:其中:?\s*)?(?:\d{1,2}\s*[.、,:)]|\(\d{1,2}\)|[①-⑳])?/.exec(folded.slice(from, Math.min(to, from + 20)))!;
    for (let i = from + mark[0].length; i < to; i++) {
      if (!/[-\d无零]/.test(folded.charAt(i))) continue;
      RUN.lastIndex = i;
      if (RUN.exec(folded) === null) continue;
      return { label: i, unit: null, start: i, end: Math.min(to, RUN.lastIndex) };
    }
    return null;
  }

  /** Where the label behind a run begins: its number among parts and its serial are the run's last digits. */
  #nextLabel(start: number, end: number, to: number): { cut: number; label: number; open: boolean; torn: boolean } {
    const { folded } = this.#document;
    const run = folded.slice(start, end);
    const behind = folded.charAt(end);
    let digits = end;
    const plain = { cut: end, label: end, open: false, torn: false };
    if (end >= to) return plain;
    if (behind === '年') return { ...plain, open: /\s/.test(run.trim()) ? false : run.length > 4, cut: run.trim().includes(' ') ? start + run.trimEnd().lastIndexOf(' ') : end };
    const dotted = /[.,]$/.test(run) ? 1 : 0;
    if ('、:)'.includes(behind) || dotted === 1) {
      const text = run.slice(0, run.length - dotted);
      if (!endsWith(text, this.#part + 1)) return { cut: end, label: end + 1 - dotted, open: true, torn: false };
      digits = end - dotted - String(this.#part + 1).length;
    }
    if (!this.#shape.serial) return { ...plain, cut: digits, label: digits };
    const before = folded.slice(start, digits).trimEnd();
    const serial = this.#serial + 1;
    if (!endsWith(before, serial)) return { cut: end, label: digits, open: true, torn: true };
    this.#serial = serial;
    return { ...plain, cut: start + before.length - String(serial).length, label: digits };
  }

  /** Behind the serial that a row begins with, -1 where another number stands there. */
  #skipSerial(from: number, to: number): number {
    let at = from;
    while (at < to && /\s/.test(this.#document.folded.charAt(at))) at++;
    if (!this.#shape.serial) return at;
    const next = String(this.#serial + 1);
    if (!this.#document.folded.startsWith(next, at)) return /\d/.test(this.#document.folded.charAt(at)) ? -1 : at;
    this.#serial++;
    return at + next.length;
  }

  /** The values of a run: as many numbers as columns, where it can be cut in one way only. */
  #cut(run: string): Slot[] {
    const { values } = this.#shape;
    // A code before the values is glued to the first of them.
    if (this.#shape.code && !this.#shape.unit) return open(values, run);
    const pieces = run.split(/\s+/).filter((piece) => piece !== '');
    if (pieces.length === values) return pieces.map((piece) => slotOf(piece));
    if (pieces.every((piece) => /^[-/]+$/.test(piece))) return blanks(values);
    // Blanks leave no trace: two digits may be two numbers, or one and a blank. A leading zero is a number of its own.
    if (pieces.length === 1 && values === 2 && /^0(?:0|[1-9]\d*)$/.test(run)) return [slotOf('0'), slotOf(run.slice(1))];
    return open(values, run);
  }

  #push(from: number, to: number, unit: string | null, slots: readonly Slot[], end: number, torn: boolean): void {
    const own = this.#document.text.slice(from, to);
    let printed = joined((this.#pending?.text ?? '') + own.trim());
    if (this.#shape.code) printed = printed.replace(/\d+$/, '');
    const broken = this.#pending !== null && !this.#shape.unit;
    const start = this.#pending?.start ?? from;
    this.#pending = null;
    const row = { printed, start, unit, group: null, slots };
    const doubt = torn || broken || hanOf(printed) === '' || !isBalanced(printed);
    const numbers = slots.map(({ value, doubt: each }) => String(value ?? each ?? '')).join(' ');
    this.#rows.push({ row: doubt ? { ...row, slots: open(slots.length, numbers), torn: true } : row, end });
  }
}

function blanks(count: number): Slot[] {
  return Array.from({ length: count }, () => EMPTY);
}

/** Does a run of digits end with a number that something may stand before? */
function endsWith(digits: string, number: number): boolean {
  return digits.endsWith(String(number));
}
