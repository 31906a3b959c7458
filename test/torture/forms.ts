/** The one place where the generator knows where the forms' data live in `src`. */
import { TEMPLATES, templateCells } from '../../src/templates/eras.ts';
import type { BlockTemplate, ColumnTemplate, RowTemplate } from '../../src/templates/template.ts';

export const ERAS = ['statistics', '2019', '2021'] as const;
export type FormEra = (typeof ERAS)[number];
export type { BlockTemplate, ColumnTemplate, RowTemplate };

/** What a form with six sections prints. */
export interface SixSections {
  blocks: readonly BlockTemplate[];
  columns: readonly ColumnTemplate[];
  rows: readonly RowTemplate[];
  outcomes: readonly ColumnTemplate[];
  /** The two halves of 行政诉讼. */
  halves: readonly RowTemplate[];
}

/** The tables of 2019 or 2021. */
export function sixSections(era: '2019' | '2021'): SixSections {
  const template = TEMPLATES[era];
  return {
    blocks: template.disclosure!.blocks,
    columns: template.applications!.columns,
    rows: template.applications!.rows,
    outcomes: template.litigation!.columns,
    halves: template.litigation!.rows,
  };
}

/** The rows of the national 统计表, headings included. */
export function statisticsRows(): readonly RowTemplate[] {
  return TEMPLATES.statistics.statistics!.rows;
}

/** Paths of the cells that every report of the era has, `null`s included. */
export function demandedPaths(era: FormEra): string[] {
  return templateCells(era).filter((cell) => !cell.optional).map((cell) => cell.path);
}
