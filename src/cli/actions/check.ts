import type { CheckedReport } from '../../check/check.ts';
import { checkSeries, seriesCells } from '../../check/series.ts';
import { CATALOGUE } from '../../findings/catalogue.ts';
import { formOf } from '../../forms/registry.ts';
import type { Cell, Era, Finding, Report, Severity } from '../../schema/report.ts';
import { paintFor, widthOf } from '../terminal/colour.ts';
import { EXIT, UsageError, worse, type ExitCode } from '../exit.ts';
import { select } from '../input/inputs.ts';
import { languageOfUser, say, write, type Io } from '../terminal/io.ts';
import { isAtLeast, isCounted, type FailOptions, type ReadingOptions } from '../commands/options.ts';
import { excerpt, type Excerpt } from '../render/excerpt.ts';
import { recordsOf, toCsv, toGithub, toJson, toNdjson, type FindingRecord } from '../render/finding-records.ts';
import { GUTTER, renderFile, renderSummary, worstFilesFirst, worstFirst, type CheckedFile, type CheckSummary, type CodeCount, type ShownFinding } from '../render/findings.ts';
import { WORDS, type Language } from '../render/words.ts';
import { toJunit, type TestCase } from '../render/xml.ts';
import { toSarif } from '../render/sarif.ts';
import { parseAll } from '../work/dispatch.ts';
import { VERSION } from '../installation.ts';
import { Progress } from '../terminal/progress.ts';
import { sourceText, type SourceText } from '../input/source.ts';
import { sayFailure } from '../terminal/trouble.ts';

export interface CheckOptions extends ReadingOptions, FailOptions<'never'> {
  format: string;
  severity: Severity;
  rule?: string[];
  failOn: Severity | 'never';
  jobs?: number;
  timeout?: number;
  /** The counts alone. */
  summary?: boolean;
  /** No summary, no progress. */
  quiet?: boolean;
}

interface Written {
  files: readonly CheckedFile[];
  records: readonly FindingRecord[];
  language: Language;
  failOn: CheckOptions['failOn'];
  options: CheckOptions;
}

const RECORD_FORMATS: Readonly<Record<string, (written: Written) => string>> = {
  ndjson: ({ records }) => toNdjson(records), json: ({ records }) => toJson(records), csv: ({ records }) => toCsv(records), github: ({ records }) => toGithub(records),
  sarif: ({ records, language }) => toSarif(records, language, VERSION),
  junit: ({ files, language, failOn, options }) => toJunit('gov-report check', files.map((file): TestCase => {
    const records = recordsOf(file, language);
    const fails = ({ severity, origin }: FindingRecord): boolean => failOn !== 'never' && isCounted(origin, options) && isAtLeast(severity, failOn);
    const text = ({ line, column, code, message }: FindingRecord): string => `${line === null ? '' : `${String(line)}:${String(column ?? 1)} `}${code} ${message}`;
    return { name: file.path, failures: records.filter(fails).map((one) => ({ type: one.code, message: one.message, text: text(one) })), notes: records.filter((one) => !fails(one)).map(text) };
  })),
};

interface Entry {
  path: string;
  report: CheckedReport;
  shown: ShownFinding[];
  /** Excerpts that a finding of the series may ask for, by cell. */
  series: Map<string, Excerpt>;
}

