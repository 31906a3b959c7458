import type { ColumnTemplate, RowTemplate } from './template.ts';

export const APPLICATIONS_SECTION = '三、收到和处理政府信息公开申请情况';

export const APPLICATIONS_COLUMNS: readonly ColumnTemplate[] = [
  { code: 'naturalPerson', label: '自然人' },
  { code: 'business', label: '商业企业' },
  { code: 'research', label: '科研机构' },
  { code: 'nonprofit', label: '社会公益组织' },
  { code: 'legalService', label: '法律服务机构' },
  { code: 'otherOrganization', label: '其他' },
  { code: 'organizations', label: '小计', optional: true },
  { code: 'total', label: '总计', variants: ['合计'] },
];

const ROWS: readonly RowTemplate[] = [
  { code: 'received', label: '一、本年新收政府信息公开申请数量' },
  { code: 'carriedOver', label: '二、上年结转政府信息公开申请数量' },
  { code: 'granted', label: '（一）予以公开', groups: ['三、本年度办理结果'] },
  { code: 'partiallyGranted', label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）', groups: ['三、本年度办理结果'] },
  { code: 'denied.stateSecret', label: '1.属于国家秘密', groups: ['三、本年度办理结果', '（三）不予公开'] },
  { code: 'denied.prohibitedByLaw', label: '2.其他法律行政法规禁止公开', groups: ['三、本年度办理结果', '（三）不予公开'] },
  { code: 'denied.securityStability', label: '3.危及“三安全一稳定”', groups: ['三、本年度办理结果', '（三）不予公开'] },
  { code: 'denied.thirdPartyRights', label: '4.保护第三方合法权益', groups: ['三、本年度办理结果', '（三）不予公开'] },
  { code: 'denied.internalAffairs', label: '5.属于三类内部事务信息', groups: ['三、本年度办理结果', '（三）不予公开'] },
  { code: 'denied.processInformation', label: '6.属于四类过程性信息', groups: ['三、本年度办理结果', '（三）不予公开'] },
  { code: 'denied.enforcementFile', label: '7.属于行政执法案卷', groups: ['三、本年度办理结果', '（三）不予公开'] },
  { code: 'denied.administrativeInquiry', label: '8.属于行政查询事项', groups: ['三、本年度办理结果', '（三）不予公开'] },
  { code: 'unavailable.notHeld', label: '1.本机关不掌握相关政府信息', groups: ['三、本年度办理结果', '（四）无法提供'] },
  { code: 'unavailable.needsCreation', label: '2.没有现成信息需要另行制作', groups: ['三、本年度办理结果', '（四）无法提供'] },
  { code: 'unavailable.stillUnclear', label: '3.补正后申请内容仍不明确', groups: ['三、本年度办理结果', '（四）无法提供'] },
  { code: 'notProcessed.petition', label: '1.信访举报投诉类申请', groups: ['三、本年度办理结果', '（五）不予处理'] },
  { code: 'notProcessed.duplicate', label: '2.重复申请', groups: ['三、本年度办理结果', '（五）不予处理'] },
  { code: 'notProcessed.publication', label: '3.要求提供公开出版物', groups: ['三、本年度办理结果', '（五）不予处理'] },
  { code: 'notProcessed.excessive', label: '4.无正当理由大量反复申请', groups: ['三、本年度办理结果', '（五）不予处理'] },
  { code: 'notProcessed.confirmation', label: '5.要求行政机关确认或重新出具已获取信息', groups: ['三、本年度办理结果', '（五）不予处理'] },
  { code: 'other.total', label: '（六）其他处理', groups: ['三、本年度办理结果'] },
  { code: 'other.correctionOverdue', label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', variants: ['1.申请人逾期不补正', '1.逾期不补正'], groups: ['三、本年度办理结果', '（六）其他处理'] },
  { code: 'other.feeOverdue', label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请', variants: ['2.申请人逾期未缴费', '2.逾期不缴费', '2.逾期未缴费'], groups: ['三、本年度办理结果', '（六）其他处理'] },
  { code: 'other.rest', label: '3.其他', groups: ['三、本年度办理结果', '（六）其他处理'] },
  { code: 'resultTotal', label: '（七）总计', variants: ['（七）合计'], groups: ['三、本年度办理结果'] },
  { code: 'carriedForward', label: '四、结转下年度继续办理' },
];

/** The three rows that （六）其他处理 heads since 2021; where they are printed it is no part of a sum itself. */
export const OTHER_HANDLING_ROWS: readonly string[] = ['other.correctionOverdue', 'other.feeOverdue', 'other.rest'];

/** The rows with those of `optional` marked so: both forms print the same rows, but not the same ones always. */
function rowsWithOptional(optional: readonly string[]): readonly RowTemplate[] {
  return ROWS.map((row) => (optional.includes(row.code) ? { ...row, optional: true } : row));
}

/** 2019 and 2020 print （六）其他处理 as one row. */
export const APPLICATIONS_ROWS_2019 = rowsWithOptional(OTHER_HANDLING_ROWS);

/** From 2021 on （六）其他处理 heads three rows. */
export const APPLICATIONS_ROWS_2021 = rowsWithOptional(['other.total']);

/** The rows that （七）总计 sums. Where a report prints the three rows of （六）, its own 其他处理 is none of the parts. */
export const APPLICATIONS_RESULT_ROWS: readonly string[] = ROWS.filter(
  (row) => row.groups !== undefined && row.code !== 'resultTotal',
).map((row) => row.code);
