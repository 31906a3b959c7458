/**
 * Words become items: the phrases of the lexicon, values, and text that is neither. A run of words without a value between is
 * cut into phrases as a whole, so that labels may be wrapped over words, spaced, or glued to each other and to their values.
 */
import type { Form } from '../../forms/form.ts';
import type { Word } from '../../grid/stream.ts';
import { isDigit, isHan } from '../../text/chars.ts';
import { contentOf, hanOf, isMark, isZeroWord, type Content } from '../../text/reading.ts';
import { labelsOf, type Target } from '../labels.ts';
import { lexiconOf, SIGNS, type Entry, type PhraseRole } from './lexicon.ts';
import { piecesOf, type Piece } from './pieces.ts';
import { isClause, isListed, markProse } from './prose.ts';

export interface Item {
  kind: PhraseRole | 'text' | 'value';
  start: number;
  end: number;
  /** Folded. */
  text: string;
  /** Chinese characters of a phrase or a text. */
  key: string;
  /** The number printed before it, 0 where none. */
  ordinal: number;
  targets: readonly Target[];
  content: Content;
  /** Line breaks, and blanks, that part it from the item before. */
  breaks: number;
  /** Lines with nothing but bars among them. */
  bars: number;
  blanks: number;
  /** A bar or a tab parts it from the item before. */
  parted: boolean;
  /** It touches the item before. */
  glued: boolean;
  /** A number that may be its page's. */
  page: boolean;
  /** A phrase inside other text: no label. */
  loose: boolean;
  /** A text that says something: no heading, no label, no cell. */
  sentence: boolean;
  /** Words of a text. */
  words: number;
  /** A value that stands on a line between the lines of the label before it. */
  inside?: true;
}

/** A stretch of Chinese characters without a value between. */
export interface Run {
  units: number[];
  offsets: number[];
  /** Index of the word each stands in. */
  words: number[];
  /** Whether something stands between it and the one before. */
  edge: boolean[];
  /** By index of the character behind it. */
  ordinals: Map<number, Ordinal>;
}

interface Ordinal {
  value: number;
  start: number;
  end: number;
  /** Its digits are printed bare, so that more digits may touch them. */
  bare: boolean;
  /** Index of the word it stands in. */
  word: number;
}

