/** The facts of real reports that were read by hand; their texts stand beside the checkout, not in it. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseReport } from '../../src/pipeline.ts';

const reports = new URL('../../../shared/reports/', import.meta.url);

interface Wanted {
  metric: string | null;
  value: number;
  unit?: string;
  qualifier?: string;
  near?: string;
}

if (!existsSync(reports)) {
  it.skip('SKIPPED: ../shared/reports is not there, the facts of real reports are not tested', () => undefined);
} else {
  for (const file of readdirSync(reports).filter((name) => name.endsWith('.truth.json'))) {
    const truth = JSON.parse(readFileSync(new URL(file, reports), 'utf8')) as { facts?: Wanted[] };
    if (truth.facts === undefined) continue;
    const report = parseReport(readFileSync(new URL(file.replace('.truth.json', '.txt'), reports)));
    const name = `facts of ${file}`;
    if (report.sections.length === 0) {
      it.skip(`SKIPPED: no prose yet: ${name}`, () => undefined);
      continue;
    }
    it(name, () => {
      const left = [...report.facts];
      for (const want of truth.facts!) {
        const index = left.findIndex((fact) =>
          fact.metric === want.metric && fact.value === want.value && (want.unit === undefined || fact.unit === want.unit) &&
          (want.qualifier === undefined || fact.qualifier === want.qualifier) && `${fact.text}${fact.subject}`.replaceAll(/\s/g, '').includes(want.near ?? ''));
        expect(index, JSON.stringify(want)).toBeGreaterThanOrEqual(0);
        left.splice(index, 1);
      }
      expect(left.filter((fact) => fact.metric !== null && fact.year === undefined)).toEqual([]);
    });
  }
}
