/**
 * For every rule a report that breaks it, one that keeps it and one that leaves it undecided. The base of each is a lawful
 * form with 2 in every part.
 */
import type { CheckCode } from '../../src/findings/check.ts';
import type { MetricCode } from '../../src/lexicon/metric-codes.ts';
import type { Era, Finding, Section } from '../../src/schema/report.ts';
import { cellsOfForm } from '../../src/forms/cells.ts';
import { formOf } from '../../src/forms/registry.ts';
import { lineOf, type Patch } from './reports.ts';

export interface RuleCase {
  code: CheckCode;
  era: Era;
  /** What the lawful form is to print besides the era's own cells. */
  form?: { organizations?: boolean; otherHead?: boolean };
  breaks: Patch;
  /** The findings of `code`, whole but for code and severity. */
  findings: { args: Finding['args']; cells: string[]; line: number | null; column: number | null }[];
  /** Codes of other rules that the same misprint breaks. */
  also?: CheckCode[];
  keeps?: Patch;
  undecided: Patch;
}

const OUTCOMES = ['upheld', 'corrected', 'other', 'pending'];

function at(era: Era, path: string): { line: number; column: number } {
  return { line: lineOf(era, path), column: 3 };
}
const nowhere = { line: null, column: null };

const columns = ['naturalPerson', 'business', 'research', 'nonprofit', 'legalService', 'otherOrganization'];
const results = [
  'granted', 'partiallyGranted', 'denied.stateSecret', 'denied.prohibitedByLaw', 'denied.securityStability', 'denied.thirdPartyRights',
  'denied.internalAffairs', 'denied.processInformation', 'denied.enforcementFile', 'denied.administrativeInquiry', 'unavailable.notHeld',
  'unavailable.needsCreation', 'unavailable.stillUnclear', 'notProcessed.petition', 'notProcessed.duplicate', 'notProcessed.publication',
  'notProcessed.excessive', 'notProcessed.confirmation',
];
const threeRows = ['other.correctionOverdue', 'other.feeOverdue', 'other.rest'];
const app = (row: string, column: string): string => `applications.${row}.${column}`;
const column = (rows: string[], code: string): string[] => rows.map((row) => app(row, code));
const twos = (count: number, first = 2): string => [first, ...Array<number>(count - 1).fill(2)].join(' + ');

const s = (code: string): string => `statistics.${code}`;
const st = (parent: string, children: string[]): string[] => [...children.map((child) => s(`${parent}.${child}`)), s(`${parent}.total`)];

/** A 统计表 sum whose first part is one too large. */
function statisticsSum(code: CheckCode, parent: string, scope: string, children: string[], base: number[], also: CheckCode[] = []): RuleCase {
  const cells = st(parent, children);
  const total = base.reduce((sum, value) => sum + value, 0);
  const printed = [base[0]! + 1, ...base.slice(1)].filter((value) => value !== 0);
  return {
    code, era: 'statistics', also,
    breaks: { cells: { [cells[0]!]: base[0]! + 1 } },
    findings: [{
      args: { scope, left: total + 1, right: total, difference: 1, leftSum: `${printed.join(' + ')} = ${String(total + 1)}`, rightSum: String(total) },
      cells, ...at('statistics', cells.at(-1)!),
    }],
    undecided: { cells: { [cells[0]!]: null } },
  };
}

function outcomesCase(code: CheckCode, scope: string, table: string): RuleCase {
  const cells = [...OUTCOMES, 'total'].map((outcome) => `${table}.${outcome}`);
  return {
    code, era: '2021',
    // A blank part, but the printed ones exceed the whole all the same.
    breaks: { cells: { [cells[0]!]: null, [cells[1]!]: 9 } },
    findings: [{ args: { scope, left: 13, right: 8, difference: 5, leftSum: '9 + 2 + 2 = 13', rightSum: '8' }, cells, ...at('2021', cells.at(-1)!) }],
    undecided: { cells: { [cells[0]!]: null } },
  };
}

