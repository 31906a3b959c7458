/** A table in each syntax, as programs and people print it. */
import type { Model, ModelCell } from './model.ts';

export type Renderer = (model: Model) => string;

const single = (text: string, parted = '<br>'): string => text.replaceAll('\n', parted);
const rowTexts = (model: Model): string[][] => model.rows.map((row) => row.map((cell) => cell.text));

export const html: Renderer = (model) => {
  const spans = (cell: ModelCell): string =>
    `${cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : ''}${cell.rowSpan > 1 ? ` ROWSPAN = '${cell.rowSpan}'` : ''}`;
  const rows = model.rows.map((row) => `<tr>\n${row.map((cell) => `<td${spans(cell)} style="a:b">${single(cell.text === '' ? '&nbsp;' : cell.text)}</td>`).join('\n')}\n</tr>`);
  return `<table border=1>\n${rows.join('\n')}\n</table>`;
};

/** End tags left out, attributes without quotes. */
export const looseHtml: Renderer = (model) => {
  const spans = (cell: ModelCell): string =>
    `${cell.columnSpan > 1 ? ` colspan=${cell.columnSpan}` : ''}${cell.rowSpan > 1 ? ` rowspan=${cell.rowSpan}` : ''}`;
  return `<TABLE>${model.rows.map((row) => `<TR>${row.map((cell) => `<TD${spans(cell)}>${single(cell.text, '<BR/>')}`).join('')}`).join('')}</TABLE>`;
};

const escapeBar = (text: string): string => single(text).replaceAll('|', '\\|');

export const markdown: Renderer = (model) => rowTexts(model)
  .flatMap((row, index) => [`| ${row.map(escapeBar).join(' | ')} |`, ...(index === 0 ? [`|${row.map(() => '---').join('|')}|`] : [])]).join('\n');
/** Without outer bars, the values in bold. */
export const bareMarkdown: Renderer = (model) => rowTexts(model)
  .flatMap((row, index) => [row.map((text) => (/^\d+$/.test(text) ? `**${text}**` : escapeBar(text))).join(' | '), ...(index === 0 ? [row.map(() => ':-:').join('|')] : [])]).join('\n');
/** Without a rule and padding. */
export const pipes: Renderer = (model) => rowTexts(model).map((row) => `|${row.map(escapeBar).join('|')}|`).join('\n');
export const spreadPipes: Renderer = (model) => rowTexts(model).map((row) => `| ${row.map(escapeBar).join(' | ')} |`).join('\n\n');
export const org: Renderer = (model) => rowTexts(model)
  .flatMap((row, index) => [`| ${row.join(' | ')} |`, ...(index === 0 ? [`|${row.map(() => '----').join('+')}|`] : [])]).join('\n');
export const psql: Renderer = (model) => rowTexts(model)
  .flatMap((row, index) => [` ${row.join(' | ')} `, ...(index === 0 ? [row.map(() => '------').join('+')] : [])]).join('\n');
/** A cell torn over lines within its bars. */
export const tornPipes: Renderer = (model) => rowTexts(model).map((row) => `| ${row.join(' | ')} |`).join('\n');
export const trail: Renderer = (model) => rowTexts(model).map((row) => `${row.map((text) => `${text} |`).join('\n')}\n|`).join('\n');
export const tabs: Renderer = (model) => rowTexts(model).map((row) => row.join('\t')).join('\r\n');
const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
export const quotedTabs: Renderer = (model) => rowTexts(model).map((row) => row.map(quote).join('\t')).join('\n');
export const quotedCsv: Renderer = (model) => rowTexts(model).map((row) => row.map(quote).join(',')).join('\r\n');
export const csv: Renderer = (model) => rowTexts(model).map((row) => row.map((text) => (/[,"\n]/.test(text) ? quote(text) : text)).join(',')).join('\n');
export const semicolons: Renderer = (model) => rowTexts(model).map((row) => row.map((text) => (/[;"\n]/.test(text) ? quote(text) : text)).join(';')).join('\n');

export const latex: Renderer = (model) => {
  const covered = new Map<number, ModelCell>();
  for (const cell of model.rows.flat()) for (let row = cell.row + 1; row < cell.row + cell.rowSpan; row++) covered.set(row * 100 + cell.column, cell);
  const field = (cell: ModelCell): string => {
    let text = cell.text.includes('\n') ? `\\makecell{${cell.text.replace('\n', '\\\\')}}` : cell.text.replace('%', '\\%');
    if (/^\d+$/.test(text)) text = `\\textbf{${text}}`;
    if (cell.rowSpan > 1) text = `\\multirow{${cell.rowSpan}}{*}{${text}}`;
    return cell.columnSpan > 1 ? `\\multicolumn{${cell.columnSpan}}{c|}{${text}}` : text;
  };
  const rows = model.rows.map((cells, row) => {
    const fields: string[] = [];
    for (let column = 0; column < model.columns;) {
      const above = covered.get(row * 100 + column);
      const cell = above ?? cells.find((each) => each.column === column)!;
      fields.push(above === undefined ? field(cell) : cell.columnSpan > 1 ? `\\multicolumn{${cell.columnSpan}}{c|}{}` : '');
      column += cell.columnSpan;
    }
    return `${fields.join(' & ')} \\\\ \\hline % ${row} & 5`;
  });
  return `\\begin{tabular}{|${'c|'.repeat(model.columns)}}\n\\hline\n${rows.join('\n')}\n\\end{tabular}`;
};

export const asciidoc: Renderer = (model) => {
  const spec = (cell: ModelCell): string =>
    cell.columnSpan > 1 || cell.rowSpan > 1 ? `${cell.columnSpan > 1 ? cell.columnSpan : ''}${cell.rowSpan > 1 ? `.${cell.rowSpan}` : ''}+` : '';
  const rows = model.rows.map((row) => row.map((cell) => `${spec(cell)}|${cell.text}`).join(' '));
  return `[cols="${Array.from({ length: model.columns }, () => '1').join(',')}"]\n|===\n${rows.join('\n')}\n|===`;
};

const python = (text: string): string => (text === '' ? 'None' : `'${text.replaceAll('\n', '\\n')}'`);
export const pythonRows: Renderer = (model) => rowTexts(model).map((row) => `[${row.map(python).join(', ')}]`).join('\n');
export const pythonTuples: Renderer = (model) => `rows = [${rowTexts(model).map((row) => `(${row.map(python).join(', ')})`).join(',\n        ')}]`;
export const json: Renderer = (model) => JSON.stringify(rowTexts(model), null, 2);
export const numpy: Renderer = (model) => `[${rowTexts(model).map((row) => `[${row.map((text) => `'${text}'`).join(' ')}]`).join('\n ')}]`;
