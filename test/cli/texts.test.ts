import { copyFileSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Report } from '../../src/schema/report.ts';
import { gov } from '../helpers/cli.ts';
import { folderWith } from '../helpers/folder.ts';
import { LONG } from '../helpers/effort.ts';

const REPORT = '竹溪县体育局2021年政府信息公开工作年度报告\n一、总体情况\n公开信息20条。\n';
const documents = new URL('../read/documents/2021/', import.meta.url);

/** A folder with the same report as DOCX, DOC, PDF and page. */
function folder(): string {
  const made = folderWith({ 'plain/a.txt': REPORT });
  for (const extension of ['docx', 'doc', 'pdf', 'html']) copyFileSync(new URL(`document.${extension}`, documents), join(made, `${extension}.${extension}`));
  return made;
}

test('--emit-text writes the text that lines and columns count in', async () => {
  const made = folder();
  const { code, stdout } = await gov(['parse', made, '--emit-text', `${made}/texts/`, '-q']);
  expect(code).toBe(0);
  const reports = stdout.trimEnd().split('\n').map((line) => JSON.parse(line) as Report);
  expect(readdirSync(`${made}/texts`).sort()).toEqual(['doc.txt', 'docx.txt', 'html.txt', 'pdf.txt', 'plain']);
  expect(readFileSync(`${made}/texts/plain/a.txt`, 'utf8')).toBe(REPORT);
  for (const report of reports.filter((each) => !each.source.path!.endsWith('a.txt'))) {
    const lines = readFileSync(`${made}/texts/${report.source.path!.replace(/^.*\.(\w+)$/, '$1')}.txt`, 'utf8').split('\n');
    const reported = report.cells.filter((cell) => cell.status === 'reported');
    expect(reported.length).toBeGreaterThan(100);
    for (const cell of reported) expect(lines[cell.line! - 1]!.startsWith(cell.raw!, cell.column! - 1)).toBe(true);
  }
});

test('--emit-text never writes over an input, and is for files', async () => {
  const made = folderWith({ 'a.txt': REPORT, 'b.txt': REPORT });
  const { code, stderr } = await gov(['parse', made, '--emit-text', made, '-o', `${made}/out.ndjson`]);
  expect({ code, left: existsSync(`${made}/out.ndjson`), text: readFileSync(`${made}/a.txt`, 'utf8') }).toEqual({ code: 2, left: false, text: REPORT });
  expect(stderr).toContain('would write over the input');
  expect((await gov(['parse', '--input-format', 'ndjson', '--emit-text', made])).code).toBe(2);
});

test.each(LONG ? ['docx', 'doc', 'pdf'] : ['docx'])('explain and check show the lines of .%s', async (extension) => {
  const made = folder();
  const { stdout } = await gov(['explain', `${made}/${extension}.${extension}`, 'disclosure.licensing.decisions']);
  expect(stdout).toMatch(/\n +\d+ \| 行政许可 +90\n +\| +\^\^\n/);
});

test('--csv-encoding gb18030 is read by what expects GBK, and is an error for other formats', async () => {
  const made = folderWith({ 'a.txt': REPORT });
  expect((await gov(['parse', made, '--csv-encoding', 'gb18030', '--excel', '-o', `${made}/a.csv`, '-q'])).code).toBe(0);
  expect((await gov(['parse', made, '--excel', '-o', `${made}/b.csv`, '-q'])).code).toBe(0);
  const [gbk, utf8] = ['a', 'b'].map((name) => readFileSync(`${made}/${name}.csv`));
  expect(new TextDecoder('gb18030', { fatal: true }).decode(gbk)).toBe(utf8!.toString('utf8').slice(1));
  expect((await gov(['parse', made, '--csv-encoding', 'gb18030'])).code).toBe(2);
  expect((await gov(['parse', made, '--csv-encoding', 'gb18030', '-o', `${made}/c.ndjson`])).code).toBe(2);
});
