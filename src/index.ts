/** The public API. */
export { parseReport, type ParseOptions } from './pipeline.ts';
export { ReadError, readReport, readReportWithText, type ReadReportOptions, type ReportWithText } from './read-report.ts';
export { evaluateRules, type CheckedReport, type Outcome, type RuleOutcome } from './check/check.ts';
export { checkSeries, type SeriesFinding } from './check/series.ts';
export { CATALOGUE, sentence, type FindingCode } from './findings/catalogue.ts';
export { getCell, isEra, report as reportSchema, SCHEMA_VERSION } from './schema/report.ts';
export type {
  Cell, CellPath, Era, Fact, Finding, Indicator, Metadata, Region, Report, ReportOf, Section, Severity, TableTree, Tables, TablesOf, Template,
} from './schema/report.ts';
