/** Findings in SARIF 2.1.0 (OASIS), which code scanning reads. */
import { CATALOGUE } from '../../findings/catalogue.ts';
import type { FindingKind } from '../../findings/finding.ts';
import type { FindingRecord } from './finding-records.ts';
import type { Language } from '../../messages/language.ts';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

export function toSarif(records: readonly FindingRecord[], language: Language, version: string): string {
  const codes = [...new Set(records.map(({ code }) => code))].sort();
  const rules = codes.map((code) => {
    const kind = (CATALOGUE as Record<string, FindingKind>)[code]!;
    return { id: code, shortDescription: { text: kind[language] }, fullDescription: { text: kind.why }, defaultConfiguration: { level: LEVELS[kind.severity] } };
  });
  const results = records.map(({ code, severity, message, path, line, column }) => ({
    ruleId: code, ruleIndex: codes.indexOf(code), level: LEVELS[severity], message: { text: message },
    locations: [{
      physicalLocation: {
        artifactLocation: { uri: path.split('/').map(encodeURIComponent).join('/') },
        ...(line === null ? {} : { region: { startLine: line, startColumn: column ?? 1 } }),
      },
    }],
  }));
  const sarif = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0',
    runs: [{ tool: { driver: { name: 'gov-report', version, rules } }, columnKind: 'utf16CodeUnits', results }],
  };
  return JSON.stringify(sarif, null, 2) + '\n';
}
