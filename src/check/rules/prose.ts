/** Which cells a fact of the prose is to agree with, as data. */
import type { CheckCode } from '../../findings/check.ts';
import { APPLICATIONS_ROWS_2021 } from '../../templates/applications.ts';
import { STATISTICS_ROWS } from '../../templates/statistics.ts';
import type { Era } from '../../schema/report.ts';
import type { Term } from '../arithmetic.ts';

/** Another reading of the same words that is no contradiction. `minus` is taken off. */
export interface Reading {
  plus: readonly Term[];
  minus?: readonly Term[];
  /** The code that tells the reader which reading it is; without one it passes in silence. */
  code?: CheckCode;
}

export interface ProseRule {
  code: CheckCode;
  metric: string;
  eras: readonly Era[];
  scope: string;
  /** What the table says: the sum of these. */
  cells: readonly Term[];
  readings?: readonly Reading[];
  /** A fact may name only some of the cases: only a larger number is a contradiction. */
  atMost?: true;
  /** Rows that count the same cases under another result. */
  siblings?: readonly string[];
}

const FORMS: readonly Era[] = ['2019', '2021'];

const ORGANIZATIONS = ['business', 'research', 'nonprofit', 'legalService', 'otherOrganization'];
const rows = APPLICATIONS_ROWS_2021.map((row) => row.code);
const total = (row: string): string => `applications.${row}.total`;
const under = (group: string): string[] => rows.filter((row) => row.startsWith(`${group}.`)).map(total);
const OTHER: Term = { oneOf: [under('other').filter((path) => path !== total('other.total')), [total('other.total')]] };
const DENIED = under('denied');
const UNAVAILABLE = under('unavailable');
const NOT_PROCESSED = under('notProcessed');

const form = (code: CheckCode, metric: string, scope: string, cells: readonly Term[], more: Partial<ProseRule> = {}): ProseRule =>
  ({ code, metric, eras: FORMS, scope, cells, ...more });

/** 答复 in the narrow sense leaves out what was not processed or otherwise disposed of. */
const REPLIED_READINGS: readonly Reading[] = [
  { plus: [total('resultTotal')], minus: [OTHER] },
  { plus: [total('resultTotal')], minus: [OTHER, ...NOT_PROCESSED] },
];

const dispute = (metric: string, scope: string, cells: readonly string[]): ProseRule => form('prose/disputes', metric, scope, cells);
const litigation = (column: string): string[] => [`litigation.direct.${column}`, `litigation.afterReconsideration.${column}`];

