/** What comes of holding a rule against a report, and the view of a report that rules are evaluated on. */
import type { CheckCode } from '../findings/check.ts';
import type { FindingArgs, FindingPlace } from '../findings/finding.ts';
import type { Form } from '../forms/form.ts';
import { formOf, type Registry } from '../forms/registry.ts';
import type { Cell, Report } from '../schema/report.ts';

export type CheckedReport = Omit<Report, 'findings'>;

/** `undecided`: a blank leaves it open. `notApplicable`: the report has no such table or member. */
export type Outcome = 'kept' | 'broken' | 'undecided' | 'notApplicable';

/** One rule held against one set of cells (a column, a row, a fact, the document). */
export interface RuleOutcome {
  code: CheckCode;
  outcome: Outcome;
  /** Paths of the cells that take part, the whole last; empty where the rule is not about cells. */
  cells: readonly string[];
  /** Sum of the printed values on either side; `null` where the rule compares no numbers. */
  left: number | null;
  right: number | null;
  /** `left - right`. */
  difference: number | null;
  /** Arguments of the finding's sentence; complete only where the outcome is `broken`. */
  args: FindingArgs;
  place: FindingPlace;
}

export const NOWHERE: FindingPlace = { line: null, column: null };

/** A report prepared for look-ups by cell path. */
export interface View {
  report: CheckedReport;
  form: Form;
  cells: ReadonlyMap<string, Cell>;
  /** Tables of which the text has at least one row. */
  tables: ReadonlySet<string>;
}

/** @throws RangeError where the report's era is none of the registry's */
export function viewOf(report: CheckedReport, forms: Registry): View {
  const form = formOf(report.template.era, forms);
  const cells = new Map<string, Cell>();
  const tables = new Set<string>();
  let table = '.';
  for (const cell of report.cells) {
    cells.set(cell.cell, cell);
    if (cell.status === 'missing' || cell.cell.startsWith(table)) continue;
    table = cell.cell.slice(0, cell.cell.indexOf('.') + 1);
    tables.add(table.slice(0, -1));
  }
  return { report, form, cells, tables };
}

export function valueOf(view: View, path: string): number | null {
  return view.cells.get(path)?.value ?? null;
}

/** Whether the report prints the cell at all, be it empty. */
export function isPrinted(view: View, path: string): boolean {
  const cell = view.cells.get(path);
  return cell !== undefined && cell.status !== 'missing';
}

export function placeOfCell(view: View, path: string): FindingPlace {
  const cell = view.cells.get(path);
  return cell === undefined ? NOWHERE : { line: cell.line, column: cell.column };
}

/** Sums of decimals as printed carry no more than nine places; what lies beyond is binary rounding. */
export function exact(value: number): number {
  return Number.isInteger(value) ? value : Math.round(value * 1e9) / 1e9;
}

/** An outcome of a rule that compares no numbers. */
export function verdict(code: CheckCode, outcome: Outcome, args: FindingArgs = {}, place: FindingPlace = NOWHERE, cells: readonly string[] = []): RuleOutcome {
  return { code, outcome, cells, left: null, right: null, difference: null, args, place };
}
