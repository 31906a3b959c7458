/** The one place where the generator knows where the forms' data live in `src`. */
import { cellsOfForm } from '../../src/forms/cells.ts';
import type { Block as BlockTemplate, Column as ColumnTemplate, FormTable, Row as RowTemplate } from '../../src/forms/form.ts';
import { formOf } from '../../src/forms/registry.ts';

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

function tableOf(era: FormEra, name: string): FormTable {
  return formOf(era).tables.find((table) => table.name === name)!;
}

/** The tables of 2019 or 2021. */
export function sixSections(era: '2019' | '2021'): SixSections {
  const [applications] = tableOf(era, 'applications').blocks;
  const [disputes] = tableOf(era, 'disputes').blocks;
  return {
    blocks: tableOf(era, 'disclosure').blocks,
    columns: applications!.columns,
    rows: applications!.rows,
    outcomes: disputes!.columns,
    // The generator puts the table's name before the half's.
    halves: disputes!.rows.filter((row) => row.groups !== undefined).map((row) => ({ ...row, code: row.code.slice(row.code.indexOf('.') + 1) })),
  };
}

/** The rows of the national 统计表, headings included. */
export function statisticsRows(): readonly RowTemplate[] {
  return tableOf('statistics', 'statistics').blocks.flatMap((block) => block.rows);
}

/** Paths of the cells that every report of the era has, `null`s included. */
export function demandedPaths(era: FormEra): string[] {
  return cellsOfForm(formOf(era)).filter((cell) => !cell.optional).map((cell) => cell.path);
}
