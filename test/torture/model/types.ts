/** What a made-up report is made of, and what is right for each of its cells. */

/**
 * What may come out for a cell. A number that is not `value` is wrong; `null` is right where `value` is `null` or `orNull` is set.
 * `shown` says what the text shows for it: only an `empty` cell (a blank, a dash) may be `null` without a finding.
 */
export interface Truth {
  value: number | null;
  orNull: boolean;
  shown: 'value' | 'empty' | 'unreadable' | 'absent';
}

export interface Cell {
  /** The address in `tables`, or `indicators.LABEL.COLUMN`; `null` for a column or row that no form knows. */
  key: string | null;
  /** As printed. */
  text: string;
  truth: Truth;
}

export interface Column {
  code: string;
  label: string;
  /** Headings of the merged cells above, outermost first. */
  groups: readonly string[];
}

export interface Row {
  code: string;
  label: string;
  /** Labels of the merged cells to the left, outermost first. */
  groups: readonly string[];
  /** Texts before the label (序号) and behind it (单位, 代码), in the part's order. */
  before: string[];
  after: string[];
  /** One a column; empty for a row without values of its own. */
  cells: Cell[];
  /** `hidden`: printed together with the row above. */
  kind: 'values' | 'heading' | 'repeatedHead' | 'hidden';
}

/** Rows under one set of headings. */
export interface Part {
  /** A line over the whole width, above the headings. */
  title: string | null;
  /** Heading of the labels; `null` where the part has none (one row of values). */
  corner: string | null;
  /** Headings of what stands before and behind the label. */
  before: string[];
  after: string[];
  columns: Column[];
  rows: Row[];
  /** Set where the headings are not printed at all. */
  headless?: boolean;
}

export type TableName = 'statistics' | 'disclosure' | 'applications' | 'disputes' | 'local';

export interface Table {
  name: TableName;
  parts: Part[];
  /** Whether the parts are printed in one frame, one below the other. */
  stacked: boolean;
}

export type Block =
  | { kind: 'title' | 'heading' | 'subheading' | 'paragraph' | 'note' | 'caption' | 'signature' | 'chrome'; text: string }
  | { kind: 'table'; table: Table };

export interface Model {
  era: 'statistics' | '2019' | '2021';
  /** Whether its table is a local one: its truth is `indicators`. */
  local: boolean;
  /** What it was drawn as, for the tables of results. */
  traits: string[];
  blocks: Block[];
}

export const valueTruth = (value: number): Truth => ({ value, orNull: false, shown: 'value' });
export const emptyTruth = (): Truth => ({ value: null, orNull: false, shown: 'empty' });
export const unreadableTruth = (): Truth => ({ value: null, orNull: false, shown: 'unreadable' });
export const absentTruth = (): Truth => ({ value: null, orNull: false, shown: 'absent' });

/** The tables of a report in order. */
export function tablesOf(model: Model): Table[] {
  return model.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
}

/** Every cell of a table, in printed order. */
export function cellsOf(table: Table): Cell[] {
  return table.parts.flatMap((part) => part.rows.flatMap((row) => row.cells));
}

/** Lets `null` be right for a cell whose place the text no longer shows plainly. */
export function loosen(cell: Cell): void {
  if (cell.truth.value !== null) cell.truth = { ...cell.truth, orNull: true };
}
