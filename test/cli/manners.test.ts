/** Formats and options of the smaller commands. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { gov } from '../helpers/cli.ts';
import { folderWith } from '../helpers/folder.ts';
import { reportText } from './check-report.ts';

const BROKEN = { 'reconsideration.total': 9 };

test('check: SARIF with its rules and places', async () => {
  const folder = folderWith({ 'a b.txt': reportText(2023, BROKEN) });
  const { code, stdout } = await gov(['check', folder, '--rule', 'reconsideration', '--format', 'sarif', '--lang', 'zh']);
  expect(code).toBe(1);
  const { version, runs } = JSON.parse(stdout) as { version: string; runs: { tool: { driver: { rules: { id: string }[] } }; results: unknown[] }[] };
  expect(version).toBe('2.1.0');
  expect(runs[0]!.tool.driver.rules.map(({ id }) => id)).toEqual(['reconsideration/outcomes']);
  expect(runs[0]!.results).toMatchObject([{
    ruleId: 'reconsideration/outcomes', ruleIndex: 0, level: 'error', message: { text: expect.stringContaining('所填为 9') as string },
    locations: [{ physicalLocation: { artifactLocation: { uri: `${folder}/a%20b.txt` }, region: { startLine: 55, startColumn: expect.any(Number) as number } } }],
  }]);
});

test('check: JUnit fails on what --fail-on names, and tells the rest', async () => {
  const folder = folderWith({ 'a.txt': reportText(2023, BROKEN), 'b.txt': reportText(2022, {}, '清河县公安局') });
  const args = ['check', folder, '--rule', 'reconsideration', '--format', 'junit', '--lang', 'en'];
  const { stdout } = await gov(args);
  expect(stdout).toMatch(/<testsuites tests="2" failures="1" errors="0">/);
  expect(stdout).toMatch(/name="[^"]*a\.txt" time="0">\n +<failure type="reconsideration\/outcomes" message="outcomes of reconsideration/);
  expect(stdout).toMatch(/name="[^"]*b\.txt" time="0"\/>/);
  expect((await gov([...args, '--fail-on', 'never'])).stdout).toMatch(/failures="0"[\s\S]*<system-out>55:\d+ reconsideration/);
});

test('check: --summary, --quiet, -j', async () => {
  const folder = folderWith({ 'a.txt': reportText(2023, BROKEN) });
  const run = async (...more: string[]): Promise<string> => (await gov(['check', folder, '--rule', 'reconsideration', '--lang', 'en', ...more])).stdout;
  expect(await run('--summary')).not.toContain('a.txt');
  expect(await run('--summary')).toMatch(/reconsideration\/outcomes +1\n$/);
  expect(await run('-q')).toMatch(/a\.txt[\s\S]*\^\n\n$/);
  expect(await run('-j', '2')).toBe(await run());
});

test('verify: annotations, JUnit, a difference a line', async () => {
  const folder = folderWith({ 'a/report.txt': reportText(2023), 'a/expected.json': '{"tables":{"reconsideration":{"total":5}}}', 'b/report.txt': reportText(2022) });
  const run = async (format: string): Promise<string> => (await gov(['verify', folder, '--format', format, '--lang', 'en'])).stdout;
  expect(await run('github')).toMatch(/^::error file=[^,]*a\/report\.txt,line=55,col=1,title=gov-report verify::tables\.reconsideration\.total: 5 ≠ 8\n::error file=[^,]*b\/report\.txt,title=gov-report verify::no expectation/);
  expect(await run('junit')).toMatch(/failures="2"[\s\S]*message="tables\.reconsideration\.total: 5 ≠ 8"/);
  expect(JSON.parse((await run('ndjson')).split('\n')[0]!)).toMatchObject({ member: 'tables.reconsideration.total', expected: 5, actual: 8, line: 55 });
});

test('detect: formats, a heading on a terminal', async () => {
  const folder = folderWith({ 'a.txt': reportText(2023) });
  const row = { path: `${folder}/a.txt`, era: '2021', year: 2023, agency: '清河县水务局', encoding: 'utf-8' };
  expect(JSON.parse((await gov(['detect', folder, '--format', 'ndjson'])).stdout)).toEqual(row);
  expect(JSON.parse((await gov(['detect', folder, '--format', 'json'])).stdout)).toEqual([row]);
  expect((await gov(['detect', folder, '--format', 'csv'])).stdout).toBe(`path,era,year,agency,encoding\n${Object.values(row).join(',')}\n`);
  expect((await gov(['detect', folder, '--lang', 'en'], { terminal: true })).stdout).toMatch(/^file +era +year +agency +encoding\n/);
  expect((await gov(['detect', folder])).stdout).toBe(`${Object.values(row).join('\t')}\n`);
});

test('rules: one code, a group, an unknown one', async () => {
  expect((await gov(['rules', 'applications/balance', '--lang', 'en'])).stdout).toMatch(/^applications\/balance[^\n]*\n( {4}[^\n]*\n)+$/);
  expect((await gov(['rules', 'applications', '--lang', 'en'])).stdout.match(/^applications\//gm)!.length).toBeGreaterThan(3);
  expect(await gov(['rules', 'aplications', '--lang', 'en'])).toMatchObject({ code: 2, stderr: expect.stringContaining("no code 'aplications'") as string });
});

test('diff: cells, facts and sections that changed; exit 1, 0 where nothing did', async () => {
  const folder = folderWith({ 'a.txt': reportText(2022), 'b.txt': reportText(2023, { 'reconsideration.total': 9 }).replace('按期完成', '及时完成') });
  const same = await gov(['diff', `${folder}/a.txt`, `${folder}/a.txt`, '--lang', 'zh']);
  expect(same).toMatchObject({ code: 0, stdout: expect.stringContaining('没有变化') as string });
  const { code, stdout } = await gov(['diff', `${folder}/a.txt`, `${folder}/b.txt`, '--lang', 'en']);
  expect(code).toBe(1);
  expect(stdout).toMatch(/cells \(1\)\n {2}reconsideration\.total +8 +9 +\+1 +行政复议 总计\n/);
  expect(stdout).toMatch(/总体情况\n {4}- [^\n]*按期[^\n]*\n {4}\+ [^\n]*及时/);
  const changes = JSON.parse((await gov(['diff', `${folder}/a.txt`, `${folder}/b.txt`, '--format', 'json'])).stdout) as { a: object; cells: unknown[] };
  expect(changes.a).toMatchObject({ year: 2022, agency: '清河县水务局' });
  expect(changes.cells).toEqual([expect.objectContaining({ cell: 'reconsideration.total', difference: 1, a: expect.objectContaining({ value: 8 }) as object }) as object]);
  expect((await gov(['diff', `${folder}/a.txt`, `${folder}/none.txt`])).code).toBe(3);
});

test.each(['bash', 'zsh', 'fish'])('completion: %s takes the script and knows the commands', async (shell) => {
  const { code, stdout } = await gov(['completion', shell]);
  expect(code).toBe(0);
  for (const word of ['parse', 'series', 'check', 'severity', 'junit']) expect(stdout).toContain(word);
  if (spawnSync(shell, ['--version']).error !== undefined) {
    console.warn(`SKIPPED: ${shell} is not installed; its completion script was not held against it`);
    return;
  }
  expect(spawnSync(shell, shell === 'fish' ? ['--no-execute'] : ['-n'], { input: stdout, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
});

test('completion: bash offers commands, options and values', async () => {
  if (spawnSync('bash', ['--version']).error !== undefined) return;
  const { stdout: script } = await gov(['completion', 'bash']);
  const offers = (words: string[]): string => spawnSync('bash', ['-c', `${script}\nCOMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _gov_report; echo "\${COMPREPLY[@]}"`], { encoding: 'utf8' }).stdout.trim();
  expect(offers(['gov-report', 'ser'])).toBe('series');
  expect(offers(['gov-report', 'check', '--sev'])).toBe('--severity');
  expect(offers(['gov-report', 'check', '--severity', 'w'])).toBe('warning');
});

test('the manual page has every command and option', async () => {
  const { stdout } = await gov(['man', '--lang', 'en']);
  expect(stdout).toMatch(/^\.TH GOV\\-REPORT 1/);
  for (const word of ['.SS parse [PATH]', '.SS verify <DIR>', '.B \\-j, \\-\\-jobs <N>', '.SH EXIT STATUS']) expect(stdout).toContain(word);
  expect(stdout).not.toMatch(/^\.(?!TH|SH|SS|TP|B |I )/m);
});
