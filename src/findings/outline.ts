import type { FindingKind } from './finding.ts';

/** Codes that the stage `outline` reports. */
export const outlineFindings = {
  'outline/number-lost': {
    severity: 'info',
    origin: 'reading',
    en: 'The heading “{title}” carries no number; it is taken for a section by its wording.',
    zh: '标题“{title}”没有序号，按其文字认定为章节。',
    why: 'Word processors lose automatic numbers when a report is copied to a web page.',
  },
  'outline/no-sections': {
    severity: 'warning',
    origin: 'reading',
    en: 'No section heading was found.',
    zh: '未找到任何章节标题。',
    why: 'Reposted pages drop bold lines, and headings with them; the prose then belongs to no section.',
  },
} as const satisfies Record<string, FindingKind>;
