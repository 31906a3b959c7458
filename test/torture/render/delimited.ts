/** Rows of fields parted by a printed delimiter: tabs, quoted CSV, pipes, org, AsciiDoc. */
import type { Layout, TablePrinter } from './layout.ts';
import { textDocument } from './layout.ts';
import { fieldsOf, textsOf, type Grid } from './grid.ts';
import { padEnd, unmarked, widthOf } from './marks.ts';

type RowPrinter = (row: readonly string[]) => string;

const rowsBy = (print: RowPrinter): TablePrinter => (grids) => grids.flatMap((grid) => textsOf(grid).map(print)).join('\n');

const withoutTrailing = (row: readonly string[]): string[] => {
  const kept = [...row];
  while (kept.length > 1 && unmarked(kept.at(-1)!) === '') kept.pop();
  return kept;
};

/** The cells that begin in a row and no more: what a page's text or a script over its `td`s gives. */
export const originTexts = (grid: Grid): string[][] => grid.rows.map((row) => row.map((slot) => slot.text));

const quoted = (delimiter: string, always: boolean): RowPrinter => (row) => row.map((text) => (always || /["\n,\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(delimiter);

/** A title over the frame is a line before it where the syntax has no room for it. */
export function titleApart(grid: Grid): { title: string | null; grid: Grid } {
  const first = grid.rows[0];
  if (first?.length !== 1 || first[0]!.role !== 'title') return { title: null, grid };
  return { title: first[0]!.text, grid: { ...grid, rows: grid.rows.slice(1), headRows: grid.headRows - 1 } };
}

/** Markdown: a line of dashes below the first row, padded now and then. */
export const markdownTable = (grid: Grid, padded: boolean): string => {
  const texts = textsOf(grid);
  const widths = texts[0]!.map((_, x) => Math.max(3, ...texts.map((row) => widthOf(row[x]!))));
  const print: RowPrinter = (row) => `| ${row.map((text, x) => (padded ? padEnd(text, widths[x]!) : text)).join(' | ')} |`;
  const [head, ...body] = texts;
  return [print(head!), `|${widths.map((width) => (padded ? ` ${'-'.repeat(width)} ` : '---')).join('|')}|`, ...body.map(print)].join('\n');
};

const markdown: TablePrinter = (grids, { random }) => {
  const padded = random.chance(0.3);
  return grids.map((one) => {
    const { title, grid } = titleApart(one);
    return (title === null ? '' : `${title}\n\n`) + markdownTable(grid, padded);
  }).join('\n\n');
};

/** A small table a row with headings that a model or converter made up, the label also as a heading. */
const tableARow: TablePrinter = (grids, { random }, table) => {
  const first = random.pick(['类别', '项目', '指标']);
  const madeUp = random.chance(0.3);
  return grids.flatMap((one) => {
    const { title, grid } = titleApart(one);
    if (table.name !== 'applications') return [(title === null ? '' : `${title}\n`) + markdownTable(grid, false)];
    const texts = textsOf(grid);
    const heads = texts.slice(0, grid.headRows).reduce((under, row) => row.map((text, x) => (text === '' ? under[x]! : text)), texts[0]!.map(() => ''));
    return texts.slice(grid.headRows).flatMap((row) => {
      const label = row.slice(0, grid.labelColumns).filter((text) => unmarked(text) !== '').at(-1) ?? '';
      const values = row.slice(grid.labelColumns);
      const columns = madeUp && values.length === 7 ? values.map((_, at) => `数据${at + 1}`) : heads.slice(grid.labelColumns);
      const line: RowPrinter = (texts_) => `| ${texts_.join(' | ')} |`;
      return [`### ${unmarked(label)}\n${line([first, ...columns])}\n|${'---|'.repeat(columns.length + 1)}\n${line([label, ...values])}`];
    });
  }).join('\n\n');
};

const org: TablePrinter = (grids) => grids.map((grid) => {
  const texts = textsOf(grid);
  const widths = texts[0]!.map((_, x) => Math.max(1, ...texts.map((row) => widthOf(row[x]!))));
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('+')}|`;
  const lines = texts.map((row) => `| ${row.map((text, x) => padEnd(text, widths[x]!)).join(' | ')} |`);
  lines.splice(grid.headRows, 0, rule);
  return lines.join('\n');
}).join('\n\n');

/** AsciiDoc: spans before the bar (`2+|`, `.3+|`), a row a line or a cell a line. */
const asciidoc: TablePrinter = (grids, { random }) => {
  const cellALine = random.chance(0.5);
  return grids.map((grid) => {
    const rows = fieldsOf(grid).map((row) => row.filter((field) => field.origin).map(({ slot }) => {
      const spans = `${slot.columnSpan > 1 ? slot.columnSpan : ''}${slot.rowSpan > 1 ? `.${slot.rowSpan}` : ''}`;
      return `${spans === '' ? '' : `${spans}+`}|${slot.text}`;
    }).join(cellALine ? '\n' : ' '));
    return `[cols="${Array.from({ length: grid.width }, () => '1').join(',')}"]\n|===\n${rows.join(cellALine ? '\n\n' : '\n')}\n|===`;
  }).join('\n\n');
};

const text = (print: TablePrinter, markdownText = false, merged = 0.6): Layout['render'] => (blocks, context) => textDocument(blocks, context, print, markdownText, merged);

const base = { shows: true, parting: 'fields', lineBased: true, format: 'text' } as const;

export const DELIMITED: readonly Layout[] = [
  { ...base, name: 'tab', render: text(rowsBy((row) => row.join('\t'))) },
  { ...base, name: 'tab-ragged', render: text(rowsBy((row) => withoutTrailing(row).join('\t'))) },
  { ...base, name: 'tab-cells', render: text((grids) => grids.flatMap((grid) => originTexts(grid).map((row) => row.join('\t'))).join('\n')) },
  { ...base, name: 'tsv-quoted', held: true, render: text(rowsBy(quoted('\t', true))) },
  { ...base, name: 'csv-quoted', render: text(rowsBy(quoted(',', true))) },
  { ...base, name: 'csv', render: text(rowsBy(quoted(',', false))) },
  { ...base, name: 'markdown', render: text(markdown, true) },
  { ...base, name: 'pipes', render: text(rowsBy((row) => row.join(' | '))) },
  { ...base, name: 'pipes-closed', render: text(rowsBy((row) => `|${row.join('|')}|`)) },
  { ...base, name: 'markdown-table-a-row', render: text(tableARow, true, 0) },
  { ...base, name: 'org', render: text(org) },
  { ...base, name: 'asciidoc', held: true, lineBased: false, render: text(asciidoc) },
];
