/**
 * The measures of the series, as data: which cells of which form, which row of a 统计表 and which facts of the prose say it. A cell
 * path belongs to the forms that print it, so that no form is named here.
 */
import { METRICS, type MetricCode } from '../lexicon/metric-codes.ts';
import { APPLICATION_COLUMNS, APPLICATION_ROWS, organizationsOf, OTHER_HANDLING_ROWS } from '../forms/shared/applications.ts';
import type { Term } from '../forms/form.ts';
import type { CellsOfMeasure, Measure, Rate } from './measure.ts';

const ROWS: readonly string[] = APPLICATION_ROWS.map(({ code }) => code);
const total = (row: string): string => `applications.${row}.total`;
const under = (group: string): string[] => ROWS.filter((row) => row.startsWith(`${group}.`)).map(total);
const ORGANIZATIONS = organizationsOf(APPLICATION_COLUMNS);
const LABELS = new Map<string, { label: string; unit: string }>(METRICS.map((metric) => [metric.code, metric]));

/** The row of the national 统计表 whose code is that of the metric. */
const statistics = (metric: MetricCode, as?: string): CellsOfMeasure => ({ cells: [`statistics.${metric}`], ...(as === undefined ? {} : { as }) });
const cells = (...terms: readonly Term[]): CellsOfMeasure => ({ cells: terms });
const cellsAs = (as: string, ...terms: readonly Term[]): CellsOfMeasure => ({ cells: terms, as });

function measure(code: string, zh: string, en: string, tables: readonly CellsOfMeasure[], metric: MetricCode | null = null, unit = '件'): Measure {
  return { code, zh, en, unit, tables, metric };
}

/** What the 统计表 and the prose count under one code, with the label of the metric. */
function counted(metric: MetricCode, en: string): Measure {
  const { label, unit } = LABELS.get(metric)!;
  return { code: metric, zh: label, en, unit, tables: [statistics(metric)], metric };
}

/** What only prose tells. */
function told(metric: MetricCode, en: string): Measure {
  return { ...counted(metric, en), tables: [] };
}

/** The columns of the disputes table, those of litigation over both its groups. */
function disputes(code: 'total' | 'upheld' | 'corrected' | 'other' | 'pending', zh: string, en: string): Measure[] {
  const inStatistics = (metric: MetricCode): CellsOfMeasure[] => (code === 'pending' ? [] : [statistics(metric)]);
  return [
    measure(`reconsideration.${code}`, `行政复议${zh}`, `reconsideration, ${en}`, [cells(`reconsideration.${code}`), ...inStatistics(`reconsideration.${code}`)], `reconsideration.${code}`),
    measure(`litigation.${code}`, `行政诉讼${zh}`, `litigation, ${en}`, [
      cells(`litigation.direct.${code}`, `litigation.afterReconsideration.${code}`), ...inStatistics(`litigation.${code}`),
    ], `litigation.${code}`),
  ];
}

/** A document kind of 第二十条第（一）项. */
function documents(code: 'regulations' | 'normativeDocuments', zh: string, en: string): Measure[] {
  const at = (column: string): string => `disclosure.${code}.${column}`;
  const isNormative = code === 'normativeDocuments';
  return [
    measure(`disclosure.${code}.issued`, `${zh}制发件数`, `${en} issued`, [
      cells(at('issued')), cellsAs('本年新制作数量', at('made')), ...(isNormative ? [statistics('disclosure.normativeDocumentsIssued', '制发规范性文件总数')] : []),
    ], isNormative ? 'disclosure.normativeDocumentsIssued' : 'disclosure.regulations'),
    measure(`disclosure.${code}.disclosed`, `${zh}新公开数量`, `${en} disclosed`, [
      cells(at('disclosed')), ...(isNormative ? [statistics('disclosure.normativeDocuments', '主动公开规范性文件数')] : []),
    ], isNormative ? 'disclosure.normativeDocuments' : null),
    measure(`disclosure.${code}.repealed`, `${zh}废止件数`, `${en} repealed`, [cells(at('repealed'))]),
    measure(`disclosure.${code}.inForce`, `${zh}现行有效件数`, `${en} in force`, [cells(at('inForce')), cellsAs('对外公开总数量', at('disclosedTotal'))]),
  ];
}

const decisions = (code: string, zh: string, en: string): Measure =>
  measure(`disclosure.${code}.decisions`, `${zh}处理决定数量`, `decisions, ${en}`, [cells(`disclosure.${code}.decisions`)]);

/** A result of applications in the table of 2019 on. */
const result = (code: string, zh: string, en: string): Measure => measure(`applications.${code}`, zh, en, [cells(total(code))]);

