/** Draws a grid on a canvas of characters: frames of box drawing or +-|, or columns parted by blanks alone. */
import { fieldsOf, type Field, type Grid } from './grid.ts';
import { charWidth, widthOf, wrap } from './marks.ts';

export interface CanvasLook {
  /** Widest column in which a text is not broken, for labels and for the others. */
  labelWidth: number;
  valueWidth: number;
  frame: 'box' | 'ascii' | 'none';
  /** Where a short text stands in a cell of several lines. */
  vertical: 'top' | 'middle';
  align: 'left' | 'middle' | 'right';
  /** Blanks inside the borders. */
  padding: number;
}

/** The lines of the drawing. */
export function drawGrid(grid: Grid, look: CanvasLook): string[] {
  const fields = fieldsOf(grid);
  const border = look.frame === 'none' ? 0 : 1;
  const widths = columnWidths(grid, fields, look);
  const inner = (x: number, span: number): number => widths.slice(x, x + span).reduce((a, b) => a + b, 0) + (span - 1) * border;
  const lines = new Map<Field, string[]>();
  const heights = fields.map(() => 1);
  const origins = fields.flat().filter((field) => field.origin).sort((a, b) => a.slot.rowSpan - b.slot.rowSpan);
  for (const field of origins) {
    const wrapped = wrap(field.slot.text, inner(field.x, field.slot.columnSpan) - 2 * look.padding);
    lines.set(field, wrapped);
    const rows = Math.min(field.slot.rowSpan, fields.length - field.y);
    const room = heights.slice(field.y, field.y + rows).reduce((a, b) => a + b, 0) + (rows - 1) * border;
    if (wrapped.length > room) heights[field.y + rows - 1]! += wrapped.length - room;
  }
  const canvas = new Canvas();
  const tops = offsets(heights, border);
  const lefts = offsets(widths, border);
  for (const field of origins) {
    const text = lines.get(field)!;
    const rows = Math.min(field.slot.rowSpan, fields.length - field.y);
    const room = heights.slice(field.y, field.y + rows).reduce((a, b) => a + b, 0) + (rows - 1) * border;
    const top = tops[field.y]! + border + (look.vertical === 'middle' ? Math.floor((room - text.length) / 2) : 0);
    const width = inner(field.x, field.slot.columnSpan) - 2 * look.padding;
    text.forEach((line, at) => {
      const spare = field.slot.role === 'value' ? width - widthOf(line) : 0;
      const shift = look.align === 'right' ? spare : look.align === 'middle' ? Math.floor(spare / 2) : 0;
      canvas.put(lefts[field.x]! + border + look.padding + shift, top + at, line);
    });
  }
  if (look.frame !== 'none') drawFrame(canvas, fields, heights, widths, look.frame, grid.headRows);
  return canvas.lines();
}

function columnWidths(grid: Grid, fields: readonly Field[][], look: CanvasLook): number[] {
  const widths = Array.from({ length: grid.width }, () => 2);
  const origins = fields.flat().filter((field) => field.origin).sort((a, b) => a.slot.columnSpan - b.slot.columnSpan);
  for (const { slot, x } of origins) {
    // A value is not broken: its unit or remark on another line would be another cell's.
    const most = x + slot.columnSpan <= grid.labelColumns ? look.labelWidth : slot.role === 'value' ? Math.max(look.valueWidth, 16) : look.valueWidth * slot.columnSpan;
    const longest = Math.max(0, ...wrap(slot.text, 1e6).map(widthOf), ...(slot.text.match(/[\d.,]+/g) ?? []).map((one) => one.length));
    const number = Math.max(0, ...(slot.text.match(/[+\-]?[\d.,]+/g) ?? []).map((one) => one.length));
    const wanted = Math.max(Math.min(longest, most), number) + 2 * look.padding;
    const has = widths.slice(x, x + slot.columnSpan).reduce((a, b) => a + b, 0) + slot.columnSpan - 1;
    if (wanted > has) widths[x + slot.columnSpan - 1]! += wanted - has;
  }
  return widths;
}

function offsets(sizes: readonly number[], border: number): number[] {
  const result = [0];
  for (const size of sizes) result.push(result.at(-1)! + size + border);
  return result;
}

const BOX: Readonly<Record<string, string>> = { '0011': '│', '1100': '─', '0101': '┌', '1001': '┐', '0110': '└', '1010': '┘', '0111': '├', '1011': '┤', '1101': '┬', '1110': '┴', '1111': '┼', '0010': '│', '0001': '│', '0100': '─', '1000': '─' };

function drawFrame(canvas: Canvas, fields: readonly Field[][], heights: readonly number[], widths: readonly number[], frame: 'box' | 'ascii', headRows: number): void {
  const tops = offsets(heights, 1);
  const lefts = offsets(widths, 1);
  const at = (y: number, x: number): unknown => fields[y]?.[x]?.slot;
  const horizontal = (y: number, x: number): boolean => x >= 0 && x < widths.length && at(y - 1, x) !== at(y, x);
  const vertical = (y: number, x: number): boolean => y >= 0 && y < heights.length && at(y, x - 1) !== at(y, x);
  for (let y = 0; y <= heights.length; y++) {
    for (let x = 0; x <= widths.length; x++) {
      const left = horizontal(y, x - 1);
      const right = horizontal(y, x);
      const up = vertical(y - 1, x);
      const down = vertical(y, x);
      const sides = [left, right, up, down].map(Number).join('');
      const double = frame === 'ascii' && y === headRows && y > 0;
      if (sides !== '0000') canvas.put(lefts[x]!, tops[y]!, frame === 'box' ? BOX[sides]! : sides === '0011' ? '|' : '+');
      if (right) canvas.put(lefts[x]! + 1, tops[y]!, (frame === 'box' ? '─' : double ? '=' : '-').repeat(widths[x]!));
      if (down) for (let line = 1; line <= heights[y]!; line++) canvas.put(lefts[x]!, tops[y]! + line, frame === 'box' ? '│' : '|');
    }
  }
}

class Canvas {
  private readonly rows: string[][] = [];

  /** A wide character leaves an empty place behind it; a mark clings to the character behind it. */
  put(x: number, y: number, text: string): void {
    while (this.rows.length <= y) this.rows.push([]);
    const row = this.rows[y]!;
    let at = x;
    let pending = '';
    for (const char of text) {
      const width = charWidth(char);
      if (width === 0) {
        pending += char;
        continue;
      }
      row[at] = pending + char;
      pending = '';
      for (let more = 1; more < width; more++) row[at + more] = '';
      at += width;
    }
    if (pending !== '') row[at] = pending + (row[at] ?? ' ');
  }

  lines(): string[] {
    return this.rows.map((row) => Array.from({ length: row.length }, (_, x) => row[x] ?? ' ').join('').replace(/ +$/, ''));
  }
}
