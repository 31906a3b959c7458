/** What each rule of the check says in a line, and the eras it holds for: the list that `gov-report rules` prints. */
import type { CheckCode } from '../../findings/check.ts';
import { ERAS, type Era } from '../../schema/report.ts';

export interface RuleEntry {
  eras: readonly Era[];
  /** The relation that holds where the rule is kept, in the words of the form. */
  formula: string;
}

const FORMS: readonly Era[] = ['2019', '2021'];
const STATISTICS: readonly Era[] = ['statistics'];
const TABLES: readonly Era[] = ['statistics', '2019', '2021'];

export const RULES: Readonly<Record<CheckCode, RuleEntry>> = {
  'applications/balance': { eras: FORMS, formula: '本年新收 + 上年结转 = （七）总计 + 结转下年度（每列）' },
  'applications/results': { eras: FORMS, formula: '（一）+（二）+（三）+（四）+（五）+（六）各项 = （七）总计（每列）' },
  'applications/other': { eras: FORMS, formula: '（六）其他处理 = 逾期不补正 + 逾期未缴费 + 其他（每列，两者均填报时）' },
  'applications/row': { eras: FORMS, formula: '自然人 + 商业企业 + 科研机构 + 社会公益组织 + 法律服务机构 + 其他 = 总计（每行）' },
  'applications/organizations': { eras: FORMS, formula: '商业企业 + 科研机构 + 社会公益组织 + 法律服务机构 + 其他 = 小计（每行，设小计列时）' },
  'reconsideration/outcomes': { eras: FORMS, formula: '结果维持 + 结果纠正 + 其他结果 + 尚未审结 = 总计' },
  'litigation/outcomes': { eras: FORMS, formula: '结果维持 + 结果纠正 + 其他结果 + 尚未审结 = 总计（未经复议直接起诉、复议后起诉）' },
  'statistics/channels': { eras: STATISTICS, formula: '各渠道公开政府信息数 ≤ 主动公开政府信息数' },
  'statistics/part': { eras: STATISTICS, formula: '“其中”项 ≤ 总项' },
  'statistics/received': { eras: STATISTICS, formula: '收到申请数 = 当面 + 传真 + 网络 + 信函' },
  'statistics/closed': { eras: STATISTICS, formula: '申请办结数 = 按时办结 + 延期办结' },
  'statistics/replied': { eras: STATISTICS, formula: '申请答复数 = 八类答复之和' },
  'statistics/denied': { eras: STATISTICS, formula: '不同意公开答复数 = 六种情形之和' },
  'statistics/reconsideration': { eras: STATISTICS, formula: '行政复议数量 = 维持 + 纠错 + 其他情形' },
  'statistics/litigation': { eras: STATISTICS, formula: '行政诉讼数量 = 维持或驳回 + 纠错 + 其他情形' },
  'statistics/staff': { eras: STATISTICS, formula: '工作人员数 = 专职 + 兼职' },
  'statistics/blank-parent': { eras: STATISTICS, formula: '分项已填 ⇒ 总项已填' },
  'statistics/trainees': { eras: STATISTICS, formula: '接受培训人员数 > 0 ⇒ 举办各类培训班数 > 0' },
  'numbers/negative': { eras: TABLES, formula: '数值 ≥ 0（本年增/减除外）' },
  'numbers/fraction': { eras: TABLES, formula: '数值为整数（金额除外）' },
  'numbers/zero-total': { eras: TABLES, formula: '总项为 0 ⇒ 各分项为 0' },
  'prose/received': { eras: TABLES, formula: '正文收到申请数 = 新收（或新收 + 上年结转）' },
  'prose/received-with-carried': { eras: FORMS, formula: '正文收到申请数不含上年结转' },
  'prose/replied': { eras: TABLES, formula: '正文办结（答复）数 = （七）总计；统计表为申请办结数、申请答复数' },
  'prose/outcome': { eras: TABLES, formula: '正文各类结果 = 表中各类结果' },
  'prose/other-row': { eras: TABLES, formula: '正文所述结果与表中所填结果为同一项' },
  'prose/carried': { eras: FORMS, formula: '正文结转数 = 上年结转、结转下年度' },
  'prose/disputes': { eras: TABLES, formula: '正文复议、诉讼数 = 表中复议、诉讼数' },
  'prose/disclosure': { eras: STATISTICS, formula: '正文主动公开数 = 主动公开政府信息数' },
  'document/title-year': { eras: ERAS, formula: '标题年份 = 报告年度' },
  'document/file-year': { eras: ERAS, formula: '文件名年份 = 报告年度' },
  'document/signature-year': { eras: ERAS, formula: '落款（发布）年份 ≥ 报告年度' },
  'document/era-year': { eras: ERAS, formula: '报告年度在该格式的适用年度之内' },
  'document/section-missing': { eras: FORMS, formula: '六个部分齐全' },
  'document/section-doubled': { eras: ERAS, formula: '各部分序号不重复' },
  'document/section-order': { eras: ERAS, formula: '各部分序号递增' },
  'document/section-empty': { eras: ERAS, formula: '各部分有内容' },
  'document/mostly-blank': { eras: TABLES, formula: '已填格数 ≥ 空白及划线格数' },
  'series/carried': { eras: FORMS, formula: '上年报告结转下年度 = 本年报告上年结转（每列）' },
  'series/in-force': { eras: ['2021'], formula: '上年现行有效 + 本年制发 − 本年废止 = 本年现行有效' },
  'series/missing-year': { eras: ERAS, formula: '首末年度之间各年均有报告' },
  'series/jump': { eras: TABLES, formula: '收到申请数与上年相差不超过五倍（30 件以上）' },
  'series/duplicate': { eras: ERAS, formula: '同一机关同一年度只有一份报告' },
};
