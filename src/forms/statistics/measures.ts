/** Rows of the 统计表 that prose is held against; the code of the metric is the code of the row. */
import type { CheckCode } from '../../findings/check.ts';
import type { MetricCode } from '../../lexicon/metric-codes.ts';
import type { Measure } from '../form.ts';
import { STATISTICS_ROWS } from './rows.ts';

/** Kinds of reply that exclude each other: a case filed under one may be meant by another. */
const REPLY_KINDS: readonly MetricCode[] = [
  'applications.replied.alreadyPublic', 'applications.replied.granted', 'applications.replied.partiallyGranted', 'applications.replied.denied.total',
  'applications.replied.notThisAgency', 'applications.replied.notExist', 'applications.replied.correctionRequired', 'applications.replied.otherChannel',
];

const CODES: readonly (readonly [CheckCode, readonly MetricCode[]])[] = [
  ['prose/received', [
    'applications.received.total', 'applications.received.inPerson', 'applications.received.fax', 'applications.received.online',
    'applications.received.letter',
  ]],
  ['prose/replied', ['applications.closed.total', 'applications.replied.total']],
  ['prose/outcome', [
    ...REPLY_KINDS, 'applications.replied.denied.stateSecret', 'applications.replied.denied.tradeSecret', 'applications.replied.denied.privacy',
    'applications.replied.denied.securityStability', 'applications.replied.denied.notGovernmentInformation',
    'applications.replied.denied.otherLegalGrounds',
  ]],
  ['prose/disputes', [
    'reconsideration.total', 'reconsideration.upheld', 'reconsideration.corrected', 'reconsideration.other',
    'litigation.total', 'litigation.upheld', 'litigation.corrected', 'litigation.other',
  ]],
  ['prose/disclosure', ['disclosure.total']],
];

const labels = new Map<string, string>(STATISTICS_ROWS.map((row) => [row.code, row.label]));

export const STATISTICS_MEASURES: readonly Measure[] = CODES.flatMap(([code, metrics]) => metrics.map((metric): Measure => ({
  code, metric, scope: labels.get(metric) ?? metric, cells: [`statistics.${metric}`],
  ...(REPLY_KINDS.includes(metric) ? { siblings: REPLY_KINDS.filter((kind) => kind !== metric).map((kind) => `statistics.${kind}`) } : {}),
})));
