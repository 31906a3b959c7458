/** Random tables and what a scanner must find in them. */
import fc from 'fast-check';
import type { Grid } from '../../src/grid/grid.ts';

export interface ModelCell {
  text: string;
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
}

export interface Model {
  columns: number;
  rows: ModelCell[][];
}

const LABELS = ['规章', '行政许可', '（一）予以公开', '2.其他法律禁止', '三、办理结果', '总计', '“三安全”', '其他', 'A组', '（本列数据）'];
const VALUES = ['0', '3', '12', '1360', '-5', '0.5', '—', '/', '', '无'];

export interface Shape {
  /** Merged cells, cells over several lines, empty cells. */
  spans?: boolean;
  lines?: boolean;
  empties?: boolean;
}

/** Tables with labels in the first column and values behind; each row and each column begins with some cell. */
export function models(shape: Shape = {}): fc.Arbitrary<Model> {
  const { spans = false, lines = false, empties = true } = shape;
  return fc.tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 6 }), fc.array(fc.nat(999), { minLength: 150, maxLength: 150 })).map(([columns, height, dice]) => {
    let next = 0;
    const roll = (below: number): number => dice[next++ % dice.length]! % below;
    const taken = new Set<number>();
    const rows: ModelCell[][] = [];
    for (let row = 0; row < height; row++) {
      const cells: ModelCell[] = [];
      for (let column = 0; column < columns; column++) {
        if (taken.has(row * 100 + column)) continue;
        let columnSpan = spans && roll(5) === 0 ? 2 : 1;
        const rowSpan = spans && roll(5) === 0 && row + 1 < height ? 2 : 1;
        if (column + columnSpan > columns || taken.has(row * 100 + column + 1)) columnSpan = 1;
        for (let i = 0; i < rowSpan; i++) for (let j = 0; j < columnSpan; j++) taken.add((row + i) * 100 + column + j);
        const label = column === 0 || row === 0;
        let text = label ? LABELS[roll(LABELS.length)]! : VALUES[roll(VALUES.length)]!;
        if (!empties && text === '') text = '7';
        if (lines && label && roll(4) === 0) text += `\n${LABELS[roll(LABELS.length)]!}`;
        cells.push({ text, row, column, rowSpan, columnSpan });
      }
      rows.push(cells);
    }
    const model = { columns, rows };
    return isCompact(model) ? model : single(model);
  });
}

function isCompact({ columns, rows }: Model): boolean {
  const begun = new Set(rows.flat().map((cell) => cell.column));
  return begun.size === columns && rows.every((cells) => cells.length > 0);
}

/** The same without merged cells. */
function single({ columns, rows }: Model): Model {
  return {
    columns,
    rows: rows.map((_, row) => Array.from({ length: columns }, (__, column) => ({ text: column === 0 ? `第${row}行` : `${row * 10 + column}`, row, column, rowSpan: 1, columnSpan: 1 }))),
  };
}

/** The cells of a grid without their places in the text. */
export function cellsOf(grid: Grid): ModelCell[][] {
  return grid.rows.map((cells) => cells.map(({ text, row, column, rowSpan, columnSpan }) => ({ text, row, column, rowSpan, columnSpan })));
}

/** Each row as the texts of its cells; a merged cell with its extent. */
export function textsOf(grid: Grid | undefined): string[][] {
  return (grid?.rows ?? []).map((cells) => cells.map((cell) => {
    const span = `${cell.columnSpan > 1 ? `→${cell.columnSpan}` : ''}${cell.rowSpan > 1 ? `↓${cell.rowSpan}` : ''}`;
    return `${cell.text}${span}`;
  }));
}
