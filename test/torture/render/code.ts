/** Tables as data or source: printed lists, JSON, LaTeX. */
import { originTexts, titleApart } from './delimited.ts';
import { fieldsOf, textsOf } from './grid.ts';
import { textDocument, type Layout, type TablePrinter } from './layout.ts';
import { unmarked } from './marks.ts';

const escapeSingle = (text: string): string => (text.includes("'") ? `"${text}"` : `'${text}'`);

/** `print(row)` over what pdfplumber or docx tables give: `None` for what a merged cell covers, and for blanks in some. */
const pythonLists: TablePrinter = (grids, { random }) => {
  const blankIsNone = random.chance(0.5);
  const whole = random.chance(0.3);
  return grids.map((grid) => {
    const rows = fieldsOf(grid).map((row) => `[${row.map((field) => {
      if (!field.origin || (blankIsNone && unmarked(field.slot.text) === '')) return `${field.origin ? field.slot.text : ''}None`;
      return escapeSingle(field.slot.text);
    }).join(', ')}]`);
    return whole ? `[${rows.join(', ')}]` : rows.join('\n');
  }).join('\n');
};

const json: TablePrinter = (grids, { random }) => {
  const compact = random.chance(0.5);
  const numbers = random.chance(0.4);
  const cellsOnly = random.chance(0.3);
  return grids.map((grid) => {
    const rows = (cellsOnly ? originTexts(grid) : textsOf(grid)).map((row) => row.map((text) => {
      const bare = unmarked(text);
      const mark = text.slice(0, text.length - bare.length);
      if (numbers && bare === '') return `${mark}null`;
      if (numbers && /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(bare)) return text;
      return JSON.stringify(text);
    }));
    if (compact) return `[${rows.map((row) => `[${row.join(', ')}]`).join(', ')}]`;
    return `[\n${rows.map((row) => `  [${row.join(', ')}]`).join(',\n')}\n]`;
  }).join('\n');
};

const escapeLatex = (text: string): string => text.replace(/[%#&_$]/g, (char) => `\\${char}`);

const latex: TablePrinter = (grids, { random }) => {
  const booktabs = random.chance(0.3);
  return grids.map((one) => {
    const { title, grid } = booktabs ? titleApart(one) : { title: null, grid: one };
    const lines = fieldsOf(grid).map((row, y) => {
      const cells: string[] = [];
      for (let x = 0; x < row.length; x++) {
        const field = row[x]!;
        if (field.origin) {
          let content = escapeLatex(field.slot.text);
          if (field.slot.rowSpan > 1) content = `\\multirow{${field.slot.rowSpan}}{*}{${content}}`;
          if (field.slot.columnSpan > 1) content = `\\multicolumn{${field.slot.columnSpan}}{${booktabs ? 'c' : '|c|'}}{${content}}`;
          cells.push(content);
        } else if (field.x === x && field.y !== y) {
          cells.push(field.slot.columnSpan > 1 ? `\\multicolumn{${field.slot.columnSpan}}{${booktabs ? 'c' : '|c|'}}{}` : '');
        }
      }
      const rule = booktabs ? (y === grid.headRows - 1 ? ' \\midrule' : '') : row.some((field) => field.y + field.slot.rowSpan - 1 > y) ? ` \\cline{${row.findIndex((field) => field.y + field.slot.rowSpan - 1 <= y) + 1}-${grid.width}}` : ' \\hline';
      return `${cells.join(' & ')} \\\\${rule}`;
    });
    const spec = booktabs ? `l${'r'.repeat(grid.width - 1)}` : `|${'l|'.repeat(grid.width)}`;
    return `${title === null ? '' : `${title}\n`}\\begin{tabular}{${spec}}\n${booktabs ? '\\toprule' : '\\hline'}\n${lines.join('\n')}\n${booktabs ? '\\bottomrule\n' : ''}\\end{tabular}`;
  }).join('\n\n');
};

const text = (print: TablePrinter, merged = 0.6): Layout['render'] => (blocks, context) => textDocument(blocks, context, print, false, merged);
const base = { shows: true, parting: 'fields', lineBased: false, format: 'text' } as const;

export const CODE: readonly Layout[] = [
  { ...base, name: 'python-lists', render: text(pythonLists) },
  { ...base, name: 'json', held: true, render: text(json) },
  { ...base, name: 'latex', render: text(latex) },
];
