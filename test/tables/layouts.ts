/** Renders a grid as crawlers, browsers, converters and PDF tools print tables. */
import type { GridRow, GridTable, Made } from './lawful.ts';

export interface Layout {
  table: (table: GridTable) => string;
  /** An empty cell leaves a trace, so that every cell must be read. */
  showsBlanks: boolean;
  /** Line breaks of the whole document become blanks. */
  oneLine?: boolean;
}

/** A row as a browser or a word processor sees it: a merged cell once, nothing for the cells it covers. */
const merged = (row: GridRow): string[] =>
  row.kind === 'values' ? [...row.labels.filter((label) => label !== ''), ...row.values] : [...row.labels, ...row.values].filter((cell) => cell !== '');

/** A row as a full grid: merged cells filled up with empty ones. */
const full = (row: GridRow): string[] => {
  const values = row.values.flatMap((value, i) => [value, ...Array.from({ length: (row.spans?.[i] ?? 1) - 1 }, () => '')]);
  return [...row.labels, ...values];
};

const rows = (join: (cells: string[]) => string, cellsOf = full, between = '\n') => (table: GridTable): string => table.rows.map((row) => join(cellsOf(row))).join(between);

export const widthOf = (text: string): number => Array.from(text).reduce((width, char) => width + (char.charCodeAt(0) > 0x2000 ? 2 : 1), 0);

/** Columns padded to a common width, as w3m, lynx and pdftotext -layout print them. */
function spaced(table: GridTable): string {
  const grid = table.rows.map(full);
  const columns = Math.max(...grid.map((row) => row.length));
  // A title alone in its row spans the table; it widens no column.
  const widths = Array.from({ length: columns }, (_, c) => Math.max(0, ...grid.filter((row) => row.length > 1).map((row) => widthOf(row[c] ?? ''))));
  return grid.map((row) => row.map((cell, c) => cell + ' '.repeat(Math.max(0, widths[c]! - widthOf(cell)))).join('  ').trimEnd()).join('\n');
}

function boxed(table: GridTable): string {
  const grid = table.rows.map(full);
  const columns = Math.max(...grid.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, c) => Math.max(2, ...grid.map((row) => widthOf(row[c] ?? ''))));
  const rule = (left: string, cross: string, right: string): string => left + widths.map((width) => '─'.repeat(width)).join(cross) + right;
  const lines = grid.map((row) => '│' + widths.map((width, c) => (row[c] ?? '') + ' '.repeat(width - widthOf(row[c] ?? ''))).join('│') + '│');
  return [rule('┌', '┬', '┐'), lines.join(`\n${rule('├', '┼', '┤')}\n`), rule('└', '┴', '┘')].join('\n');
}

function markdown(table: GridTable): string {
  const columns = Math.max(...table.rows.map((row) => full(row).length));
  const line = (cells: string[]): string => `| ${Array.from({ length: columns }, (_, c) => cells[c] ?? '').join(' | ')} |`;
  const [first, ...rest] = table.rows.map((row) => line(full(row)));
  return [first, `|${' --- |'.repeat(columns)}`, ...rest].join('\n');
}

/** One mini-table a row under a header that names nothing, as some converters print page after page. */
function miniTables(table: GridTable): string {
  return table.rows.map((row, index) => {
    const cells = full(row);
    const line = (list: string[]): string => `| ${list.join(' | ')} |`;
    return [line(cells.map((_, c) => (index % 2 === 0 ? `数据${c + 1}` : `列${c + 1}`))), line(cells.map(() => '---')), line(cells)].join('\n');
  }).join('\n\n');
}

/** Digits of a row without any separator. */
const glued = (row: GridRow): string => [...row.labels, ...row.values].join('');

export const LAYOUTS: Readonly<Record<string, Layout>> = {
  tabs: { table: rows((cells) => cells.join('\t')), showsBlanks: true },
  'tabs, merged cells once': { table: rows((cells) => cells.join('\t'), merged), showsBlanks: true },
  'tabs, trailing ones trimmed': { table: rows((cells) => cells.join('\t').trimEnd(), merged), showsBlanks: true },
  'pipes behind each cell': { table: rows((cells) => cells.map((cell) => `${cell} |`).join(' '), merged), showsBlanks: true },
  'pipes between cells': { table: rows((cells) => cells.join(' | '), merged), showsBlanks: true },
  'pipes around cells': { table: rows((cells) => `| ${cells.join(' | ')} |`), showsBlanks: true },
  'pipes without blanks': { table: rows((cells) => `|${cells.join('|')}|`, merged), showsBlanks: true },
  'a cell a line closed by a pipe': { table: rows((cells) => cells.map((cell) => `${cell} |`).join('\n'), merged), showsBlanks: true },
  'a cell a line with row markers': { table: rows((cells) => `|\n${cells.map((cell) => `${cell} |`).join('\n')}`, merged), showsBlanks: true },
  markdown: { table: markdown, showsBlanks: true },
  'markdown, one table a row': { table: miniTables, showsBlanks: true },
  'box drawing': { table: boxed, showsBlanks: true },
  'a cell a line': { table: rows((cells) => cells.join('\n'), merged), showsBlanks: true },
  'a cell a line, blank lines between': { table: rows((cells) => cells.join('\n\n'), merged, '\n\n'), showsBlanks: true },
  'a cell a line, empty ones dropped': { table: rows((cells) => cells.filter((cell) => cell !== '').join('\n'), merged), showsBlanks: false },
  'columns of spaces': { table: spaced, showsBlanks: false },
  'single spaces': { table: rows((cells) => cells.filter((cell) => cell !== '').join(' '), merged), showsBlanks: false },
  'one line': { table: rows((cells) => cells.filter((cell) => cell !== '').join(' '), merged), showsBlanks: false, oneLine: true },
  'digits glued': { table: (table) => table.rows.map(glued).join('\n'), showsBlanks: false },
  'all glued': { table: (table) => table.rows.map(glued).join(''), showsBlanks: false },
  'the last two values glued': {
    table: rows((cells) => cells.filter((cell) => cell !== '').join(' ').replace(/ (\d)$/, '$1'), merged), showsBlanks: false,
  },
};

const LEAD: Readonly<Record<string, string>> = {
  statistics: '　　九、附表\n　　全年编发简报12期，受理来电345次。',
  disclosure: '　　一、总体情况\n　　本机关主动公开信息 418 条，其中政策文件 26 件，办理行政许可 28 件。',
  applications: '　　本年度未新增规章 1 件以外的制度。',
  disputes: '　　全年收到申请 77 件，较上年增加 5 件。',
};

/** A whole report: title, prose with figures of its own, the tables each under its heading, prose behind. */
export function reportOf(made: Made, layout: Layout, options: { headings?: boolean; order?: number[]; twice?: boolean } = {}): string {
  const { headings = true } = options;
  const year = made.era === 'statistics' ? 2016 : made.era === '2019' ? 2019 : 2022;
  const order = options.order ?? made.tables.map((_, i) => i);
  const parts = order.map((index) => {
    const table = made.tables[index]!;
    const body = layout.table(table);
    return [LEAD[table.name]!, ...(headings ? [table.name === 'statistics' ? table.heading : `　　${table.heading}`] : []), body, ...(options.twice === true ? [body] : [])].join('\n');
  });
  const text = [`青溪县档案局${year}年政府信息公开工作年度报告`, ...parts, '　　五、存在的主要问题及改进情况', '　　公开了 9 类信息，培训 3 次，下一年计划培训 5 次。'].join('\n\n');
  return layout.oneLine === true ? text.replace(/\s*\n\s*/g, ' ') : text;
}
