/**
 * Every finding of the rules on documents, prose and series over the reports beside the checkout, each with a verdict read by hand.
 * A verdict is kept under a digest of the file, the code and the arguments: nothing of the reports stands here.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { expect, test } from 'vitest';
import { checkSeries } from '../../src/check/series.ts';
import { readReport } from '../../src/read-report.ts';
import type { Finding, Report } from '../../src/schema/report.ts';
import verdicts from './verdicts.json' with { type: 'json' };

interface Verdict {
  key: string;
  code: string;
  /** Whether the report does break the rule. */
  true: boolean;
  why: string;
}

const folder = new URL('../../../shared/reports/', import.meta.url);
/** What is held at least to be true of what is found. */
const TRUE_SHARE = 0.95;

const keyOf = (file: string, { code, args }: Finding): string => bytesToHex(sha256(utf8ToBytes(JSON.stringify([file, code, args])))).slice(0, 16);

async function found(): Promise<{ key: string; code: string; told: string }[]> {
  const files = readdirSync(folder).filter((name) => /\.(?:txt|html|pdf)$/.test(name)).sort();
  const reports: Report[] = [];
  for (const file of files) reports.push(await readReport(readFileSync(new URL(file, folder)), { path: file }));
  const series = checkSeries(reports).map(({ report, finding }) => ({ file: files[report]!, finding }));
  return [...reports.flatMap(({ findings }, index) => findings.map((finding) => ({ file: files[index]!, finding }))), ...series]
    .filter(({ finding }) => /^(?:document|prose|series)\//.test(finding.code))
    .map(({ file, finding }) => ({ key: keyOf(file, finding), code: finding.code, told: `${file} ${finding.code} ${JSON.stringify(finding.args)}` }));
}

test('what the rules find in the reports was read by hand, and hardly any of it is false', async () => {
  if (!existsSync(folder)) {
    console.warn('SKIPPED: the reports beside the checkout are not there; NOTHING is held');
    return;
  }
  const known = new Map((verdicts as Verdict[]).map((verdict) => [verdict.key, verdict]));
  const all = await found();
  expect(all.filter(({ key }) => !known.has(key)).map(({ key, told }) => `${key} ${told}`), 'findings without a verdict').toEqual([]);
  const right = all.filter(({ key }) => known.get(key)?.true === true);
  expect(right.length / Math.max(1, all.length)).toBeGreaterThanOrEqual(TRUE_SHARE);
}, 60_000);