const TABLE_CASES: RuleCase[] = [
  {
    code: 'applications/balance', era: '2021', also: ['applications/row'],
    breaks: { cells: { [app('received', 'naturalPerson')]: 43 } },
    findings: [{
      args: { scope: '自然人', left: 45, right: 44, difference: 1, leftSum: '43 + 2 = 45', rightSum: '42 + 2 = 44' },
      cells: column(['received', 'carriedOver', 'resultTotal', 'carriedForward'], 'naturalPerson'), ...at('2021', app('resultTotal', 'naturalPerson')),
    }],
    undecided: { cells: { [app('carriedOver', 'naturalPerson')]: null } },
  },
  {
    code: 'applications/results', era: '2019', also: ['applications/row'],
    breaks: { cells: { [app('granted', 'business')]: 3 } },
    findings: [{
      args: { scope: '商业企业', left: 39, right: 38, difference: 1, leftSum: `${twos(19, 3)} = 39`, rightSum: '38' },
      cells: column([...results, 'other.total', 'resultTotal'], 'business'), ...at('2019', app('resultTotal', 'business')),
    }],
    undecided: { cells: { [app('other.total', 'business')]: null } },
  },
  {
    code: 'applications/other', era: '2021', form: { otherHead: true }, also: ['applications/row'],
    breaks: { cells: { [app('other.total', 'research')]: 7 } },
    findings: [{
      args: { scope: '科研机构', left: 6, right: 7, difference: -1, leftSum: '2 + 2 + 2 = 6', rightSum: '7' },
      cells: column([...threeRows, 'other.total'], 'research'), ...at('2021', app('other.total', 'research')),
    }],
    undecided: { cells: { [app('other.rest', 'research')]: null } },
  },
  {
    code: 'applications/row', era: '2021', also: ['applications/results'],
    breaks: { cells: { [app('granted', 'total')]: 10 } },
    findings: [{
      args: { scope: '（一）予以公开', left: 12, right: 10, difference: 2, leftSum: `${twos(6)} = 12`, rightSum: '10' },
      cells: [...columns.map((code) => app('granted', code)), app('granted', 'total')], ...at('2021', app('granted', 'total')),
    }],
    undecided: { cells: { [app('granted', 'total')]: null } },
  },
  {
    code: 'applications/organizations', era: '2021', form: { organizations: true }, also: ['applications/results'],
    breaks: { cells: { [app('granted', 'organizations')]: 11 } },
    findings: [{
      args: { scope: '（一）予以公开', left: 10, right: 11, difference: -1, leftSum: `${twos(5)} = 10`, rightSum: '11' },
      cells: [...columns.slice(1).map((code) => app('granted', code)), app('granted', 'organizations')], ...at('2021', app('granted', 'organizations')),
    }],
    undecided: { cells: { [app('granted', 'business')]: null } },
  },
  outcomesCase('reconsideration/outcomes', '行政复议', 'reconsideration'),
  outcomesCase('litigation/outcomes', '复议后起诉', 'litigation.afterReconsideration'),
  {
    code: 'statistics/channels', era: 'statistics',
    breaks: { cells: { [s('disclosure.channels.website')]: 13 } },
    findings: [{
      args: { scope: '2.政府网站公开政府信息数', left: 13, right: 12, difference: 1, leftSum: '13', rightSum: '12' },
      cells: [s('disclosure.channels.website'), s('disclosure.total')], ...at('statistics', s('disclosure.channels.website')),
    }],
    undecided: { cells: { [s('disclosure.channels.website')]: null } },
  },
  {
    code: 'statistics/part', era: 'statistics',
    breaks: { cells: { [s('response.channels.pressConferencesByPrincipal')]: 5 } },
    findings: [{
      args: { scope: '其中：主要负责同志参加新闻发布会次数', left: 5, right: 4, difference: 1, leftSum: '5', rightSum: '4' },
      cells: [s('response.channels.pressConferencesByPrincipal'), s('response.channels.pressConferences')],
      ...at('statistics', s('response.channels.pressConferencesByPrincipal')),
    }],
    undecided: { cells: { [s('response.channels.pressConferences')]: null } },
  },
  statisticsSum('statistics/received', 'applications.received', '（一）收到申请数', ['inPerson', 'fax', 'online', 'letter'], [2, 2, 2, 2]),
  statisticsSum('statistics/closed', 'applications.closed', '（二）申请办结数', ['onTime', 'extended'], [2, 2]),
  statisticsSum('statistics/replied', 'applications.replied', '（三）申请答复数', [
    'alreadyPublic', 'granted', 'partiallyGranted', 'denied.total', 'notThisAgency', 'notExist', 'correctionRequired', 'otherChannel',
  ], [2, 2, 2, 12, 2, 2, 2, 2]),
  statisticsSum('statistics/denied', 'applications.replied.denied', '4.不同意公开答复数', [
    'stateSecret', 'tradeSecret', 'privacy', 'securityStability', 'notGovernmentInformation', 'otherLegalGrounds',
  ], [2, 2, 2, 2, 2, 2]),
  statisticsSum('statistics/reconsideration', 'reconsideration', '四、行政复议数量', ['upheld', 'corrected', 'other'], [2, 2, 2]),
  statisticsSum('statistics/litigation', 'litigation', '五、行政诉讼数量', ['upheld', 'corrected', 'other'], [2, 2, 2]),
  statisticsSum('statistics/staff', 'resources.staff', '（三）从事政府信息公开工作人员数', ['fullTime', 'partTime'], [2, 2]),
  {
    code: 'statistics/blank-parent', era: 'statistics',
    breaks: { cells: { [s('resources.staff.total')]: null, [s('resources.staff.fullTime')]: null } },
    findings: [{
      args: { scope: '（三）从事政府信息公开工作人员数', left: 2, leftSum: '2' },
      cells: [s('resources.staff.partTime'), s('resources.staff.total')], ...at('statistics', s('resources.staff.total')),
    }],
    // The row is lost in the text; whether it was blank in the report nobody can say.
    undecided: { cells: { [s('resources.staff.total')]: undefined } },
  },
  {
    code: 'statistics/trainees', era: 'statistics',
    breaks: { cells: { [s('training.sessions')]: null } },
    findings: [{ args: { left: 2 }, cells: [s('training.sessions'), s('training.trainees')], ...at('statistics', s('training.trainees')) }],
    undecided: { cells: { [s('training.sessions')]: undefined } },
  },
];

