/** The sums and bounds that the forms themselves demand, as data. */
import type { CheckCode } from '../../findings/check.ts';
import type { Era } from '../../schema/report.ts';
import { APPLICATIONS_COLUMNS, APPLICATIONS_ROWS_2021, OTHER_HANDLING_ROWS } from '../../templates/applications.ts';
import { LITIGATION_ROWS, RECONSIDERATION_TITLE } from '../../templates/disputes.ts';
import { STATISTICS_ROWS } from '../../templates/statistics.ts';
import type { ArithmeticRule, Instance, Term } from '../arithmetic.ts';

const FORMS: readonly Era[] = ['2019', '2021'];
const STATISTICS: readonly Era[] = ['statistics'];

const ORGANIZATIONS = ['business', 'research', 'nonprofit', 'legalService', 'otherOrganization'];
const OUTCOMES = ['upheld', 'corrected', 'other', 'pending'];
const rows = APPLICATIONS_ROWS_2021.map((row) => row.code);
const results = rows.slice(rows.indexOf('granted'), rows.indexOf('resultTotal')).filter((code) => !code.startsWith('other.'));

const at = (row: string, column: string): string => `applications.${row}.${column}`;

/** The results of a column; （六）其他处理 as its three rows or, where those hold nothing, as one. */
function resultTerms(column: string): Term[] {
  return [...results.map((row) => at(row, column)), { oneOf: [OTHER_HANDLING_ROWS.map((row) => at(row, column)), [at('other.total', column)]] }];
}

function columnInstances(build: (column: string) => Omit<Instance, 'scope'>, optional: boolean): Instance[] {
  return APPLICATIONS_COLUMNS
    .filter((column) => (column.optional === true) === optional)
    .map((column) => ({ scope: column.label, ...build(column.code) }));
}

const balance = (column: string): Omit<Instance, 'scope'> => ({
  left: [at('received', column), at('carriedOver', column)],
  right: [at('resultTotal', column), at('carriedForward', column)],
  key: at('resultTotal', column),
});

const resultSum = (column: string): Omit<Instance, 'scope'> => ({
  left: resultTerms(column), right: [at('resultTotal', column)], key: at('resultTotal', column),
});

const otherSum = (column: string): Omit<Instance, 'scope'> => ({
  left: OTHER_HANDLING_ROWS.map((row) => at(row, column)), right: [at('other.total', column)], key: at('other.total', column),
});

function rowInstances(optional: boolean): Instance[] {
  return APPLICATIONS_ROWS_2021
    .filter((row) => row.code.startsWith('other.') === optional)
    .map((row) => ({
      scope: row.label,
      left: ['naturalPerson', ...ORGANIZATIONS].map((column) => at(row.code, column)),
      right: [at(row.code, 'total')],
      key: at(row.code, 'total'),
    }));
}

const organizationInstances: Instance[] = APPLICATIONS_ROWS_2021.map((row) => ({
  scope: row.label,
  left: ORGANIZATIONS.map((column) => at(row.code, column)),
  right: [at(row.code, 'organizations')],
  key: at(row.code, 'organizations'),
}));

const statisticsLabels = new Map(STATISTICS_ROWS.map((row) => [row.code, row.label]));

const statistic = (code: string): string => `statistics.${code}`;

/** Children against the parent `PARENT.total`, named by the children's codes under PARENT. */
function parentInstance(parent: string, children: readonly string[]): Instance {
  const whole = `${parent}.total`;
  return {
    scope: statisticsLabels.get(whole) ?? whole,
    left: children.map((child) => statistic(`${parent}.${child}`)),
    right: [statistic(whole)],
    key: statistic(whole),
  };
}

function boundInstance(part: string, whole: string): Instance {
  return { scope: statisticsLabels.get(part) ?? part, left: [statistic(part)], right: [statistic(whole)], key: statistic(part) };
}

function statisticsSum(code: CheckCode, parent: string, children: readonly string[]): ArithmeticRule {
  return { code, eras: STATISTICS, table: 'statistics', relation: '=', instances: [parentInstance(parent, children)] };
}

const CHANNELS = ['gazette', 'website', 'weibo', 'wechat', 'other'];

export const TABLE_RULES: readonly ArithmeticRule[] = [
  { code: 'applications/balance', eras: FORMS, table: 'applications', relation: '=', instances: columnInstances(balance, false) },
  { code: 'applications/balance', eras: FORMS, table: 'applications', relation: '=', instances: columnInstances(balance, true), optional: true },
  { code: 'applications/results', eras: FORMS, table: 'applications', relation: '=', instances: columnInstances(resultSum, false) },
  { code: 'applications/results', eras: FORMS, table: 'applications', relation: '=', instances: columnInstances(resultSum, true), optional: true },
  {
    code: 'applications/other', eras: FORMS, table: 'applications', relation: '=', optional: true,
    instances: [...columnInstances(otherSum, false), ...columnInstances(otherSum, true)],
  },
  { code: 'applications/row', eras: FORMS, table: 'applications', relation: '=', instances: rowInstances(false) },
  { code: 'applications/row', eras: FORMS, table: 'applications', relation: '=', instances: rowInstances(true), optional: true },
  { code: 'applications/organizations', eras: FORMS, table: 'applications', relation: '=', instances: organizationInstances, optional: true },
  {
    code: 'reconsideration/outcomes', eras: FORMS, table: 'reconsideration', relation: '=',
    instances: [{
      scope: RECONSIDERATION_TITLE, left: OUTCOMES.map((outcome) => `reconsideration.${outcome}`),
      right: ['reconsideration.total'], key: 'reconsideration.total',
    }],
  },
  {
    code: 'litigation/outcomes', eras: FORMS, table: 'litigation', relation: '=',
    instances: LITIGATION_ROWS.map((row) => ({
      scope: row.label, left: OUTCOMES.map((outcome) => `litigation.${row.code}.${outcome}`),
      right: [`litigation.${row.code}.total`], key: `litigation.${row.code}.total`,
    })),
  },
  {
    code: 'statistics/channels', eras: STATISTICS, table: 'statistics', relation: '<=',
    instances: CHANNELS.map((channel) => boundInstance(`disclosure.channels.${channel}`, 'disclosure.total')),
  },
  {
    code: 'statistics/part', eras: STATISTICS, table: 'statistics', relation: '<=',
    instances: [
      boundInstance('disclosure.normativeDocuments', 'disclosure.total'),
      boundInstance('response.channels.pressConferencesByPrincipal', 'response.channels.pressConferences'),
      boundInstance('response.channels.onlineInterviewsByPrincipal', 'response.channels.onlineInterviews'),
    ],
  },
  statisticsSum('statistics/received', 'applications.received', ['inPerson', 'fax', 'online', 'letter']),
  statisticsSum('statistics/closed', 'applications.closed', ['onTime', 'extended']),
  statisticsSum('statistics/replied', 'applications.replied', [
    'alreadyPublic', 'granted', 'partiallyGranted', 'denied.total', 'notThisAgency', 'notExist', 'correctionRequired', 'otherChannel',
  ]),
  statisticsSum('statistics/denied', 'applications.replied.denied', [
    'stateSecret', 'tradeSecret', 'privacy', 'securityStability', 'notGovernmentInformation', 'otherLegalGrounds',
  ]),
  statisticsSum('statistics/reconsideration', 'reconsideration', ['upheld', 'corrected', 'other']),
  statisticsSum('statistics/litigation', 'litigation', ['upheld', 'corrected', 'other']),
  statisticsSum('statistics/staff', 'resources.staff', ['fullTime', 'partTime']),
];
