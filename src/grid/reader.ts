/** Tables that a format reader gives: lines of tab-parted fields, whose spans are known. */
import { CELL_BREAK } from '../text/chars.ts';
import type { Document } from '../text/document.ts';
import { cellAt } from './cells.ts';
import { Content, type Printed } from './content.ts';
import type { Grid, GridCell, Range, ReaderGrid } from './grid.ts';

export function fromReader(document: Document, known: ReaderGrid): Grid | null {
  const first = document.lines[known.line - 1];
  const last = document.lines[Math.min(document.lines.length, known.line - 1 + known.rows.length) - 1];
  if (first === undefined || last === undefined || known.rows.length === 0) return null;
  const rows = known.rows.map((cells, row): GridCell[] => {
    const line = document.lines[known.line - 1 + row];
    if (line === undefined) return [];
    const fields = fieldsOf(document.text, line);
    return cells.map(({ column, rowSpan, columnSpan }) => {
      const field = fields[column] ?? { start: line.end, end: line.end };
      return cellAt(print(document.text, field), row, column, rowSpan, columnSpan);
    });
  });
  return { syntax: 'reader', start: first.start, end: last.end, columns: known.columns, rows, borders: 'shown' };
}

function fieldsOf(text: string, line: Range): Range[] {
  const fields: Range[] = [];
  let from = line.start;
  for (let i = line.start; i <= line.end; i++) {
    if (i < line.end && text.charAt(i) !== '\t') continue;
    fields.push({ start: from, end: i });
    from = i + 1;
  }
  return fields;
}

function print(text: string, field: Range): Printed {
  const content = new Content();
  let from = field.start;
  for (let i = field.start; i <= field.end; i++) {
    if (i < field.end && text.charAt(i) !== CELL_BREAK) continue;
    content.add(text.slice(from, i), from, i);
    content.break();
    from = i + 1;
  }
  return content.finish(field.start);
}
