/** Word 97–2003 documents (.doc, .wps): text, and tables as their rows define them. */
import { finding } from '../../findings/catalogue.ts';
import type { Finding } from '../../schema/report.ts';
import { damaged, ReadError } from '../error.ts';
import { writeCell, writeGrid } from '../grid-lines.ts';
import { LineBuilder } from '../lines.ts';
import { toGrid, type PlacedText } from '../placed-table.ts';
import type { Grid, ReadResult } from '../result.ts';
import { isEncrypted, readWordText, type CellDefinition, type WordText } from './binary.ts';
import { CompoundFile } from './compound.ts';

/** Marks of Word in the text. */
const CELL = '\x07';
const PARAGRAPH = '\r';
const PAGE = '\f';
/** Twentieths of a point. */
const TWIPS = 20;

/** @throws ReadError where the file is damaged, encrypted, no Word document or holds no text */
export function readDoc(bytes: Uint8Array): ReadResult {
  let file: CompoundFile;
  try {
    file = new CompoundFile(bytes);
  } catch (error) {
    throw damaged('DOC', error);
  }
  if (file.has('EncryptedPackage')) throw new ReadError('read/encrypted', { format: 'DOCX' });
  if (!file.has('WordDocument')) throw new ReadError('read/unsupported', { what: kindOf(file) });
  let word: WordText;
  try {
    if (isEncrypted(file)) throw new ReadError('read/encrypted', { format: 'DOC' });
    word = readWordText(file);
  } catch (error) {
    throw damaged('DOC', error);
  }
  const rendered = render(word);
  if (rendered.text.trim() === '') throw new ReadError('read/empty', { format: 'DOC' });
  return { ...rendered, source: rendered.text, format: 'doc', encoding: null, origins: null };
}

/** What a compound file without a Word document is. */
function kindOf(file: CompoundFile): string {
  if (file.has('Workbook') || file.has('Book')) return 'XLS';
  return file.has('PowerPoint Document') ? 'PPT' : 'a compound file without a Word document';
}

interface Row {
  texts: string[];
  cells: readonly CellDefinition[] | null;
}

function render(word: WordText): { text: string; grids: Grid[]; findings: Finding[] } {
  const { text } = word;
  const lines = new LineBuilder();
  const grids: Grid[] = [];
  const findings: Finding[] = word.struck === 0 ? [] : [finding('read/struck-text', { count: word.struck })];
  let rows: Row[] = [];
  let texts: string[] = [];
  let cell = '';
  const flush = (): void => {
    // A row whose end is lost.
    if (texts.length > 0 || cell.trim() !== '') rows.push({ texts: cell.trim() === '' ? texts : [...texts, cell], cells: null });
    if (rows.length > 0) {
      const grid = writeTable(rows, lines);
      if (grid !== null) grids.push(grid);
      else if (findings.every((each) => each.code !== 'read/cells-without-places')) findings.push(finding('read/cells-without-places'));
    }
    rows = [];
    texts = [];
    cell = '';
  };
  for (let at = 0, start = 0; at <= text.length; at++) {
    const mark = text.charAt(at);
    if (at < text.length && mark !== CELL && mark !== PARAGRAPH && mark !== PAGE) continue;
    const paragraph = plain(text.slice(start, at));
    start = at + 1;
    const properties = word.paragraphAt(at);
    if (mark === CELL && properties.rowEnd) {
      rows.push({ texts, cells: properties.cells });
      texts = [];
      cell = '';
    } else if (mark === CELL) {
      texts.push(`${cell}${paragraph}`);
      cell = '';
    } else if (properties.inTable && mark === PARAGRAPH) {
      cell += `${paragraph}\n`;
    } else {
      flush();
      writeParagraph(lines, paragraph, at >= text.length);
    }
  }
  flush();
  return { text: lines.text(), grids, findings };
}

function writeParagraph(lines: LineBuilder, paragraph: string, last: boolean): void {
  for (const line of paragraph.split('\n')) {
    if (line.trim() === '') {
      if (!last) lines.blank();
    } else lines.add(line);
    lines.break();
  }
}

/** The text of a paragraph: results of fields without their codes, no anchors of pictures and notes. */
function plain(text: string): string {
  let out = text;
  if (out.includes('\x13')) out = withoutFieldCodes(out);
  return out.replace(/[\0-\x08\x0e-\x1d\x1f]/g, '').replace(/\x0b/g, '\n').replace(/\x1e/g, '-');
}

/** Field code between 13 and 14, result between 14 and 15; fields nest. */
function withoutFieldCodes(text: string): string {
  let out = '';
  const inCode: boolean[] = [];
  let codes = 0;
  for (const char of text) {
    if (char === '\x13') {
      inCode.push(true);
      codes++;
    } else if (char === '\x14' || char === '\x15') {
      if (inCode.at(-1) === true) {
        codes--;
        inCode[inCode.length - 1] = false;
      }
      if (char === '\x15') inCode.pop();
    } else if (codes === 0) out += char;
  }
  return out;
}

function writeTable(rows: readonly Row[], lines: LineBuilder): Grid | null {
  if (rows.some((row) => row.cells === null || row.cells.length !== row.texts.length)) {
    // Without the definition of a row its cells stand one after the other.
    for (const row of rows) {
      row.texts.forEach((text, index) => {
        if (index > 0) lines.tab();
        writeCell(lines, text);
      });
      lines.end();
    }
    return null;
  }
  const cells: PlacedText[] = [];
  let above: PlacedText[] = [];
  rows.forEach((row, index) => {
    const current: PlacedText[] = [];
    row.cells!.forEach((definition, column) => {
      const [left, right] = [definition.left / TWIPS, definition.right / TWIPS];
      const text = row.texts[column]!;
      const previous = current.at(-1);
      const upper = definition.joinsAbove ? above.find((cell) => Math.abs(cell.left - left) < 2) : undefined;
      if (definition.joinsLeft && previous !== undefined) {
        previous.right = right;
        previous.text += text;
      } else if (upper !== undefined) {
        upper.endRow = index + 1;
        current.push(upper);
      } else {
        const cell = { left, right, row: index, endRow: index + 1, text };
        cells.push(cell);
        current.push(cell);
      }
    });
    above = current;
  });
  return writeGrid(lines, toGrid({ rows: rows.length, cells }), (text) => { writeCell(lines, text); });
}
