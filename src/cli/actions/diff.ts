import { cellMapOf } from '../../forms/cells.ts';
import { formOf } from '../../forms/registry.ts';
import { METRICS } from '../../lexicon/metric-codes.ts';
import type { Era, Report, Section } from '../../schema/report.ts';
import { paintFor, widthOf } from '../terminal/colour.ts';
import { parseAll } from '../work/dispatch.ts';
import { printable } from '../terminal/escape.ts';
import { EXIT, UsageError, worse, type ExitCode } from '../exit.ts';
import { select } from '../input/inputs.ts';
import { languageOfUser, write, type Io } from '../terminal/io.ts';
import { wrap } from '../render/excerpt.ts';
import type { RenderOptions } from '../render/findings.ts';
import { tableLines } from '../render/table.ts';
import { STATUS_WORDS, WORDS } from '../render/words.ts';
import { sayFailure } from '../terminal/trouble.ts';

export interface DiffOptions {
  format: 'text' | 'json';
  encoding?: string;
  era?: Era;
}

interface Side {
  value: number | null;
  status: string;
  line: number | null;
}

/** What changed from one report to the other; `null` where one of them has no such thing. */
export interface Changes {
  cells: { cell: string; label: string; a: Side | null; b: Side | null; difference: number | null }[];
  sections: { title: string; a: { text: string; line: number } | null; b: { text: string; line: number } | null }[];
  facts: { metric: string; label: string; a: { values: number[]; line: number } | null; b: { values: number[]; line: number } | null }[];
}

/** Prints what changed between two reports; exit 1 where something did. */
export async function diff(io: Io, a: string, b: string, options: DiffOptions): Promise<ExitCode> {
  const reports: Report[] = [];
  let code: ExitCode = EXIT.done;
  for (const path of [a, b]) {
    const selection = await select(io, [path]);
    if (selection.paths.length > 1) throw new UsageError('diff takes one report on either side');
    for await (const outcome of parseAll(io, selection, options)) {
      if ('report' in outcome) reports.push(outcome.report);
      else code = worse(code, sayFailure(io, outcome));
    }
  }
  const [before, after] = reports;
  if (before === undefined || after === undefined) return code;
  const changes = changesBetween(before, after);
  const about = ({ source, metadata, template }: Report) => ({ path: source.path, agency: metadata.agency, agencyKey: metadata.agencyKey, year: metadata.year, era: template.era });
  if (options.format === 'json') await write(io.stdout, JSON.stringify({ a: about(before), b: about(after), ...changes }, null, 2) + '\n');
  else await write(io.stdout, render(before, after, changes, { language: languageOfUser(io), width: widthOf(io), paint: paintFor(io, process.env) }));
  return Object.values(changes).some((list: readonly unknown[]) => list.length > 0) ? EXIT.findings : EXIT.done;
}

/** Cells by path, sections by title, facts by metric: lines move from report to report, and are no change. */
export function changesBetween(a: Report, b: Report): Changes {
  return { cells: changedCells(a, b), sections: changedSections(a, b), facts: changedFacts(a, b) };
}

/** Keys of two maps, those of the first in their order, then what only the second has. */
function* bothOf<T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>): Generator<[key: string, a: T | null, b: T | null]> {
  for (const key of new Set([...a.keys(), ...b.keys()])) yield [key, a.get(key) ?? null, b.get(key) ?? null];
}

function changedCells(a: Report, b: Report): Changes['cells'] {
  const sides = (report: Report): Map<string, Side> => new Map(report.cells.map(({ cell, value, status, line }) => [cell, { value, status, line }]));
  const labels = [a, b].map(({ template }) => cellMapOf(formOf(template.era)));
  return [...bothOf(sides(a), sides(b))].filter(([, x, y]) => x?.value !== y?.value || x?.status !== y?.status).map(([cell, x, y]) => ({
    cell, label: (labels[0]!.get(cell) ?? labels[1]!.get(cell))?.labels.slice(-2).join(' ') ?? cell, a: x, b: y,
    difference: x?.value == null || y?.value == null ? null : Math.round((y.value - x.value) * 1e9) / 1e9,
  }));
}

