/** What each rule of the check says in a line, and the forms it holds for: the list that `gov-report rules` prints. */
import { checkFindings, type CheckCode } from '../findings/check.ts';
import type { Form } from '../forms/form.ts';
import { FORMS, type Registry } from '../forms/registry.ts';

export interface RuleEntry {
  eras: readonly string[];
  formula: string;
}

/** The relation that holds where the rule is kept, in the words of the form. */
export const FORMULAS: Readonly<Record<CheckCode, string>> = {
  'applications/balance': '本年新收 + 上年结转 = （七）总计 + 结转下年度（每列）',
  'applications/results': '（一）+（二）+（三）+（四）+（五）+（六）各项 = （七）总计（每列）',
  'applications/other': '（六）其他处理 = 逾期不补正 + 逾期未缴费 + 其他（每列，两者均填报时）',
  'applications/row': '自然人 + 商业企业 + 科研机构 + 社会公益组织 + 法律服务机构 + 其他 = 总计（每行）',
  'applications/organizations': '商业企业 + 科研机构 + 社会公益组织 + 法律服务机构 + 其他 = 小计（每行，设小计列时）',
  'reconsideration/outcomes': '结果维持 + 结果纠正 + 其他结果 + 尚未审结 = 总计',
  'litigation/outcomes': '结果维持 + 结果纠正 + 其他结果 + 尚未审结 = 总计（未经复议直接起诉、复议后起诉）',
  'statistics/channels': '各渠道公开政府信息数 ≤ 主动公开政府信息数',
  'statistics/part': '“其中”项 ≤ 总项',
  'statistics/received': '收到申请数 = 当面 + 传真 + 网络 + 信函',
  'statistics/closed': '申请办结数 = 按时办结 + 延期办结',
  'statistics/replied': '申请答复数 = 八类答复之和',
  'statistics/denied': '不同意公开答复数 = 六种情形之和',
  'statistics/reconsideration': '行政复议数量 = 维持 + 纠错 + 其他情形',
  'statistics/litigation': '行政诉讼数量 = 维持或驳回 + 纠错 + 其他情形',
  'statistics/staff': '工作人员数 = 专职 + 兼职',
  'statistics/blank-parent': '分项已填 ⇒ 总项已填',
  'statistics/trainees': '接受培训人员数 > 0 ⇒ 举办各类培训班数 > 0',
  'numbers/negative': '数值 ≥ 0（本年增/减除外）',
  'numbers/fraction': '数值为整数（金额除外）',
  'numbers/zero-total': '总项为 0 ⇒ 各分项为 0',
  'prose/received': '正文收到申请数 = 新收（或新收 + 上年结转）',
  'prose/received-with-carried': '正文收到申请数不含上年结转',
  'prose/replied': '正文办结（答复）数 = （七）总计；统计表为申请办结数、申请答复数',
  'prose/outcome': '正文各类结果 = 表中各类结果',
  'prose/other-row': '正文所述结果与表中所填结果为同一项',
  'prose/carried': '正文结转数 = 上年结转、结转下年度',
  'prose/disputes': '正文复议、诉讼数 = 表中复议、诉讼数',
  'prose/disclosure': '正文主动公开数 = 主动公开政府信息数',
  'prose/scope': '正文与表格统计范围相同',
  'prose/parts': '正文分项之和 = 总数（分项齐全时；否则 ≤ 总数）',
  'prose/share': '正文比例 = 部分 ÷ 总数',
  'prose/stale-year': '正文数字为报告年度的数字',
  'document/title-year': '标题年份 = 报告年度',
  'document/file-year': '文件名年份 = 报告年度',
  'document/signature-year': '落款（发布）年份 ≥ 报告年度',
  'document/era-year': '报告年度在该格式的适用年度之内',
  'document/section-missing': '六个部分齐全',
  'document/section-doubled': '各部分序号不重复',
  'document/section-order': '各部分序号递增',
  'document/section-empty': '各部分有内容',
  'document/mostly-blank': '已填格数 ≥ 空白及划线格数',
  'series/carried': '上年报告结转下年度 = 本年报告上年结转（每列）',
  'series/in-force': '上年现行有效 + 本年制发 − 本年废止 = 本年现行有效',
  'series/missing-year': '首末年度之间各年均有报告',
  'series/jump': '收到申请数与上年相差不超过五倍（30 件以上）',
  'series/same-figures': '各年度数字不全部相同',
  'series/duplicate': '同一机关同一年度只有一份报告',
};

/** Codes of what is asked of every form with tables, of every form with sections of its own, and of the rest. */
const OF_TABLES: ReadonlySet<string> = new Set(['numbers/negative', 'numbers/fraction', 'document/mostly-blank']);
const OF_SECTIONS: ReadonlySet<string> = new Set(['document/section-missing']);

/** Codes that the data of a form brings with it. */
function codesOf(form: Form): Set<CheckCode> {
  const codes = new Set<CheckCode>([...form.relations, ...form.implications, ...form.measures, ...form.series].map(({ code }) => code));
  for (const { readings = [], siblings } of form.measures) {
    for (const { code } of readings) if (code !== undefined) codes.add(code);
    if (siblings !== undefined) codes.add('prose/other-row');
    codes.add('series/jump');
  }
  for (const { whole = [] } of form.relations) {
    if (whole.includes('zero')) codes.add('numbers/zero-total');
    if (whole.includes('blank')) codes.add('statistics/blank-parent');
  }
  return codes;
}

/** Every rule with the forms that know it, in the order of the catalogue of findings. */
export function rulesOf(forms: Registry = FORMS): ReadonlyMap<string, RuleEntry> {
  const own = new Map(forms.map((form) => [form, codesOf(form)]));
  const someForm = new Set([...own.values()].flatMap((codes) => [...codes]));
  const holds = (code: CheckCode, form: Form): boolean => {
    if (someForm.has(code)) return own.get(form)!.has(code);
    if (OF_TABLES.has(code)) return form.tables.length > 0;
    return OF_SECTIONS.has(code) ? form.sections.length > 0 : true;
  };
  return new Map((Object.keys(checkFindings) as CheckCode[]).map((code) => [
    code, { eras: forms.filter((form) => holds(code, form)).map(({ era }) => era), formula: FORMULAS[code] },
  ]));
}