const NUMBER_CASES: RuleCase[] = [
  {
    code: 'numbers/negative', era: '2019',
    breaks: { cells: { 'disclosure.licensing.decisions': -3, 'disclosure.licensing.change': -3 } },
    findings: [{ args: { scope: '行政许可 处理决定数量', left: -3 }, cells: ['disclosure.licensing.decisions'], ...at('2019', 'disclosure.licensing.decisions') }],
    keeps: { cells: { 'disclosure.licensing.change': -3 } },
    undecided: { cells: Object.fromEntries(blanksOf('2019')) },
  },
  {
    code: 'numbers/fraction', era: '2019',
    breaks: { cells: { 'disclosure.procurement.projects': 1.5, 'disclosure.procurement.amount': 1.5 } },
    findings: [{ args: { scope: '政府集中采购 采购项目数量', left: 1.5 }, cells: ['disclosure.procurement.projects'], ...at('2019', 'disclosure.procurement.projects') }],
    keeps: { cells: { 'disclosure.procurement.amount': 36.75 } },
    undecided: { cells: Object.fromEntries(blanksOf('2019')) },
  },
  {
    code: 'numbers/zero-total', era: 'statistics',
    breaks: { cells: { [s('disclosure.total')]: 0, [s('disclosure.normativeDocuments')]: null } },
    findings: [{
      args: { scope: '（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）', left: 10, right: 0, difference: 10, leftSum: '2 + 2 + 2 + 2 + 2 = 10' },
      cells: [...['gazette', 'website', 'weibo', 'wechat', 'other'].map((channel) => s(`disclosure.channels.${channel}`)), s('disclosure.total')],
      ...at('statistics', s('disclosure.total')),
    }],
    undecided: { cells: { [s('disclosure.total')]: null } },
  },
];

