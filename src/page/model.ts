/** A report as the page looks at it: what stands where, which findings touch what. Made once a report. */
import { evaluateRules, type RuleOutcome } from '../check/check.ts';
import { formOf } from '../forms/registry.ts';
import type { Form } from '../forms/form.ts';
import type { Cell, Finding, Report, Section, Severity } from '../schema/report.ts';
import type { Before, Context, ReportData } from './data.ts';
import { printTable, type PrintedTable } from './form/layout.ts';
import { writeRelations, type WrittenRule } from './form/relations.ts';
import { flatSections, markLines, worstOf, type MarkedLine, type Target } from './text/marks.ts';

export interface Model {
  id: number;
  report: Report;
  form: Form;
  /** Those of the report, then those between it and others. */
  findings: readonly Finding[];
  lines: readonly MarkedLine[];
  cells: ReadonlyMap<string, Cell>;
  sections: readonly Section[];
  tables: readonly PrintedTable[];
  rules: readonly WrittenRule[];
  /** What the prose was held against: outcomes by the index of the fact. */
  proseOutcomes: ReadonlyMap<number, readonly RuleOutcome[]>;
  /** Worst severity of the findings that name a cell. */
  severityOf: ReadonlyMap<string, Severity>;
  /** Cells that a finding points at, the others it names only take part in it. */
  pointed: ReadonlySet<string>;
  before: Before | null;
  duplicateOf: number | null;
}

export function modelOf(id: number, { report, text }: ReportData, context: Context): Model {
  const form = formOf(report.template.era);
  const findings = [...report.findings, ...context.series];
  const cells = new Map(report.cells.map((cell) => [cell.cell, cell]));
  const named = new Map<string, Severity[]>();
  for (const { cells: paths, severity } of findings) for (const path of paths) named.set(path, [...named.get(path) ?? [], severity]);
  return {
    id, report, form, findings, cells,
    lines: markLines(report, text, findings),
    sections: flatSections(report.sections),
    tables: cells.size === 0 ? [] : form.tables.map((table) => printTable(table, (path) => cells.has(path))),
    rules: writeRelations(report),
    proseOutcomes: proseOf(report),
    severityOf: new Map([...named].map(([path, severities]) => [path, worstOf(severities)!])),
    pointed: new Set(findings.flatMap((finding) => pointedBy(finding, cells))),
    before: context.before, duplicateOf: context.duplicateOf,
  };
}

/** The cell where a finding stands; all that it names where it stands at none of them. */
function pointedBy({ line, column, cells: paths }: Finding, cells: ReadonlyMap<string, Cell>): readonly string[] {
  const at = paths.filter((path) => {
    const cell = cells.get(path);
    return cell !== undefined && cell.line !== null && cell.line === line && cell.column === column;
  });
  return at.length > 0 ? at : paths;
}

function proseOf(report: Report): Map<number, RuleOutcome[]> {
  const at = new Map(report.facts.map((fact, index) => [`${fact.line}:${fact.column}`, index]));
  const found = new Map<number, RuleOutcome[]>();
  for (const outcome of evaluateRules(report)) {
    if (!outcome.code.startsWith('prose/')) continue;
    const fact = at.get(`${String(outcome.place.line)}:${String(outcome.place.column)}`);
    if (fact !== undefined) found.set(fact, [...found.get(fact) ?? [], outcome]);
  }
  return found;
}

/** Everything that lights up with a target: a finding is its cells and the fact or the line it points at. */
export function litBy(model: Model, target: Target): { targets: readonly Target[]; line: number | null } {
  const at = target.indexOf(':');
  const [kind, name] = [target.slice(0, at), target.slice(at + 1)];
  if (kind === 'cell') return { targets: [target], line: model.cells.get(name)?.line ?? null };
  if (kind === 'fact') return { targets: [target], line: model.report.facts[Number(name)]?.line ?? null };
  if (kind === 'section') return { targets: [target], line: model.sections[Number(name)]?.line ?? null };
  if (kind === 'indicator') return { targets: [target], line: model.report.tables.indicators?.[Number(name)]?.line ?? null };
  const finding = model.findings[Number(name)];
  if (finding === undefined) return { targets: [target], line: null };
  const fact = model.report.facts.findIndex(({ line, column }) => line === finding.line && column === finding.column);
  const cells = finding.cells.map((path): Target => `cell:${path}`);
  // The cell that the finding points at comes first: it is the one that is scrolled to.
  const pointed = pointedBy(finding, model.cells).map((path): Target => `cell:${path}`);
  const said: Target[] = fact >= 0 && finding.line !== null ? [`fact:${fact}`] : [];
  return { targets: [target, ...said, ...new Set([...pointed, ...cells])], line: finding.line };
}
