import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { flatSections, markLines, type MarkedLine } from '../../src/page/text/marks.ts';
import { runsOf } from '../../src/page/text/pane.tsx';
import { factsBySection } from '../../src/page/report/sections.tsx';
import { parseReport } from '../../src/pipeline.ts';
import { readReportWithText } from '../../src/read-report.ts';
import { reportText } from '../cli/check-report.ts';

const textOf = (lines: readonly MarkedLine[], target: string): string => lines.flatMap(({ segments }) => segments.filter((one) => one.target === target).map(({ text }) => text)).join('');

test.each(['2021/wrong-sums', '2021/single-line', '2021/cell-per-line', '2019/thousands', 'statistics/national-box-gbk'])('%s: every printed cell and every heading is marked where it stands, no text is lost', async (name) => {
  const folder = join(import.meta.dirname, '..', '..', 'fixtures', name);
  const { report, text } = await readReportWithText(readFileSync(join(folder, 'report.txt')));
  const lines = markLines(report, text, report.findings);
  expect(lines.map(({ segments }) => segments.map((one) => one.text).join('')).join('\n')).toBe(text.replaceAll(/\r\n?/g, '\n'));
  for (const cell of report.cells) if (cell.raw !== null && cell.line !== null) expect(textOf(lines, `cell:${cell.cell}`), cell.cell).toBe(cell.raw);
  flatSections(report.sections).forEach((section, index) => { expect(textOf(lines, `section:${index}`)).toContain(section.title.slice(0, 4)); });
});

test('a fact is marked at its number and unit, a zero in words at the words', () => {
  const text = '清河县水务局2020年政府信息公开工作年度报告\n一、总体情况\n全年公开信息1,200余条，未收到复议申请，举办培训 3 次。\n';
  const report = parseReport(text);
  const lines = markLines(report, text, []);
  const marked = report.facts.map((_, index) => textOf(lines, `fact:${index}`));
  expect(marked).toEqual(expect.arrayContaining([expect.stringMatching(/^1,200/), expect.stringMatching(/^3 ?次/)]));
  expect(marked.find((one) => one.includes('未收到'))).toMatch(/^未收到复议申请$|^未收到/);
});

test('lines far from any mark are folded, none is lost, marked ones never', () => {
  const text = `${'导航\n'.repeat(200)}${reportText(2023)}${'页脚\n'.repeat(90)}`;
  const report = parseReport(text);
  const lines = markLines(report, text, report.findings);
  const runs = runsOf(lines);
  expect(runs.flatMap((run) => run.lines)).toEqual(lines);
  expect(runs.filter(({ folded }) => folded).length).toBeGreaterThan(0);
  for (const run of runs) if (run.folded) expect(run.lines.every(({ segments, findings }) => findings.length === 0 && segments.every(({ target }) => target === null))).toBe(true);
});

test('any places of a report, right or not, lose no text', () => {
  const text = reportText(2023);
  const report = parseReport(text);
  const place = fc.record({ line: fc.integer({ min: 1, max: 80 }), column: fc.integer({ min: 1, max: 200 }), endColumn: fc.integer({ min: 1, max: 200 }) });
  fc.assert(fc.property(fc.array(place, { minLength: 1, maxLength: 30 }), (places) => {
    const cells = report.cells.map((cell, index) => ({ ...cell, ...places[index % places.length]! }));
    const lines = markLines({ ...report, cells }, text, []);
    expect(lines.map(({ segments }) => segments.map((one) => one.text).join('')).join('\n')).toBe(text);
  }), { numRuns: 30 });
});

test('facts go with the last heading above them', () => {
  const section = { id: null, number: null, title: '', level: 1, text: '', children: [] };
  const fact = { metric: null, subject: '', value: 1, unit: null, qualifier: 'exact', text: '', column: 1 } as const;
  expect(factsBySection([{ ...section, line: 5 }, { ...section, line: 9 }], [{ ...fact, line: 2 }, { ...fact, line: 9 }, { ...fact, line: 6 }, { ...fact, line: 70 }])).toEqual(new Map([[-1, [0]], [1, [1, 3]], [0, [2]]]));
});
