/** 政府信息公开情况统计表, the national table of 2014–2018. */
import type { CheckCode } from '../../findings/check.ts';
import type { Form, FormTable, Relation, RelationInstance } from '../form.ts';
import { LOCAL_STATISTICS } from './local.ts';
import { STATISTICS_MEASURES } from './measures.ts';
import { STATISTICS_ROWS } from './rows.ts';

const labels = new Map<string, string>(STATISTICS_ROWS.map((row) => [row.code, row.label]));
const at = (code: string): string => `statistics.${code}`;

/** Children against the parent `PARENT.total`, named by the children's codes under PARENT. */
function sum(code: CheckCode, parent: string, children: readonly string[]): Relation {
  const whole = `${parent}.total`;
  return {
    code, table: 'statistics', relation: '=', whole: ['zero', 'blank'],
    instances: [{
      scope: labels.get(whole) ?? whole, left: children.map((child) => at(`${parent}.${child}`)), right: [at(whole)], key: at(whole),
    }],
  };
}

function bound(part: string, whole: string): RelationInstance {
  return { scope: labels.get(part) ?? part, left: [at(part)], right: [at(whole)], key: at(part) };
}

const CHANNELS = ['gazette', 'website', 'weibo', 'wechat', 'other'];

const RELATIONS: readonly Relation[] = [
  {
    code: 'statistics/channels', table: 'statistics', relation: '<=', whole: ['zero', 'blank'],
    instances: CHANNELS.map((channel) => bound(`disclosure.channels.${channel}`, 'disclosure.total')),
  },
  {
    code: 'statistics/part', table: 'statistics', relation: '<=',
    instances: [
      bound('disclosure.normativeDocuments', 'disclosure.total'),
      bound('response.channels.pressConferencesByPrincipal', 'response.channels.pressConferences'),
      bound('response.channels.onlineInterviewsByPrincipal', 'response.channels.onlineInterviews'),
    ],
  },
  sum('statistics/received', 'applications.received', ['inPerson', 'fax', 'online', 'letter']),
  sum('statistics/closed', 'applications.closed', ['onTime', 'extended']),
  sum('statistics/replied', 'applications.replied', [
    'alreadyPublic', 'granted', 'partiallyGranted', 'denied.total', 'notThisAgency', 'notExist', 'correctionRequired', 'otherChannel',
  ]),
  sum('statistics/denied', 'applications.replied.denied', [
    'stateSecret', 'tradeSecret', 'privacy', 'securityStability', 'notGovernmentInformation', 'otherLegalGrounds',
  ]),
  sum('statistics/reconsideration', 'reconsideration', ['upheld', 'corrected', 'other']),
  sum('statistics/litigation', 'litigation', ['upheld', 'corrected', 'other']),
  sum('statistics/staff', 'resources.staff', ['fullTime', 'partTime']),
];

const TABLE = {
  name: 'statistics', path: 'statistics', title: '政府信息公开情况统计表', sheet: '统计表', shape: 'pairs', spanning: ['统计指标', '单位', '统计数'],
  blocks: [{ title: null, columns: [{ code: '', label: '统计数', variants: ['数量', '数值', '统计数据', '统计数值', '统计数量'] }], rows: STATISTICS_ROWS }],
} as const satisfies FormTable;

export const FORM_STATISTICS = {
  era: 'statistics',
  years: [2014, 2018],
  // Local tables came first; reports on 2019 came out half on the old plan.
  inUse: [2008, 2019],
  name: '政府信息公开情况统计表',
  source: '国办公开办函〔2014〕',
  recognition: {
    columns: [],
    hints: [],
    titles: ['信息公开情况统计表', '信息公开工作情况统计表', '信息公开统计表'],
    rows: [],
    without: [],
    children: [],
    headings: [],
    table: 'statistics',
  },
  tables: [TABLE],
  relations: RELATIONS,
  // Trainees are counted over the sessions the agency held.
  implications: [{
    code: 'statistics/trainees', table: 'statistics', cell: at('training.trainees'), asks: at('training.sessions'),
  }],
  measures: STATISTICS_MEASURES,
  series: [],
  sections: [],
  local: LOCAL_STATISTICS,
} as const satisfies Form;
