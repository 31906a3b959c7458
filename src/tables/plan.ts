/** The tables of an era as the reader needs them: elements in order, columns, labels, sums. Made from the template once. */
import type { Era } from '../schema/report.ts';
import { APPLICATIONS_RESULT_ROWS } from '../templates/applications.ts';
import { TEMPLATES } from '../templates/eras.ts';
import { COMMON_LABELS, SECTION_LABELS } from '../templates/labels.ts';
import type { ColumnTemplate, RowTemplate } from '../templates/template.ts';
import type { Element } from './chain.ts';
import { buildLabels, splitLabel, type LabelSet } from './labels.ts';
import type { ColumnRule } from './solve.ts';

export type TableName = 'statistics' | 'disclosure' | 'applications' | 'disputes';

/** What a label of the document stands for. */
export interface Target {
  table: TableName | 'common';
  kind: 'element' | 'column' | 'group' | 'note' | 'section';
  /** Index of the element or column. */
  index: number;
}

export interface PlanElement extends Element {
  /** `null` for a title or heading, which has no values of its own. */
  row: RowTemplate | null;
  columns: readonly ColumnTemplate[];
  /** Addresses of the row's cells inside `tables`, column by column. */
  paths: readonly string[];
}

export interface TablePlan {
  name: TableName;
  elements: readonly PlanElement[];
  /** Rows a table needs to be taken for one, where its header is not seen. */
  enough: number;
  rules: readonly ColumnRule[];
}

export interface Plan {
  labels: LabelSet<Target>;
  tables: readonly TablePlan[];
  /** Outcomes under 行政复议 and the two halves of 行政诉讼. */
  disputes: readonly ColumnTemplate[] | null;
}

const plans = new Map<Era, Plan>();

export function planOf(era: Era): Plan {
  let plan = plans.get(era);
  if (plan === undefined) plans.set(era, (plan = buildPlan(era)));
  return plan;
}

function buildPlan(era: Era): Plan {
  const template = TEMPLATES[era];
  const labels: { label: string; target: Target }[] = [];
  const tables: TablePlan[] = [];
  const added = new Set<string>();
  const add = (target: Target, ...wordings: readonly string[]): void => {
    for (const label of wordings) {
      const known = `${target.table} ${target.kind} ${target.kind === 'group' ? '' : target.index} ${label}`;
      if (!added.has(known)) labels.push({ label, target });
      added.add(known);
    }
  };
  const element = (table: TableName, row: RowTemplate | null, wordings: readonly string[], columns: readonly ColumnTemplate[]): PlanElement => ({
    row, columns, paths: row === null ? [] : columns.map((column) => (table === 'statistics' ? `statistics.${row.code}` : `${table}.${row.code}.${column.code}`)), ordinal: splitLabel(wordings[0]!).ordinal, optional: row?.optional === true, keys: wordings.map((label) => splitLabel(label).key),
  });
  if (template.statistics !== undefined) {
    const columns: readonly ColumnTemplate[] = [{ code: 'value', label: '统计数' }];
    const elements = template.statistics.rows.map((row) => element('statistics', row.heading ? null : row, [row.label, ...(row.variants ?? [])], row.heading ? [] : columns));
    template.statistics.rows.forEach((row, index) => { add({ table: 'statistics', kind: 'element', index }, row.label, ...(row.variants ?? [])); });
    tables.push({ name: 'statistics', elements, enough: 12, rules: [] });
  }
  if (template.disclosure !== undefined) {
    const elements: PlanElement[] = [];
    for (const block of template.disclosure.blocks) {
      add({ table: 'disclosure', kind: 'element', index: elements.length }, block.title);
      elements.push(element('disclosure', null, [block.title], []));
      block.columns.forEach((column, index) => { add({ table: 'disclosure', kind: 'column', index }, column.label, ...(column.variants ?? [])); });
      for (const row of block.rows) {
        add({ table: 'disclosure', kind: 'element', index: elements.length }, row.label, ...(row.variants ?? []));
        elements.push(element('disclosure', row, [row.label, ...(row.variants ?? [])], block.columns));
      }
    }
    tables.push({ name: 'disclosure', elements, enough: 99, rules: [] });
  }
  if (template.applications !== undefined) {
    const { columns, rows } = template.applications;
    columns.forEach((column, index) => { add({ table: 'applications', kind: 'column', index }, column.label, ...(column.variants ?? [])); });
    rows.forEach((row, index) => {
      add({ table: 'applications', kind: 'element', index }, row.label, ...(row.variants ?? []));
      for (const group of row.groups ?? []) add({ table: 'applications', kind: 'group', index }, group);
    });
    tables.push({
      name: 'applications', elements: rows.map((row) => element('applications', row, [row.label, ...(row.variants ?? [])], columns)), enough: 5,
      rules: [
        { parts: ['received', 'carriedOver'], wholes: ['resultTotal', 'carriedForward'] },
        { parts: APPLICATIONS_RESULT_ROWS, wholes: ['resultTotal'] },
      ],
    });
  }
  if (template.litigation !== undefined && template.reconsideration !== undefined) {
    const { litigation, reconsideration } = template;
    [reconsideration.title, litigation.title, ...litigation.rows.map((row) => row.label)].forEach((label, index) => {
      add({ table: 'disputes', kind: 'element', index }, label);
    });
    litigation.columns.forEach((column, index) => { add({ table: 'disputes', kind: 'column', index }, column.label, ...(column.variants ?? [])); });
  }
  for (const label of SECTION_LABELS) add({ table: 'common', kind: 'section', index: 0 }, label);
  for (const label of COMMON_LABELS) add({ table: 'common', kind: 'note', index: 0 }, label);
  return { labels: buildLabels(labels), tables, disputes: template.litigation?.columns ?? null };
}
