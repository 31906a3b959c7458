/** The eras, one entry each, and the cells each defines in template order. */
import type { Era } from '../schema/report.ts';
import { APPLICATIONS_COLUMNS, APPLICATIONS_ROWS_2019, APPLICATIONS_ROWS_2021, APPLICATIONS_SECTION } from './applications.ts';
import { DISCLOSURE_2019, DISCLOSURE_2021, DISCLOSURE_SECTION } from './disclosure.ts';
import { DISPUTES_COLUMNS, DISPUTES_SECTION, LITIGATION_ROWS, LITIGATION_TITLE, RECONSIDERATION_TITLE } from './disputes.ts';
import { STATISTICS_ROWS, STATISTICS_TITLE } from './statistics.ts';
import type { EraTemplate } from './template.ts';

const RECONSIDERATION = { section: DISPUTES_SECTION, title: RECONSIDERATION_TITLE, columns: DISPUTES_COLUMNS };
const LITIGATION = { section: DISPUTES_SECTION, title: LITIGATION_TITLE, columns: DISPUTES_COLUMNS, rows: LITIGATION_ROWS };

export const TEMPLATES: Readonly<Record<Era, EraTemplate>> = {
  narrative: { era: 'narrative' },
  statistics: { era: 'statistics', statistics: { title: STATISTICS_TITLE, rows: STATISTICS_ROWS } },
  '2019': {
    era: '2019',
    disclosure: { section: DISCLOSURE_SECTION, blocks: DISCLOSURE_2019 },
    applications: { section: APPLICATIONS_SECTION, columns: APPLICATIONS_COLUMNS, rows: APPLICATIONS_ROWS_2019 },
    reconsideration: RECONSIDERATION,
    litigation: LITIGATION,
  },
  '2021': {
    era: '2021',
    disclosure: { section: DISCLOSURE_SECTION, blocks: DISCLOSURE_2021 },
    applications: { section: APPLICATIONS_SECTION, columns: APPLICATIONS_COLUMNS, rows: APPLICATIONS_ROWS_2021 },
    reconsideration: RECONSIDERATION,
    litigation: LITIGATION,
  },
};

/** One cell a template defines. */
export interface TemplateCell {
  /** Address inside `tables`, such as `applications.denied.stateSecret.total`. */
  path: string;
  table: 'statistics' | 'disclosure' | 'applications' | 'reconsideration' | 'litigation';
  /** Chinese labels from the outermost group to the column. */
  labels: readonly string[];
  unit: string | null;
  optional: boolean;
}

const cellsByEra = new Map<Era, readonly TemplateCell[]>();

/** Every cell of an era's template, optional ones included, in the order of the form. Made once. */
export function templateCells(era: Era): readonly TemplateCell[] {
  let cells = cellsByEra.get(era);
  if (cells === undefined) cellsByEra.set(era, (cells = makeCells(era)));
  return cells;
}

function makeCells(era: Era): TemplateCell[] {
  const template = TEMPLATES[era];
  const cells: TemplateCell[] = [];
  for (const row of template.statistics?.rows ?? []) {
    if (row.heading) continue;
    cells.push({ path: `statistics.${row.code}`, table: 'statistics', labels: [row.label], unit: row.unit ?? null, optional: false });
  }
  for (const block of template.disclosure?.blocks ?? []) {
    for (const row of block.rows) {
      for (const column of block.columns) {
        cells.push({
          path: `disclosure.${row.code}.${column.code}`, table: 'disclosure', labels: [block.title, row.label, column.label],
          unit: column.unit ?? null, optional: false,
        });
      }
    }
  }
  for (const row of template.applications?.rows ?? []) {
    for (const column of template.applications!.columns) {
      cells.push({
        path: `applications.${row.code}.${column.code}`, table: 'applications', labels: [...(row.groups ?? []), row.label, column.label],
        unit: '件', optional: row.optional === true || column.optional === true,
      });
    }
  }
  for (const column of template.reconsideration?.columns ?? []) {
    cells.push({
      path: `reconsideration.${column.code}`, table: 'reconsideration', labels: [template.reconsideration!.title, column.label],
      unit: '件', optional: false,
    });
  }
  for (const row of template.litigation?.rows ?? []) {
    for (const column of template.litigation!.columns) {
      cells.push({
        path: `litigation.${row.code}.${column.code}`, table: 'litigation', labels: [template.litigation!.title, row.label, column.label],
        unit: '件', optional: false,
      });
    }
  }
  return cells;
}
