import { expect, test } from 'vitest';
import { progressLine } from '../../src/cli/terminal/progress.ts';
import { gov } from '../helpers/cli.ts';
import { folderWith } from '../helpers/folder.ts';

const REPORT = '竹溪县体育局2021年政府信息公开工作年度报告\n一、总体情况\n公开信息20条。\n';

test.each([
  [0, 10, 0, 0, '0 of 10 (0%)'],
  [1200, 5000, 3, 2, '1200 of 5000 (24%), 600/s, 7 s left, 3 not read'],
  [10, 1000, 0, 5, '10 of 1000 (1%), 2.0/s, 8 min 15 s left'],
  [1000, 2_000_000, 0, 1, '1000 of 2000000 (0%), 1000/s, 33 min 19 s left'],
  [10, 200_000, 0, 1, '10 of 200000 (0%), 10/s, 5 h 33 min left'],
])('%i of %i', (done, total, errors, seconds, line) => {
  expect(progressLine(done, total, errors, seconds)).toBe(line);
});

test('on a terminal the line is drawn, and gone at the end; elsewhere and with --quiet there is none', async () => {
  const folder = folderWith({ 'a.txt': REPORT, 'b.txt': '', 'c.txt': REPORT });
  const shown = (await gov(['parse', folder], { terminal: true })).stderr;
  expect(shown).toMatch(/1 of 3 \(33%\)/);
  expect(shown.split('\n').at(-2)!.split('\u001B[K').at(-1)).toMatch(/^2 reports/);
  expect(shown).toContain('\r\u001B[Kgov-report: ');
  expect((await gov(['parse', folder])).stderr).not.toContain('\u001B');
  expect((await gov(['parse', folder, '-q'], { terminal: true })).stderr).not.toContain('\u001B');
});
