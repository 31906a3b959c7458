/** The measures that the index draws over years: which cells, indicators and facts say the same thing. */
import type { Report } from '../schema/report.ts';
import type { Measured } from './data.ts';

export interface Measure {
  id: string;
  zh: string;
  en: string;
  /** Cells that hold it, each of another form. */
  cells: readonly string[];
  /** Code of the indicators and the facts that say it; `null` where none is comparable. */
  metric: string | null;
}

const application = (row: string): string => `applications.${row}.total`;
const statistic = (row: string): string => `statistics.${row}`;

export const MEASURES: readonly Measure[] = [
  { id: 'received', zh: '本年新收申请', en: 'applications received', cells: [application('received'), statistic('applications.received.total')], metric: 'applications.received.total' },
  { id: 'carriedOver', zh: '上年结转申请', en: 'carried over', cells: [application('carriedOver')], metric: null },
  { id: 'granted', zh: '予以公开', en: 'granted', cells: [application('granted'), statistic('applications.replied.granted')], metric: 'applications.replied.granted' },
  { id: 'partiallyGranted', zh: '部分公开', en: 'granted in part', cells: [application('partiallyGranted'), statistic('applications.replied.partiallyGranted')], metric: 'applications.replied.partiallyGranted' },
  { id: 'denied', zh: '不同意公开（统计表）', en: 'refused (form of 2014)', cells: [statistic('applications.replied.denied.total')], metric: 'applications.replied.denied.total' },
  { id: 'notHeld', zh: '本机关不掌握、信息不存在', en: 'not held', cells: [application('unavailable.notHeld'), statistic('applications.replied.notExist')], metric: 'applications.replied.notExist' },
  { id: 'results', zh: '办理结果总计', en: 'dealt with', cells: [application('resultTotal'), statistic('applications.replied.total')], metric: 'applications.replied.total' },
  { id: 'carriedForward', zh: '结转下年度', en: 'carried forward', cells: [application('carriedForward')], metric: null },
  { id: 'reconsideration', zh: '行政复议', en: 'reconsideration', cells: ['reconsideration.total', statistic('reconsideration.total')], metric: 'reconsideration.total' },
  { id: 'reconsiderationCorrected', zh: '行政复议纠正', en: 'reconsideration corrected', cells: ['reconsideration.corrected', statistic('reconsideration.corrected')], metric: 'reconsideration.corrected' },
  { id: 'litigation', zh: '行政诉讼（统计表）', en: 'litigation (form of 2014)', cells: [statistic('litigation.total')], metric: 'litigation.total' },
  { id: 'disclosure', zh: '主动公开信息', en: 'information disclosed', cells: [statistic('disclosure.total')], metric: 'disclosure.total' },
  { id: 'normativeInForce', zh: '现行有效规范性文件', en: 'normative documents in force', cells: ['disclosure.normativeDocuments.inForce'], metric: null },
];

/** The numbers of a report by measure: from its table, else from a local table, else from one exact fact of its year. */
export function measuresOf(report: Report): Record<string, Measured> {
  const values = new Map(report.cells.map((cell) => [cell.cell, cell.value]));
  const found: Record<string, Measured> = {};
  for (const { id, cells, metric } of MEASURES) {
    const cell = cells.map((path) => values.get(path) ?? null).find((value) => value !== null) ?? null;
    if (cell !== null) {
      found[id] = { value: cell, source: 'table' };
      continue;
    }
    if (metric === null || cells.some((path) => values.has(path))) continue;
    const measured = indicatorOf(report, metric) ?? factOf(report, metric);
    if (measured !== null) found[id] = measured;
  }
  return found;
}

/** Several columns of years are no one number. */
function indicatorOf(report: Report, metric: string): Measured | null {
  const indicator = report.tables.indicators?.find(({ code }) => code === metric);
  const values = Object.values(indicator?.values ?? {});
  return values.length === 1 && values[0] != null ? { value: values[0], source: 'indicator' } : null;
}

/** Facts that differ leave it open. */
function factOf(report: Report, metric: string): Measured | null {
  const values = new Set(report.facts.filter((fact) => fact.metric === metric && fact.qualifier === 'exact' && fact.year === undefined && fact.upper === undefined).map(({ value }) => value));
  const [value] = values;
  return values.size === 1 && value !== undefined ? { value, source: 'prose' } : null;
}