function paths(era: Era, table?: string): string[] {
  return cellsOfForm(formOf(era)).filter((cell) => !cell.optional && (table === undefined || cell.table === table)).map((cell) => cell.path);
}

function blanksOf(era: Era): [string, null][] {
  return paths(era).map((path) => [path, null]);
}

const FACT = { line: 31, column: 9 };

/** A fact of 9 against cells that hold something else. */
function proseCase(code: CheckCode, metric: MetricCode, scope: string, cells: string[], table: number, era: Era = '2021'): RuleCase {
  return {
    code, era,
    breaks: { facts: [{ metric, value: 900 }] },
    findings: [{ args: { scope, left: 900, right: table, difference: 900 - table, metric }, cells, ...FACT }],
    keeps: { facts: [{ metric, value: table }] },
    undecided: { facts: [{ metric, value: 900, qualifier: 'approximate' }] },
  };
}

const PROSE_CASES: RuleCase[] = [
  proseCase('prose/received', 'applications.received.total', '本年新收政府信息公开申请数量', [app('received', 'total')], 252),
  {
    code: 'prose/received-with-carried', era: '2021',
    breaks: { facts: [{ metric: 'applications.received.total', value: 264 }] },
    findings: [{
      args: { scope: '本年新收政府信息公开申请数量', left: 264, right: 264, rightSum: '252 + 12 = 264', metric: 'applications.received.total' },
      cells: [app('received', 'total'), app('carriedOver', 'total')], ...FACT,
    }],
    keeps: { facts: [{ metric: 'applications.received.total', value: 252 }] },
    undecided: { facts: [{ metric: 'applications.received.total', value: 264 }], cells: { [app('received', 'total')]: null } },
  },
  proseCase('prose/replied', 'applications.replied.total', '（七）总计', [app('resultTotal', 'total')], 252),
  proseCase('prose/outcome', 'applications.replied.granted', '（一）予以公开', [app('granted', 'total')], 12),
  proseCase('prose/outcome', 'applications.replied.otherHandling', '（六）其他处理', threeRows.map((row) => app(row, 'total')), 36),
  {
    code: 'prose/other-row', era: 'statistics',
    breaks: {
      cells: { [s('applications.replied.granted')]: null, [s('applications.replied.notExist')]: 7, [s('applications.replied.total')]: null },
      facts: [{ metric: 'applications.replied.granted', value: 7 }],
    },
    also: ['statistics/blank-parent'],
    findings: [{
      args: { scope: '2.同意公开答复数', left: 7, right: 7, other: '6.申请信息不存在数', metric: 'applications.replied.granted' },
      cells: [s('applications.replied.granted'), s('applications.replied.notExist')], ...FACT,
    }],
    keeps: { facts: [{ metric: 'applications.replied.granted', value: 2 }] },
    undecided: { cells: { [s('applications.replied.granted')]: null }, facts: [{ metric: 'applications.replied.granted', value: 7 }] },
  },
  proseCase('prose/carried', 'applications.carriedForward', '四、结转下年度继续办理', [app('carriedForward', 'total')], 12),
  proseCase('prose/disputes', 'litigation.total', '行政诉讼 总计', ['litigation.direct.total', 'litigation.afterReconsideration.total'], 16),
  proseCase('prose/disclosure', 'disclosure.total', '（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）', [s('disclosure.total')], 12, 'statistics'),
];

const government = { agency: '清河县人民政府' };

