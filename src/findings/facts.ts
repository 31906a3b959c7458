import type { FindingKind } from './finding.ts';

/** Codes that the stage `facts` reports. */
export const factsFindings = {
  'facts/two-values': {
    severity: 'warning',
    origin: 'report',
    en: 'The prose states {metric} as {first} and again as {second}',
    zh: '正文两次写到同一指标（{metric}），数值不同：{first} 与 {second}',
    why: 'A report that was carried over from the year before often keeps one of its figures; neither value is more right than the other.',
  },
  'facts/list-of-figures': {
    severity: 'warning',
    origin: 'reading',
    en: '{count} numbers in one sentence are a list of figures, not prose; no facts are made from them',
    zh: '一句之内有 {count} 个数量，应为数字罗列而非正文，未作为事实提取',
    why: 'A table whose rules were lost reads as one endless sentence; what each of its numbers counts cannot be told from the words before it.',
  },
} as const satisfies Record<string, FindingKind>;
