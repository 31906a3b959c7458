/**
 * What a form is: one object says how a form is recognised, what it prints, and which relations hold between its cells.
 * Everything else (reading, detection, checks, schema, command line, writers) asks it.
 */
import type { CheckCode } from '../findings/check.ts';
import type { MetricCode } from '../lexicon/metric-codes.ts';
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
  /** Label of the merged cell above this column and its neighbours. */
  group?: string;
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
  /** Short title: the name of its sheet in a workbook. */
  sheet: string;
  shape: TableShape;
  blocks: readonly Block[];
  /** Label over all columns, in a row of its own. */
  head?: string;
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
  /** What is told of its own where parts are filled in under a whole that is 0, or that is blank. */
  whole?: readonly ('zero' | 'blank')[];
}

/** A number over 0 in one cell that asks for one over 0 in another (人员 trained, sessions held). */
export interface Implication {
  code: CheckCode;
  table: string;
  cell: string;
  asks: string;
}

/** Another reading of the same words that is no contradiction. `minus` is taken off. */
export interface Reading {
  plus: readonly Term[];
  minus?: readonly Term[];
  /** The code that tells the reader which reading it is; without one it passes in silence. */
  code?: CheckCode;
}

/** What cells count, in the vocabulary of metrics: a fact of the prose on that metric is to agree with them. */
export interface Measure {
  code: CheckCode;
  metric: MetricCode;
  /** Chinese label of the cells. */
  scope: string;
  /** What the table says: the sum of these. */
  cells: readonly Term[];
  readings?: readonly Reading[];
  /** A fact may name only some of the cases: only a larger number is a contradiction. */
  atMost?: true;
  /** Cells that count the same cases under another result. */
  siblings?: readonly string[];
}

/** A cell that another cell of the report of the year before decides: `cell` = `before` + Σ plus − Σ minus. */
export interface SeriesRelation {
  code: CheckCode;
  scope: string;
  cell: string;
  /** Path in the report of the year before, whatever its form. */
  before: string;
  plus?: readonly string[];
  minus?: readonly string[];
}

/** A section that a form prescribes. */
export interface PrescribedSection {
  id: SectionId;
  number: string;
  title: string;
  /** Beginnings of the wordings that real reports print, squeezed and folded. */
  heads: readonly string[];
  /** Reports without the form do not print it under this name. */
  distinct?: true;
  /** Tables are what it says. */
  tables?: true;
}

/** Words by which a form is known, squeezed and folded: half width, simplified, no blanks. */
export interface Recognition {
  /** Columns and rows that only this form prints: two of them decide. */
  columns: readonly string[];
  /** Lesser signs, for reports whose tables are lost. */
  hints: readonly string[];
  /** Titles of its tables. */
  titles: readonly string[];
  /** Rows that this form and its kin print, and reports without one do not. */
  rows: readonly string[];
  /** Words of its kin: that none of them stands in a text with all of `rows` speaks for this form. */
  without: readonly string[];
  /** Headings of the parts of its first section. */
  children: readonly string[];
  /** Headings of sections, where the form prescribes none. */
  headings: readonly string[];
  /** The member of `tables` that tells the form from its kin; `null` where there is none such. */
  table: string | null;
}

/** A table without fixed rows that reports print in place of the form's: its rows come out as `indicators`. Words are folded, without blanks. */
export interface LocalTable {
  /** Headings of the column of labels, of units, and of columns whose content is no value: serials and codes, remarks. */
  labelHeads: readonly string[];
  unitHeads: readonly string[];
  serialHeads: readonly string[];
  asideHeads: readonly string[];
  /** Headings of columns of values, besides years. */
  valueHeads: readonly string[];
  units: readonly string[];
  /** Words of what such tables count, by subject: rows on several subjects tell them from tables on anything else. */
  topics: readonly (readonly string[])[];
  /** Row of the form -> wordings of local rows that mean the same, in Chinese characters alone. */
  codes: Readonly<Record<string, readonly string[]>>;
}

/** First and last year, both in; `null` is open. */
export type Years = readonly [from: number | null, to: number | null];

export interface Form {
  /** Value of `template.era`. */
  era: string;
  /** Years it was prescribed for. What a document shows counts, never its year. */
  years: Years;
  /** Years whose reports use it, lawfully or nearly so: a report on another year is worth a look. */
  inUse: Years;
  /** Chinese name and the notice that laid it out. */
  name: string;
  source: string | null;
  recognition: Recognition;
  tables: readonly FormTable[];
  relations: readonly Relation[];
  implications: readonly Implication[];
  measures: readonly Measure[];
  series: readonly SeriesRelation[];
  /** Sections the form prescribes, in order; empty where it leaves them to the agency. */
  sections: readonly PrescribedSection[];
  local: LocalTable | null;
}