const FORM_RULES: readonly ProseRule[] = [
  form('prose/received', 'applications.received.total', '本年新收政府信息公开申请数量', [total('received')], {
    readings: [{ plus: [total('received'), total('carriedOver')], code: 'prose/received-with-carried' }],
  }),
  form('prose/received', 'applications.received.naturalPerson', '本年新收 自然人', ['applications.received.naturalPerson'], {
    readings: [{ plus: ['applications.received.naturalPerson', 'applications.carriedOver.naturalPerson'] }],
  }),
  form('prose/received', 'applications.received.organizations', '本年新收 法人或其他组织', ORGANIZATIONS.map((column) => `applications.received.${column}`), {
    readings: [{ plus: ['received', 'carriedOver'].flatMap((row) => ORGANIZATIONS.map((column) => `applications.${row}.${column}`)) }],
  }),
  form('prose/replied', 'applications.replied.total', '（七）总计', [total('resultTotal')], { readings: REPLIED_READINGS }),
  form('prose/replied', 'applications.closed.total', '（七）总计', [total('resultTotal')], { readings: REPLIED_READINGS }),
  form('prose/outcome', 'applications.replied.granted', '（一）予以公开', [total('granted')], {
    readings: [{ plus: [total('granted'), total('partiallyGranted')] }], siblings: [total('partiallyGranted')],
  }),
  form('prose/outcome', 'applications.replied.partiallyGranted', '（二）部分公开', [total('partiallyGranted')], { siblings: [total('granted')] }),
  form('prose/outcome', 'applications.replied.denied.total', '（三）不予公开', DENIED, { readings: [{ plus: [...DENIED, ...UNAVAILABLE] }] }),
  form('prose/outcome', 'applications.replied.denied.stateSecret', '1.属于国家秘密', [total('denied.stateSecret')]),
  form('prose/outcome', 'applications.replied.denied.securityStability', '3.危及“三安全一稳定”', [total('denied.securityStability')]),
  form('prose/outcome', 'applications.replied.unavailable', '（四）无法提供', UNAVAILABLE),
  form('prose/outcome', 'applications.replied.notProcessed', '（五）不予处理', NOT_PROCESSED),
  form('prose/outcome', 'applications.replied.otherHandling', '（六）其他处理', [OTHER], { atMost: true }),
  form('prose/carried', 'applications.carriedOver', '二、上年结转政府信息公开申请数量', [total('carriedOver')]),
  form('prose/carried', 'applications.carriedForward', '四、结转下年度继续办理', [total('carriedForward')]),
  dispute('reconsideration.total', '行政复议 总计', ['reconsideration.total']),
  dispute('reconsideration.upheld', '行政复议 结果维持', ['reconsideration.upheld']),
  dispute('reconsideration.corrected', '行政复议 结果纠正', ['reconsideration.corrected']),
  dispute('reconsideration.other', '行政复议 其他结果', ['reconsideration.other']),
  dispute('reconsideration.pending', '行政复议 尚未审结', ['reconsideration.pending']),
  dispute('litigation.total', '行政诉讼 总计', litigation('total')),
  dispute('litigation.upheld', '行政诉讼 结果维持', litigation('upheld')),
  dispute('litigation.corrected', '行政诉讼 结果纠正', litigation('corrected')),
  dispute('litigation.other', '行政诉讼 其他结果', litigation('other')),
  dispute('litigation.pending', '行政诉讼 尚未审结', litigation('pending')),
];

const REPLY_KINDS = [
  'alreadyPublic', 'granted', 'partiallyGranted', 'denied.total', 'notThisAgency', 'notExist', 'correctionRequired', 'otherChannel',
].map((code) => `applications.replied.${code}`);

/** Indicators of the 统计表 that prose is held against; the code of the metric is the code of the row. */
const STATISTICS_CODES: readonly (readonly [CheckCode, readonly string[]])[] = [
  ['prose/received', ['total', 'inPerson', 'fax', 'online', 'letter'].map((code) => `applications.received.${code}`)],
  ['prose/replied', ['applications.closed.total', 'applications.replied.total']],
  ['prose/outcome', [
    ...REPLY_KINDS,
    ...['stateSecret', 'tradeSecret', 'privacy', 'securityStability', 'notGovernmentInformation', 'otherLegalGrounds']
      .map((code) => `applications.replied.denied.${code}`),
  ]],
  ['prose/disputes', ['reconsideration', 'litigation'].flatMap((table) => ['total', 'upheld', 'corrected', 'other'].map((code) => `${table}.${code}`))],
  ['prose/disclosure', ['disclosure.total']],
];

const labels = new Map(STATISTICS_ROWS.map((row) => [row.code, row.label]));

const STATISTICS_RULES: readonly ProseRule[] = STATISTICS_CODES.flatMap(([code, metrics]) => metrics.map((metric): ProseRule => ({
  code, metric, eras: ['statistics'], scope: labels.get(metric) ?? metric, cells: [`statistics.${metric}`],
  ...(REPLY_KINDS.includes(metric) ? { siblings: REPLY_KINDS.filter((kind) => kind !== metric).map((kind) => `statistics.${kind}`) } : {}),
})));

export const PROSE_RULES: readonly ProseRule[] = [...FORM_RULES, ...STATISTICS_RULES];
