import { evaluateRules, type RuleOutcome } from '../../check/check.ts';
import { FORMULAS } from '../../check/catalogue.ts';
import { finding, sentence } from '../../findings/catalogue.ts';
import { cellsOfForm } from '../../forms/cells.ts';
import { formOf } from '../../forms/registry.ts';
import type { LedgerEntry } from '../../ledger/ledger.ts';
import { USES } from '../../schema/names.ts';
import type { Cell, Fact, Report } from '../../schema/report.ts';
import { printable } from '../terminal/escape.ts';
import { paintFor, widthOf } from '../terminal/colour.ts';
import { EXIT, UsageError, worse, type ExitCode } from '../exit.ts';
import { select } from '../input/inputs.ts';
import { languageOfUser, write, type Io } from '../terminal/io.ts';
import { excerpt, excerptLines, wrap } from '../render/excerpt.ts';
import { GUTTER, type RenderOptions } from '../render/findings.ts';
import { tableLines } from '../render/table.ts';
import { BASIS_WORDS, OUTCOME_WORDS, STATUS_WORDS, USE_WORDS, WORDS } from '../render/words.ts';
import { parseAll } from '../work/dispatch.ts';
import { sourceText, type SourceText } from '../input/source.ts';
import { sayFailure } from '../terminal/trouble.ts';

export interface ExplainOptions {
  encoding?: string;
  era?: Report['template']['era'];
  ledger?: boolean;
}

/** Prints the cells of a report, or where one of its numbers comes from. */
export async function explain(io: Io, file: string, what: string | undefined, options: ExplainOptions): Promise<ExitCode> {
  const selection = await select(io, [file]);
  if (selection.paths.length > 1) throw new UsageError('explain takes one report');
  const rendering: RenderOptions = { language: languageOfUser(io), width: widthOf(io), paint: paintFor(io, process.env) };
  let code: ExitCode = EXIT.done;
  for await (const outcome of parseAll(io, selection, options)) {
    if (!('report' in outcome)) {
      code = worse(code, sayFailure(io, outcome));
      continue;
    }
    const { report, text } = outcome;
    if (options.ledger === true) await write(io.stdout, ledgerListing(outcome.ledger, what, rendering));
    else await write(io.stdout, what === undefined ? listing(report, rendering) : explanation(report, sourceText(text), what, rendering));
  }
  return code;
}

function place(line: number | null, column: number | null): string {
  return line === null ? '' : `${String(line)}:${String(column ?? 1)}`;
}

/** Chinese label path of a cell, from the group to the column. */
function labelsOf(report: Report): Map<string, string> {
  return new Map(cellsOfForm(formOf(report.template.era)).map(({ path, labels }) => [path, labels.join(' › ')]));
}

/** Every cell and fact of a report with its place. */
function listing(report: Report, { language }: RenderOptions): string {
  const words = WORDS[language];
  const cells = report.cells.map((cell) => [
    cell.cell, cell.value === null ? '' : String(cell.value), STATUS_WORDS[language][cell.status], cell.basis === null ? '' : BASIS_WORDS[language][cell.basis], place(cell.line, cell.column),
  ]);
  const facts = report.facts.map((fact) => [fact.metric ?? printable(`(${fact.subject})`), String(fact.value), printable(fact.unit ?? ''), fact.qualifier, place(fact.line, fact.column)]);
  const parts = [
    ...(cells.length > 0 ? [[[words.cells, words.value, words.status, words.basis, words.place], ...cells]] : []),
    ...(facts.length > 0 ? [[[words.facts, words.value, '', words.qualifier, words.place], ...facts]] : []),
  ];
  return parts.length === 0 ? `${words.none}\n` : parts.map((rows) => tableLines(rows, [1]).join('\n') + '\n').join('\n');
}

/** Paths in few words: what they begin with once, then what tells them apart. */
function together(paths: readonly string[]): string {
  const heads = paths.map((path) => path.slice(0, path.lastIndexOf('.') + 1));
  if (paths.length < 2 || heads.some((head) => head !== heads[0])) return paths.join(', ');
  return `${heads[0]!}{${paths.map((path) => path.slice(heads[0]!.length)).join(', ')}}`;
}

/** Every number of the tables, or those of one use, and how many there are of each. */
function ledgerListing(ledger: readonly LedgerEntry[], use: string | undefined, { language }: RenderOptions): string {
  if (use !== undefined && !USES.some((each) => each === use)) throw new UsageError(`no use '${use}'; there is ${USES.join(', ')}`);
  const words = WORDS[language];
  const shown = ledger.filter((entry) => use === undefined || entry.use === use);
  if (shown.length === 0) return `${words.none}\n`;
  const rows = shown.map((entry) => [place(entry.line, entry.column), printable(entry.text), USE_WORDS[language][entry.use], printable(together(entry.cells))]);
  const counts = USES.flatMap((each): [string, string][] => {
    const count = shown.filter((entry) => entry.use === each).length;
    return count === 0 ? [] : [[USE_WORDS[language][each], String(count)]];
  });
  return [tableLines([[words.place, words.printed, words.takenFor, words.cells], ...rows], [1]), tableLines(counts, [1])].map((lines) => lines.join('\n') + '\n').join('\n');
}

