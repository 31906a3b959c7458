/** The relations of a form written out with the numbers of a report. */
import { evaluateArithmetic, resolve } from '../../check/arithmetic.ts';
import type { Outcome } from '../../check/check.ts';
import { valueOf, viewOf, type View } from '../../check/outcome.ts';
import { cellMapOf } from '../../forms/cells.ts';
import type { Relation, RelationInstance, Term } from '../../forms/form.ts';
import { FORMS } from '../../forms/registry.ts';
import type { Report } from '../../schema/report.ts';

export interface WrittenTerm {
  path: string;
  value: number | null;
}

/** One relation over one column, row or group. */
export interface Written {
  code: string;
  /** Label of the column, row or whole. */
  scope: string;
  relation: '=' | '<=';
  left: readonly WrittenTerm[];
  right: readonly WrittenTerm[];
  leftSum: number;
  rightSum: number;
  difference: number;
  outcome: Outcome;
}

/** The relations under one code, of one table. */
export interface WrittenRule {
  code: string;
  /** Name of the form's table that its cells stand in. */
  table: string;
  instances: readonly Written[];
}

/** Every relation of the report's form that its tables can be held against, in the form's order. */
export function writeRelations(report: Report): WrittenRule[] {
  const view = viewOf(report, FORMS);
  const tables = new Map(view.form.tables.flatMap((table) => table.blocks.flatMap((block) => block.rows.map((row) => [memberOf(table.path, row.code), table.name] as const))));
  const rules = new Map<string, WrittenRule & { instances: Written[] }>();
  for (const relation of view.form.relations) {
    const written = relation.instances.flatMap((instance) => writeInstance(view, relation, instance));
    if (written.length === 0) continue;
    const known = rules.get(relation.code);
    if (known === undefined) rules.set(relation.code, { code: relation.code, table: tables.get(relation.table) ?? relation.table, instances: written });
    else known.instances.push(...written);
  }
  return [...rules.values()];
}

/** First part of the paths of a row's cells: the member of `tables`. */
function memberOf(path: string, rowCode: string): string {
  return (path === '' ? rowCode : path).split('.')[0]!;
}

function writeInstance(view: View, relation: Relation, instance: RelationInstance): Written[] {
  const terms = (side: readonly Term[]): WrittenTerm[] => side.flatMap((term) => resolve(view, term)).map((path) => ({ path, value: valueOf(view, path) }));
  return evaluateArithmetic(view, { ...relation, instances: [instance] }, false)
    .filter(({ outcome, left, right }) => outcome !== 'notApplicable' && left !== null && right !== null)
    .map(({ code, outcome, left, right, difference }) => ({
      code, scope: instance.scope, relation: relation.relation, left: terms(instance.left), right: terms(instance.right),
      leftSum: left!, rightSum: right!, difference: difference!, outcome,
    }));
}

/** Chinese label of a cell, from its outermost group to its column. */
export function labelOf(report: Report, path: string): readonly string[] {
  return cellMapOf(viewOf(report, FORMS).form).get(path)?.labels ?? [path];
}
