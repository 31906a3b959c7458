/** What a template is made of. The eras themselves are data beside this file. */
import type { Era } from '../schema/report.ts';

export interface ColumnTemplate {
  code: string;
  label: string;
  /** Other wordings that real reports print for the same column. */
  variants?: readonly string[];
  unit?: string;
  /** Only some reports print it; the cell is there only where printed. */
  optional?: true;
}

export interface RowTemplate {
  /** A dot nests. */
  code: string;
  /** As the template prints it, with its number. */
  label: string;
  variants?: readonly string[];
  /** Labels of the merged cells above the row, outermost first. */
  groups?: readonly string[];
  unit?: string;
  optional?: true;
  /** A row without a number of its own. */
  heading?: true;
}

export interface BlockTemplate {
  title: string;
  columns: readonly ColumnTemplate[];
  rows: readonly RowTemplate[];
}

export interface EraTemplate {
  era: Era;
  /** The national 统计表: one column, a row an indicator. */
  statistics?: { title: string; rows: readonly RowTemplate[] };
  disclosure?: { section: string; blocks: readonly BlockTemplate[] };
  applications?: { section: string; columns: readonly ColumnTemplate[]; rows: readonly RowTemplate[] };
  reconsideration?: { section: string; title: string; columns: readonly ColumnTemplate[] };
  litigation?: { section: string; title: string; columns: readonly ColumnTemplate[]; rows: readonly RowTemplate[] };
}
