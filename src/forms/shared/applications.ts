/** 收到和处理政府信息公开申请情况, the table that the forms of 2019 and 2021 share but for one row. */
import type { Column, FormTable, Relation, RelationInstance, Row, Term } from '../form.ts';

const RESULTS = '三、本年度办理结果';
const DENIED = [RESULTS, '（三）不予公开'];
const UNAVAILABLE = [RESULTS, '（四）无法提供'];
const NOT_PROCESSED = [RESULTS, '（五）不予处理'];
const OTHER = [RESULTS, '（六）其他处理'];

const UNDER_ORGANIZATIONS = '法人或其他组织';

export const APPLICATION_COLUMNS = [
  { code: 'naturalPerson', label: '自然人', unit: '件' },
  { code: 'business', label: '商业企业', unit: '件', group: UNDER_ORGANIZATIONS },
  { code: 'research', label: '科研机构', unit: '件', group: UNDER_ORGANIZATIONS },
  { code: 'nonprofit', label: '社会公益组织', unit: '件', group: UNDER_ORGANIZATIONS },
  { code: 'legalService', label: '法律服务机构', unit: '件', group: UNDER_ORGANIZATIONS },
  { code: 'otherOrganization', label: '其他', unit: '件', group: UNDER_ORGANIZATIONS },
  { code: 'organizations', label: '小计', unit: '件', group: UNDER_ORGANIZATIONS, optional: true },
  { code: 'total', label: '总计', variants: ['合计'], unit: '件' },
] as const satisfies readonly Column[];

