import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { checkFindings } from '../../src/findings/check.ts';
import type { FindingRecord } from '../../src/cli/render/finding-records.ts';
import { gov } from '../helpers/cli.ts';
import { folderWith } from '../helpers/folder.ts';
import { reportText } from './check-report.ts';

const BROKEN = { 'reconsideration.total': 9 };
/** Carried forward by one report and over by the next: 2 in each column, 12 in all. */
const CHAIN = Object.fromEntries(['naturalPerson', 'business', 'research', 'nonprofit', 'legalService', 'otherOrganization', 'total'].flatMap((column) => ['carriedOver', 'carriedForward'].map((row) => [`applications.${row}.${column}`, column === 'total' ? 12 : 2])));

afterEach(() => { vi.unstubAllEnvs(); });

const records = (stdout: string): FindingRecord[] => stdout.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as FindingRecord);

describe('check', () => {
  test('a lawful report: no findings, a summary, exit 0', async () => {
    const folder = folderWith({ 'a.txt': reportText(2023) });
    const { code, stdout, stderr } = await gov(['check', folder, '--lang', 'en', '--rule', 'applications', '--rule', 'reconsideration']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'no findings\n' });
    expect(stdout).toMatch(/reports +1\n +2021 +1\n/);
    expect(stdout).toMatch(/findings +0\n$/);
  });

  test('a broken sum: both sides, the line with a caret under the number, exit 1', async () => {
    const folder = folderWith({ 'a.txt': reportText(2023, BROKEN) });
    const { code, stdout } = await gov(['check', folder, '--lang', 'zh', '--rule', 'reconsideration']);
    expect(code).toBe(1);
    expect(stdout).toContain('行政复议各类结果之和不等于总计（行政复议）：2 + 2 + 2 + 2 = 8，所填为 9，相差 -1');
    const lines = stdout.split('\n');
    const source = lines.findIndex((line) => line.includes('| 2 2 2 2 9'));
    expect(lines[source + 1]!.indexOf('^')).toBe(lines[source]!.indexOf('9'));
  });

  test('worst files first, worst findings first', async () => {
    const folder = folderWith({ 'a.txt': reportText(2023, { 'disclosure.licensing.decisions': 2 }), 'b.txt': reportText(2022, { ...BROKEN, 'litigation.direct.total': 5 }, '清河县教育局'), 'c.txt': reportText(2022, BROKEN, '清河县公安局') });
    const { stdout } = await gov(['check', folder, '--severity', 'error']);
    expect([...stdout.matchAll(/\/([abc])\.txt/g)].map((match) => match[1])).toEqual(['b', 'c']);
  });

  test('--fail-on and --severity', async () => {
    const folder = folderWith({ 'a.txt': reportText(2023, BROKEN) });
    expect((await gov(['check', folder, '--rule', 'reconsideration', '--fail-on', 'never'])).code).toBe(0);
    expect((await gov(['check', folder, '--rule', 'series', '--fail-on', 'warning'])).code).toBe(0);
    expect((await gov(['check', folder, '--rule', 'reconsideration/outcomes', '--fail-on', 'info'])).code).toBe(1);
    expect((await gov(['check', folder, '--rule', 'reconsideratio'])).code).toBe(2);
  });

  test('--fail-on counts what the report gets wrong, unless --origin says otherwise', async () => {
    const folder = folderWith({ 'a.txt': reportText(2023, BROKEN) });
    const torn = folderWith({ 'a.txt': `${reportText(2023)}\uFFFD` });
    const codes = async (place: string, rule: string): Promise<number[]> => {
      const found = [];
      for (const origin of [[], ['--origin', 'report'], ['--origin', 'reading'], ['--origin', 'all']]) found.push((await gov(['check', place, '--rule', rule, '--fail-on', 'warning', ...origin])).code);
      return found;
    };
    expect(await codes(folder, 'reconsideration')).toEqual([1, 1, 0, 1]);
    expect(await codes(torn, 'decode')).toEqual([0, 0, 1, 1]);
    expect((await gov(['check', folder, '--origin', 'both'])).code).toBe(2);
  });

  test('every finding says whose it is', async () => {
    const folder = folderWith({ 'a.txt': `${reportText(2023, BROKEN)}\uFFFD` });
    const shown = async (...more: string[]): Promise<string> => (await gov(['check', folder, '--rule', 'reconsideration', '--rule', 'decode', ...more])).stdout;
    const zh = await shown('--lang', 'zh');
    expect(zh).toContain('reconsideration/outcomes  报告\n');
    expect(zh).toMatch(/decode\/\S+ {2}读取\n/);
    expect(zh).toMatch(/ {2}错误, 报告 +reconsideration\/outcomes +1\n/);
    const en = await shown('--lang', 'en');
    expect(en).toContain('reconsideration/outcomes  report\n');
    expect(en).toMatch(/decode\/\S+ {2}reading\n/);
    expect(await shown('--format', 'csv')).toMatch(/,error,report,reconsideration\/outcomes,/);
    expect(await shown('--format', 'csv')).toMatch(/,warning,reading,decode\//);
    expect((await gov(['rules', '--lang', 'zh'])).stdout).toMatch(/^decode\/\S+ {2}警告 {2}读取$/m);
    expect((await gov(['rules', '--lang', 'en'])).stdout).toMatch(/^document\/not-a-report {2}warning {2}report$/m);
  });

  test('a file that cannot be read is named, the rest is checked, exit 3', async () => {
    const folder = folderWith({ 'a.txt': reportText(2023, BROKEN) });
    const { code, stdout, stderr } = await gov(['check', folder, `${folder}/no.txt`]);
    expect(code).toBe(3);
    expect(stderr).toContain('no.txt: no such file');
    expect(stdout).toContain('reconsideration/outcomes');
    expect(stdout).toMatch(/not read +1/);
  });

  test('ndjson, json, csv and annotations carry the same findings', async () => {
    const folder = folderWith({ 'a,b.txt': reportText(2023, BROKEN) });
    const run = async (format: string): Promise<string> => (await gov(['check', folder, '--rule', 'reconsideration', '--lang', 'en', '--format', format])).stdout;
    const [record] = records(await run('ndjson'));
    expect(record).toMatchObject({ path: `${folder}/a,b.txt`, era: '2021', code: 'reconsideration/outcomes', severity: 'error', args: { left: 8, right: 9, difference: -1 }, line: 55 });
    expect(JSON.parse(await run('json'))).toEqual([record]);
    const csv = await run('csv');
    expect(csv.split('\r\n')).toHaveLength(3);
    expect(csv).toContain(`"${folder}/a,b.txt",55,`);
    expect(csv).toContain(',8,9,-1,');
    expect(await run('github')).toMatch(/^::error file=[^,]*a%2Cb\.txt,line=55,col=\d+,title=reconsideration\/outcomes::outcomes of reconsideration/);
  });

  test('no colour in a pipe or with NO_COLOR, colour on a terminal', async () => {
    const folder = folderWith({ 'a.txt': reportText(2023, BROKEN) });
    const escape = '\u001b[';
    vi.stubEnv('FORCE_COLOR', undefined);
    vi.stubEnv('NO_COLOR', undefined);
    vi.stubEnv('TERM', 'xterm');
    expect((await gov(['check', folder])).stdout).not.toContain(escape);
    expect((await gov(['check', folder], { terminal: true })).stdout).toContain(escape);
    vi.stubEnv('NO_COLOR', '1');
    expect((await gov(['check', folder], { terminal: true })).stdout).not.toContain(escape);
  });
});

