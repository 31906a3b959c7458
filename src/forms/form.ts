/**
 * What a form is: one object says how a form is recognised, what it prints, and which relations hold between its cells.
 * Everything else (reading, detection, checks, schema, command line, writers) asks it.
 */
import type { CheckCode } from '../findings/check.ts';
import type { SectionId } from '../schema/report.ts';

/** What a cell can hold: a count of things, an amount of money (decimals), or a count with a sign (本年增/减). */
export type CellKind = 'count' | 'amount' | 'signed';

export interface Column {
  /** Last part of the cells' path; empty where a table has one column that needs no name. */
  code: string;
  label: string;
  /** Other wordings that real reports print for the same column. */
  variants?: readonly string[];
  unit?: string;
  kind?: CellKind;
  /** Only some reports print it; the cell is there only where printed. */
  optional?: true;
}

export interface Row {
  /** A dot nests. */
  code: string;
  /** As the form prints it, with its number. */
  label: string;
  variants?: readonly string[];
  /** Labels of the merged cells beside or above the row, outermost first. */
  groups?: readonly string[];
  unit?: string;
  kind?: CellKind;
  optional?: true;
  /** A row without a number of its own. */
  heading?: true;
}

/** Rows under one header of columns. */
export interface Block {
  /** The merged line above the header (第二十条第（一）项); `null` where there is none. */
  title: string | null;
  columns: readonly Column[];
  rows: readonly Row[];
}

/**
 * How the form prints a table: `rows` under one header; `blocks`, each with a header of its own; `groups` of columns side
 * by side (行政复议 | 行政诉讼), a group being a row of the table here; `pairs` of a label and one value.
 */
export type TableShape = 'rows' | 'blocks' | 'groups' | 'pairs';

export interface FormTable {
  name: string;
  /** First part of its cells' paths; empty where the rows' codes are whole paths. */
  path: string;
  title: string;
  shape: TableShape;
  blocks: readonly Block[];
  /** Labels printed over several columns (申请人情况, 法人或其他组织): they bind nothing. */
  spanning: readonly string[];
}

/**
 * A term of a relation: a cell, or sets of cells of which a report prints one or another (（六）其他处理 as one row or as
 * three). The first set that holds a number counts.
 */
export type Term = string | { oneOf: readonly (readonly string[])[] };

/** A relation applied to one column, one row or one group of cells. */
export interface RelationInstance {
  /** Chinese label of the column, row or whole the relation is about. */
  scope: string;
  left: readonly Term[];
  right: readonly Term[];
  /** The cell a reader looks at first: the whole. */
  key: string;
}

/** Σ left = Σ right, or Σ left <= Σ right, of cells of one table. */
export interface Relation {
  code: CheckCode;
  /** Name of the member of `tables` whose presence the relation needs. */
  table: string;
  relation: '=' | '<=';
  instances: readonly RelationInstance[];
  /** Only where the report prints the key cell and a part of it. */
  optional?: true;
}

/** Words by which a form is known, squeezed and folded: half width, simplified, no blanks. */
export interface Recognition {
  /** Columns and rows that only this form prints. */
  columns: readonly string[];
  /** Lesser signs, for reports whose tables are lost. */
  hints: readonly string[];
  /** Titles of its tables. */
  titles: readonly string[];
}

export interface Form {
  /** Value of `template.era`. */
  era: string;
  /** Years it was prescribed for, both ends in; `null` is open. What a document shows counts, never its year. */
  years: readonly [from: number | null, to: number | null];
  /** Chinese name and the notice that laid it out. */
  name: string;
  source: string | null;
  recognition: Recognition;
  tables: readonly FormTable[];
  relations: readonly Relation[];
  /** Sections the form prescribes, in order; empty where it leaves them to the agency. */
  sections: readonly SectionId[];
}