/** Cells by path or the head of one, facts by metric. */
function explanation(report: Report, source: SourceText, what: string, rendering: RenderOptions): string {
  const cells = report.cells.filter((cell) => cell.cell === what || cell.cell.startsWith(`${what}.`));
  const facts = report.facts.filter((fact) => fact.metric === what || fact.metric?.startsWith(`${what}.`) === true);
  if (cells.length === 0 && facts.length === 0) throw new UsageError(unknown(report, what));
  const outcomes = evaluateRules(report);
  const labels = labelsOf(report);
  return [
    ...cells.map((cell) => explainCell(report, cell, labels.get(cell.cell) ?? '', outcomes, source, rendering)),
    ...facts.map((fact) => explainFact(fact, outcomes, source, rendering)),
  ].join('\n');
}

function unknown(report: Report, what: string): string {
  const last = what.split('.').at(-1) ?? what;
  const near = [...report.cells.map((cell) => cell.cell), ...report.facts.flatMap((fact) => fact.metric ?? [])].filter((name) => name.includes(last)).slice(0, 3);
  return `no cell or fact '${what}' in this report of era ${report.template.era}${near.length > 0 ? `; there is ${near.join(', ')}` : ' (explain FILE lists them)'}`;
}

function sourceLines(line: number | null, column: number | null, length: number | undefined, source: SourceText, { width, paint }: RenderOptions): string[] {
  const text = line === null ? null : source.line(line);
  if (text === null || column === null) return [];
  return excerptLines(excerpt(text, column, width - GUTTER, length), `    ${String(line).padStart(5)} | `, (marked) => paint.severity('info', marked));
}

function explainCell(report: Report, cell: Cell, label: string, outcomes: readonly RuleOutcome[], source: SourceText, rendering: RenderOptions): string {
  const { language, paint } = rendering;
  const words = WORDS[language];
  const rows = [
    [words.value, cell.value === null ? words.none : String(cell.value)],
    ...(cell.raw === null ? [] : [[words.printed, printable(cell.raw)]]),
    [words.status, STATUS_WORDS[language][cell.status]],
    ...(cell.basis === null ? [] : [[words.basis, BASIS_WORDS[language][cell.basis]]]),
    ...(cell.line === null ? [] : [[words.place, place(cell.line, cell.column)]]),
  ];
  const own = outcomes.filter((outcome) => outcome.cells.includes(cell.cell));
  const findings = report.findings.filter((found) => found.cells.includes(cell.cell) && !own.some((outcome) => outcome.code === found.code && outcome.outcome === 'broken'));
  return [
    `${paint.strong(cell.cell)}  ${label}`,
    ...tableLines(rows).map((line) => `  ${line}`),
    ...sourceLines(cell.line, cell.column, cell.raw === null ? 1 : undefined, source, rendering),
    ...rulesLines(own, rendering),
    ...findings.flatMap((found) => wrap(printable(sentence(found, language)), rendering.width - 4).map((line, index) => (index === 0 ? `  ${paint.severity(found.severity, '!')} ${line}` : `    ${line}`))),
  ].join('\n') + '\n';
}

function explainFact(fact: Fact, outcomes: readonly RuleOutcome[], source: SourceText, rendering: RenderOptions): string {
  const { language, paint } = rendering;
  const words = WORDS[language];
  const rows = [
    [words.value, `${String(fact.value)}${fact.upper === undefined ? '' : `–${String(fact.upper)}`} ${fact.unit ?? ''}`.trim()].map(printable),
    [words.qualifier, fact.qualifier], [words.place, place(fact.line, fact.column)],
    ...(fact.year === undefined ? [] : [[language === 'zh' ? '年度' : 'year', String(fact.year)]]),
  ];
  const own = outcomes.filter((outcome) => outcome.code.startsWith('prose/') && outcome.place.line === fact.line && outcome.place.column === fact.column);
  return [
    `${paint.strong(fact.metric ?? '')}  ${printable(fact.text)}`,
    ...tableLines(rows).map((line) => `  ${line}`),
    ...sourceLines(fact.line, fact.column, undefined, source, rendering),
    ...rulesLines(own, rendering),
  ].join('\n') + '\n';
}

/** A line a rule: how it came out, both sides, what it says; the sentence where it is broken. */
function rulesLines(outcomes: readonly RuleOutcome[], { language, width, paint }: RenderOptions): string[] {
  const lines: string[] = [];
  for (const outcome of outcomes) {
    const word = OUTCOME_WORDS[language][outcome.outcome];
    const sides = outcome.left !== null && outcome.right !== null ? `  ${String(outcome.left)} ${relation(outcome)} ${String(outcome.right)}` : '';
    const shown = outcome.outcome === 'broken' ? paint.severity('error', word) : outcome.outcome === 'kept' ? word : paint.faint(word);
    lines.push(`  ${paint.strong(outcome.code)}  ${shown}${sides}`);
    const text = outcome.outcome === 'broken' ? sentence(finding(outcome.code, outcome.args), language) : FORMULAS[outcome.code];
    lines.push(...wrap(text, width - 4).map((line) => paint.faint(`    ${line}`)));
  }
  return lines;
}

function relation({ left, right, outcome }: RuleOutcome): string {
  if (outcome === 'undecided') return '?';
  return left === right ? '=' : left! < right! ? '<' : '>';
}
