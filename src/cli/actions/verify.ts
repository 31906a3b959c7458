import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { readdirSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import type { Report } from '../../schema/report.ts';
import { paintFor, widthOf } from '../terminal/colour.ts';
import { compareReports, namedMembers, type Difference, type Expectation, type Json } from './compare.ts';
import { EXIT, UsageError, worse, type ExitCode } from '../exit.ts';
import { READABLE } from '../output/formats.ts';
import { byCodeUnits } from '../input/inputs.ts';
import { printable } from '../terminal/escape.ts';
import { languageOfUser, reason, say, write, type Io } from '../terminal/io.ts';
import type { Language } from '../../messages/language.ts';
import { translate } from '../../messages/said.ts';
import { differenceText, renderDifferences } from '../render/differences.ts';
import { annotation } from '../render/finding-records.ts';
import { toJunit, type TestCase } from '../render/xml.ts';
import type { RenderOptions } from '../render/findings.ts';
import { parseAll } from '../work/dispatch.ts';
import { sourceText } from '../input/source.ts';
import { sayFailure } from '../terminal/trouble.ts';

export interface VerifyOptions {
  update?: boolean;
  force?: boolean;
  only?: string[];
  format?: 'text' | 'github' | 'junit' | 'ndjson';
}

interface Pair {
  report: string;
  expected: string;
  /** Whether the expectation exists. */
  exists: boolean;
}

/** Compares, reports and, with `--update`, writes; returns the exit code. */
export async function verify(io: Io, folder: string, options: VerifyOptions): Promise<ExitCode> {
  if (options.force === true && options.update !== true) throw new UsageError('--force says what --update may write over; it does nothing by itself');
  const { pairs, orphans } = pairsOf(folder, options.only);
  if (pairs.length === 0 && orphans.length === 0) throw new UsageError(`${folder}: no report here to verify${options.only === undefined ? '' : ' that --only names'}`);
  const language = languageOfUser(io);
  const rendering: RenderOptions = { language, width: widthOf(io), paint: paintFor(io, process.env) };
  const format = options.format ?? 'text';
  const cases: TestCase[] = [];
  /** What is wrong with a file that has no differences of its own to show. */
  const complain = async (path: string, message: string): Promise<void> => {
    if (format === 'text') await write(io.stdout, `${printable(path)}: ${message}\n`);
    else await tell(path, [{ member: '', expected: undefined, actual: undefined, line: null }], message);
  };
  const tell = async (path: string, differences: readonly Difference[], message?: string): Promise<void> => {
    const records = differences.map((difference) => ({ path, ...difference, message: message ?? differenceText(difference) }));
    if (format === 'junit') cases.push({ name: path, failures: records.map((one) => ({ type: 'difference', message: one.message, text: one.message })) });
    else if (format === 'github') await write(io.stdout, records.map((one) => annotation({ path, line: one.line, title: 'gov-report verify', message: one.message, command: 'error' })).join(''));
    else await write(io.stdout, records.map((one) => JSON.stringify(one) + '\n').join(''));
  };
  const counts = { same: 0, different: 0, missing: 0, written: 0, kept: 0, unread: 0 };
  let code: ExitCode = EXIT.done;
  for await (const outcome of parseAll(io, { paths: pairs.map((pair) => pair.report), errors: [], folders: [], others: 0 }, {})) {
    if (!('report' in outcome)) {
      code = worse(code, sayFailure(io, outcome));
      counts.unread++;
      continue;
    }
    const pair = pairs.find((known) => known.report === outcome.path)!;
    const expectation = pair.exists ? await readExpectation(pair.expected) : null;
    if (typeof expectation === 'string') {
      say(io, `gov-report: ${pair.expected}: ${expectation}`);
      code = worse(code, EXIT.unreadable);
      counts.unread++;
      continue;
    }
    const differences = expectation === null ? [] : compareReports(expectation, outcome.report);
    if (expectation !== null && differences.length === 0) {
      counts.same++;
      cases.push({ name: outcome.path, failures: [] });
      continue;
    }
    const reviewed = expectation?.reviewed === true;
    if (options.update === true && (!reviewed || options.force === true)) {
      await writeExpectation(pair.expected, outcome.report, expectation);
      if (format === 'text') await write(io.stdout, `${printable(pair.expected)}: ${translate('written', language)}\n`);
      counts.written++;
      continue;
    }
    code = worse(code, EXIT.findings);
    if (expectation === null) {
      await complain(pair.report, translate(`no expectation beside it (${printable(pair.expected)})`, language));
      counts.missing++;
      continue;
    }
    counts.different++;
    if (format === 'text') await showDifferences(io, outcome, differences, rendering);
    else await tell(outcome.path, differences);
    if (options.update === true) {
      if (format === 'text') await write(io.stdout, `${printable(pair.expected)}: ${translate('reviewed, not written over (--force does)', language)}\n`);
      counts.kept++;
    }
  }
  for (const orphan of orphans) {
    await complain(orphan, translate('no report beside it', language));
    code = worse(code, EXIT.findings);
  }
  if (format === 'junit') await write(io.stdout, toJunit('gov-report verify', cases));
  say(io, renderCounts(counts, orphans.length, options.update === true, language));
  return code;
}

interface Counts {
  same: number;
  different: number;
  missing: number;
  written: number;
  kept: number;
  unread: number;
}

function renderCounts({ same, different, missing, written, kept, unread }: Counts, orphaned: number, updated: boolean, language: Language): string {
  const parts: [count: number, en: string, zh: string][] = [
    [same, 'as expected', '份符合预期'], [different, 'different', '份有差异'], [missing, 'without expectation', '份缺少预期结果'], [orphaned, 'orphaned', '份预期结果缺少报告'],
    ...(updated ? [[written, 'written', '份已写入'], [kept, 'reviewed and kept', '份已人工核对、未覆盖']] satisfies [number, string, string][] : []),
    ...(unread > 0 ? [[unread, 'not read', '份无法读取']] satisfies [number, string, string][] : []),
  ];
  return parts.map(([count, en, zh]) => (language === 'zh' ? `${count} ${zh}` : `${count} ${en}`)).join(language === 'zh' ? '，' : ', ');
}

async function showDifferences(io: Io, outcome: { path: string; report: Report; text: string }, differences: readonly Difference[], rendering: RenderOptions): Promise<void> {
  const source = sourceText(outcome.text);
  await write(io.stdout, renderDifferences(printable(outcome.path), differences, source.line, rendering));
}

const SUFFIX = '.expected.json';

/** Reports below a folder and where their expectations stand, and expectations without a report; sorted. */
function pairsOf(folder: string, only: readonly string[] | undefined): { pairs: Pair[]; orphans: string[] } {
  let names: string[];
  try {
    if (!statSync(folder).isDirectory()) throw new UsageError(`${folder} is no folder; --only names a single report of one`);
    names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${folder}: ${reason(error)}`);
  }
  const root = folder.replaceAll('\\', '/').replace(/\/+$/, '');
  const paths = names.map((name) => `${root}/${name.replaceAll('\\', '/')}`)
    .filter((path) => !path.slice(root.length).split('/').some((part) => part.startsWith('.') || part === 'node_modules'))
    .sort(byCodeUnits);
  const expectations = new Set(paths.filter((path) => path.endsWith(SUFFIX) || path.endsWith('/expected.json')));
  const reports = paths.filter((path) => READABLE.has(extname(path).toLowerCase()) && !/\/readme\.\w+$/i.test(path));
  const perFolder = new Map<string, number>();
  const parent = (path: string): string => path.slice(0, path.lastIndexOf('/'));
  for (const path of reports) perFolder.set(parent(path), (perFolder.get(parent(path)) ?? 0) + 1);
  const used = new Set<string>();
  const pairs = reports.map((report): Pair => {
    const own = report.slice(0, report.length - extname(report).length) + SUFFIX;
    const shared = `${parent(report)}/expected.json`;
    const isAlone = perFolder.get(parent(report)) === 1;
    const expected = !expectations.has(own) && (isAlone || /\/report\.\w+$/.test(report)) ? shared : own;
    used.add(expected);
    return { report, expected, exists: expectations.has(expected) };
  });
  const wanted = only?.map((path) => path.replaceAll('\\', '/').replace(/\/+$/, ''));
  const named = (path: string): boolean => wanted === undefined
    || wanted.some((one) => path === one || path.startsWith(`${one}/`) || path === `${root}/${one}` || path.startsWith(`${root}/${one}/`));
  return {
    pairs: pairs.filter((pair) => named(pair.report) || named(pair.expected)),
    orphans: [...expectations].filter((path) => !used.has(path) && named(path)),
  };
}

/** An expectation, or why it is none. */
async function readExpectation(path: string): Promise<Expectation | string> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : 'not a report in JSON';
  } catch (error) {
    return error instanceof SyntaxError ? 'not valid JSON' : reason(error);
  }
}

/** Writes the members that the expectation had, at every depth, all of them where there was none; whole or not at all. */
async function writeExpectation(path: string, report: Report, before: Expectation | null): Promise<void> {
  const kept = before === null ? report : namedMembers(before as Json, JSON.parse(JSON.stringify(report)) as Json);
  const temporary = `${path}.${String(process.pid)}.tmp`;
  try {
    await writeFile(temporary, JSON.stringify(kept, null, 2) + '\n');
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw new UsageError(`${path}: ${reason(error)}`);
  }
}
