/** Tables drawn with lines, in columns of a terminal. */
import type { Model, ModelCell } from './model.ts';
import type { Renderer } from './render.ts';

export interface Pen {
  /** Columns that a Chinese character takes, and one of the characters “ ” —. */
  wide: number;
  ambiguous: number;
  ascii: boolean;
}

export const TERMINAL: Pen = { wide: 2, ambiguous: 1, ascii: false };

export function widthOf(text: string, pen: Pen): number {
  let width = 0;
  for (const char of text) width += '“”—'.includes(char) ? pen.ambiguous : /[\u3000-\uffef]/.test(char) ? pen.wide : 1;
  return width;
}

const pad = (text: string, width: number, pen: Pen): string => text + ' '.repeat(Math.max(0, width - widthOf(text, pen)));

/** A table with lines around each cell; a merged cell has none within. */
export function box(pen: Pen): Renderer {
  return (model) => {
    const widths = Array.from({ length: model.columns }, () => 3);
    const heights = model.rows.map(() => 1);
    for (const cell of model.rows.flat()) {
      const lines = cell.text.split('\n');
      widths[cell.column] = Math.max(widths[cell.column]!, ...lines.map((line) => widthOf(line, pen)));
      if (cell.rowSpan === 1) heights[cell.row] = Math.max(heights[cell.row]!, lines.length);
      else heights[cell.row] = Math.max(heights[cell.row]!, lines.length);
    }
    const owner = new Map<number, ModelCell>();
    for (const cell of model.rows.flat()) {
      for (let i = 0; i < cell.rowSpan; i++) for (let j = 0; j < cell.columnSpan; j++) owner.set((cell.row + i) * 100 + cell.column + j, cell);
    }
    const at = (row: number, column: number): ModelCell | undefined => owner.get(row * 100 + column);
    /** Whether a line parts two fields. */
    const parts = (a: ModelCell | undefined, b: ModelCell | undefined): boolean => a !== b;
    const lines: string[] = [];
    for (let row = 0; row <= model.rows.length; row++) {
      let rule = '';
      for (let column = 0; column <= model.columns; column++) {
        const [above, below] = [row > 0 ? at(row - 1, column) : undefined, at(row, column)];
        const [left, right] = [at(row, column - 1), at(row, column)];
        const [aboveLeft, aboveRight] = [row > 0 ? at(row - 1, column - 1) : undefined, above];
        rule += corner({ up: parts(aboveLeft, aboveRight), down: parts(left, right), left: parts(aboveLeft, left), right: parts(aboveRight, right) }, pen.ascii);
        if (column === model.columns) continue;
        const inside = above !== undefined && above === below;
        if (!inside) rule += (pen.ascii ? '-' : '─').repeat(widths[column]!);
        else if (column === above.column) rule += pad('', extent(above, widths), pen);
        if (inside) column = above.column + above.columnSpan - 1;
      }
      lines.push(rule);
      if (row === model.rows.length) break;
      for (let line = 0; line < heights[row]!; line++) {
        let content = pen.ascii ? '|' : '│';
        for (let column = 0; column < model.columns;) {
          const cell = at(row, column)!;
          content += pad(cell.row === row ? cell.text.split('\n')[line] ?? '' : '', extent(cell, widths), pen) + (pen.ascii ? '|' : '│');
          column = cell.column + cell.columnSpan;
        }
        lines.push(content);
      }
    }
    return lines.join('\n');
  };
}

function extent(cell: ModelCell, widths: readonly number[]): number {
  let width = cell.columnSpan - 1;
  for (let i = 0; i < cell.columnSpan; i++) width += widths[cell.column + i]!;
  return width;
}

function corner(arms: { up: boolean; down: boolean; left: boolean; right: boolean }, ascii: boolean): string {
  const { up, down, left, right } = arms;
  const key = (up ? 8 : 0) + (down ? 4 : 0) + (left ? 2 : 0) + (right ? 1 : 0);
  if (ascii) return key === 0 ? ' ' : key === 12 ? '|' : key === 3 ? '-' : '+';
  return ' ╶╴─╷┌┐┬╵└┘┴│├┤┼'.charAt(key);
}

/** Rules above, below the header and below the body only: a line a row. */
export function database(pen: Pen): Renderer {
  return (model) => {
    const widths = columnWidths(model, pen);
    const rule = `+${widths.map((width) => '-'.repeat(width + 2)).join('+')}+`;
    const rows = model.rows.map((row) => `|${row.map((cell, column) => ` ${pad(cell.text, widths[column]!, pen)} `).join('|')}|`);
    return [rule, rows[0], rule, ...rows.slice(1), rule].join('\n');
  };
}

function columnWidths(model: Model, pen: Pen): number[] {
  return Array.from({ length: model.columns }, (_, column) => Math.max(3, ...model.rows.map((row) => widthOf(row[column]!.text, pen))));
}

function spaced(model: Model, pen: Pen, gap: string): string[] {
  const widths = columnWidths(model, pen);
  return model.rows.map((row) => row.map((cell, column) => pad(cell.text, widths[column]!, pen)).join(gap).trimEnd());
}

export function simpleRest(pen: Pen): Renderer {
  return (model) => {
    const rule = columnWidths(model, pen).map((width) => '='.repeat(width)).join('  ');
    const [header, ...rows] = spaced(model, pen, '  ');
    return [rule, header, rule, ...rows, rule].join('\n');
  };
}

export function simplePandoc(pen: Pen): Renderer {
  return (model) => {
    const rule = columnWidths(model, pen).map((width) => '-'.repeat(width)).join(' ');
    const [header, ...rows] = spaced(model, pen, ' ');
    return `  ${[header, rule, ...rows].join('\n  ')}`;
  };
}

export function multilinePandoc(pen: Pen): Renderer {
  return (model) => {
    const widths = Array.from({ length: model.columns }, (_, column) => Math.max(3, ...model.rows.flatMap((row) => row[column]!.text.split('\n').map((line) => widthOf(line, pen)))));
    const full = '-'.repeat(widths.reduce((sum, width) => sum + width + 1, -1));
    const rows = model.rows.map((row) => {
      const height = Math.max(...row.map((cell) => cell.text.split('\n').length));
      return Array.from({ length: height }, (_, line) => row.map((cell, column) => pad(cell.text.split('\n')[line] ?? '', widths[column]!, pen)).join(' ').trimEnd()).join('\n');
    });
    return [full, rows[0], widths.map((width) => '-'.repeat(width)).join(' '), rows.slice(1).join('\n\n'), full].join('\n');
  };
}
