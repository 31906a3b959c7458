import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { decode } from '../../src/decode/decode.ts';
import type { LedgerEntry } from '../../src/ledger/ledger.ts';
import { parseReport } from '../../src/pipeline.ts';
import type { Report } from '../../src/schema/report.ts';

const ROOT = join(import.meta.dirname, '..', '..', 'fixtures');
const fixtures = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((name) => /report\.(?:txt|md)$/.test(name)).sort();

function read(text: string): { report: Report; ledger: LedgerEntry[] } {
  let ledger: LedgerEntry[] = [];
  const report = parseReport(text, { onLedger: (entries) => { ledger = entries; } });
  return { report, ledger };
}

test.each(fixtures)('every number of the tables of %s stands in the ledger once, and every value is one of them', (name) => {
  const { text } = decode(readFileSync(join(ROOT, name)));
  const { report, ledger } = read(text);
  const lines = text.split(/\r\n|\r|\n/);
  const places = ledger.map(({ line, column }) => line * 1e6 + column);
  expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
  for (const entry of ledger) expect(lines[entry.line - 1]!.slice(entry.column - 1, entry.endColumn - 1)).toBe(entry.text);
  const used = new Map(ledger.filter(({ use }) => use === 'cell').flatMap((entry) => entry.cells.map((cell) => [cell, entry] as const)));
  for (const { cell, value, status, line } of report.cells) {
    if (status !== 'reported') continue;
    expect({ cell, value, line: used.get(cell)?.line }).toEqual({ cell, value, line });
  }
  // What no row explains leaves a cell open or has a finding of its own.
  const doubts = report.findings.some(({ code }) => /^tables\/(?:unplaced|unclaimed|unreadable|missing|printed-twice|unknown)/.test(code));
  if (!doubts) expect(ledger.filter(({ use }) => use === 'unexplained' || use === 'open')).toEqual([]);
});

const HEADS = ['', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'];
function disputes(rows: readonly string[]): string {
  return [
    '云溪县水务局2023年政府信息公开工作年度报告', '一、总体情况', '本局依法公开政府信息。', '二、主动公开政府信息情况',
    '信息内容\t本年制发件数\t本年废止件数\t现行有效件数', ...rows, '三、收到和处理政府信息公开申请情况', HEADS.join('\t'),
  ].join('\n');
}

test('a row of another name, a serial and a page number are told from values', () => {
  const { ledger } = read(disputes(['1\t规章\t3\t0\t41', '2\t行政规范性文件\t2\t1\t30', '- 12 -', '办事指南\t7\t7\t7', '行政许可\t5']));
  const uses = ledger.map(({ text, use, cells }) => `${text} ${use}${cells.map((cell) => ` ${cell}`).join('')}`);
  expect(uses).toEqual([
    '1 serial', '3 cell disclosure.regulations.issued', '0 cell disclosure.regulations.repealed', '41 cell disclosure.regulations.inForce',
    '2 serial', '2 cell disclosure.normativeDocuments.issued', '1 cell disclosure.normativeDocuments.repealed', '30 cell disclosure.normativeDocuments.inForce',
    '12 furniture', '7 other-row', '7 other-row', '7 other-row', '5 cell disclosure.licensing.decisions',
  ]);
});

test('numbers of a row that cannot be told are open, with the cells they may belong to', () => {
  const { report, ledger } = read(disputes(['规章 3 41', '行政规范性文件 2 1 30']).replaceAll('\t', ' '));
  const open = ledger.filter(({ use }) => use === 'open');
  expect(open.map(({ text }) => text)).toEqual(['3', '41']);
  expect(open[0]!.cells).toEqual(['disclosure.regulations.issued', 'disclosure.regulations.repealed', 'disclosure.regulations.inForce']);
  const cell = report.cells.find((each) => each.cell === 'disclosure.regulations.issued')!;
  // What is printed for the row stands as it is, from its first number to behind its last.
  expect(cell).toMatchObject({ status: 'unreadable', raw: '3 41', column: 4, endColumn: 8 });
});
