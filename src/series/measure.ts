/** What a measure of the series is: a question that the reports of every form answer somewhere. */
import type { Term } from '../forms/form.ts';
import type { MetricCode } from '../lexicon/metric-codes.ts';

/** Cells of one form, or of several that share them, that answer. Their numbers are added. */
export interface CellsOfMeasure {
  cells: readonly Term[];
  /**
   * What is counted where it is not what the other forms count: a series over both has a break of definition between
   * them. Without it the cells count the same.
   */
  as?: string;
}

export interface Measure {
  code: string;
  zh: string;
  en: string;
  /** The usual unit; what a report prints stands in its row. */
  unit: string;
  /** The first whose cells the report's form has is its answer. */
  tables: readonly CellsOfMeasure[];
  /** The row of a local 统计表 (its national code) and the facts of the prose that answer. */
  metric: MetricCode | null;
  /** A report that says nothing of it has its row all the same, so that a gap is seen. */
  always?: true;
}

/** A share of one measure in another, both from the same report and the same source. */
export interface Rate {
  code: string;
  zh: string;
  en: string;
  /** Codes of measures, added. */
  numerator: readonly string[];
  denominator: string;
}