describe.runIf(await knowsAgencies())('check over a folder', () => {
  test('the chain of carried applications, placed in the later report', async () => {
    const folder = folderWith({ 'a.txt': reportText(2022, CHAIN), 'b.txt': reportText(2023, { ...CHAIN, 'applications.carriedOver.naturalPerson': 5 }) });
    const found = records((await gov(['check', folder, '--rule', 'series/carried', '--format', 'ndjson', '--fail-on', 'never'])).stdout);
    expect(found.map(({ path, args }) => [path, args['left'], args['right']])).toEqual([[`${folder}/b.txt`, 2, 5]]);
    const { stdout } = await gov(['check', folder, '--rule', 'series/carried', '--lang', 'zh']);
    expect(stdout).toMatch(/二、上年结转政府信息公开申请数量 5 2/);
  });
});

/** Whether the metadata stage says who reported on which year. */
async function knowsAgencies(): Promise<boolean> {
  const { parseReport } = await import('../../src/pipeline.ts');
  const { agency, year } = parseReport(reportText(2023)).metadata;
  return agency !== null && year !== null;
}

describe('rules', () => {
  test('lists every code with its rule and why it exists', async () => {
    const { code, stdout } = await gov(['rules', '--format', 'json']);
    const entries = JSON.parse(stdout) as { code: string; formula: string | null; why: string; en: string; zh: string }[];
    expect(code).toBe(0);
    const known = new Map(entries.map((entry) => [entry.code, entry]));
    for (const name of Object.keys(checkFindings)) expect(known.get(name)).toMatchObject({ formula: expect.any(String) as string, why: expect.any(String) as string });
    expect((await gov(['rules', '--lang', 'zh'])).stdout).toContain('applications/balance  错误  报告  2019, 2021\n    规则: 本年新收 + 上年结转');
  });
});

