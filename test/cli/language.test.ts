import { Writable } from 'node:stream';
import { Readable } from 'node:stream';
import { afterEach, expect, test, vi } from 'vitest';
import { createProgram, languageAsked } from '../../src/cli/commands/program.ts';
import { readFindings } from '../../src/findings/read.ts';
import { isTranslated } from '../../src/messages/help.ts';
import { languageOf } from '../../src/messages/language.ts';
import { translate } from '../../src/messages/said.ts';
import { gov } from '../helpers/cli.ts';
import { folderWith } from '../helpers/folder.ts';
import { reportText } from './check-report.ts';

afterEach(() => { vi.unstubAllEnvs(); });

test('the environment names the language, else the system does', () => {
  expect(languageOf({ LANG: 'zh_CN.UTF-8' }, 'en-US')).toBe('zh');
  expect(languageOf({ LC_ALL: 'en_US.UTF-8', LANG: 'zh_CN.UTF-8' }, 'zh-CN')).toBe('en');
  expect(languageOf({}, 'zh-CN')).toBe('zh');
  expect(languageOf({ LANG: 'C' }, 'zh-Hans-CN')).toBe('zh');
  expect(languageOf({ LC_ALL: '', LANG: 'C.UTF-8' }, 'de-DE')).toBe('en');
  expect(languageAsked(['check', '--lang=zh', 'a'])).toBe('zh');
  expect(languageAsked(['check', '--', '--lang', 'zh'])).toBe(null);
});

test('every text of the help has its Chinese', () => {
  const sink = new Writable({ write: (_, __, done) => { done(); } });
  const program = createProgram({ stdin: Readable.from([]), stdout: sink, stderr: sink }, '0', () => { /* nothing runs */ });
  const texts = [program, ...program.commands].flatMap((command) => [
    command.description(), ...command.options.map(({ description }) => description), ...command.registeredArguments.map(({ description }) => description),
  ]);
  expect(texts.filter((text) => text !== '' && !isTranslated(text))).toEqual([]);
});

test('--lang on every command, before and behind it, also in its help', async () => {
  for (const command of ['parse', 'series', 'check', 'verify', 'explain', 'diff', 'report', 'detect', 'rules', 'schema', 'completion', 'man']) {
    expect((await gov([command, '--lang', 'zh', '--help'])).stdout).toMatch(/^用法：/);
    expect((await gov([command, '--help', '--lang', 'en'])).stdout).toMatch(/^Usage:/);
  }
  expect((await gov(['--lang', 'zh', '--help'])).stdout).toContain('退出码：0 完成');
  vi.stubEnv('LC_ALL', 'zh_CN.UTF-8');
  expect((await gov(['--help'])).stdout).toMatch(/^用法：/);
  expect((await gov(['check', '--lang', 'fr'])).code).toBe(2);
});

test('what is said is Chinese: mistakes, failures, counts', async () => {
  const folder = folderWith({ 'a.txt': reportText(2023), 'b.txt': '' });
  const parsed = await gov(['parse', folder, `${folder}/none.txt`, '--lang', 'zh', '--format', 'csv']);
  expect(parsed.stderr).toContain('none.txt：没有这个文件或文件夹');
  expect(parsed.stderr).toContain('b.txt：文件为空');
  expect(parsed.stderr).toMatch(/1 份报告（2021：1）；2 份无法读取；问题：错误 \d+，警告 \d+，提示 \d+；[\d.]+ 秒\n$/);
  expect((await gov(['check', folder, '--sumary', '--lang', 'zh'])).stderr).toContain('错误：没有选项 --sumary\n（是否为 --summary？）');
  expect((await gov(['verify', folder, '--lang', 'zh'])).stderr).toContain('0 份符合预期，0 份有差异，1 份缺少预期结果');
  expect((await gov(['detect', folder, '--lang', 'zh'], { terminal: true })).stdout).toMatch(/^文件 +格式 +年度 +机关 +编码\n/);
});

test('what readers say of a file that they cannot read is that of the catalogue', () => {
  for (const [code, { en, zh }] of Object.entries(readFindings)) {
    if (!['read/damaged', 'read/encrypted', 'read/image-only', 'read/empty', 'read/too-large', 'read/ratio', 'read/too-many-entries', 'read/unsupported'].includes(code)) continue;
    const fill = (text: string): string => text.replace(/\{(\w+)\}/g, '7');
    expect(translate(`gov-report: a.pdf: ${fill(en)}`, 'zh')).toBe(`gov-report: a.pdf：${fill(zh)}`);
  }
  expect(translate('something else', 'zh')).toBe('something else');
});
