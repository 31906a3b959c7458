/**
 * The labels of a form as cells print them: a label is its number and its Chinese characters. Whole cells are looked up;
 * what no label equals is held against those that are due (`likeness`).
 */
import type { Block, Form, FormTable } from '../forms/form.ts';
import { hanOf, holdsHan } from '../text/reading.ts';

/** What a printed label may stand for. */
export interface Target {
  /** Index into `form.tables`. */
  table: number;
  /** `span`: printed over several columns or rows, binds nothing. */
  role: 'row' | 'column' | 'title' | 'span';
  /** Index of the block in its table, and of the row or column in its block. */
  block: number;
  index: number;
  /** The number that the form prints before it, 0 where none. */
  ordinal: number;
  key: string;
}

export interface Label {
  ordinal: number;
  /** Chinese characters without the number, explanations in brackets left out where the whole is no label. */
  key: string;
  targets: readonly Target[];
}

const ORDINAL = /^\s*(?:其中[:：]?)?\s*(?:[（(]\s*([一二三四五六七八九十]{1,2})\s*[）)]|([一二三四五六七八九十])\s*[、.,]|(\d{1,2})\s*[.、,]|[（(](\d{1,2})[）)])/;
/** 其中：… names a part; the words behind it name which. */
const PART = /^\s*其中\s*[:：]/;
const HAN_DIGITS = '一二三四五六七八九十';
/** No cell with a label is longer. */
const LONGEST = 120;

/** Splits a (folded) label into its number (0 where none) and its Chinese characters. */
export function splitLabel(folded: string): { ordinal: number; key: string } {
  const match = ORDINAL.exec(folded);
  if (match === null) return { ordinal: 0, key: hanOf(folded.replace(PART, '')) };
  const han = match[1] ?? match[2];
  const ordinal = han === undefined ? Number(match[3] ?? match[4]) : HAN_DIGITS.indexOf(han.charAt(han.length - 1)) + 1;
  return { ordinal, key: hanOf(folded.slice(match[0].length)) };
}

const NO_TARGETS: readonly Target[] = [];
const NO_LABEL: Label = { ordinal: 0, key: '', targets: NO_TARGETS };

export class LabelIndex {
  readonly #byKey = new Map<string, Target[]>();
  readonly #known = new Map<string, Label>();
  readonly rows: readonly Target[];
  readonly columns: readonly Target[];