/** Checks what was selected, prints the findings and returns the exit code. */
export async function check(io: Io, paths: string[], options: CheckOptions): Promise<ExitCode> {
  const wanted = ruleFilter(options.rule);
  const language = languageOfUser(io);
  const width = widthOf(io);
  const entries: Entry[] = [];
  const eras = new Map<Era, number>();
  const statuses = new Map<Cell['status'], number>();
  let unread = 0;
  let code: ExitCode = EXIT.done;
  const selection = await select(io, paths, options.filesFrom);
  const progress = new Progress(io, selection.paths.length, options.quiet === true);
  for await (const outcome of parseAll(io, selection, options, options)) {
    progress.step(!('report' in outcome));
    if (!('report' in outcome)) {
      progress.clear();
      code = worse(code, sayFailure(io, outcome));
      unread++;
      continue;
    }
    const { report } = outcome;
    count(eras, report.template.era);
    for (const cell of report.cells) count(statuses, cell.status);
    entries.push(entryOf(outcome.path, report, sourceText(outcome.text), wanted, width - GUTTER));
  }
  progress.end();
  for (const { report: index, finding } of checkSeries(entries.map((entry) => entry.report))) {
    const entry = entries[index]!;
    if (wanted(finding)) entry.shown.push({ finding, excerpt: entry.series.get(finding.cells[0] ?? '') ?? null });
  }
  const all = entries.flatMap((entry) => entry.shown.map((shown) => shown.finding));
  if (options.failOn !== 'never' && all.some((finding) => isCounted(finding.origin, options) && isAtLeast(finding.severity, options.failOn as Severity))) code = worse(code, EXIT.findings);
  const files = entries.map(({ path, report, shown }): CheckedFile => ({
    path, era: report.template.era, year: report.metadata.year, agency: report.metadata.agency,
    findings: shown.filter(({ finding }) => isAtLeast(finding.severity, options.severity)).sort((a, b) => worstFirst(a.finding, b.finding)),
  }));
  const toRecords = RECORD_FORMATS[options.format];
  if (toRecords !== undefined) {
    if (entries.length === 0) say(io, WORDS[language].noReport);
    await write(io.stdout, toRecords({ files, records: files.flatMap((file) => recordsOf(file, language)), language, failOn: options.failOn, options }));
    return code;
  }
  const rendering = { language, width, paint: paintFor(io, process.env) };
  for (const file of options.summary === true ? [] : worstFilesFirst(files)) {
    if (file.findings.length > 0) await write(io.stdout, renderFile(file, rendering) + '\n');
  }
  if (entries.length === 0) say(io, WORDS[language].noReport);
  else if (files.every((file) => file.findings.length === 0)) say(io, WORDS[language].noFindings);
  if (options.quiet === true) return code;
  await write(io.stdout, renderSummary({ eras, statuses, codes: codesOf(files), unread } satisfies CheckSummary, rendering));
  return code;
}

/** Keeps of a report what the series needs, so that a folder of any size fits into memory. */
function entryOf(path: string, report: Report, source: SourceText, wanted: (finding: Finding) => boolean, width: number): Entry {
  const excerptAt = (line: number | null, column: number | null, raw: string | null): Excerpt | null => {
    const text = line === null ? null : source.line(line);
    if (text === null || text.trim() === '') return null;
    // A blank cell has a place, but nothing to put a caret under but the place itself.
    const length = raw !== null && column !== null && text.startsWith(raw, column - 1) ? raw.length : undefined;
    return excerpt(text, column ?? 1, width, length);
  };
  const cells = new Map<string, Cell>(report.cells.map((cell) => [cell.cell, cell]));
  const shown = report.findings.filter(wanted).map((finding): ShownFinding => {
    const cell = finding.cells.map((name) => cells.get(name)).find((known) => known?.line === finding.line && known.column === finding.column);
    return { finding, excerpt: excerptAt(finding.line, finding.column, cell?.raw ?? null) };
  });
  const asked = seriesCells(formOf(report.template.era));
  const kept = report.cells.filter((cell) => asked.has(cell.cell));
  const series = new Map<string, Excerpt>();
  for (const cell of kept) {
    const found = excerptAt(cell.line, cell.column, cell.raw);
    if (found !== null) series.set(cell.cell, found);
  }
  return { path, report: { ...report, source: { ...report.source, path: report.source.path ?? path }, sections: [], tables: {}, facts: [], cells: kept }, shown, series };
}

/** A code selects itself, a group all its codes. */
function ruleFilter(rules: readonly string[] | undefined): (finding: Finding) => boolean {
  if (rules === undefined) return () => true;
  const codes = Object.keys(CATALOGUE);
  for (const rule of rules) {
    if (!codes.some((code) => code === rule || code.startsWith(`${rule}/`))) throw new UsageError(`--rule: no code '${rule}' (gov-report rules lists them)`);
  }
  return ({ code }) => rules.some((rule) => code === rule || code.startsWith(`${rule}/`));
}

function codesOf(files: readonly CheckedFile[]): CheckSummary['codes'] {
  const codes = new Map<string, CodeCount>();
  for (const { finding: { code, severity, origin } } of files.flatMap((file) => file.findings)) {
    const known = codes.get(code);
    if (known === undefined) codes.set(code, { severity, origin, count: 1 });
    else known.count++;
  }
  return codes;
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
