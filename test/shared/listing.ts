/** What the reader makes of the samples, cell by cell: for a developer's eyes while the reader is worked on. */
import { describe, judgeCells, values, type CellVerdict } from './cells.ts';
import { samples, type Corpus, type Read, type Sample } from './corpora.ts';
import { faultsBesideCells } from './score.ts';

/** The corpora with cells. */
const WITH_CELLS: readonly Corpus[] = ['reports', 'probes', 'oddities', 'cases'];

const COLUMNS = [
  'documents',
  'right',
  'null told',
  'null silent',
  'open',
  'wrong told',
  'wrong silent',
  'status',
  'indicators',
  'era',
  'other',
] as const;
/** Figures of some documents together. `open` are nulls that the truth allows and a finding names. */
type Figures = Record<(typeof COLUMNS)[number], number>;

const none = (): Figures => Object.fromEntries(COLUMNS.map((column) => [column, 0])) as Figures;

function columnOf({ verdict, told }: CellVerdict): (typeof COLUMNS)[number] {
  switch (verdict) {
    case 'wrong':
      return told ? 'wrong told' : 'wrong silent';
    case 'null':
      return told ? 'null told' : 'null silent';
    case 'open':
      return told ? 'open' : 'null silent';
    case 'status':
      return 'status';
  }
}

export interface Listed {
  /** One line a cell or other fault that is not right. */
  lines: string[];
  figures: Figures;
}

/** One document: what differs, and its figures. */
export function listReport({ report, truth }: Read): Listed {
  const figures = none();
  const lines: string[] = [];
  const found = values(report);
  figures.documents = 1;
  figures.right = Object.entries(truth.cells).filter(
    ([cell, wanted]) => wanted !== null && found.get(cell) === wanted,
  ).length;
  for (const verdict of judgeCells(report, truth)) {
    const column = columnOf(verdict);
    figures[column]++;
    if (column !== 'open') lines.push(`${column}  ${describe(verdict)}`);
  }
  for (const {
    kinds: [kind],
    text,
  } of faultsBesideCells(report, truth)) {
    const column = kind === 'era' ? 'era' : kind!.startsWith('indicators') ? 'indicators' : 'other';
    figures[column]++;
    lines.push(`${kind!}  ${text}`);
  }
  return { lines, figures };
}

/** Figures as a table, a row each, the sum below. */
export function figuresTable(rows: ReadonlyMap<string, Figures>): string[] {
  const sum = none();
  for (const figures of rows.values()) for (const column of COLUMNS) sum[column] += figures[column];
  const all = [...rows, ['ALL', sum] as const];
  const width = Math.max(...all.map(([name]) => name.length));
  return [
    [''.padEnd(width), ...COLUMNS].join('  '),
    ...all.map(([name, figures]) =>
      [name.padEnd(width), ...COLUMNS.map((column) => String(figures[column]).padStart(column.length))].join('  '),
    ),
  ];
}

/**
 * Reads every sample whose `CORPUS/FILE` contains `filter`.
 *
 * @param say is handed the lines of a file as soon as it is read
 */
export async function listShared(filter: string, say: (line: string) => void): Promise<void> {
  const rows = new Map<string, Figures>();
  for (const corpus of WITH_CELLS) {
    const all = samples(corpus);
    if (all === null) say(`${corpus}: SKIPPED, its folder in ../shared is not there`);
    for (const sample of all ?? []) {
      if (!`${corpus}/${sample.file}`.includes(filter)) continue;
      await listSample(corpus, sample, rows, say);
    }
  }
  if (rows.size > 0) say(['', ...figuresTable(rows)].join('\n'));
}

async function listSample(
  corpus: Corpus,
  { file, layout, read }: Sample,
  rows: Map<string, Figures>,
  say: (line: string) => void,
): Promise<void> {
  if (read === undefined) return;
  const { lines, figures } = listReport(await read());
  const group = layout === undefined ? corpus : `${corpus}/${layout}`;
  const sum = rows.get(group) ?? none();
  rows.set(group, sum);
  for (const column of COLUMNS) sum[column] += figures[column];
  if (lines.length > 0) say([`${corpus}/${file}`, ...lines.map((line) => `  ${line}`)].join('\n'));
}