describe('explain', () => {
  const folderOf = (): string => folderWith({ 'a.txt': reportText(2023, BROKEN) });

  test('a cell: labels, value, status, basis, line, rules and how they came out', async () => {
    const { code, stdout } = await gov(['explain', `${folderOf()}/a.txt`, 'reconsideration.total', '--lang', 'zh']);
    expect(code).toBe(0);
    expect(stdout).toContain('reconsideration.total  行政复议 › 总计');
    expect(stdout).toMatch(/数值 +9\n/);
    expect(stdout).toMatch(/状态 +已填\n/);
    expect(stdout).toMatch(/reconsideration\/outcomes {2}不成立 {2}8 < 9/);
    expect(stdout).toMatch(/\| 2 2 2 2 9 2[^\n]*\n +\| {9}\^\n/);
  });

  test('without a cell the list, with the head of cells all of them', async () => {
    const path = `${folderOf()}/a.txt`;
    expect((await gov(['explain', path])).stdout).toMatch(/applications\.received\.naturalPerson +42 +reported +\w+ +\d+:\d+\n/);
    expect((await gov(['explain', path, 'litigation.direct'])).stdout.match(/^litigation\.direct\.\w+ {2}行政诉讼/gm)).toHaveLength(5);
  });

  test('--ledger lists every number of the tables with what it was taken for', async () => {
    const path = `${folderOf()}/a.txt`;
    const { stdout } = await gov(['explain', path, '--ledger']);
    expect(stdout).toMatch(/\d+:\d+ +42 {2}value of a cell {2}applications\.received\.naturalPerson\n/);
    expect(stdout).toMatch(/\nvalue of a cell +\d+\n/);
    expect((await gov(['explain', path, 'unexplained', '--ledger'])).stdout).toBe('none\n');
    expect(await gov(['explain', path, 'lost', '--ledger'])).toMatchObject({ code: 2, stderr: expect.stringContaining("no use 'lost'; there is cell, open") as string });
  });

  test('an unknown cell is a question of usage, with what there is', async () => {
    const { code, stderr } = await gov(['explain', `${folderOf()}/a.txt`, 'applications.recieved.business']);
    expect(code).toBe(2);
    expect(stderr).toContain('there is applications.received.business');
  });
});