const RECEIVED: Measure = {
  ...measure('applications.received', '收到申请数', 'applications received', [cells(total('received')), statistics('applications.received.total')], 'applications.received.total'),
  always: true,
};

export const MEASURES: readonly Measure[] = [
  RECEIVED,
  counted('applications.received.inPerson', 'applications received in person'),
  counted('applications.received.fax', 'applications received by fax'),
  counted('applications.received.online', 'applications received online'),
  counted('applications.received.letter', 'applications received by letter'),
  told('applications.received.email', 'applications received by e-mail'),
  measure('applications.received.naturalPerson', '自然人申请数', 'applications by natural persons', [cells('applications.received.naturalPerson')], 'applications.received.naturalPerson'),
  measure('applications.received.organizations', '法人或其他组织申请数', 'applications by organizations', [
    cells({ oneOf: [ORGANIZATIONS.map((column) => `applications.received.${column}`), ['applications.received.organizations']] }),
  ], 'applications.received.organizations'),
  measure('applications.carriedOver', '上年结转', 'applications carried over from the year before', [cells(total('carriedOver'))], 'applications.carriedOver'),
  measure('applications.carriedForward', '结转下年度', 'applications carried forward', [cells(total('carriedForward'))], 'applications.carriedForward'),
  measure('applications.results', '办理结果（答复）总数', 'applications with a result', [
    cells(total('resultTotal')), statistics('applications.replied.total', '申请答复数'),
  ], 'applications.replied.total'),
  counted('applications.closed.total', 'applications closed'),
  counted('applications.closed.onTime', 'applications closed on time'),
  counted('applications.closed.extended', 'applications closed after an extension'),
  // Until 2018 what was public already was counted apart.
  measure('applications.granted', '予以公开', 'granted', [cells(total('granted')), statistics('applications.replied.granted', '同意公开答复数')], 'applications.replied.granted'),
  measure('applications.partiallyGranted', '部分公开', 'partly granted', [
    cells(total('partiallyGranted')), statistics('applications.replied.partiallyGranted'),
  ], 'applications.replied.partiallyGranted'),
  // The grounds of 2019 are others than those before.
  measure('applications.refused', '不予公开', 'refused', [cells(...under('denied')), statistics('applications.replied.denied.total', '不同意公开答复数')], 'applications.replied.denied.total'),
  measure('applications.refused.stateSecret', '不予公开：国家秘密', 'refused: state secret', [
    cells(total('denied.stateSecret')), statistics('applications.replied.denied.stateSecret'),
  ], 'applications.replied.denied.stateSecret'),
  measure('applications.refused.securityStability', '不予公开：危及“三安全一稳定”', 'refused: security and stability', [
    cells(total('denied.securityStability')), statistics('applications.replied.denied.securityStability'),
  ], 'applications.replied.denied.securityStability'),
  result('denied.prohibitedByLaw', '不予公开：法律行政法规禁止公开', 'refused: prohibited by law'),
  result('denied.thirdPartyRights', '不予公开：保护第三方合法权益', 'refused: rights of third parties'),
  result('denied.internalAffairs', '不予公开：内部事务信息', 'refused: internal affairs'),
  result('denied.processInformation', '不予公开：过程性信息', 'refused: information of a process'),
  result('denied.enforcementFile', '不予公开：行政执法案卷', 'refused: enforcement file'),
  result('denied.administrativeInquiry', '不予公开：行政查询事项', 'refused: administrative inquiry'),
  counted('applications.replied.denied.tradeSecret', 'refused: trade secret'),
  counted('applications.replied.denied.privacy', 'refused: privacy'),
  counted('applications.replied.denied.notGovernmentInformation', 'refused: no government information'),
  counted('applications.replied.denied.otherLegalGrounds', 'refused: other legal grounds'),
  measure('applications.unavailable', '无法提供', 'cannot be provided', [cells(...under('unavailable'))], 'applications.replied.unavailable'),
  result('unavailable.notHeld', '无法提供：本机关不掌握', 'cannot be provided: not held'),
  result('unavailable.needsCreation', '无法提供：需另行制作', 'cannot be provided: would have to be made'),
  result('unavailable.stillUnclear', '无法提供：补正后仍不明确', 'cannot be provided: unclear after correction'),
  measure('applications.notProcessed', '不予处理', 'not processed', [cells(...under('notProcessed'))], 'applications.replied.notProcessed'),
  result('notProcessed.petition', '不予处理：信访举报投诉', 'not processed: petition'),
  result('notProcessed.duplicate', '不予处理：重复申请', 'not processed: duplicate'),
  result('notProcessed.publication', '不予处理：要求提供公开出版物', 'not processed: publication'),
  result('notProcessed.excessive', '不予处理：无正当理由大量反复申请', 'not processed: excessive'),
  result('notProcessed.confirmation', '不予处理：要求确认或重新出具', 'not processed: confirmation'),
  measure('applications.otherHandling', '其他处理', 'otherwise disposed of', [
    cells({ oneOf: [OTHER_HANDLING_ROWS.map(total), [total('other.total')]] }),
  ], 'applications.replied.otherHandling'),
  counted('applications.replied.alreadyPublic', 'replied: public already'),
  counted('applications.replied.notThisAgency', 'replied: another agency'),
  counted('applications.replied.notExist', 'replied: does not exist'),
  counted('applications.replied.correctionRequired', 'replied: to be corrected'),
  counted('applications.replied.otherChannel', 'replied: another channel'),
  ...disputes('total', '总数', 'all'),
  ...disputes('upheld', '维持', 'upheld'),
  ...disputes('corrected', '纠正', 'corrected'),
  ...disputes('other', '其他结果', 'other outcomes'),
  ...disputes('pending', '尚未审结', 'pending'),
  counted('complaints', 'complaints'),
  ...documents('regulations', '规章', 'regulations'),
  ...documents('normativeDocuments', '规范性文件', 'normative documents'),
  decisions('licensing', '行政许可', 'licences'),
  decisions('otherServices', '其他对外管理服务事项', 'other services'),
  decisions('penalties', '行政处罚', 'penalties'),
  decisions('compulsoryMeasures', '行政强制', 'compulsory measures'),
  measure('disclosure.fees.amount', '行政事业性收费金额', 'administrative fees', [cells('disclosure.fees.amount')], null, '万元'),
  measure('disclosure.procurement.projects', '政府集中采购项目数量', 'procurement projects', [cells('disclosure.procurement.projects')], null, '个'),
  measure('disclosure.procurement.amount', '政府集中采购总金额', 'procurement', [cells('disclosure.procurement.amount')], null, '元'),
  counted('disclosure.total', 'information disclosed'),
  counted('disclosure.channels.gazette', 'disclosed in the gazette'),
  counted('disclosure.channels.website', 'disclosed on the website'),
  counted('disclosure.channels.weibo', 'disclosed on Weibo'),
  counted('disclosure.channels.wechat', 'disclosed on WeChat'),
  told('disclosure.channels.newMedia', 'disclosed on new media'),
  counted('disclosure.channels.other', 'disclosed otherwise'),
  counted('response.total', 'hot topics responded to'),
  counted('response.channels.pressConferences', 'press conferences'),
  counted('response.channels.pressConferencesByPrincipal', 'press conferences with the principal'),
  counted('response.channels.onlineInterviews', 'online interviews'),
  counted('response.channels.onlineInterviewsByPrincipal', 'online interviews with the principal'),
  counted('response.channels.policyInterpretations', 'interpretations of policies'),
  counted('response.channels.socialMedia', 'responses on social media'),
  counted('response.channels.other', 'other responses'),
  counted('fees', 'fees for information'),
  counted('resources.agencies', 'offices for disclosure'),
  counted('resources.readingPoints', 'reading points'),
  counted('resources.staff.total', 'staff'),
  counted('resources.staff.fullTime', 'full-time staff'),
  counted('resources.staff.partTime', 'part-time staff'),
  counted('resources.funding', 'funding'),
  counted('training.meetings', 'meetings'),
  counted('training.sessions', 'training sessions'),
  counted('training.trainees', 'persons trained'),
  told('consultations', 'consultations'),
  told('visits', 'visits of websites'),
  told('proposals.total', 'proposals'),
  told('proposals.congress', 'proposals of deputies'),
  told('proposals.consultative', 'proposals of the consultative conference'),
  told('leaks', 'leaks'),
];

export const RATES: readonly Rate[] = [
  { code: 'rates.granted', zh: '予以公开率', en: 'share granted', numerator: ['applications.granted'], denominator: 'applications.results' },
  { code: 'rates.grantedOrPartly', zh: '公开率（含部分公开）', en: 'share granted in full or in part', numerator: ['applications.granted', 'applications.partiallyGranted'], denominator: 'applications.results' },
  { code: 'rates.refused', zh: '不予公开率', en: 'share refused', numerator: ['applications.refused'], denominator: 'applications.results' },
  { code: 'rates.overdue', zh: '延期办结率', en: 'share closed after the regular term', numerator: ['applications.closed.extended'], denominator: 'applications.closed.total' },
  { code: 'rates.corrected', zh: '行政复议纠正率', en: 'share of reconsiderations corrected', numerator: ['reconsideration.corrected'], denominator: 'reconsideration.total' },
];
