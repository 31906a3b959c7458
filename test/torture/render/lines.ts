/** A cell a line, and what is left of a table when its borders are gone. */
import { originTexts } from './delimited.ts';
import { fieldsOf, gridsOf, type Grid } from './grid.ts';
import { drawGridLook, textDocument, type Layout, type RenderContext, type TablePrinter } from './layout.ts';
import { unmarked, wrap } from './marks.ts';
import type { Block } from '../model/types.ts';

const isBlank = (text: string): boolean => unmarked(text) === '';

/** Cells in reading order, one a line; `blank` says what stands for an empty one (`null`: nothing at all). */
const cellLines = (blank: string | null, between: string, prefix = ''): TablePrinter => (grids) =>
  grids.flatMap((grid) => originTexts(grid).flatMap((row) => row.flatMap((text) => (isBlank(text) ? (blank === null ? [] : [text + blank]) : [prefix + text])))).join(between);

/** `规章 |` a line; a line of its own with the bar alone for an empty cell and behind each row. */
const pipeTrail: TablePrinter = (grids) =>
  grids.flatMap((grid) => originTexts(grid).map((row) => `${row.map((text) => `${text}${isBlank(text) ? '' : ' '}|`).join('\n')}\n|`)).join('\n');

/** `pdftotext -raw`: a row a line, blanks without a trace, labels wrapped before the values. */
const pdfRaw: TablePrinter = (grids, { random }) => {
  const width = random.pick([16, 20, 28, 40]);
  return grids.flatMap((grid) => fieldsOf(grid).map((row, y) => {
    const cells = row.filter((field) => field.origin);
    const labels = cells.filter((field) => field.x < grid.labelColumns && y >= grid.headRows || field.slot.role === 'title').map((field) => wrap(field.slot.text, field.slot.columnSpan > 1 ? width * 2 : width));
    const values = cells.filter((field) => !(field.x < grid.labelColumns && y >= grid.headRows || field.slot.role === 'title')).map((field) => field.slot.text).filter((text) => !isBlank(text));
    const lines = labels.filter((one) => !isBlank(one.join(''))).reduce<string[]>((all, one) => (all.length > 0 && one.length === 1 && all.at(-1)!.length < 16 ? [...all.slice(0, -1), `${all.at(-1)!} ${one[0]!}`] : [...all, ...one]), []);
    const broken = labels.some((one) => one.length > 1);
    const tail = values.join(' ');
    if (tail === '') return lines.join('\n');
    return broken || lines.length === 0 ? [...lines, tail].join('\n') : `${lines.join('\n')} ${tail}`;
  })).filter((line) => line !== '').join('\n');
};

/** `pdftotext` without options: blocks in reading order, labels wrapped, values apart from them, blanks without a trace. */
const pdfPlain: TablePrinter = (grids, { random }) => grids.map((grid) => plainTable(grid, random.pick([16, 20, 28]), { random })).join('\n\n');

function plainTable(grid: Grid, width: number, { random }: Pick<RenderContext, 'random'>): string {
  const rows = fieldsOf(grid).map((row) => row.filter((field) => field.origin));
  const wrapped = (text: string): string => wrap(text, width).join('\n');
  const blocks: string[] = [];
  rows.slice(0, grid.headRows).forEach((row) => blocks.push(...row.map((field) => wrapped(field.slot.text)).filter((text) => !isBlank(text))));
  let y = grid.headRows;
  while (y < rows.length) {
    const run = rows.slice(y, y + random.pick([1, 1, 2, 3, 5]));
    y += run.length;
    const labels = run.map((row) => row.filter((field) => field.x < grid.labelColumns).map((field) => wrapped(field.slot.text)).filter((text) => !isBlank(text)));
    const values = run.map((row) => row.filter((field) => field.x >= grid.labelColumns));
    const columns = Array.from({ length: grid.width - grid.labelColumns }, (_, at) => values.map((row) => row.find((field) => field.x === grid.labelColumns + at)?.slot.text ?? '').filter((text) => !isBlank(text)));
    const way = run.length === 1 ? 'row' : random.pick(['row', 'columns', 'labelsBehind']);
    if (way === 'row') {
      run.forEach((_, at) => blocks.push(...labels[at]!, ...values[at]!.map((field) => field.slot.text).filter((text) => !isBlank(text))));
    } else {
      const byColumn = columns.filter((column) => column.length > 0).map((column) => column.join('\n'));
      const all = labels.flat().join('\n');
      blocks.push(...(way === 'columns' ? [all, ...byColumn] : [...byColumn, all]).filter((text) => !isBlank(text)));
    }
  }
  return blocks.join('\n\n');
}

/** The whole report on one line. */
function oneLine(blocks: readonly Block[], context: RenderContext): string {
  const look = drawGridLook(context, 0.7);
  const blank = ' ';
  return `${blocks.map((block) => (block.kind === 'table' ? gridsOf(block.table, look).flatMap((grid) => originTexts(grid).flat()).filter((text) => !isBlank(text)).join(blank) : block.text)).join(blank)}\n`;
}

/** Values of a row glued to one another and to their label, or (`whole`) the whole table on one line. */
const glued = (whole: boolean): TablePrinter => (grids) =>
  grids.map((grid) => originTexts(grid).map((row) => row.join('')).filter((line) => !isBlank(line)).join(whole ? '' : '\n')).join(whole ? '' : '\n');

const text = (print: TablePrinter, merged = 0.6): Layout['render'] => (blocks, context) => textDocument(blocks, context, print, false, merged);
const base = { parting: 'lines', lineBased: true, format: 'text' } as const;

export const LINES: readonly Layout[] = [
  { ...base, name: 'cell-lines', shows: true, render: text(cellLines('', '\n')) },
  { ...base, name: 'cell-lines-space', shows: true, render: text(cellLines('\u3000', '\n', '\t')) },
  { ...base, name: 'cell-lines-nbsp', shows: true, held: true, render: text(cellLines('&nbsp;', '\n')) },
  { ...base, name: 'cell-lines-dropped', shows: false, render: text(cellLines(null, '\n')) },
  { ...base, name: 'cell-lines-apart', shows: false, held: true, render: text(cellLines(null, '\n\n')) },
  { ...base, name: 'pipe-trail', shows: true, render: text(pipeTrail) },
  { ...base, name: 'pdf-raw', shows: false, parting: 'spaces', render: text(pdfRaw, 0.85) },
  { ...base, name: 'pdf-plain', shows: false, render: text(pdfPlain, 0.7) },
  { ...base, name: 'one-line', shows: false, parting: 'spaces', lineBased: false, render: oneLine },
  { ...base, name: 'glued-rows', shows: false, parting: 'glued', render: text(glued(false), 0.3) },
  { ...base, name: 'glued-table', shows: false, parting: 'glued', render: text(glued(true), 0.3) },
];
