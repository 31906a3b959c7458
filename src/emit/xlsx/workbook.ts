/** A workbook written row by row; only compressed bytes of the sheets that are not yet due are held. */
import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { Value } from '../columns.ts';
import { blocksOf, commentRelationsPart, commentsPart, drawingPart, type Comment } from './comments.ts';
import {
  columnName, contentTypesPart, isMarked, ROOT_RELATIONS_PART, rowElement, sharedStringsPart, STYLE, STYLES_PART, workbookPart,
  workbookRelationsPart, worksheetEnd, worksheetStart, type SheetEntry, type SheetValue, type Style,
} from './markup.ts';

/** Rows of a sheet, the format's own limit. */
export const MAX_ROWS = 1_048_576;

/** Distinct strings that are kept for sharing: labels and codes; what varies by report stands in its cell. */
const MAX_SHARED = 20_000;
const SHARED_LENGTH = 40;

/** Text that is gathered before it is compressed. */
const GATHER = 1 << 16;

export interface SheetLayout {
  name: string;
  /** In the width of a digit; a Chinese character takes two. */
  widths: readonly number[];
  /** Rows that stay in view; the filter stands in the last of them. */
  header: readonly (readonly Value[])[];
  /** Merged ranges of the header. */
  merges?: readonly string[];
}

export interface SheetRow {
  values: readonly SheetValue[];
  style?: Style;
}

export class Workbook {
  readonly #zip: Zip;
  #chunks: Uint8Array[] = [];
  #parts = 0;
  /** The next block of numbers for the boxes of comments. */
  #blocks = 1;
  readonly #strings = new Map<string, number>();
  readonly #sheets: Sheet[];

  /**
   * @param layouts the sheets in the order of their tabs
   * @param largest name of the sheet whose bytes are passed on at once; the others wait for its end
   */
  constructor(layouts: readonly SheetLayout[], largest: string, maxRows: number = MAX_ROWS) {
    this.#zip = new Zip((error, data) => {
      if (error) throw error;
      if (data.length > 0) this.#chunks.push(data);
    });
    const target: Target = {
      part: () => ++this.#parts,
      open: (name: string) => this.#open(name),
      shared: (text: string) => this.#shared(text),
      whole: (name: string, text: string) => { this.#whole(name, text); },
      blocks: (count: number) => {
        const first = this.#blocks;
        this.#blocks += count;
        return first;
      },
      maxRows,
    };
    const byName = new Map<string, Sheet>();
    for (const layout of [...layouts].sort((a, b) => Number(b.name === largest) - Number(a.name === largest))) {
      byName.set(layout.name, new Sheet(layout, target));
    }
    this.#sheets = layouts.map((layout) => byName.get(layout.name)!);
  }

  /** Adds a row to the sheet at a place in the order of tabs. */
  add(sheet: number, row: SheetRow): void {
    this.#sheets[sheet]!.add(row);
  }

  /** Bytes that are ready. */
  drain(): Uint8Array {
    const chunks = this.#chunks;
    this.#chunks = [];
    return chunks.length === 1 ? chunks[0]! : concat(chunks);
  }

  /** Ends every sheet and writes the parts that name them. */
  end(): Uint8Array {
    for (const sheet of this.#sheets) sheet.end();
    const entries = this.#sheets.flatMap((sheet) => sheet.entries);
    this.#whole('xl/sharedStrings.xml', sharedStringsPart(this.#strings.keys()));
    this.#whole('xl/styles.xml', STYLES_PART);
    this.#whole('xl/workbook.xml', workbookPart(entries));
    this.#whole('xl/_rels/workbook.xml.rels', workbookRelationsPart(entries));
    this.#whole('_rels/.rels', ROOT_RELATIONS_PART);
    this.#whole('[Content_Types].xml', contentTypesPart(entries));
    this.#zip.end();
    return this.drain();
  }

  #open(name: string): ZipDeflate {
    const file = new ZipDeflate(name, { level: 6 });
    // Local parts of a date are what a zip stores: these are the same bytes in every time zone.
    file.mtime = new Date(1980, 0, 1);
    this.#zip.add(file);
    return file;
  }

  #whole(name: string, text: string): void {
    this.#open(name).push(strToU8(text), true);
  }

  #shared(text: string): number | null {
    const known = this.#strings.get(text);
    if (known !== undefined) return known;
    if (text.length > SHARED_LENGTH || this.#strings.size >= MAX_SHARED) return null;
    const place = this.#strings.size;
    this.#strings.set(text, place);
    return place;
  }
}

interface Target {
  part: () => number;
  open: (name: string) => ZipDeflate;
  shared: (text: string) => number | null;
  /** Writes a part that is there at once. */
  whole: (name: string, text: string) => void;
  /** Takes blocks of numbers; returns the first. */
  blocks: (count: number) => number;
  maxRows: number;
}

/** A sheet, and the further ones that hold what it cannot. */
class Sheet {
  readonly entries: SheetEntry[] = [];
  readonly #layout: SheetLayout;
  readonly #target: Target;
  #file!: ZipDeflate;
  #part = 0;
  #row = 0;
  #text = '';
  #comments: Comment[] = [];

  constructor(layout: SheetLayout, target: Target) {
    this.#layout = layout;
    this.#target = target;
    this.#start();
  }

  add({ values, style = STYLE.plain }: SheetRow): void {
    if (this.#row === this.#target.maxRows) {
      this.end();
      this.#start();
    }
    this.#text += rowElement(++this.#row, values, style, this.#target.shared);
    for (const [column, value] of values.entries()) if (isMarked(value) && value.comment !== null) this.#comments.push({ row: this.#row, column, text: value.comment });
    if (this.#text.length >= GATHER) this.#push(false);
  }

  end(): void {
    const { name, header, merges = [], widths } = this.#layout;
    const filter = `A${header.length}:${columnName(widths.length - 1)}${this.#row}`;
    const comments = this.#comments;
    const notes = comments.length > 0;
    this.#text += worksheetEnd(filter, merges, notes);
    this.#push(true);
    if (notes) {
      this.#comments = [];
      this.#target.whole(`xl/comments${this.#part}.xml`, commentsPart(comments));
      this.#target.whole(`xl/drawings/vmlDrawing${this.#part}.vml`, drawingPart(comments, this.#target.blocks(blocksOf(comments.length))));
      this.#target.whole(`xl/worksheets/_rels/sheet${this.#part}.xml.rels`, commentRelationsPart(this.#part));
    }
    const further = this.entries.length;
    this.entries.push({ name: further === 0 ? name : `${name} (${further + 1})`, part: this.#part, filter, notes });
  }

  #start(): void {
    const { widths, header } = this.#layout;
    this.#part = this.#target.part();
    this.#file = this.#target.open(`xl/worksheets/sheet${this.#part}.xml`);
    this.#text = worksheetStart(widths, header.length);
    this.#row = 0;
    for (const values of header) this.#text += rowElement(++this.#row, values, STYLE.header, this.#target.shared);
  }

  #push(last: boolean): void {
    this.#file.push(strToU8(this.#text), last);
    this.#text = '';
  }
}

function concat(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}