  constructor(form: Form) {
    const rows: Target[] = [];
    const columns: Target[] = [];
    form.tables.forEach((table, index) => { this.#addTable(table, index, rows, columns); });
    this.rows = rows;
    this.columns = columns;
  }

  #addTable(table: FormTable, index: number, rows: Target[], columns: Target[]): void {
    this.#add({ table: index, role: 'span', block: -1, index: 0 }, [table.title, ...table.spanning]);
    table.blocks.forEach((block, b) => {
      if (block.title !== null) this.#add({ table: index, role: 'title', block: b, index: 0 }, [block.title]);
      block.columns.forEach((column, c) => {
        columns.push(...this.#add({ table: index, role: 'column', block: b, index: c }, [column.label, ...(column.variants ?? [])]));
      });
      block.rows.forEach((row, r) => {
        const role = row.heading ? 'span' : 'row';
        const added = this.#add({ table: index, role, block: b, index: r }, [row.label, ...(row.variants ?? [])]);
        if (role === 'row') rows.push(...added);
        this.#add({ table: index, role: 'span', block: b, index: r }, row.groups ?? []);
      });
    });
  }

  #add(target: Omit<Target, 'ordinal' | 'key'>, wordings: readonly string[]): Target[] {
    const added: Target[] = [];
    for (const wording of wordings.flatMap((each) => [each, withoutBrackets(each)])) {
      const { ordinal, key } = splitLabel(wording);
      if (key === '') continue;
      const list = this.#byKey.get(key) ?? [];
      if (list.some((each) => each.table === target.table && each.role === target.role && each.block === target.block &&
        (each.index === target.index || target.role === 'span'))) continue;
      const whole = { ...target, ordinal, key };
      list.push(whole);
      this.#byKey.set(key, list);
      added.push(whole);
    }
    return added;
  }

  /** Every key with what it may stand for. */
  entries(): Iterable<[key: string, targets: readonly Target[]]> {
    return this.#byKey;
  }

  /** @param folded the text of a cell, folded to half width and simplified characters */
  lookUp(folded: string): Label {
    if (folded.length > LONGEST || !holdsHan(folded)) return NO_LABEL;
    let label = this.#known.get(folded);
    if (label === undefined) {
      if (this.#known.size > 20_000) this.#known.clear();
      this.#known.set(folded, (label = this.#find(folded)));
    }
    return label;
  }

  #find(folded: string): Label {
    const { ordinal, key } = splitLabel(folded);
    const exact = this.#byKey.get(key);
    if (exact !== undefined) return { ordinal, key, targets: exact };
    // 规范性文件（指各行政机关印发的…）, 采购总金额（万元）
    const short = splitLabel(withoutBrackets(folded)).key;
    const cut = short === key ? undefined : this.#byKey.get(short);
    if (cut !== undefined) return { ordinal, key: short, targets: cut };
    return { ordinal, key, targets: this.#behindGroup(folded) ?? NO_TARGETS };
  }

  /** （三）不予公开 1.属于国家秘密 in one cell: the last label is the row's where what stands before it is a span. */
  #behindGroup(folded: string): readonly Target[] | null {
    for (const match of folded.matchAll(/[（(]?[一二三四五六七八九十\d]{1,2}[）)、.]/g)) {
      if (match.index === 0) continue;
      const before = this.#byKey.get(splitLabel(folded.slice(0, match.index)).key);
      if (before?.some((target) => target.role === 'span') !== true) continue;
      const behind = this.lookUp(folded.slice(match.index));
      if (behind.targets.length > 0) return behind.targets.filter((target) => target.ordinal === 0 || target.ordinal === behind.ordinal);
    }
    return null;
  }
}

/** The unit behind a label: （元）, (万元), /元, （件）. */
const UNIT = /[（(/]\s*(?:万元|元)\s*[）)]?|[（(]\s*(?:条|件|次|篇|个|人|人次|份|项|期|场|宗|起|家)\s*[）)]/g;

/** A label without its explanations; the number in brackets before it (（一）) is none. */
function withoutBrackets(label: string): string {
  return label.replace(/[（(][^（()）]{3,}[）)]?/g, '').replace(UNIT, '');
}

const indexes = new WeakMap<Form, LabelIndex>();

/** The labels of a form, indexed once. */
export function labelsOf(form: Form): LabelIndex {
  let index = indexes.get(form);
  if (index === undefined) indexes.set(form, (index = new LabelIndex(form)));
  return index;
}

/**
 * How alike two keys are: twice their longest common subsequence over the sum of their lengths, 0 to 1. A misprint, a
 * lost or doubled character costs little, another label a lot.
 */
export function likeness(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  let row = new Uint16Array(b.length + 1);
  let previous = new Uint16Array(b.length + 1);
  for (let i = 0; i < a.length; i++) {
    [row, previous] = [previous, row];
    for (let j = 0; j < b.length; j++) {
      row[j + 1] = a.charCodeAt(i) === b.charCodeAt(j) ? previous[j]! + 1 : Math.max(previous[j + 1]!, row[j]!);
    }
  }
  return (2 * row[b.length]!) / (a.length + b.length);
}

/** Position of a target in its table's order. */
export function orderOf(target: Target): number {
  return target.block * 1000 + target.index;
}

/** A misprinted label must be this like the row's own, less where the number before it agrees; a misprinted heading, its column's. */
const LIKE = 0.6;
const LIKE_WITH_ORDINAL = 0.4;
/** Characters of a label that is no word of another. */
const WHOLE = 4;
/** And better than any other row by this much. */
const CLEAR = 0.1;

/** Whether the labels of two rows stand in one, whole: a cell of both. */
function holdsTwo(key: string, due: readonly Target[]): boolean {
  let first: Target | null = null;
  for (const target of due) {
    if (target.key.length < WHOLE || target.key.length >= key.length) continue;
    const at = key.indexOf(target.key);
    if (at < 0) continue;
    // What stands before it ends another's label, or what stands behind begins one: lines of both.
    const [before, behind] = [key.slice(0, at).replace(/其中$/, ''), key.slice(at + target.key.length)];
    const isLine = ({ key: other }: Target): boolean => (
      (before.length >= WHOLE && other.endsWith(before)) || (behind.length >= WHOLE && other.startsWith(behind))
    );
    if (due.some((other) => orderOf(other) !== orderOf(target) && isLine(other))) return true;
    if (first !== null && orderOf(first) !== orderOf(target) && !first.key.includes(target.key) && !target.key.includes(first.key)) return true;
    first = target;
  }
  return false;
}

/** The row that is due whose label is most like a misprinted or wrapped one; `null` where none is, or more than one. */
export function likest({ key, ordinal }: Pick<Label, 'key' | 'ordinal'>, due: readonly Target[]): Target | null {
  if (key.length < 2 || holdsTwo(key, due)) return null;
  let best: Target | null = null;
  let most = 0;
  let second = 0;
  for (const target of due) {
    const like = Math.max(likeness(key, target.key), key.length >= 4 ? likeness(key, target.key.slice(0, key.length)) : 0);
    if (like < (ordinal !== 0 && ordinal === target.ordinal ? LIKE_WITH_ORDINAL : LIKE)) continue;
    if (like > most) {
      if (best === null || orderOf(best) !== orderOf(target)) second = most;
      most = like;
      best = target;
    } else if (best !== null && orderOf(best) !== orderOf(target)) {
      second = Math.max(second, like);
    }
  }
  return most - second >= CLEAR ? best : null;
}

const wordings = new WeakMap<Block['columns'], readonly (readonly string[])[]>();

/** The Chinese characters of the wordings of each column. Made once. */
export function wordingsOf(columns: Block['columns']): readonly (readonly string[])[] {
  let own = wordings.get(columns);
  if (own === undefined) {
    own = columns.map((column) => [column.label, ...(column.variants ?? [])].map((each) => hanOf(each)));
    wordings.set(columns, own);
  }
  return own;
}

/** Index of the column whose heading is most like a misprinted one, among those that none names; -1 where none is. */
export function likestColumn(key: string, columns: Block['columns'], taken: ReadonlySet<number>): number {
  const all = wordingsOf(columns);
  let best = -1;
  let most = LIKE;
  columns.forEach((column, index) => {
    if (taken.has(index) || column.optional === true) return;
    for (const wording of all[index]!) {
      const like = likeness(key, wording);
      if (like > most) {
        most = like;
        best = index;
      }
    }
  });
  return best;
}

/**
 * Labels that name one row bind it. Labels that name several (（三）其他情形数 of 行政复议 and of 行政诉讼) are the one that is due between the
 * rows around them; where none is, they bind nothing. Linear.
 *
 * @param choices what each label may name, in the order they are printed in
 * @param last position of the row bound before them, -1 where none
 */
export function chooseDue(choices: readonly (readonly Target[])[], last: number): (Target | null)[] {
  const afters = new Array<number>(choices.length);
  let after = Infinity;
  for (let i = choices.length - 1; i >= 0; i--) {
    afters[i] = after;
    if (choices[i]!.length === 1) after = orderOf(choices[i]![0]!);
  }
  let before = last;
  return choices.map((own, i) => {
    const next = afters[i]!;
    const due = own.length === 1 ? own : own.filter((target) => orderOf(target) > before && (next < before || orderOf(target) < next));
    if (due.length === 0) return null;
    const target = due.reduce((a, b) => (orderOf(a) < orderOf(b) ? a : b));
    before = orderOf(target);
    return target;
  });
}