const BLANK: Content = { value: null, status: 'blank', unit: null };
const NUMERALS = '一二三四五六七八九十';
const ORDINAL = /^(?:[(]\s*([一二三四五六七八九十]{1,2}|\d{1,2})\s*[)]|([一二三四五六七八九十]{1,2})\s*[、.](?!\d)|(\d{1,2})\s*[.、](?=["']?[\u3400-\u9fff]|["']?$))/;
const BARE_ORDINAL = /^(?:[(]\d{1,2}[)]|\d{1,2}[.、)])$/;
const MIXED = /^\d\d+[.、]$/;
const SPACED_ORDINAL = /^(?:\d{1,2}|[一二三四五六七八九十]{1,2})$/;
/** What stands between labels and says nothing. */
const PUNCTUATION = /^[()"',、。;:《》〔〕[\]<>!]+$/;
const SENTENCE = /[。;!?]|^(?:附?注|说明|备注)\s*[:：]/;
/** No label or heading that a form does not know is longer. */
const LONGEST_TEXT = 34;
const CLOSERS = /^[)"'\]】』〕]+/;
/** Marks of notes behind a label. */
const NOTES = /^(?:[\u2460-\u2473*※]|\[\d{1,2}\])+/;
const LEAD = /^\s*[:：]?\s*/;
/** Shorter texts before digits are what stands in a cell (见表2). */
const SHORT_LABEL = 4;
/** What a phrase inside a sentence stands behind. */
const COMMA = /[,。;]/;
/** Digits inside labels: 计1次. */
const COUNTED = /计$/;

export function itemsOf(words: readonly Word[], form: Form): Item[] {
  const maker = new ItemMaker(words, form);
  return maker.read();
}

class ItemMaker {
  readonly #words: readonly Word[];
  readonly #form: Form;
  readonly #items: Item[] = [];

  constructor(words: readonly Word[], form: Form) {
    this.#words = words;
    this.#form = form;
  }

  read(): Item[] {
    const words = this.#words;
    let from = 0;
    for (let i = 0; i < words.length; i++) {
      if (!this.#isValue(i)) continue;
      if (i > from) this.#readRun(from, i);
      this.#addValue(words[i]!);
      from = i + 1;
    }
    if (words.length > from) this.#readRun(from, words.length);
    const items = withWrapped(withUnits(this.#items), this.#form);
    markProse(items);
    return items;
  }

  /** A word that stands for a cell: a value, or something odd that is no text. */
  #isValue(index: number): boolean {
    const { text, content } = this.#words[index]!;
    const next = this.#words[index + 1];
    const opens = next !== undefined && next.breaks === 0 && (next.text.startsWith('、') || next.text.startsWith('.'));
    if (content.status !== 'unreadable') {
      if (opens) return false;
      return !(text.length === 1 && isDigit(text.charCodeAt(0)) && COUNTED.test(this.#words[index - 1]?.text ?? ''));
    }
    if (text.length === 1 && NUMERALS.includes(text)) return !opens;
    // 3 . 其 他: the dot is the number's before it.
    if (text === '.' && this.#words[index]!.breaks === 0 && SPACED_ORDINAL.test(this.#words[index - 1]?.text ?? '')) return false;
    return hanOf(text) === '' && !BARE_ORDINAL.test(text) && !PUNCTUATION.test(text);
  }

  #addValue(word: Word): void {
    this.#push({ kind: 'value', start: word.start, end: word.end, text: word.text, content: word.content, breaks: word.breaks, bars: word.bars, blanks: word.blanks, parted: word.parted, page: word.page });
  }

  #push(item: Partial<Item> & Pick<Item, 'kind' | 'start' | 'end' | 'text'>): void {
    const before = this.#items.at(-1);
    this.#items.push({
      key: '', ordinal: 0, targets: [], content: BLANK, breaks: 0, bars: 0, blanks: 0, parted: false, glued: before !== undefined && before.end === item.start, page: false, loose: false, sentence: false, words: 1, ...item,
    });
  }

  #readRun(from: number, to: number): void {
    const run = runOf(this.#words, from, to);
    const pieces = piecesOf(run, lexiconOf(this.#form));
    const ends = this.#extents(run, pieces);
    let word = from;
    let at = this.#words[from]!.start;
    pieces.forEach((piece, index) => {
      const { start, end } = ends[index]!;
      const first = firstWord(run, piece);
      while (word < first) {
        this.#residual(at, this.#words[word]!.end, word);
        word++;
        at = this.#words[word]!.start;
      }
      if (start > at) this.#residual(at, start, word, piece.entry?.role);
      this.#addPiece(run, piece, start, end, pieces[index - 1], pieces.slice(index + 1, index + 3));
      while (this.#words[word]!.end < end) word++;
      at = end;
    });
    while (word < to) {
      this.#residual(at, this.#words[word]!.end, word);
      word++;
      if (word < to) at = this.#words[word]!.start;
    }
  }

  /** Where the pieces of a run begin and end in the text. */
  #extents(run: Run, pieces: readonly Piece[]): { start: number; end: number }[] {
    const starts = pieces.map(({ from, entry }) => {
      const ordinal = run.ordinals.get(from);
      if (ordinal !== undefined) return ordinal.start + (ordinal.bare ? touching(ordinal, this.#textOf(ordinal), entry) : 0);
      return run.offsets[from]!;
    });
    return pieces.map(({ to, from, entry }, index) => {
      const word = this.#words[run.words[to - 1]!]!;
      const last = run.offsets[to - 1]! + 1;
      const next = index + 1 < pieces.length ? starts[index + 1]! : Infinity;
      const behind = word.text.slice(last - word.start);
      if (entry !== null) return { start: starts[index]!, end: last + (CLOSERS.exec(behind)?.[0].length ?? 0) };
      const own = this.#words[run.words[from]!]!;
      const before = index > 0 ? run.offsets[pieces[index - 1]!.to - 1]! + 1 : -1;
      const ordinal = run.ordinals.get(from);
      const start = ordinal === undefined ? Math.max(own.start, before) : isMixed(ordinal, this.#textOf(ordinal), own) ? ordinal.end : starts[index]!;
      // A value glued to an unknown label is no part of it.
      const cell = to - from < SHORT_LABEL || (start === own.start && index === 0 && isDigit(own.text.charCodeAt(0)));
      const end = Math.min(word.end, next);
      const digits = !cell && /^[)"']?[:]?[\d/-]+$/.test(behind.slice(0, end - last));
      return { start, end: digits ? last : end };
    });
  }

  #textOf({ start, end, word }: Ordinal): string {
    const own = this.#words[word]!;
    return own.text.slice(start - own.start, end - own.start);
  }

  #addPiece(run: Run, piece: Piece, start: number, end: number, before: Piece | undefined, after: readonly Piece[]): void {
    const word = this.#words[firstWord(run, piece)]!;
    const ordinal = run.ordinals.get(piece.from);
    let key = '';
    for (let i = piece.from; i < piece.to; i++) key += String.fromCharCode(run.units[i]!);
    const first = start <= word.start || this.#items.length === 0 || this.#items.at(-1)!.end <= word.start;
    const text = this.#slice(run, piece, start, end);
    const common = { start, end, text, key, breaks: first ? word.breaks : 0, bars: first ? word.bars : 0, blanks: first ? word.blanks : 0, ordinal: ordinal === undefined ? 0 : valueOf(ordinal, piece.entry) };
    if (piece.entry === null) {
      this.#addText({ ...common, words: run.words[piece.to - 1]! - run.words[piece.from]! + 1 });
      return;
    }
    const loose = COMMA.test(word.text.charAt(start - word.start - 1)) || (before?.entry === null && !run.edge[piece.from]! && ordinal === undefined && !opensLabels(after)) || (after[0]?.entry === null && !run.edge[piece.to]!);
    if (piece.entry.role === 'zero') this.#push({ kind: 'value', start, end, text, content: contentOf(text), breaks: common.breaks, bars: common.bars, blanks: common.blanks });
    else this.#push({ kind: piece.entry.role, ...common, targets: piece.entry.targets, loose });
  }

  #addText(text: Omit<Partial<Item>, 'kind'> & Pick<Item, 'start' | 'end' | 'text' | 'key'>): void {
    const sentence = SENTENCE.test(text.text) || text.key.length > LONGEST_TEXT;
    const last = text.text.slice(-1);
    if (text.key.length <= SHORT_LABEL || !isZeroWord(last)) {
      this.#push({ ...text, kind: 'text', content: contentOf(text.text), sentence });
      return;
    }
    // 无 behind an unknown label states its zero.
    const end = text.end - 1;
    this.#push({ ...text, kind: 'text', end, text: text.text.slice(0, -1), key: text.key.slice(0, -1), content: contentOf(text.text), sentence });
    this.#push({ kind: 'value', start: end, end: text.end, text: last, content: contentOf(last) });
  }

  /** The text of a piece, blanks between its words left out. */
  #slice(run: Run, piece: Piece, start: number, end: number): string {
    let text = '';
    for (let w = firstWord(run, piece); w <= run.words[piece.to - 1]!; w++) {
      const word = this.#words[w]!;
      text += word.text.slice(Math.max(0, start - word.start), Math.max(0, Math.min(word.end, end) - word.start));
    }
    return text;
  }

  /** What ends a clause: the numbers before it are a sentence's. */
  #end(start: number, length: number, text: string): void {
    this.#push({ kind: 'text', start, end: start + length, text, sentence: true });
  }

  /** What stands in a word beside its phrases: values glued to them, marks of notes, punctuation. */
  #residual(from: number, to: number, index: number, next?: PhraseRole | 'zero'): void {
    const word = this.#words[index]!;
    if (to <= from) return;
    let text = word.text.slice(from - word.start, to - word.start);
    const before = this.#items.at(-1);
    if (before?.end === from && isListed(text, before)) this.#end(from, 1, text.charAt(0));
    const skipped = (LEAD.exec(text)?.[0] ?? '').length;
    text = text.slice(skipped);
    const note = (NOTES.exec(text)?.[0] ?? '').length;
    text = text.slice(note);
    const start = from + skipped + note;
    if (text === '' || PUNCTUATION.test(text)) return;
    const mixed = from > word.start && MIXED.test(text);
    if (isMark(text) ? next === 'unit' : !/\d/.test(text) || (BARE_ORDINAL.test(text) && !mixed)) return;
    if (isClause(text)) {
      this.#end(start, to - start, text);
      return;
    }
    this.#push({ kind: 'value', start, end: to, text, content: contentOf(text), glued: start > word.start || to < word.end, ...spaceBefore(word, start) });
  }
}

/** What stands before a part of a word: something only before its first. */
function spaceBefore(word: Word, start: number): Pick<Item, 'breaks' | 'bars' | 'blanks'> {
  return start === word.start ? { breaks: word.breaks, bars: word.bars, blanks: word.blanks } : { breaks: 0, bars: 0, blanks: 0 };
}

/** The word in which a piece begins, or the number before it. */
function firstWord(run: Run, piece: Piece): number {
  return run.ordinals.get(piece.from)?.word ?? run.words[piece.from]!;
}

/** Headings in a row, the first of which touches the end of a misprinted title: …行政诉公情况行政复议行政诉讼结果维持. */
function opensLabels(after: readonly Piece[]): boolean {
  return after.length === 2 && after.every(({ entry }) => entry?.role === 'label');
}

function isSign(text: string): boolean {
  return SIGNS.some((sign) => sign === text);
}

/** A sign in words is the number's that it touches; a unit that touches the number before it, too: 减 / 5, 60.2 / 万元. */
function withUnits(items: readonly Item[]): Item[] {
  const joined: Item[] = [];
  for (const item of items) {
    const before = joined.at(-1);
    if (item.kind === 'value' && item.glued && before?.kind === 'value' && isSign(before.text)) {
      const text = before.text + item.text;
      joined[joined.length - 1] = { ...before, end: item.end, text, content: contentOf(text), glued: true };
      continue;
    }
    if (item.kind === 'unit' && item.glued && before?.kind === 'value' && before.content.status === 'reported') {
      const text = before.text + item.text;
      const content = contentOf(text);
      if (content.status === 'reported') {
        joined[joined.length - 1] = { ...before, end: item.end, text, content };
        continue;
      }
    }
    joined.push(item);
  }
  return joined;
}

/** Digits that touch what stands before them and the unknown label behind them: a value and the label's number, nobody can tell where one ends. */
function isMixed({ bare, start }: Ordinal, text: string, word: Word): boolean {
  return bare && start > word.start && MIXED.test(text);
}

/** Digits before a bare ordinal's own: a value that touches it (00000002.其他). */
function touching(ordinal: Ordinal, text: string, entry: Entry | null): number {
  const digits = /^\d*/.exec(text)![0];
  return digits.length - String(valueOf(ordinal, entry)).length;
}

/** The number of an ordinal: as the label has it where the digits end with it, else the last digit where others touch it. */
function valueOf(ordinal: Ordinal, entry: Entry | null): number {
  if (!ordinal.bare) return ordinal.value;
  const digits = String(ordinal.value);
  for (const target of entry?.targets ?? []) {
    if (target.ordinal !== 0 && digits.endsWith(String(target.ordinal))) return target.ordinal;
  }
  return ordinal.value;
}

/** A label wrapped around its first value: what stands on the lines above and below it makes a row's label together, and neither does alone. */
function withWrapped(items: readonly Item[], form: Form): Item[] {
  const joined: Item[] = [];
  for (const item of items) {
    const value = joined.at(-1);
    const head = joined.at(-2);
    const whole = value === undefined || head === undefined ? null : wrappedAround(head, value, item, form);
    if (whole === null) joined.push(item);
    else joined.splice(-2, 2, whole, { ...value!, inside: true });
  }
  return joined;
}

function wrappedAround(head: Item, value: Item, rest: Item, form: Form): Item | null {
  if (value.kind !== 'value' || head.kind !== 'text' || rest.kind === 'value' || value.breaks !== 1 || rest.breaks !== 1 || rest.ordinal !== 0) return null;
  const text = head.text + rest.text;
  const { key, ordinal, targets } = labelsOf(form).lookUp(text);
  const own = targets.filter((target) => target.role === 'row' && target.ordinal === ordinal);
  return own.length === 0 ? null : { ...head, kind: 'label', end: rest.end, text, key, targets: own, loose: false, sentence: false };
}

function runOf(words: readonly Word[], from: number, to: number): Run {
  const run: Run = { units: [], offsets: [], words: [], edge: [], ordinals: new Map() };
  let last = -2;
  for (let w = from; w < to; w++) {
    const { text, start, end } = words[w]!;
    const next = words[w + 1];
    if (w + 1 < to && SPACED_ORDINAL.test(text) && /^[.、]/.test(next!.text)) {
      // 3 . 其 他
      const value = isDigit(text.charCodeAt(0)) ? Number(text) : NUMERALS.indexOf(text.at(-1)!) + 1;
      run.ordinals.set(run.units.length, { value, start, end, bare: false, word: w });
      last = -2;
      continue;
    }
    for (let i = 0; i < text.length; i++) {
      const ordinal = ordinalAt(text, i);
      if (ordinal !== null) {
        run.ordinals.set(run.units.length, { value: ordinal.value, start: start + ordinal.start, end: start + ordinal.end, bare: ordinal.bare, word: w });
        i = ordinal.end - 1;
        last = -2;
        continue;
      }
      const code = text.charCodeAt(i);
      if (!isHan(code)) continue;
      run.edge.push(start + i !== last + 1 || run.units.length === 0);
      run.units.push(code);
      run.offsets.push(start + i);
      run.words.push(w);
      last = start + i;
    }
  }
  run.edge.push(true);
  return run;
}

/** An ordinal at a place of a word: the digits of a bare one with all digits that touch them. */
function ordinalAt(text: string, at: number): Omit<Ordinal, 'word'> | null {
  const code = text.charCodeAt(at);
  const opens = code === 0x28 || isDigit(code) || NUMERALS.includes(text.charAt(at));
  if (!opens || text.charAt(at - 1) === '第') return null;
  if (isDigit(code)) {
    if (isDigit(text.charCodeAt(at - 1)) || text.charAt(at - 1) === '.') return null;
    let end = at;
    while (isDigit(text.charCodeAt(end))) end++;
    const match = ORDINAL.exec(text.slice(Math.max(at, end - 2), end + 4));
    if (match?.[3] === undefined) return null;
    return { value: end - at > 2 ? Number(match[3]) % 10 : Number(match[3]), start: at, end: Math.max(at, end - 2) + match[0].length, bare: true };
  }
  const match = ORDINAL.exec(text.slice(at, at + 8));
  if (match === null) return null;
  const numeral = match[1] ?? match[2]!;
  const value = isDigit(numeral.charCodeAt(0)) ? Number(numeral) : NUMERALS.indexOf(numeral.charAt(numeral.length - 1)) + 1;
  return { value, start: at, end: at + match[0].length, bare: false };
}