export const APPLICATION_ROWS = [
  { code: 'received', label: '一、本年新收政府信息公开申请数量' },
  { code: 'carriedOver', label: '二、上年结转政府信息公开申请数量' },
  { code: 'granted', label: '（一）予以公开', groups: [RESULTS] },
  { code: 'partiallyGranted', label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）', groups: [RESULTS] },
  { code: 'denied.stateSecret', label: '1.属于国家秘密', groups: DENIED },
  { code: 'denied.prohibitedByLaw', label: '2.其他法律行政法规禁止公开', groups: DENIED },
  { code: 'denied.securityStability', label: '3.危及“三安全一稳定”', groups: DENIED },
  { code: 'denied.thirdPartyRights', label: '4.保护第三方合法权益', groups: DENIED },
  { code: 'denied.internalAffairs', label: '5.属于三类内部事务信息', groups: DENIED },
  { code: 'denied.processInformation', label: '6.属于四类过程性信息', groups: DENIED },
  { code: 'denied.enforcementFile', label: '7.属于行政执法案卷', groups: DENIED },
  { code: 'denied.administrativeInquiry', label: '8.属于行政查询事项', groups: DENIED },
  { code: 'unavailable.notHeld', label: '1.本机关不掌握相关政府信息', groups: UNAVAILABLE },
  { code: 'unavailable.needsCreation', label: '2.没有现成信息需要另行制作', groups: UNAVAILABLE },
  { code: 'unavailable.stillUnclear', label: '3.补正后申请内容仍不明确', groups: UNAVAILABLE },
  { code: 'notProcessed.petition', label: '1.信访举报投诉类申请', groups: NOT_PROCESSED },
  { code: 'notProcessed.duplicate', label: '2.重复申请', groups: NOT_PROCESSED },
  { code: 'notProcessed.publication', label: '3.要求提供公开出版物', groups: NOT_PROCESSED },
  { code: 'notProcessed.excessive', label: '4.无正当理由大量反复申请', groups: NOT_PROCESSED },
  { code: 'notProcessed.confirmation', label: '5.要求行政机关确认或重新出具已获取信息', groups: NOT_PROCESSED },
  { code: 'other.total', label: '（六）其他处理', groups: [RESULTS] },
  {
    code: 'other.correctionOverdue', label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    variants: ['1.申请人逾期不补正', '1.逾期不补正'], groups: OTHER,
  },
  {
    code: 'other.feeOverdue', label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    variants: ['2.申请人逾期未缴费', '2.逾期不缴费', '2.逾期未缴费'], groups: OTHER,
  },
  { code: 'other.rest', label: '3.其他', groups: OTHER },
  { code: 'resultTotal', label: '（七）总计', variants: ['（七）合计'], groups: [RESULTS] },
  { code: 'carriedForward', label: '四、结转下年度继续办理' },
] as const satisfies readonly Row[];

/** The rows that （六）其他处理 heads since 2021; where they are printed it is no part of a sum itself. */
export const OTHER_HANDLING_ROWS = ['other.correctionOverdue', 'other.feeOverdue', 'other.rest'] as const;

type WithOptional<Rows extends readonly Row[], Optional extends string> = {
  readonly [Index in keyof Rows]: Rows[Index] extends { code: Optional } ? Rows[Index] & { readonly optional: true } : Rows[Index];
};

/** The rows, those of the given codes marked as optional. */
function withOptional<const Rows extends readonly Row[], Optional extends string>(rows: Rows, optional: readonly Optional[]): WithOptional<Rows, Optional> {
  const marked: readonly Row[] = rows.map((row) => (optional.some((code) => code === row.code) ? { ...row, optional: true } : row));
  return marked as WithOptional<Rows, Optional>;
}

/**
 * The table over given columns and rows.
 *
 * @param optional codes of the rows that the form does not prescribe but some reports print
 */
export function applicationsTable<const Columns extends readonly Column[], const Rows extends readonly Row[], Optional extends Rows[number]['code']>(
  columns: Columns, rows: Rows, optional: readonly Optional[],
) {
  return {
    name: 'applications', path: 'applications', title: '收到和处理政府信息公开申请情况', sheet: '申请', shape: 'rows', head: '申请人情况',
    spanning: [
      '申请人情况', UNDER_ORGANIZATIONS, RESULTS, '（三）不予公开', '（四）无法提供', '（五）不予处理', '（六）其他处理',
      '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
    ],
    blocks: [{ title: null, columns, rows: withOptional(rows, optional) }],
  } as const satisfies FormTable;
}

/** Codes of the columns that count organizations, 小计 over them left out. */
export function organizationsOf(columns: readonly Column[]): string[] {
  return columns.filter(({ code, optional }) => optional !== true && code !== 'naturalPerson' && code !== 'total').map(({ code }) => code);
}

/**
 * The relations that the form prints (（本列数据的勾稽关系为…）), and those that follow from what its rows and columns mean: （七）总计
 * sums the rows of part three above it, 总计 the applicants, 小计 the organizations.
 */
export function applicationsRelations(columns: readonly Column[], rows: readonly Row[]): Relation[] {
  const at = (row: string, column: string): string => `applications.${row}.${column}`;
  const others: readonly string[] = OTHER_HANDLING_ROWS;
  const isOther = ({ code }: Row): boolean => code.startsWith('other.');
  const results = rows.filter((row) => row.groups?.[0] === RESULTS && row.code !== 'resultTotal' && !isOther(row)).map(({ code }) => code);
  const organizations = organizationsOf(columns);

  const balance = (column: string): Omit<RelationInstance, 'scope'> => ({
    left: [at('received', column), at('carriedOver', column)],
    right: [at('resultTotal', column), at('carriedForward', column)],
    key: at('resultTotal', column),
  });
  // （六）其他处理 as its three rows or, where those hold nothing, as one.
  const resultSum = (column: string): Omit<RelationInstance, 'scope'> => ({
    left: [
      ...results.map((row): Term => at(row, column)),
      { oneOf: [others.map((row) => at(row, column)), [at('other.total', column)]] },
    ],
    right: [at('resultTotal', column)], key: at('resultTotal', column),
  });
  const otherSum = (column: string): Omit<RelationInstance, 'scope'> => ({
    left: others.map((row) => at(row, column)), right: [at('other.total', column)], key: at('other.total', column),
  });
  const inColumns = (build: typeof balance, optional: boolean): RelationInstance[] => columns
    .filter((column) => (column.optional === true) === optional)
    .map((column) => ({ scope: column.label, ...build(column.code) }));
  const inRows = (parts: readonly string[], whole: string, which: readonly Row[]): RelationInstance[] => which.map((row) => ({
    scope: row.label, left: parts.map((column) => at(row.code, column)), right: [at(row.code, whole)], key: at(row.code, whole),
  }));
  const applicants = ['naturalPerson', ...organizations];
  const table = { table: 'applications', relation: '=' } as const;
  return [
    { code: 'applications/balance', ...table, instances: inColumns(balance, false) },
    { code: 'applications/balance', ...table, instances: inColumns(balance, true), optional: true },
    { code: 'applications/results', ...table, instances: inColumns(resultSum, false) },
    { code: 'applications/results', ...table, instances: inColumns(resultSum, true), optional: true },
    { code: 'applications/other', ...table, optional: true, instances: [...inColumns(otherSum, false), ...inColumns(otherSum, true)] },
    { code: 'applications/row', ...table, instances: inRows(applicants, 'total', rows.filter((row) => !isOther(row))) },
    { code: 'applications/row', ...table, instances: inRows(applicants, 'total', rows.filter(isOther)), optional: true },
    { code: 'applications/organizations', ...table, instances: inRows(organizations, 'organizations', rows), optional: true },
  ];
}
