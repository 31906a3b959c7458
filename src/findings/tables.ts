import type { FindingKind } from './finding.ts';

/** Codes that the stage `tables` reports. */
export const tablesFindings = {
  'document/second-report': {
    severity: 'warning',
    origin: 'reading',
    en: 'A second report begins here; only the first is read',
    zh: '此处起为另一份报告，仅读取第一份',
    why: 'Saved pages and scripts put the reports of several years or bodies into one file; their figures must not mix.',
  },
  'tables/missing-table': {
    severity: 'warning',
    origin: 'report',
    en: 'Tables of this template not found: {table}',
    zh: '未找到本模板的表格：{table}',
    why: 'Crawlers lose tables; the sections then stand empty.',
  },
  'tables/missing-row': {
    severity: 'warning',
    origin: 'report',
    en: 'No row “{label}” was found',
    zh: '未找到“{label}”一行',
    why: 'A row that the template demands and the text does not show must not be filled from its neighbours.',
  },
  'tables/missing-column': {
    severity: 'warning',
    origin: 'report',
    en: 'Row “{label}” prints no such columns',
    zh: '“{label}”一行缺少部分栏目',
    why: 'A column that the headings do not name is not read from its neighbours.',
  },
  'tables/printed-twice': {
    severity: 'warning',
    origin: 'report',
    en: 'Row “{label}” is printed twice and differs: lines {first} and {second}',
    zh: '“{label}”一行重复出现且数字不同：第 {first} 行与第 {second} 行',
    why: 'Pages carry a table for the screen and one for print, and copies of other versions; nobody can tell which one holds.',
  },
  'tables/older-form': {
    severity: 'info',
    origin: 'report',
    en: 'The report prints “{label}” as one row, as the form of 2019 did',
    zh: '“{label}”按2019年格式印为一行',
    why: 'The form of 2021 made three rows of it; some reports went on with the older form.',
  },
  'tables/unknown-label': {
    severity: 'info',
    origin: 'reading',
    en: '“{text}” was read as “{label}”',
    zh: '“{text}”按“{label}”读取',
    why: 'Labels are misprinted in real reports (就法制行政禁止公开); order and likeness say which one is meant.',
  },
  'tables/unplaced-number': {
    severity: 'error',
    origin: 'reading',
    en: 'The numbers of row “{label}” fit more than one way: {numbers}',
    zh: '“{label}”一行的数字无法确定归属：{numbers}',
    why: 'Digits glued together, or blanks that left no trace; a wrong number is worse than a missing one.',
  },
  'tables/unclaimed-number': {
    severity: 'warning',
    origin: 'reading',
    en: 'No row of the form claims the numbers {numbers} behind “{text}”',
    zh: '模板中没有与“{text}”之后的数字对应的行：{numbers}',
    why: 'Provinces add rows of their own (其他主动公开文件); what is not read must not vanish unsaid.',
  },
  'tables/unreadable-cell': {
    severity: 'warning',
    origin: 'report',
    en: 'Cell {cell} holds text that is no number: “{text}”',
    zh: '单元格 {cell} 的内容不是数字：“{text}”',
    why: 'Only a number, a blank, 无 or a dash can stand in a cell of the form.',
  },
} as const satisfies Record<string, FindingKind>;
