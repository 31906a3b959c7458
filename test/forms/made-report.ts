/** Reports in a form of six sections, as tabs, pipes and HTML: made from the form alone. */
import { cellPath } from '../../src/forms/cells.ts';
import type { Block, Form, FormTable, Row } from '../../src/forms/form.ts';

export type Values = ReadonlyMap<string, number>;

const RESULTS = '三、本年度办理结果';

/** Lawful values of every cell that is not optional. */
export function lawfulValues(form: Form): Map<string, number> {
  const values = new Map<string, number>();
  for (const table of form.tables) {
    for (const block of table.blocks) {
      block.rows.filter(isPrinted).forEach((row, r) => {
        let total = 0;
        for (const [c, column] of printedColumns(block).entries()) {
          const value = 1 + (r * 5 + c * 3) % 7;
          if (column.code !== 'total') total += value;
          values.set(cellPath(table, row, column), column.code === 'total' ? total : value);
        }
      });
    }
    if (table.name === 'applications') balance(table, values);
  }
  return values;
}

/** （七）总计 sums the results; what was carried over closes the balance. */
function balance(table: FormTable, values: Map<string, number>): void {
  const [block] = table.blocks;
  const columns = printedColumns(block!);
  const at = (row: string, column: string): string => `${table.path}.${row}.${column}`;
  const results = block!.rows.filter((row) => isPrinted(row) && row.groups?.[0] === RESULTS && row.code !== 'resultTotal');
  for (const { code } of columns) {
    const sum = results.reduce((total, row) => total + values.get(at(row.code, code))!, 0);
    values.set(at('resultTotal', code), sum);
    values.set(at('carriedOver', code), sum + values.get(at('carriedForward', code))! - values.get(at('received', code))!);
  }
}

const isPrinted = (row: Row): boolean => row.optional !== true;
const printedColumns = (block: Block): Block['columns'] => block.columns.filter(({ optional }) => optional !== true);

/** A table as rows of texts, one text a field. */
export type Rows = readonly (readonly string[])[];

function rowsOf(table: FormTable, values: Values): Rows {
  if (table.shape === 'groups') {
    const [block] = table.blocks;
    const columns = printedColumns(block!);
    const groups = block!.rows;
    return [
      groups.flatMap((row) => columns.map(() => row.groups?.[0] ?? row.label)),
      groups.flatMap((row) => columns.map(() => row.label)),
      groups.flatMap(() => columns.map(({ label }) => label)),
      groups.flatMap((row) => columns.map((column) => String(values.get(cellPath(table, row, column))))),
    ];
  }
  const head = table.shape === 'blocks' ? 1 : 3;
  return table.blocks.flatMap((block) => {
    const columns = printedColumns(block);
    const width = Math.max(...table.blocks.map((each) => each.columns.length));
    const filled = (fields: string[]): string[] => [...fields, ...new Array<string>(Math.max(0, (table.shape === 'blocks' ? width + 1 : 0) - fields.length)).fill('')];
    const heads = new Array<string>(head).fill(table.shape === 'blocks' ? '信息内容' : '项目');
    return [
      ...(block.title === null ? [] : [filled([block.title])]),
      filled([...heads, ...columns.map(({ label }) => label)]),
      ...block.rows.filter(isPrinted).map((row) => {
        const labels = [...(row.groups ?? []), row.label];
        return filled([...(table.shape === 'blocks' ? labels : [...labels, row.label, row.label].slice(0, head)), ...columns.map((column) => String(values.get(cellPath(table, row, column))))]);
      }),
    ];
  });
}

export const LAYOUTS = {
  tabs: (rows: Rows) => rows.map((row) => row.join('\t')).join('\n'),
  pipes: (rows: Rows) => rows.map((row, index) => `| ${row.join(' | ')} |${index === 0 ? `\n|${' --- |'.repeat(row.length)}` : ''}`).join('\n'),
  html: (rows: Rows) => `<table>${rows.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('\n')}</table>`,
} as const;
export type Layout = keyof typeof LAYOUTS;

/** A whole report on 2030. */
export function reportText(form: Form, values: Values, layout: Layout): string {
  const tables = form.tables.map((table) => LAYOUTS[layout](rowsOf(table, values)));
  const parts = ['青石县水务局2030年政府信息公开工作年度报告'];
  form.sections.forEach(({ number, title, tables: holds }) => {
    parts.push(`${number}、${title}`, holds === true ? tables.shift()! : '本机关按照要求做好有关工作，平稳有序。');
  });
  parts.push('青石县水务局', '2031年1月20日');
  return layout === 'html' ? `<!DOCTYPE html><html><body>${parts.map((part) => (part.startsWith('<') ? part : `<p>${part}</p>`)).join('\n')}</body></html>` : parts.join('\n\n') + '\n';
}
