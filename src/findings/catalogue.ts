/** Every finding code of the tool in one table, and the one place that turns a finding into a sentence. */
import type { Finding } from '../schema/report.ts';
import { checkFindings } from './check.ts';
import { decodeFindings } from './decode.ts';
import { factsFindings } from './facts.ts';
import type { FindingArgs, FindingKind, FindingPlace } from './finding.ts';
import { kindFindings } from './kind.ts';
import { metadataFindings } from './metadata.ts';
import { outlineFindings } from './outline.ts';
import { readFindings } from './read.ts';
import { tablesFindings } from './tables.ts';

export const CATALOGUE = {
  ...decodeFindings,
  ...readFindings,
  ...outlineFindings,
  ...tablesFindings,
  ...metadataFindings,
  ...factsFindings,
  ...kindFindings,
  ...checkFindings,
} as const;

export type FindingCode = keyof typeof CATALOGUE;

/** Makes a finding of a code of the catalogue; severity and origin are the catalogue's. */
export function finding(
  code: FindingCode,
  args: FindingArgs = {},
  place: FindingPlace = { line: null, column: null },
  cells: string[] = [],
): Finding {
  const kind: FindingKind = CATALOGUE[code];
  return { code, severity: kind.severity, origin: kind.origin, cells, args, line: place.line, column: place.column };
}

/** The sentence of a finding in English or Chinese, its arguments filled in. */
export function sentence(found: Finding, language: 'en' | 'zh'): string {
  const kind = (CATALOGUE as Record<string, FindingKind>)[found.code];
  if (kind === undefined) return found.code;
  return kind[language].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = found.args[name];
    return Array.isArray(value) ? value.join(', ') : String(value ?? '');
  });
}
