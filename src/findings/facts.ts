import type { FindingKind } from './finding.ts';

/** Codes that the stage `facts` reports. */
export const factsFindings = {
  'facts/two-values': {
    severity: 'warning',
    en: 'The prose states {metric} as {first} and again as {second}',
    zh: '正文两次写到同一指标（{metric}），数值不同：{first} 与 {second}',
    why: 'A report that was carried over from the year before often keeps one of its figures; neither value is more right than the other.',
  },
} as const satisfies Record<string, FindingKind>;
