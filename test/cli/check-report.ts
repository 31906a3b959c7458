/** A report of 2021 as text, its tables with one number a cell, for the commands that check. */
import { lawful } from '../check/reports.ts';

const ROWS = [
  ['received', '一、本年新收政府信息公开申请数量'], ['carriedOver', '二、上年结转政府信息公开申请数量'],
  ['granted', '三、本年度办理结果（一）予以公开'], ['partiallyGranted', '（二）部分公开（区分处理的，只计这一情形，不计其他情形）'],
  ['denied.stateSecret', '（三）不予公开1.属于国家秘密'], ['denied.prohibitedByLaw', '2.其他法律行政法规禁止公开'],
  ['denied.securityStability', '3.危及“三安全一稳定”'], ['denied.thirdPartyRights', '4.保护第三方合法权益'],
  ['denied.internalAffairs', '5.属于三类内部事务信息'], ['denied.processInformation', '6.属于四类过程性信息'],
  ['denied.enforcementFile', '7.属于行政执法案卷'], ['denied.administrativeInquiry', '8.属于行政查询事项'],
  ['unavailable.notHeld', '（四）无法提供1.本机关不掌握相关政府信息'], ['unavailable.needsCreation', '2.没有现成信息需要另行制作'],
  ['unavailable.stillUnclear', '3.补正后申请内容仍不明确'], ['notProcessed.petition', '（五）不予处理1.信访举报投诉类申请'],
  ['notProcessed.duplicate', '2.重复申请'], ['notProcessed.publication', '3.要求提供公开出版物'],
  ['notProcessed.excessive', '4.无正当理由大量反复申请'], ['notProcessed.confirmation', '5.要求行政机关确认或重新出具已获取信息'],
  ['other.correctionOverdue', '（六）其他处理1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请'],
  ['other.feeOverdue', '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请'], ['other.rest', '3.其他'],
  ['resultTotal', '（七）总计'], ['carriedForward', '四、结转下年度继续办理'],
] as const;
const COLUMNS = ['naturalPerson', 'business', 'research', 'nonprofit', 'legalService', 'otherOrganization', 'total'];
const OUTCOMES = ['upheld', 'corrected', 'other', 'pending', 'total'];

/** A lawful report with 2 in every part but for `changes`. */
export function reportText(year: number, changes: Record<string, number> = {}, agency = '清河县水务局'): string {
  const values = { ...lawful('2021', () => 2), ...changes };
  const row = (label: string, paths: string[]): string => [label, ...paths.map((path) => values[path])].join('\t');
  return [
    `${agency}${String(year)}年政府信息公开工作年度报告`, '',
    `本报告所列数据的统计期限自${String(year)}年1月1日起至${String(year)}年12月31日止。`, '',
    '一、总体情况', '本局按期完成各项公开任务。', '二、主动公开政府信息情况', '第二十条第（一）项',
    '信息内容\t本年制发件数\t本年废止件数\t现行有效件数',
    row('规章', ['issued', 'repealed', 'inForce'].map((column) => `disclosure.regulations.${column}`)),
    row('行政规范性文件', ['issued', 'repealed', 'inForce'].map((column) => `disclosure.normativeDocuments.${column}`)),
    '第二十条第（五）项', '信息内容\t本年处理决定数量', row('行政许可', ['disclosure.licensing.decisions']),
    '第二十条第（六）项', '信息内容\t本年处理决定数量', row('行政处罚', ['disclosure.penalties.decisions']), row('行政强制', ['disclosure.compulsoryMeasures.decisions']),
    '第二十条第（八）项', '信息内容\t本年收费金额（单位：万元）', row('行政事业性收费', ['disclosure.fees.amount']),
    '三、收到和处理政府信息公开申请情况', '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t申请人情况',
    '自然人\t法人或其他组织\t总计', '商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他',
    ...ROWS.map(([code, label]) => row(label, COLUMNS.map((column) => `applications.${code}.${column}`))),
    '四、政府信息公开行政复议、行政诉讼情况', '行政复议\t行政诉讼', '未经复议直接起诉\t复议后起诉',
    Array(3).fill('结果维持\t结果纠正\t其他结果\t尚未审结\t总计').join('\t'),
    ['reconsideration', 'litigation.direct', 'litigation.afterReconsideration'].flatMap((table) => OUTCOMES.map((outcome) => values[`${table}.${outcome}`])).join('\t'),
    '五、存在的主要问题及改进情况', '公开的及时性还有不足，将加强培训。', '六、其他需要报告的事项', '无。', '',
  ].join('\n');
}
