/** The samples in `../shared`, corpus by corpus: every document, and how its faults are found. */
import { readGrids } from '../../src/grid/grids.ts';
import { readLocal } from '../../src/local/local.ts';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { detect } from '../../src/detect/detect.ts';
import { outline } from '../../src/outline/outline.ts';
import { parseReport } from '../../src/pipeline.ts';
import { readReport } from '../../src/read-report.ts';
import type { Report } from '../../src/schema/report.ts';
import { createDocument } from '../../src/text/document.ts';
import { findingFaults, type SampleTruth } from '../check/samples.ts';
import { countFaults, type Fault } from './fault.ts';
import { headFaults, type HeadTruth } from './heads.ts';
import { oddities, type Oddity } from './oddities.ts';
import { eraFaults, reportFaults, sectionFaults, type ReportTruth } from './score.ts';
import { reportOf, sentenceFaults, type Sentence } from './sentences.ts';
import { timesOf } from './timing.ts';

/** A report and the truth about its cells, for what looks at cells alone. */
export interface Read {
  report: Report;
  truth: ReportTruth;
}

export interface Sample {
  /** Its name inside the corpus: the file's, or of the piece of a file. */
  file: string;
  /** Documents of one layout are counted together. */
  layout?: string;
  faults: () => Fault[] | Promise<Fault[]>;
  /** Where there are cells to look at. */
  read?: () => Promise<Read>;
}

export const CORPORA = ['reports', 'probes', 'oddities', 'cases', 'heads', 'facts', 'outline', 'check'] as const;
export type Corpus = (typeof CORPORA)[number];

const FOLDERS: Record<Corpus, string> = {
  reports: 'reports',
  probes: 'probes',
  oddities: 'probes/oddities',
  cases: 'cases',
  heads: 'heads',
  facts: 'facts',
  outline: 'reports',
  check: 'reports',
};
const READABLE = /\.(?:txt|md|html|docx|doc|pdf)$/;

/** Beside the checkout. Scripts run from its root as tests do. */
export const SHARED = join(process.cwd(), '..', 'shared');

/** The samples of a corpus in the order of their names; `null` where its folder is not there. */
export function samples(corpus: Corpus, shared: string = SHARED): Sample[] | null {
  const folder = join(shared, FOLDERS[corpus]);
  return existsSync(folder) ? MAKE[corpus](folder, shared) : null;
}

const json = (...path: string[]): unknown => JSON.parse(readFileSync(join(...path), 'utf8'));
const lines = (...path: string[]): unknown[] =>
  readFileSync(join(...path), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as unknown);
const files = (folder: string, pattern: RegExp): string[] =>
  readdirSync(folder)
    .filter((name) => pattern.test(name))
    .sort();

function read(folder: string, file: string): Promise<Report> {
  return readReport(readFileSync(join(folder, file)), { path: file });
}

/** A sample that is held against a truth about the whole report. */
function held(file: string, open: () => Promise<Read>, more: Partial<Sample> = {}): Sample {
  return {
    file,
    read: open,
    faults: async () => {
      const { report, truth } = await open();
      return reportFaults(report, truth);
    },
    ...more,
  };
}

/** Every readable file that has a truth beside it. */
function withTruths(folder: string): { file: string; truth: string }[] {
  return files(folder, READABLE)
    .map((file) => ({ file, truth: file.replace(READABLE, '.truth.json') }))
    .filter(({ truth }) => existsSync(join(folder, truth)));
}

function probes(folder: string): Sample[] {
  return reports(folder).map((sample) => ({ ...sample, layout: sample.file.split('-')[0]! }));
}

function reports(folder: string): Sample[] {
  return withTruths(folder).map(({ file, truth }) =>
    held(file, async () => ({ report: await read(folder, file), truth: json(folder, truth) as ReportTruth })),
  );
}

interface Case extends Pick<ReportTruth, 'cells'> {
  era: string;
  year: number;
  agency: string;
  title: string;
}

