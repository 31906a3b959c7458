/** What the cells of 三 and 四 count, for the forms of 2019 and 2021. */
import type { CheckCode } from '../../findings/check.ts';
import type { MetricCode } from '../../lexicon/metric-codes.ts';
import type { Column, Measure, Reading, Row, SeriesRelation, Term } from '../form.ts';
import { OTHER_HANDLING_ROWS, organizationsOf } from './applications.ts';

/** Codes of outcome columns with their labels, as the metrics name them. */
const OUTCOMES = [['total', '总计'], ['upheld', '结果维持'], ['corrected', '结果纠正'], ['other', '其他结果'], ['pending', '尚未审结']] as const;

const total = (row: string): string => `applications.${row}.total`;

/** Measures of the applications table over given columns and rows. */
export function applicationsMeasures(columns: readonly Column[], rows: readonly Row[]): Measure[] {
  const under = (group: string): string[] => rows.filter((row) => row.code.startsWith(`${group}.`)).map((row) => total(row.code));
  const other: Term = { oneOf: [OTHER_HANDLING_ROWS.map(total), [total('other.total')]] };
  const denied = under('denied');
  const unavailable = under('unavailable');
  const notProcessed = under('notProcessed');
  const organizations = organizationsOf(columns);
  const measure = (code: CheckCode, metric: MetricCode, scope: string, cells: readonly Term[], more: Partial<Measure> = {}): Measure =>
    ({ code, metric, scope, cells, ...more });
  // 答复 in the narrow sense leaves out what was not processed or otherwise disposed of.
  const readings: readonly Reading[] = [
    { plus: [total('resultTotal')], minus: [other] },
    { plus: [total('resultTotal')], minus: [other, ...notProcessed] },
  ];
  return [
    measure('prose/received', 'applications.received.total', '本年新收政府信息公开申请数量', [total('received')], {
      readings: [{ plus: [total('received'), total('carriedOver')], code: 'prose/received-with-carried' }],
    }),
    measure('prose/received', 'applications.received.naturalPerson', '本年新收 自然人', ['applications.received.naturalPerson'], {
      readings: [{ plus: ['applications.received.naturalPerson', 'applications.carriedOver.naturalPerson'] }],
    }),
    measure('prose/received', 'applications.received.organizations', '本年新收 法人或其他组织', organizations.map((column) => `applications.received.${column}`), {
      readings: [{ plus: ['received', 'carriedOver'].flatMap((row) => organizations.map((column) => `applications.${row}.${column}`)) }],
    }),
    measure('prose/replied', 'applications.replied.total', '（七）总计', [total('resultTotal')], { readings }),
    measure('prose/replied', 'applications.closed.total', '（七）总计', [total('resultTotal')], { readings }),
    measure('prose/outcome', 'applications.replied.granted', '（一）予以公开', [total('granted')], {
      readings: [{ plus: [total('granted'), total('partiallyGranted')] }], siblings: [total('partiallyGranted')],
    }),
    measure('prose/outcome', 'applications.replied.partiallyGranted', '（二）部分公开', [total('partiallyGranted')], { siblings: [total('granted')] }),
    measure('prose/outcome', 'applications.replied.denied.total', '（三）不予公开', denied, { readings: [{ plus: [...denied, ...unavailable] }] }),
    measure('prose/outcome', 'applications.replied.denied.stateSecret', '1.属于国家秘密', [total('denied.stateSecret')]),
    measure('prose/outcome', 'applications.replied.denied.securityStability', '3.危及“三安全一稳定”', [total('denied.securityStability')]),
    measure('prose/outcome', 'applications.replied.unavailable', '（四）无法提供', unavailable),
    measure('prose/outcome', 'applications.replied.notProcessed', '（五）不予处理', notProcessed),
    measure('prose/outcome', 'applications.replied.otherHandling', '（六）其他处理', [other], { atMost: true }),
    measure('prose/carried', 'applications.carriedOver', '二、上年结转政府信息公开申请数量', [total('carriedOver')]),
    measure('prose/carried', 'applications.carriedForward', '四、结转下年度继续办理', [total('carriedForward')]),
  ];
}

const LITIGATION = ['litigation.direct', 'litigation.afterReconsideration'];

export const DISPUTES_MEASURES: readonly Measure[] = [
  ...OUTCOMES.map(([code, label]): Measure => ({
    code: 'prose/disputes', metric: `reconsideration.${code}`, scope: `行政复议 ${label}`, cells: [`reconsideration.${code}`],
  })),
  ...OUTCOMES.map(([code, label]): Measure => ({
    code: 'prose/disputes', metric: `litigation.${code}`, scope: `行政诉讼 ${label}`, cells: LITIGATION.map((row) => `${row}.${code}`),
  })),
];

/** What one year carries forward the next carries over, column by column. */
export function carriedSeries(columns: readonly Column[]): SeriesRelation[] {
  return columns.map(({ code, label }) => ({
    code: 'series/carried', scope: label, cell: `applications.carriedOver.${code}`, before: `applications.carriedForward.${code}`,
  }));
}
