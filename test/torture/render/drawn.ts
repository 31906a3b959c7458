/** Frames drawn of characters, and columns parted by blanks. */
import { drawGrid, type CanvasLook } from './canvas.ts';
import { titleApart } from './delimited.ts';
import { textDocument, type Layout, type RenderContext, type TablePrinter } from './layout.ts';
import { fieldsOf, textsOf, type Grid } from './grid.ts';
import { isMark, padEnd, padStart, unmarked, widthOf, wrap } from './marks.ts';

const drawn = (look: (context: RenderContext) => CanvasLook): TablePrinter => (grids, context) => {
  const drawnLook = look(context);
  return grids.map((grid) => drawGrid(grid, drawnLook).join('\n')).join('\n\n');
};

const box: TablePrinter = drawn(({ random }) => ({
  frame: 'box', labelWidth: random.pick([16, 24, 40, 100]), valueWidth: random.pick([8, 10, 14]), vertical: random.pick(['top', 'middle']), align: random.pick(['left', 'left', 'middle', 'right']), padding: random.pick([0, 1]),
}));

const rst: TablePrinter = drawn(({ random }) => ({ frame: 'ascii', labelWidth: random.pick([20, 40, 100]), valueWidth: random.pick([8, 14]), vertical: 'top', align: 'left', padding: 1 }));

/** Every row at its columns, texts never broken: what people type and simple scripts print. */
function alignedColumns(align: 'left' | 'right'): TablePrinter {
  return (grids, { random }) => {
    const gap = random.pick([2, 2, 4]);
    return grids.map((one) => {
      const { title, grid } = titleApart(one);
      const texts = textsOf(grid);
      const widths = texts[0]!.map((_, x) => Math.max(1, ...texts.map((row, y) => (fieldsOf(grid)[y]![x]!.slot.columnSpan > 1 ? 0 : widthOf(row[x]!)))));
      const lines = texts.map((row) => row.map((text, x) => (align === 'right' && x >= grid.labelColumns ? padStart : padEnd)(text, widths[x]!)).join(' '.repeat(gap)).replace(/ +$/, ''));
      return (title === null ? '' : `${title}\n`) + lines.join('\n');
    }).join('\n');
  };
}

/** `pdftotext -layout`: cells wrapped, placed by the character and not by its width, values beside the middle of their label. */
const pdfLayout: TablePrinter = (grids, { random }) => {
  const labelWidth = random.pick([12, 16, 22, 30]);
  const align = random.pick(['left', 'middle', 'middle', 'right'] as const);
  return grids.map((grid) => {
    const lines = drawGrid(grid, { frame: 'none', labelWidth, valueWidth: random.pick([4, 6, 8]), vertical: 'middle', align, padding: 1 });
    return lines.map(narrowed).filter((line) => line.trim() !== '').join('\n');
  }).join('\n');
};

/** Places counted in characters: what stands behind wide characters moves to the left unless its place is taken. */
function narrowed(line: string): string {
  let result = '';
  let place = 0;
  let length = 0;
  for (const piece of line.match(/ {2,}|(?:(?! {2})[\s\S])+/gu) ?? []) {
    if (/^ /.test(piece) && piece.trim() === '') {
      place += piece.length;
      continue;
    }
    const wanted = Math.max(length === 0 ? 0 : length + 1, Math.round(place * 0.75));
    result += ' '.repeat(wanted - length) + piece;
    length = wanted + Array.from(piece).filter((char) => !isMark(char)).length;
    place += widthOf(piece);
  }
  return result;
}

/** pandoc's simple tables: a rule below the headings, one line a row. */
const pandocSimple: TablePrinter = (grids) => grids.map((one) => {
  const { title, grid } = titleApart(one);
  const texts = textsOf(grid);
  const widths = texts[0]!.map((_, x) => Math.max(3, ...texts.map((row) => widthOf(row[x]!))) + 2);
  const print = (row: readonly string[]): string => `  ${row.map((text, x) => padEnd(text, widths[x]!)).join(' ')}`.replace(/ +$/, '');
  const rule = `  ${widths.map((width) => '-'.repeat(width)).join(' ')}`;
  return [...(title === null ? [] : [title, '']), print(texts[0]!), rule, ...texts.slice(1).map(print), rule].join('\n');
}).join('\n\n');

