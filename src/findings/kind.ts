import type { FindingKind } from './finding.ts';

/** Codes that the stage `kind` reports. */
export const kindFindings = {
  'document/not-a-report': {
    severity: 'warning',
    origin: 'report',
    en: 'This is no annual report on open government information ({reason}).',
    zh: '本文件不是政府信息公开工作年度报告（{reason}）。',
    why: 'Folders of reports hold plans, notices, empty forms and other files; read as reports they would count as bodies that reported nothing.',
  },
} as const satisfies Record<string, FindingKind>;
