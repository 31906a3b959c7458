/** The main text of a Word 97–2003 document with the properties of its paragraphs ([MS-DOC] 2.4, 2.6). */
import { LONGEST_RAISED, raised } from '../raised.ts';
import type { CompoundFile } from './compound.ts';

/** What a paragraph says about tables. */
export interface ParagraphProperties {
  /** It ends a table row. */
  rowEnd: boolean;
  inTable: boolean;
  /** The cells of the row, on a paragraph that ends one. */
  cells: readonly CellDefinition[] | null;
}

/** A cell as its row defines it; places are twentieths of a point. */
export interface CellDefinition {
  left: number;
  right: number;
  /** Whether it is part of the cell to its left. */
  joinsLeft: boolean;
  /** Whether it is part of the cell above. */
  joinsAbove: boolean;
}

export interface WordText {
  /** Characters of the main document, control characters of Word among them; hidden, deleted and struck ones are NUL, and marks of notes. */
  text: string;
  /** Number of stretches that are struck. */
  struck: number;
  /** The properties of the paragraph whose last character stands at `at`. */
  paragraphAt(at: number): ParagraphProperties;
}

const MAGIC = 0xa5ec;
const ENCRYPTED = 0x0100;
const TABLE_1 = 0x0200;
/** Offsets in the file information block. */
const FIB = { flags: 0x0a, textLength: 0x4c, characterBins: 0xfa, paragraphBins: 0x102, pieces: 0x1a2 } as const;

/** Property modifiers that are looked at. */
const SPRM = {
  inTable: 0x2416, rowEnd: 0x2417, tableDefinition: 0xd608, huge: 0x6646, hugeOld: 0x6645, changeTabs: 0xc615, verticalMerge: 0xd62b,
  deleted: 0x0800, hidden: 0x083c, struck: 0x0837, struckTwice: 0x2a53, position: 0x2a48,
} as const;

/** How a run of characters looks, as far as that takes it out of the text. */
type Look = 'plain' | 'hidden' | 'struck' | 'raised';

const PLAIN: ParagraphProperties = { rowEnd: false, inTable: false, cells: null };

interface Piece {
  start: number;
  end: number;
  offset: number;
  compressed: boolean;
}

/** A run of the file (not of the text) with one set of properties. */
interface Run<T> {
  from: number;
  to: number;
  properties: T;
}

/** Whether the document can be read only with a password; also `true` for what is no Word 97 document at all. */
export function isEncrypted(file: CompoundFile): boolean {
  const main = viewOf(file.stream('WordDocument'));
  return main.getUint16(0, true) === MAGIC && (main.getUint16(FIB.flags, true) & ENCRYPTED) !== 0;
}