const FIGURE_CASES: RuleCase[] = [
  {
    code: 'prose/scope', era: '2021',
    breaks: { metadata: government, facts: [{ metric: 'applications.received.total', value: 900, text: '全县共收到申请900件' }] },
    findings: [{ args: { scope: '本年新收政府信息公开申请数量', left: 900, right: 252 }, cells: [app('received', 'total')], ...FACT }],
    keeps: { metadata: government, facts: [{ metric: 'applications.received.total', value: 252, text: '全县共收到申请252件' }] },
    undecided: { facts: [{ metric: 'applications.received.total', value: 900, text: '全县共收到申请900件' }] },
  },
  {
    // A list that ends with the rest, and kinds that are all there are.
    code: 'prose/parts', era: 'narrative',
    breaks: { facts: [{ metric: 'proposals.total', value: 20, subject: '建议提案' }, { metric: 'proposals.congress', value: 12 }, { metric: 'proposals.consultative', value: 9 }] },
    findings: [{ args: { scope: '建议提案', left: 21, leftSum: '12 + 9 = 21', right: 20, difference: 1 }, cells: [], ...FACT }],
    keeps: { facts: [{ metric: 'proposals.total', value: 20 }, { metric: 'proposals.congress', value: 12 }, { metric: 'proposals.consultative', value: 8 }] },
    undecided: { facts: [{ metric: 'applications.received.total', value: 20 }, { metric: 'applications.received.online', value: 12 }, { metric: 'applications.received.letter', value: 7 }] },
  },
  {
    code: 'prose/parts', era: 'narrative',
    breaks: { facts: [{ value: 90, subject: '信息' }, { value: 60, partOf: 0 }, { value: 29, partOf: 0, subject: '其他' }] },
    findings: [{ args: { scope: '信息', left: 89, leftSum: '60 + 29 = 89', right: 90, difference: -1 }, cells: [], ...FACT }],
    keeps: { facts: [{ value: 90 }, { value: 60, partOf: 0 }, { value: 30, partOf: 0, subject: '其他' }] },
    undecided: { facts: [{ metric: 'litigation.total', value: 9 }, { metric: 'litigation.upheld', value: 4 }, { metric: 'litigation.pending', value: 2 }] },
  },
  {
    code: 'prose/share', era: 'narrative',
    breaks: { facts: [{ value: 90 }, { value: 60, partOf: 0 }, { value: 41.5, unit: '%', subject: '占' }] },
    findings: [{ args: { scope: '占', left: 41.5, part: 60, whole: 90, right: 66.67 }, cells: [], ...FACT }],
    keeps: { facts: [{ value: 90 }, { value: 60, partOf: 0 }, { value: 66.6, unit: '%', subject: '占' }] },
    undecided: { facts: [{ value: 60 }, { value: 41.5, unit: '%', subject: '占' }] },
  },
  {
    code: 'prose/share', era: 'narrative',
    breaks: { facts: [{ metric: 'applications.received.total', value: 171 }, { metric: 'applications.closed.total', value: 117 }, { value: 100, unit: '%', subject: '办结率' }] },
    findings: [{ args: { scope: '办结率', left: 100, part: 117, whole: 171, right: 68.42 }, cells: [], ...FACT }],
    keeps: { facts: [{ metric: 'applications.received.total', value: 117 }, { metric: 'applications.closed.total', value: 117 }, { value: 100, unit: '%', subject: '办结率' }] },
    undecided: { facts: [{ metric: 'applications.closed.total', value: 117 }, { value: 100, unit: '%', subject: '办结率' }] },
  },
  {
    code: 'prose/share', era: 'narrative',
    breaks: { facts: [{ metric: 'disclosure.total', value: 150 }, { metric: 'disclosure.total', value: 100, year: 2011 }, { value: 15, unit: '%', subject: '增长' }] },
    findings: [{ args: { scope: '增长', left: 15, part: 50, whole: 100, right: 50 }, cells: [], ...FACT }],
    keeps: { facts: [{ metric: 'disclosure.total', value: 150 }, { metric: 'disclosure.total', value: 100, year: 2011 }, { value: 50, unit: '%', subject: '增长' }] },
    undecided: { facts: [{ value: 60 }, { value: 41.5, unit: '%', subject: '占' }] },
  },
  {
    code: 'prose/stale-year', era: 'narrative',
    breaks: { facts: [{ metric: 'applications.received.total', value: 61, year: 2011, subject: '申请', text: '2011年收到申请61件' }] },
    findings: [{ args: { scope: '申请', left: 61, from: 2011, year: 2012 }, cells: [], ...FACT }],
    keeps: { facts: [{ metric: 'applications.received.total', value: 61, year: 2011, subject: '申请', text: '2011年收到申请61件' }, { metric: 'applications.received.total', value: 70 }] },
    undecided: { metadata: { year: null } },
  },
];