/** pandoc's multiline tables: a long rule above and below, an empty line behind each row. */
const pandocMultiline: TablePrinter = (grids) => grids.map((one) => {
  const { title, grid } = titleApart(one);
  const texts = textsOf(grid);
  const widths = texts[0]!.map((_, x) => Math.min(x < grid.labelColumns ? 24 : 10, Math.max(4, ...texts.map((row) => widthOf(row[x]!)))));
  const block = (row: readonly string[]): string => {
    const cells = row.map((text, x) => wrap(text, widths[x]!));
    const height = Math.max(...cells.map((lines) => lines.length));
    return Array.from({ length: height }, (_, at) => `  ${cells.map((lines, x) => padEnd(lines[at] ?? '', widths[x]!)).join('  ')}`.replace(/ +$/, '')).join('\n');
  };
  const rule = `  ${'-'.repeat(widths.reduce((a, b) => a + b + 2, -2))}`;
  const head = `  ${widths.map((width) => '-'.repeat(width)).join('  ')}`;
  return [...(title === null ? [] : [title, '']), rule, block(texts[0]!), head, texts.slice(1).map(block).join('\n\n'), rule].join('\n');
}).join('\n\n');

/** What pandas prints of a table with made-up or printed headings; blanks are NaN. */
const dataFrame: TablePrinter = (grids, { random }) => {
  const eastAsian = random.chance(0.5);
  const size = eastAsian ? widthOf : (text: string): number => Array.from(unmarked(text)).length;
  const pad = (text: string, width: number): string => ' '.repeat(Math.max(0, width - size(text))) + text;
  const named = random.chance(0.5);
  const repeat = random.chance(0.5);
  return grids.map((one) => {
    const { title, grid } = titleApart(one);
    const texts = textsOf(grid, repeat).map((row) => row.map((text) => (unmarked(text) === '' ? `${text}NaN` : text)));
    const heads = named ? texts[0]!.map((text, x) => (unmarked(text) === 'NaN' ? `Unnamed: ${x}` : text)) : texts[0]!.map((_, x) => String(x));
    const body = named ? texts.slice(1) : texts;
    const index = body.map((_, y) => String(y));
    const indexWidth = Math.max(...index.map((text) => text.length), 0);
    const widths = heads.map((head, x) => Math.max(size(head), ...body.map((row) => size(row[x]!))));
    const print = (first: string, row: readonly string[]): string => `${first.padEnd(indexWidth)}  ${row.map((text, x) => pad(text, widths[x]!)).join('  ')}`;
    return [...(title === null ? [] : [title]), print('', heads), ...body.map((row, y) => print(index[y]!, row))].join('\n');
  }).join('\n\n');
};

const text = (print: TablePrinter, markdown = false, merged = 0.6): Layout['render'] => (blocks, context) => textDocument(blocks, context, print, markdown, merged);
const base = { shows: true, parting: 'fields', lineBased: false, format: 'text' } as const;

/** Whether a grid has a value column in which nothing at all stands. */
export const hasEmptyColumn = (grid: Grid): boolean => textsOf(grid)[0]!.some((_, x) => x >= grid.labelColumns && textsOf(grid).every((row) => unmarked(row[x]!) === ''));

export const DRAWN: readonly Layout[] = [
  { ...base, name: 'box', render: text(box) },
  { ...base, name: 'rst-grid', render: text(rst) },
  { ...base, name: 'pandoc-simple', parting: 'spaces', lineBased: true, held: true, render: text(pandocSimple, true, 0.3) },
  { ...base, name: 'pandoc-multiline', parting: 'spaces', render: text(pandocMultiline, true, 0.3) },
  { ...base, name: 'data-frame', parting: 'spaces', lineBased: true, render: text(dataFrame, false, 0.4) },
  { ...base, name: 'columns-left', parting: 'spaces', lineBased: true, render: text(alignedColumns('left'), false, 0.3) },
  { ...base, name: 'columns-right', parting: 'spaces', lineBased: true, render: text(alignedColumns('right'), false, 0.3) },
  { ...base, name: 'pdf-layout', parting: 'spaces', lineBased: true, render: text(pdfLayout, false, 0.8) },
];
