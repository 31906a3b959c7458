/** The few words around findings, cells and differences; the sentences of findings come from the catalogue. */
export { languageOf, LANGUAGES, type Language } from '../../messages/language.ts';
export { BASIS_WORDS, ORIGIN_WORDS, OUTCOME_WORDS, SEVERITY_WORDS, STATUS_WORDS, USE_WORDS } from '../../messages/codes.ts';
import type { Language } from '../../messages/language.ts';

export const WORDS = {
  en: {
    file: 'file', files: 'files', reports: 'reports', cells: 'cells', findings: 'findings', code: 'code', count: 'count', severity: 'severity',
    noFindings: 'no findings', noReport: 'no report was checked', rule: 'rule', eras: 'eras', left: 'left', right: 'right', difference: 'difference', unread: 'not read',
    value: 'value', printed: 'as printed', status: 'status', basis: 'placed by', place: 'place', rules: 'rules', metric: 'metric', why: 'why',
    expected: 'expected', actual: 'actual', differences: 'differences', more: 'more', none: 'none', qualifier: 'qualifier', sentence: 'sentence', facts: 'facts', takenFor: 'taken for',
  },
  zh: {
    file: '文件', files: '文件', reports: '报告', cells: '单元格', findings: '问题', code: '代码', count: '数量', severity: '级别',
    noFindings: '未发现问题', noReport: '没有检查任何报告', rule: '规则', eras: '格式', left: '左边', right: '右边', difference: '差额', unread: '无法读取',
    value: '数值', printed: '原文', status: '状态', basis: '定位依据', place: '位置', rules: '规则', metric: '指标', why: '缘由',
    expected: '预期', actual: '实际', differences: '差异', more: '其余', none: '无', qualifier: '限定', sentence: '句式', facts: '事实', takenFor: '判定为',
  },
} as const satisfies Record<Language, Record<string, string>>;
