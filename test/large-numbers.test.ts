import { describe, expect, it } from 'vitest';
import { readReport } from '../src/read-report.ts';
import { parseReport } from '../src/pipeline.ts';

const page = (cell: string): string => `<h1>青岚县2023年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>全年公开信息${cell}条，受理申请3件。</p><p>二、主动公开政府信息情况</p>
  <table><tr><td colspan=4>第二十条第（一）项</td></tr><tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>
  <tr><td>规章</td><td>${cell}</td><td>0</td><td>0</td></tr><tr><td>行政规范性文件</td><td>3</td><td>1</td><td>27</td></tr></table>`;

describe('a number too large to be reported as it is printed', () => {
  it.each(['9'.repeat(400), '12345678901234567'])('%s is no value and no fact', async (number) => {
    const report = await readReport(Buffer.from(page(number)), { path: 'a.html' });
    expect(report.cells.find((cell) => cell.cell === 'disclosure.regulations.issued')).toMatchObject({ value: null });
    expect(report.findings.flatMap((finding) => finding.cells)).toContain('disclosure.regulations.issued');
    expect(report.cells.find((cell) => cell.cell === 'disclosure.normativeDocuments.inForce')).toMatchObject({ value: 27 });
    expect(report.facts.map((fact) => fact.value)).toEqual([3]);
  });

  it('is no fact, scaled or in words either', () => {
    const facts = (text: string): unknown[] => parseReport(`青岚县2023年政府信息公开工作年度报告\n一、总体情况\n${text}\n`).facts.map((fact) => fact.value);
    expect(facts('全年公开信息999999999999亿条。')).toEqual([]);
    expect(facts('全年公开信息九千九百九十九万亿条。')).toEqual([]);
    expect(facts('全年公开信息3亿条。')).toEqual([300_000_000]);
  });
});

it.each(['-0', '－0', '−0', '-0.0'])('%s is the one zero there is', async (number) => {
  const report = await readReport(Buffer.from(page(number)), { path: 'a.html' });
  expect(report.cells.find((cell) => cell.cell === 'disclosure.regulations.issued')!.value).toBe(0);
});