const LAST_YEARS: Partial<Section>[] = [{}, {}, {}, {}, {}, {}];

function sections(change: (sections: Partial<Section>[]) => Partial<Section>[]): Partial<Section>[] {
  return change(LAST_YEARS.map((section, index) => ({ ...section, line: 5 + index })));
}

const DOCUMENT_CASES: RuleCase[] = [
  {
    code: 'document/title-year', era: '2021',
    breaks: { metadata: { title: '清河县水务局二〇二二年政府信息公开工作年度报告' } },
    findings: [{ args: { years: [2022], year: 2023 }, cells: [], ...nowhere }],
    keeps: { metadata: { title: '清河县水务局关于2023年政府信息公开工作情况及2024年工作计划的报告' } },
    undecided: { metadata: { title: null } },
  },
  {
    code: 'document/file-year', era: '2021',
    breaks: { path: '2024/清河县水务局2022年年报.txt' },
    findings: [{ args: { years: [2022], year: 2023 }, cells: [], ...nowhere }],
    keeps: { path: '年报/qinghe-2024.html' },
    undecided: { path: '2021-03-t20220131_8801.txt' },
  },
  {
    code: 'document/signature-year', era: '2021',
    breaks: { metadata: { signedOn: '2022-01-20' } },
    findings: [{ args: { date: '2022-01-20', year: 2023 }, cells: [], ...nowhere }],
    keeps: { metadata: { signedOn: '2023-12-29' } },
    undecided: { metadata: { signedOn: null } },
  },
  {
    code: 'document/era-year', era: '2019',
    breaks: { metadata: { year: 2022, title: null, period: null, signedOn: null } },
    findings: [{ args: { year: 2022, era: '2019', used: '2019–2020' }, cells: [], line: 7, column: 1 }],
    undecided: { metadata: { year: null } },
  },
  {
    code: 'document/section-missing', era: '2021',
    breaks: { sections: sections((all) => all.slice(0, 5)) },
    findings: [{ args: { number: '六', scope: '其他需要报告的事项' }, cells: [], ...nowhere }],
    // The report goes by a plan of its own.
    undecided: { sections: sections((all) => all.slice(0, 3)) },
  },
  {
    code: 'document/section-doubled', era: '2021',
    breaks: { sections: sections((all) => [...all, { id: null, number: '三', title: '申请办理补充说明', line: 40 }]) },
    findings: [{ args: { number: '三', scope: '申请办理补充说明' }, cells: [], line: 40, column: 1 }],
    undecided: { sections: [] },
  },
  {
    code: 'document/section-order', era: '2021',
    breaks: {
      sections: sections((all) => [...all.slice(0, 3), { id: 'problems', number: '五', title: '存在的主要问题及改进情况', line: 20 }, { id: 'disputes', number: '四', title: '复议诉讼', line: 30 }, all[5]!]),
    },
    findings: [{ args: { number: '四', before: '五' }, cells: [], line: 30, column: 1 }],
    undecided: { sections: sections((all) => all.map((section) => ({ ...section, number: null }))) },
  },
  {
    code: 'document/section-empty', era: '2021',
    breaks: { sections: sections((all) => all.map((section, index) => (index === 4 ? { ...section, text: '无。' } : section))) },
    findings: [{ args: { scope: '存在的主要问题及改进情况', number: '五' }, cells: [], line: 9, column: 1 }],
    keeps: { sections: sections((all) => all.map((section, index) => (index === 5 ? { ...section, text: '无。' } : section))) },
    undecided: { sections: [] },
  },
  {
    code: 'document/mostly-blank', era: '2019',
    breaks: { cells: Object.fromEntries(blanksOf('2019')), facts: [] },
    findings: [{ args: { blank: 198, filled: 0 }, cells: [], ...nowhere }],
    undecided: { cells: Object.fromEntries(paths('2019', 'applications').map((path) => [path, undefined])) },
  },
];

export const RULE_CASES: readonly RuleCase[] = [...TABLE_CASES, ...NUMBER_CASES, ...PROSE_CASES, ...FIGURE_CASES, ...DOCUMENT_CASES];