describe('verify', () => {
  const only = (...changes: Record<string, number>[]): string => folderWith(Object.fromEntries(changes.map((change, index) => [`case${String(index)}/report.txt`, reportText(2023, change)])));
  const expectation = (folder: string, index = 0): string => `${folder}/case${String(index)}/expected.json`;

  test('missing expectations are named and fail, --update writes them, then all is as expected', async () => {
    const folder = only({}, BROKEN);
    const first = await gov(['verify', folder]);
    expect(first.code).toBe(1);
    expect(first.stdout).toContain(`case0/report.txt: no expectation beside it`);
    expect((await gov(['verify', folder, '--update'])).code).toBe(0);
    expect(await gov(['verify', folder])).toEqual({ code: 0, stdout: '', stderr: '2 as expected, 0 different, 0 without expectation, 0 orphaned\n' });
  });

  test('a difference: member, both values, the line; exit 1', async () => {
    const folder = only({});
    await gov(['verify', folder, '--update']);
    writeFileSync(`${folder}/case0/report.txt`, reportText(2023, BROKEN));
    const { code, stdout } = await gov(['verify', folder, '--lang', 'en']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/tables\.reconsideration\.total\n +expected {2}8\n +actual +9\n +55 \| 2 2 2 2 9/);
    expect(stdout).not.toContain('cells[reconsideration.total].value');
  });

  test('members that the expectation leaves out are not judged, nor is the path', async () => {
    const folder = only({});
    await gov(['verify', folder, '--update']);
    const { tables } = JSON.parse(readFileSync(expectation(folder), 'utf8')) as { tables: unknown };
    writeFileSync(expectation(folder), JSON.stringify({ source: undefined, tables }));
    expect((await gov(['verify', folder])).code).toBe(0);
    // What --update writes has the members that were there.
    writeFileSync(expectation(folder), JSON.stringify({ tables: {} }));
    await gov(['verify', folder, '--update']);
    expect(Object.keys(JSON.parse(readFileSync(expectation(folder), 'utf8')) as object)).toEqual(['tables']);
  });

  test('--update leaves a reviewed file alone but with --force', async () => {
    const folder = only({});
    const reviewed = JSON.stringify({ reviewed: true, template: { era: '2019' } });
    writeFileSync(expectation(folder), reviewed);
    const kept = await gov(['verify', folder, '--update']);
    expect(kept).toMatchObject({ code: 1, stdout: expect.stringContaining('reviewed, not written over') as string });
    expect(readFileSync(expectation(folder), 'utf8')).toBe(reviewed);
    expect((await gov(['verify', folder, '--update', '--force'])).code).toBe(0);
    expect(JSON.parse(readFileSync(expectation(folder), 'utf8'))).not.toHaveProperty('reviewed');
    expect((await gov(['verify', folder, '--force'])).code).toBe(2);
  });

  test('an expectation without a report is named; --only picks; NAME.expected.json beside many', async () => {
    const folder = only({}, {});
    await gov(['verify', folder, '--update']);
    writeFileSync(`${folder}/case1/expected.json`, '{"template":{"era":"2019"}}');
    expect((await gov(['verify', folder, '--only', 'case0'])).code).toBe(0);
    expect((await gov(['verify', folder, '--only', `${folder}/case1/report.txt`])).code).toBe(1);
    const flat = folderWith({ 'a.txt': reportText(2023), 'b.txt': reportText(2022), 'c.expected.json': '{}', 'README.md': '#' });
    const { code, stdout } = await gov(['verify', flat, '--update']);
    expect(code).toBe(1);
    expect(stdout).toBe(`${flat}/a.expected.json: written\n${flat}/b.expected.json: written\n${flat}/c.expected.json: no report beside it\n`);
  });

  test('broken JSON and a path that is no folder', async () => {
    const folder = only({});
    writeFileSync(expectation(folder), '{');
    expect(await gov(['verify', folder])).toMatchObject({ code: 3, stderr: expect.stringContaining('not valid JSON') as string });
    expect((await gov(['verify', `${folder}/case0/report.txt`])).code).toBe(2);
  });
});