function changedSections(a: Report, b: Report): Changes['sections'] {
  const sides = (report: Report): Map<string, { title: string; text: string; line: number }> => {
    const found = new Map<string, { title: string; text: string; line: number }>();
    const walk = (sections: readonly Section[], above: string): void => {
      for (const { id, title, text, line, children } of sections) {
        // Titles change little, but they do: what a section is about does not.
        const own = `${above}/${above === '' && id !== null ? id : title}`;
        let key = own;
        for (let again = 2; found.has(key); again++) key = `${own} (${String(again)})`;
        found.set(key, { title, text, line });
        walk(children, key);
      }
    };
    walk(report.sections, '');
    return found;
  };
  return [...bothOf(sides(a), sides(b))].filter(([, x, y]) => x?.text !== y?.text || x?.title !== y?.title).map(([, x, y]) => ({
    title: (x ?? y)!.title, a: x === null ? null : { text: x.text, line: x.line }, b: y === null ? null : { text: y.text, line: y.line },
  }));
}

function changedFacts(a: Report, b: Report): Changes['facts'] {
  const labels = new Map<string, string>(METRICS.map(({ code, label }) => [code, label]));
  const sides = (report: Report): Map<string, { values: number[]; line: number }> => {
    const found = new Map<string, { values: number[]; line: number }>();
    for (const { metric, value, line, year } of report.facts) {
      if (metric === null || year !== undefined) continue;
      const known = found.get(metric);
      if (known === undefined) found.set(metric, { values: [value], line });
      else known.values.push(value);
    }
    return found;
  };
  return [...bothOf(sides(a), sides(b))].filter(([, x, y]) => x?.values.join() !== y?.values.join())
    .map(([metric, x, y]) => ({ metric, label: labels.get(metric) ?? metric, a: x, b: y }));
}

const TITLES = { en: { sections: 'sections', nothing: 'nothing changed' }, zh: { sections: '章节', nothing: '没有变化' } } as const;

function render(a: Report, b: Report, { cells, sections, facts }: Changes, { language, width, paint }: RenderOptions): string {
  const words = WORDS[language];
  const nameOf = ({ source, metadata, template }: Report): string => printable([source.path, metadata.agency, metadata.year, template.era].filter((part) => part !== null).join(' · '));
  const lines = [`${paint.severity('error', '-')} ${nameOf(a)}`, `${paint.severity('info', '+')} ${nameOf(b)}`];
  const heading = (title: string, count: number): void => { lines.push('', paint.strong(`${title} (${String(count)})`)); };
  if (cells.length > 0) {
    heading(words.cells, cells.length);
    const shown = (side: Side | null): string => (side === null ? '' : side.value === null ? STATUS_WORDS[language][side.status as 'blank'] : String(side.value));
    const sign = (difference: number | null): string => (difference === null ? '' : difference > 0 ? `+${String(difference)}` : String(difference));
    lines.push(...tableLines(cells.map((one) => [one.cell, shown(one.a), shown(one.b), sign(one.difference), printable(one.label)]), [1, 2, 3]).map((line) => `  ${line}`));
  }
  if (facts.length > 0) {
    heading(words.facts, facts.length);
    lines.push(...tableLines(facts.map((one) => [one.metric, one.a?.values.join(', ') ?? '', one.b?.values.join(', ') ?? '', one.label]), [1, 2]).map((line) => `  ${line}`));
  }
  if (sections.length > 0) {
    heading(TITLES[language].sections, sections.length);
    for (const one of sections) {
      lines.push(`  ${printable(one.title)}`);
      for (const [mark, side] of [['-', one.a], ['+', one.b]] as const) {
        if (side === null) continue;
        for (const line of wrap(printable(changedPart(side.text, (mark === '-' ? one.b : one.a)?.text ?? '')), width - 6).slice(0, 4)) lines.push(`    ${paint.severity(mark === '-' ? 'error' : 'info', mark)} ${line}`);
      }
    }
  }
  if (lines.length === 2) lines.push('', TITLES[language].nothing);
  return lines.join('\n') + '\n';
}

/** Characters around what differs in a text. */
const AROUND = 16;

/** The stretch of a text that is not in the other: what both begin and end with is cut. */
function changedPart(text: string, other: string): string {
  let head = 0;
  while (head < text.length && text[head] === other[head]) head++;
  let tail = 0;
  while (tail < text.length - head && tail < other.length - head && text[text.length - 1 - tail] === other[other.length - 1 - tail]) tail++;
  const [from, to] = [Math.max(0, head - AROUND), Math.min(text.length, text.length - tail + AROUND)];
  return `${from > 0 ? '…' : ''}${text.slice(from, to).replaceAll('\n', ' ')}${to < text.length ? '…' : ''}`;
}
