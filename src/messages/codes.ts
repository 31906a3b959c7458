/** What the codes of reports, tables and series are called in either language. */
import type { Outcome } from '../check/check.ts';
import type { Use } from '../schema/names.ts';
import type { AGENCY_KINDS, AGENCY_LEVELS, Cell, Era, Fact, Severity } from '../schema/report.ts';
import { FORMS } from '../forms/registry.ts';
import type { Language } from './language.ts';

type Words<Code extends string> = Readonly<Record<Language, Record<Code, string>>>;

export const SEVERITY_WORDS: Words<Severity> = {
  en: { error: 'error', warning: 'warning', info: 'info' },
  zh: { error: '错误', warning: '警告', info: '提示' },
};

export const OUTCOME_WORDS: Words<Outcome> = {
  en: { kept: 'kept', broken: 'broken', undecided: 'undecided', notApplicable: 'not applicable' },
  zh: { kept: '成立', broken: '不成立', undecided: '无法判定', notApplicable: '不适用' },
};

export const STATUS_WORDS: Words<Cell['status'] | 'incomplete' | 'ambiguous'> = {
  en: {
    reported: 'reported', zeroWord: 'zero in words', blank: 'blank', notApplicable: 'struck out', unreadable: 'unreadable', missing: 'missing',
    incomplete: 'incomplete', ambiguous: 'ambiguous',
  },
  zh: {
    reported: '已填', zeroWord: '“无”', blank: '空白', notApplicable: '划线', unreadable: '无法读取', missing: '缺失',
    incomplete: '不完整', ambiguous: '不一致',
  },
};

export const BASIS_WORDS: Words<NonNullable<Cell['basis']>> = {
  en: { label: 'label', position: 'position', sum: 'sum' },
  zh: { label: '行列标签', position: '版面位置', sum: '勾稽关系' },
};

export const QUALIFIER_WORDS: Words<Fact['qualifier']> = {
  en: { exact: 'exact', atLeast: 'at least', approximate: 'about', atMost: 'at most' },
  zh: { exact: '确数', atLeast: '不少于', approximate: '约', atMost: '不多于' },
};

export const LEVEL_WORDS: Words<(typeof AGENCY_LEVELS)[number]> = {
  en: { national: 'national', provincial: 'provincial', prefectural: 'prefectural', county: 'county', township: 'township' },
  zh: { national: '国家级', provincial: '省级', prefectural: '地级', county: '县级', township: '乡级' },
};

export const KIND_WORDS: Words<(typeof AGENCY_KINDS)[number]> = {
  en: { government: 'government', department: 'department', institution: 'institution', enterprise: 'enterprise', school: 'school', hospital: 'hospital' },
  zh: { government: '政府', department: '部门', institution: '事业单位', enterprise: '企业', school: '学校', hospital: '医院' },
};

export const SOURCE_WORDS: Words<'table' | 'indicator' | 'prose'> = {
  en: { table: 'table', indicator: 'local table', prose: 'text' },
  zh: { table: '官方表格', indicator: '地方统计表', prose: '正文' },
};

export const BREAK_WORDS: Words<'definition' | 'source'> = {
  en: { definition: 'definition', source: 'source' },
  zh: { definition: '口径变化', source: '来源变化' },
};

/** What a number of a table was taken for. */
export const USE_WORDS: Words<Use> = {
  en: {
    cell: 'value of a cell', open: 'one of a row that is not told', again: 'printed again', 'other-column': 'another column',
    'other-row': 'another row', label: 'part of a label', serial: 'serial number', text: 'part of a text', furniture: 'page number',
    unexplained: 'unexplained',
  },
  zh: {
    cell: '单元格数值', open: '本行数值未能定位', again: '重复印刷', 'other-column': '表外列', 'other-row': '表外行', label: '标签的一部分',
    serial: '序号', text: '文字的一部分', furniture: '页码', unexplained: '未能解释',
  },
};

/** Whose fault a finding is. */
export const ORIGIN_WORDS: Words<'report' | 'reading'> = {
  en: { report: 'report', reading: 'reading' },
  zh: { report: '报告', reading: '读取' },
};

/** Groups of finding codes, by what stands before their slash. */
export const GROUP_WORDS: Words<string> = {
  en: {},
  zh: {
    decode: '编码', read: '文件读取', outline: '章节', tables: '表格识别', metadata: '基本信息', facts: '正文数字', kind: '文件类型', applications: '申请表勾稽',
    reconsideration: '行政复议勾稽', litigation: '行政诉讼勾稽', statistics: '统计表勾稽', numbers: '数值', prose: '正文与表格', document: '文件', series: '年度之间',
  },
};

export const ERA_WORDS: Words<Era> = {
  en: { narrative: 'prose only', statistics: 'statistics table', 2019: 'form of 2019', 2021: 'form of 2021' },
  zh: Object.fromEntries(FORMS.map(({ era, name }) => [era, name])) as Record<Era, string>,
};

/** The form in a character or two. */
export const ERA_MARKS: Readonly<Record<Era, string>> = { narrative: '文', statistics: '统', 2019: '19', 2021: '21' };

/** The kinds of code that a column of a table may hold. */
export const CODE_WORDS = {
  severity: SEVERITY_WORDS, status: STATUS_WORDS, basis: BASIS_WORDS, qualifier: QUALIFIER_WORDS, level: LEVEL_WORDS, kind: KIND_WORDS,
  source: SOURCE_WORDS, break: BREAK_WORDS, origin: ORIGIN_WORDS, era: ERA_WORDS, outcome: OUTCOME_WORDS,
} as const satisfies Record<string, Words<never>>;

export type CodeKind = keyof typeof CODE_WORDS;

/** The word for a code, itself where there is none. */
export function wordOf(kind: CodeKind, code: string, language: Language): string {
  return (CODE_WORDS[kind][language] as Record<string, string>)[code] ?? code;
}
