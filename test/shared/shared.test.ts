/** The whole pipeline over the samples in ../shared, against the same floors as `npm run accuracy`. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fold } from '../../src/text/fold.ts';
import { parseReport } from '../../src/pipeline.ts';
import type { Report } from '../../src/schema/report.ts';
import { FLOORS, MISREAD, RAW } from '../../scripts/floors.mjs';
import { faults, plain, tally, type ReportTruth, type Tally } from './score.ts';

const SHARED = new URL('../../../shared/', import.meta.url);
const has = (folder: string): boolean => existsSync(new URL(`${folder}/`, SHARED));
const list = (folder: string, ending: string): string[] => (has(folder) ? readdirSync(new URL(`${folder}/`, SHARED)).filter((name) => name.endsWith(ending)).sort() : []);
const truthOf = (path: string): unknown => JSON.parse(readFileSync(new URL(path, SHARED), 'utf8'));
const parse = (path: string): Report => parseReport(readFileSync(new URL(path, SHARED)), { path });

for (const folder of ['reports', 'heads', 'cases']) {
  if (!has(folder)) console.warn(`SKIPPED: ../shared/${folder} is not there; NOTHING of it is tested`);
}

describe.skipIf(!has('reports'))('real reports, read by hand', () => {
  test.each(list('reports', '.txt'))('%s has no fault', (name) => {
    expect(faults(parse(`reports/${name}`), truthOf(`reports/${name.replace(/\.txt$/, '.truth.json')}`) as ReportTruth)).toEqual([]);
  });
});

interface Head {
  file: string;
  year?: number;
  org?: string | string[] | null;

  title?: string;
}

describe.skipIf(!has('heads'))('heads of real pages', () => {
  test('year, agency and title stay above their floors', () => {
    const right = { year: 0, agency: 0, title: 0 };
    const asked = { year: 0, agency: 0, title: 0 };
    const mark = (field: keyof typeof right, good: boolean): void => {
      asked[field]++;
      if (good) right[field]++;
    };
    const bare = (text: string | null | undefined): string => String(plain(text ?? '')).replace(/^[。：]+|[。：]+$/g, '');
    for (const line of readFileSync(new URL('heads/index.jsonl', SHARED), 'utf8').trim().split('\n')) {
      const head = JSON.parse(line) as Head;
      const { metadata } = parse(`heads/${head.file}`);
      if (head.year !== undefined) mark('year', metadata.year === head.year);
      else if (metadata.year !== null) mark('year', false);
      if (head.org != null) mark('agency', [head.org].flat().some((org) => fold(bare(metadata.agency)) === fold(bare(org))));
      if (head.title !== undefined) mark('title', bare(metadata.title) === bare(head.title));
    }
    for (const field of ['year', 'agency', 'title'] as const) {
      expect((100 * right[field]) / asked[field], field).toBeGreaterThanOrEqual(FLOORS.heads[field].floor);
    }
  });
});

interface Case {
  era: string;
  year: number;
  agency: string;
  title: string;
  cells: Record<string, number | null>;
}

describe.skipIf(!has('cases'))('made-up reports in the layouts of real tools', () => {
  const names = has('cases') ? list('cases/text', '.txt') : [];
  const layoutOf = (name: string): string => name.split('.')[1]!;
  const read = (name: string): { report: Report; truth: Case } => ({ report: parse(`cases/text/${name}`), truth: truthOf(`cases/${name.split('.')[0]!}.truth.json`) as Case });

  test.each(names)('%s: era, year, agency, title', (name) => {
    const { report: { template, metadata }, truth } = read(name);
    expect([template.era, metadata.year, plain(metadata.agency), plain(metadata.title)]).toEqual([truth.era, truth.year, plain(truth.agency), plain(truth.title)]);
  });

  test.each([
    ['layouts in which an empty cell leaves a trace', FLOORS.cases, (layout: string) => layout !== RAW && layout !== MISREAD],
    [RAW, FLOORS.rawCases, (layout: string) => layout === RAW],
  ] as const)('%s: recall and precision', (_, floors, wanted) => {
    const all: Tally = { right: 0, wrong: 0, missed: 0 };
    for (const name of names.filter((one) => wanted(layoutOf(one)))) {
      const { report, truth } = read(name);
      const one = tally(report, truth.cells);
      all.right += one.right;
      all.wrong += one.wrong;
      all.missed += one.missed;
    }
    expect((100 * all.right) / (all.right + all.missed), 'recall').toBeGreaterThanOrEqual(floors.recall.floor);
    expect((100 * all.right) / (all.right + all.wrong), 'precision').toBeGreaterThanOrEqual(floors.precision.floor);
  });
});
