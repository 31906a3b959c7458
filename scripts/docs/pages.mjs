// What of a page is made by commands, made again:
//   - the lines behind each `$ gov-report …` of a ```console block: what that command prints;
//   - the table right behind a ```sql block: what DuckDB answers over `gov-report … -o` of the blocks before it;
//   - what stands between `<!-- NAME:start -->` and `<!-- NAME:end -->`: the part of that name.
import { between } from './markers.mjs';
import { shell } from './terminal.mjs';

const CONSOLE = /^```console\n([\s\S]*?)^```$/gm;
const QUERY = /^```sql\n([\s\S]*?)^```\n\n((?:\|.*\n)+)/gm;

/** Like `replaceAll` with a function that takes its time; one after the other. */
async function replaced(text, pattern, make) {
  let made = '';
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    made += text.slice(end, match.index) + await make(match);
    end = match.index + match[0].length;
  }
  return made + text.slice(end);
}

/** @param parts texts by the names of their markers */
export async function refreshed(text, language, parts) {
  const shown = await replaced(text, CONSOLE, async ([, body]) => {
    const blocks = [];
    for (const line of body.split('\n').filter((one) => one.startsWith('$ '))) blocks.push(line, await shell(line.slice(2), language));
    return ['```console', ...blocks.filter((block) => block !== ''), '```'].join('\n');
  });
  const answered = await replaced(shown, QUERY, async ([, sql]) => `\`\`\`sql\n${sql}\`\`\`\n\n${await answer(sql)}\n`);
  return Object.entries(parts).reduce((page, [name, part]) => between(page, name, part), answered);
}

/** The rows of a query as a table of Markdown. */
async function answer(sql) {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const reader = await connection.runAndReadAll(sql);
  const rows = reader.getRowsJson();
  const numeric = reader.columnNames().map((_, index) => rows.every((row) => row[index] === null || /^-?\d+(?:\.\d+)?$/.test(String(row[index]))));
  const line = (cells) => `| ${cells.map((cell) => String(cell ?? '')).join(' | ')} |`;
  return [line(reader.columnNames()), `|${numeric.map((number) => (number ? '---:' : '---')).join('|')}|`, ...rows.map(line)].join('\n');
}