function cases(folder: string): Sample[] {
  return files(join(folder, 'text'), READABLE).map((file) => {
    const [name, layout] = file.split('.');
    return held(
      file,
      async () => {
        const { era, cells, year, agency, title } = json(folder, `${name!}.truth.json`) as Case;
        return {
          report: await read(join(folder, 'text'), file),
          truth: { era, cells, metadata: { year, agency, title } },
        };
      },
      { layout: layout! },
    );
  });
}

interface Dictionary {
  eras: { statistics: { tables: { statistics: { rows: { code: string; heading?: boolean }[] } } } };
}

function odd(folder: string, shared: string): Sample[] {
  const base = json(folder, 'base.truth.json') as ReportTruth;
  const { rows } = (json(shared, 'dictionary.json') as Dictionary).eras.statistics.tables.statistics;
  const statistics = rows.filter(({ heading }) => heading !== true).map(({ code }) => `statistics.${code}`);
  return oddities(statistics)
    .filter(({ file }) => existsSync(join(folder, file)))
    .map((one) => oddSample(one, folder, base));
}

function oddSample({ file, variant, truth, timesBase }: Oddity, folder: string, base: ReportTruth): Sample {
  const name = variant === undefined ? file : `${file} with ${variant.name}`;
  const bytes = (): Uint8Array => {
    const whole = readFileSync(join(folder, file));
    return variant === undefined
      ? whole
      : new TextEncoder().encode(whole.toString('utf8').replace(variant.from, () => variant.to));
  };
  if (timesBase !== undefined)
    return { file: name, faults: () => timeFaults(bytes(), readFileSync(join(folder, 'base.txt')), timesBase) };
  return held(name, async () => ({
    report: await readReport(bytes(), { path: file }),
    truth: truth!(base, new TextDecoder().decode(bytes())),
  }));
}

function timeFaults(input: Uint8Array, ordinary: Uint8Array, limit: number): Fault[] {
  const times = timesOf(
    () => parseReport(input),
    () => parseReport(ordinary),
    limit,
  );
  return times <= limit
    ? []
    : [{ kinds: ['slow'], text: `costs ${times.toFixed(0)} times an ordinary report, at most ${limit} are allowed` }];
}

function heads(folder: string): Sample[] {
  return (lines(folder, 'index.jsonl') as HeadTruth[]).map((truth) => ({
    file: truth.file,
    faults: async () => headFaults(await read(folder, truth.file), truth),
  }));
}

function facts(folder: string): Sample[] {
  return (lines(folder, 'sentences.jsonl') as Sentence[]).map((one) => ({
    file: one.id,
    faults: () => sentenceFaults(parseReport(reportOf(one)), one),
  }));
}

/** The stage alone, without a table reader's help. */
function outlines(folder: string): Sample[] {
  return withTruths(folder)
    .filter(({ file }) => file.endsWith('.txt'))
    .map(({ file, truth }) => ({
      file,
      faults: () => {
        const wanted = json(folder, truth) as ReportTruth;
        const document = createDocument(readFileSync(join(folder, file), 'utf8'));
        return [...eraFaults(detect(document, { local: readLocal(document, readGrids(document))?.signal }).era, wanted), ...sectionFaults(outline(document, []).sections, wanted)];
      },
    }));
}

/** The rules alone, over the truths. */
function checks(_: string, shared: string): Sample[] {
  return ['reports', 'cases']
    .filter((folder) => existsSync(join(shared, folder)))
    .flatMap((folder) =>
      files(join(shared, folder), /\.truth\.json$/).map((file) => {
        const name = file.replace('.truth.json', '');
        return {
          file: `${folder}/${name}`,
          faults: () => findingFaults(name, json(shared, folder, file) as SampleTruth),
        };
      }),
    );
}

const MAKE: Record<Corpus, (folder: string, shared: string) => Sample[]> = {
  reports,
  probes,
  oddities: odd,
  cases,
  heads,
  facts,
  outline: outlines,
  check: checks,
};

/** What a sample has wrong, counted. */
export async function countsOf(sample: Sample): Promise<{ faults: Fault[]; counts: ReturnType<typeof countFaults> }> {
  const faults = await sample.faults();
  return { faults, counts: countFaults(faults) };
}
