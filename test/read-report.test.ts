import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readReport, readReportWithText } from '../src/read-report.ts';

const page = `<html><head><meta charset="utf-8"></head><body>
<h1>青溪县水利局2022年政府信息公开工作年度报告</h1>
<p>一、总体情况</p>
<p>本局主动公开政府信息35条。</p>
<table><tr><td colspan="4">第二十条第（一）项</td></tr>
<tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>
<tr><td>规章</td><td></td><td>0</td><td>7</td></tr>
<tr><td>行政规范性文件</td><td>3</td><td>1</td><td>12</td></tr></table>
</body></html>`;

test('a page is read, and its places are those of its source', async () => {
  const report = await readReport(new TextEncoder().encode(page), { path: 'a.html' });
  expect(report.source).toMatchObject({ path: 'a.html', format: 'html', encoding: 'utf-8' });
  const cell = report.cells.find((one) => one.cell === 'disclosure.regulations.inForce')!;
  expect(cell).toMatchObject({ value: 7, status: 'reported' });
  expect(page.split('\n')[cell.line! - 1]!.slice(cell.column! - 1)).toMatch(/^7</);
  expect(report.cells.find((one) => one.cell === 'disclosure.regulations.issued')).toMatchObject({ value: null, status: 'blank' });
});

test('gzip around it changes nothing but the digest and the size', async () => {
  const plain = await readReport(new TextEncoder().encode(page), { path: 'a.html' });
  const packed = await readReport(gzipSync(page), { path: 'a.html' });
  expect({ ...packed, source: plain.source }).toEqual(plain);
});

test('what cannot be read is thrown with a code', async () => {
  await expect(readReport(new TextEncoder().encode('%PDF-1.7\nno more'))).rejects.toMatchObject({ name: 'ReadError' });
});

test.each(['txt', 'html', 'docx', 'doc', 'pdf'])('the text of the places of .%s holds every number where its cell says', async (extension) => {
  const bytes = readFileSync(new URL(`./read/documents/2021/document.${extension}`, import.meta.url));
  const { report, text } = await readReportWithText(gzipSync(bytes), { path: `document.${extension}.gz` });
  const lines = text.split(/\r?\n/);
  const reported = report.cells.filter((cell) => cell.status === 'reported');
  expect(reported.length).toBeGreaterThan(100);
  for (const cell of reported) expect(lines[cell.line! - 1]!.slice(cell.column! - 1)).toMatch(new RegExp(`^${cell.raw!.replace('.', '\\.')}(?:[\\t<]|$)`));
});