/** @throws Error (RangeError among them) where the structure does not hold */
export function readWordText(file: CompoundFile): WordText {
  const main = viewOf(file.stream('WordDocument'));
  if (main.getUint16(0, true) !== MAGIC) throw new Error('not a document of Word 97 or later');
  const tables = viewOf(file.stream((main.getUint16(FIB.flags, true) & TABLE_1) !== 0 ? '1Table' : '0Table'));
  const data = file.has('Data') ? viewOf(file.stream('Data')) : null;
  const pieces = readPieces(tables, main.getUint32(FIB.pieces, true), main.getUint32(FIB.pieces + 4, true), main.getUint32(FIB.textLength, true));
  const paragraphs = readRuns(main, tables, FIB.paragraphBins, (page, at) => readParagraph(page, at, data), 13);
  const characters = readRuns(main, tables, FIB.characterBins, readLook, 1).filter((run) => run.properties !== 'plain');
  const found: Found = { struck: 0, raised: [] };
  let text = '';
  for (const piece of pieces) text += readPiece(main, piece, characters, text.length, found);
  const paragraphAt = (at: number): ParagraphProperties => {
    const piece = pieces[lastAtOrBefore(pieces, at, (each) => each.start)];
    if (piece === undefined || at < piece.start || at >= piece.end) return PLAIN;
    return runAt(paragraphs, piece.offset + (at - piece.start) * (piece.compressed ? 1 : 2)) ?? PLAIN;
  };
  return { text: withRaised(text, found.raised, (at) => paragraphAt(at).inTable), struck: found.struck, paragraphAt };
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The piece table: which stretch of the file holds which stretch of the text. */
function readPieces(tables: DataView, start: number, length: number, textLength: number): Piece[] {
  let at = start;
  while (at < start + length && tables.getUint8(at) === 1) at += 3 + tables.getUint16(at + 1, true);
  if (tables.getUint8(at) !== 2) throw new Error('no piece table');
  const count = (tables.getUint32(at + 1, true) - 4) / 12;
  const first = at + 5;
  const pieces: Piece[] = [];
  for (let i = 0; i < count; i++) {
    const [from, to] = [tables.getUint32(first + 4 * i, true), tables.getUint32(first + 4 * i + 4, true)];
    const place = tables.getUint32(first + 4 * (count + 1) + 8 * i + 2, true);
    const compressed = (place & 0x40000000) !== 0;
    // What follows the main text is footnotes, headers and comments.
    if (from < textLength && to > from) {
      pieces.push({ start: from, end: Math.min(to, textLength), offset: compressed ? (place & 0x3fffffff) >>> 1 : place & 0x3fffffff, compressed });
    }
  }
  return pieces.sort((a, b) => a.start - b.start);
}

/** What is found in the text beside its characters. */
interface Found {
  struck: number;
  /** Stretches of the text that are raised. */
  raised: { from: number; to: number }[];
}

/** @param runs those that do not look plain; @param at offset of the piece in the text */
function readPiece(main: DataView, piece: Piece, runs: readonly Run<Look>[], at: number, found: Found): string {
  const unit = piece.compressed ? 1 : 2;
  const end = piece.offset + (piece.end - piece.start) * unit;
  if (end > main.byteLength) throw new Error('the text is cut short');
  const bytes = new Uint8Array(main.buffer, main.byteOffset + piece.offset, end - piece.offset);
  const text = new TextDecoder(piece.compressed ? 'windows-1252' : 'utf-16le', { ignoreBOM: true }).decode(bytes);
  const parts: string[] = [];
  let kept = 0;
  for (let i = lastAtOrBefore(runs, piece.offset, (run) => run.from); i < runs.length && runs[i]!.from < end; i++) {
    const run = runs[i]!;
    const from = Math.max(kept, Math.ceil((run.from - piece.offset) / unit));
    const to = Math.min(text.length, Math.floor((run.to - piece.offset) / unit));
    if (to <= from) continue;
    if (run.properties === 'raised') {
      found.raised.push({ from: at + from, to: at + to });
      continue;
    }
    if (run.properties === 'struck' && /[^\s\0-\x1f]/.test(text.slice(from, to))) found.struck++;
    // Marks of paragraphs and cells hold the structure even where they are hidden.
    parts.push(text.slice(kept, from), text.slice(from, to).replace(/[^\x07\r]/g, '\0'));
    kept = to;
  }
  return parts.join('') + text.slice(kept);
}

/** Reads the pages of formatting that a bin table lists. @param width bytes of an entry beside its offset */
function readRuns<T>(main: DataView, tables: DataView, bins: number, read: (page: DataView, at: number) => T, width: number): Run<T>[] {
  const [start, length] = [main.getUint32(bins, true), main.getUint32(bins + 4, true)];
  const count = Math.floor((length - 4) / 8);
  const runs: Run<T>[] = [];
  for (let i = 0; i < count; i++) {
    const page = (tables.getUint32(start + 4 * (count + 1) + 4 * i, true) & 0x3fffff) * 512;
    const view = new DataView(main.buffer, main.byteOffset + page, 512);
    const entries = view.getUint8(511);
    for (let entry = 0; entry < entries; entry++) {
      const at = view.getUint8(4 * (entries + 1) + width * entry) * 2;
      runs.push({ from: view.getUint32(4 * entry, true), to: view.getUint32(4 * entry + 4, true), properties: read(view, at) });
    }
  }
  return runs.sort((a, b) => a.from - b.from);
}

function runAt<T>(runs: readonly Run<T>[], offset: number): T | null {
  const run = runs[lastAtOrBefore(runs, offset, (each) => each.from)];
  return run !== undefined && offset >= run.from && offset < run.to ? run.properties : null;
}

/** Index of the last entry of a sorted list whose key is not beyond `place`, 0 where there is none. */
function lastAtOrBefore<T>(sorted: readonly T[], place: number, key: (entry: T) => number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (key(sorted[middle]!) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

function readLook(page: DataView, at: number): Look {
  if (at === 0) return 'plain';
  const on = new Set<number>();
  eachModifier(page, at + 1, at + 1 + page.getUint8(at), (sprm, operand) => {
    if (page.getUint8(operand) === 1) on.add(sprm);
    else on.delete(sprm);
  });
  if (on.has(SPRM.deleted) || on.has(SPRM.hidden)) return 'hidden';
  if (on.has(SPRM.struck) || on.has(SPRM.struckTwice)) return 'struck';
  return on.has(SPRM.position) ? 'raised' : 'plain';
}

/** How far the end of a paragraph is looked for. */
const REACH = 2000;

/** The text with its superscripts as they are read; NUL for those that are marks of notes, so that every place stays. */
function withRaised(text: string, stretches: readonly { from: number; to: number }[], inTable: (at: number) => boolean): string {
  const parts: string[] = [];
  let kept = 0;
  for (let i = 0; i < stretches.length; i++) {
    const { from } = stretches[i]!;
    while (stretches[i + 1]?.from === stretches[i]!.to) i++;
    const raw = text.slice(from, stretches[i]!.to);
    if (raw.trim().length > LONGEST_RAISED || /[\x07\r\f\x13-\x15]/.test(raw)) continue;
    const before = text.slice(Math.max(0, from - 12), from).split(/[\x07\r\x0b\f]/).at(-1)!;
    const mark = /[\x07\r\f]/.exec(text.slice(from, from + REACH));
    const inCell = mark !== null && (mark[0] === '\x07' || inTable(from + mark.index));
    parts.push(text.slice(kept, from), raised(raw, before.replaceAll('\0', ''), inCell) || '\0'.repeat(raw.length));
    kept = from + raw.length;
  }
  return parts.join('') + text.slice(kept);
}

function readParagraph(page: DataView, at: number, data: DataView | null): ParagraphProperties {
  if (at === 0) return PLAIN;
  const words = page.getUint8(at);
  const [start, end] = words === 0 ? [at + 2, at + 2 + 2 * page.getUint8(at + 1)] : [at + 1, at + 2 * words];
  const found = { rowEnd: false, inTable: false, cells: null as CellDefinition[] | null };
  // The modifiers follow the number of the paragraph's style.
  applyModifiers(page, start + 2, Math.min(end, page.byteLength), data, found);
  return found;
}

function applyModifiers(view: DataView, start: number, end: number, data: DataView | null, found: { rowEnd: boolean; inTable: boolean; cells: CellDefinition[] | null }): void {
  eachModifier(view, start, end, (sprm, operand) => {
    if (sprm === SPRM.inTable) found.inTable = view.getUint8(operand) === 1;
    else if (sprm === SPRM.rowEnd) found.rowEnd = view.getUint8(operand) === 1;
    else if (sprm === SPRM.tableDefinition) found.cells = readCells(view, operand);
    else if (sprm === SPRM.verticalMerge) {
      const cell = found.cells?.[view.getUint8(operand + 1)];
      if (cell !== undefined) cell.joinsAbove = view.getUint8(operand + 2) === 1;
    } else if ((sprm === SPRM.huge || sprm === SPRM.hugeOld) && data !== null) {
      // A row of many cells has its definition in a stream of its own.
      const at = view.getUint32(operand, true);
      if (at + 2 <= data.byteLength) applyModifiers(data, at + 2, Math.min(data.byteLength, at + 2 + data.getUint16(at, true)), null, found);
    }
  });
}

/** Walks a list of property modifiers; the operand's size follows from the modifier's code. */
function eachModifier(view: DataView, start: number, end: number, visit: (sprm: number, operand: number) => void): void {
  for (let at = start; at + 2 < end;) {
    const sprm = view.getUint16(at, true);
    const operand = at + 2;
    const size = operandSize(view, sprm, operand);
    if (operand + size > end) return;
    visit(sprm, operand);
    at = operand + size;
  }
}

const SIZES = [1, 1, 2, 4, 2, 2, 0, 3] as const;

function operandSize(view: DataView, sprm: number, operand: number): number {
  const size = SIZES[(sprm >> 13) as 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7];
  if (size !== 0) return size;
  if (sprm === SPRM.tableDefinition) return operand + 2 <= view.byteLength ? view.getUint16(operand, true) + 1 : Infinity;
  const length = view.getUint8(operand);
  if (sprm !== SPRM.changeTabs || length !== 255) return length + 1;
  const removed = view.getUint8(operand + 1);
  return 2 + 4 * removed + 1 + 3 * view.getUint8(operand + 2 + 4 * removed);
}

/** TDefTableOperand: the edges of the cells, then 20 bytes a cell. */
function readCells(view: DataView, operand: number): CellDefinition[] {
  const end = operand + 1 + view.getUint16(operand, true);
  const count = view.getUint8(operand + 2);
  const edge = (index: number): number => view.getInt16(operand + 3 + 2 * index, true);
  const cells: CellDefinition[] = [];
  let flagOfFirst = 0;
  for (let i = 0; i < count; i++) {
    const at = operand + 3 + 2 * (count + 1) + 20 * i;
    const flags = at + 2 <= end ? view.getUint16(at, true) : 0;
    const horizontal = flags & 3;
    // Writers disagree on which of the two flags marks the first of merged cells; it is the one that comes first.
    const joinsLeft = horizontal !== 0 && flagOfFirst !== 0 && horizontal !== flagOfFirst;
    if (!joinsLeft) flagOfFirst = horizontal;
    cells.push({ left: edge(i), right: edge(i + 1), joinsLeft, joinsAbove: ((flags >> 5) & 3) === 1 });
  }
  return cells;
}
