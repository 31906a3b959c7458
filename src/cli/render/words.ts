/** The few words around findings, cells and differences; the sentences of findings come from the catalogue. */
import type { Outcome } from '../../check/check.ts';
import type { Cell, Origin, Severity } from '../../schema/report.ts';

export type Language = 'en' | 'zh';

export const LANGUAGES = ['en', 'zh'] as const satisfies readonly Language[];

/** Chinese where the locale of the environment is, English elsewhere. */
export function languageOf(environment: Record<string, string | undefined>): Language {
  const locale = [environment['LC_ALL'], environment['LC_MESSAGES'], environment['LANG']].find((value) => value !== undefined && value !== '');
  return /^zh\b|^zh_/i.test(locale ?? '') ? 'zh' : 'en';
}

export const SEVERITY_WORDS: Readonly<Record<Language, Record<Severity, string>>> = {
  en: { error: 'error', warning: 'warning', info: 'info' },
  zh: { error: '错误', warning: '警告', info: '提示' },
};

export const ORIGIN_WORDS: Readonly<Record<Language, Record<Origin, string>>> = {
  en: { report: 'report', reading: 'reading' },
  zh: { report: '报告', reading: '读取' },
};
export const OUTCOME_WORDS: Readonly<Record<Language, Record<Outcome, string>>> = {
  en: { kept: 'kept', broken: 'broken', undecided: 'undecided', notApplicable: 'not applicable' },
  zh: { kept: '成立', broken: '不成立', undecided: '无法判定', notApplicable: '不适用' },
};

export const STATUS_WORDS: Readonly<Record<Language, Record<Cell['status'], string>>> = {
  en: { reported: 'reported', zeroWord: 'zero in words', blank: 'blank', notApplicable: 'struck out', unreadable: 'unreadable', missing: 'missing' },
  zh: { reported: '已填', zeroWord: '“无”', blank: '空白', notApplicable: '划线', unreadable: '无法读取', missing: '缺失' },
};

export const BASIS_WORDS: Readonly<Record<Language, Record<'label' | 'position' | 'sum', string>>> = {
  en: { label: 'label', position: 'position', sum: 'sum' },
  zh: { label: '行列标签', position: '版面位置', sum: '勾稽关系' },
};

export const WORDS = {
  en: {
    file: 'file', files: 'files', reports: 'reports', cells: 'cells', findings: 'findings', code: 'code', count: 'count', severity: 'severity',
    noFindings: 'no findings', noReport: 'no report was checked', rule: 'rule', eras: 'eras', left: 'left', right: 'right', difference: 'difference', unread: 'not read',
    value: 'value', printed: 'as printed', status: 'status', basis: 'placed by', place: 'place', rules: 'rules', metric: 'metric', why: 'why',
    expected: 'expected', actual: 'actual', differences: 'differences', more: 'more', none: 'none', qualifier: 'qualifier', sentence: 'sentence', facts: 'facts',
  },
  zh: {
    file: '文件', files: '文件', reports: '报告', cells: '单元格', findings: '问题', code: '代码', count: '数量', severity: '级别',
    noFindings: '未发现问题', noReport: '没有检查任何报告', rule: '规则', eras: '格式', left: '左边', right: '右边', difference: '差额', unread: '无法读取',
    value: '数值', printed: '原文', status: '状态', basis: '定位依据', place: '位置', rules: '规则', metric: '指标', why: '缘由',
    expected: '预期', actual: '实际', differences: '差异', more: '其余', none: '无', qualifier: '限定', sentence: '句式', facts: '事实',
  },
} as const satisfies Record<Language, Record<string, string>>;
