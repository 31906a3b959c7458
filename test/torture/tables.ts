/** Tables of results for a terminal. */
import { LAYOUTS } from './render/index.ts';
import { addScore, emptyScore, type Score } from './score.ts';
import type { Summary } from './run.ts';

const share = (part: number, whole: number): string => (whole === 0 ? '-' : ((100 * part) / whole).toFixed(2));

const COLUMNS: readonly (readonly [head: string, of: (score: Score) => string | number])[] = [
  ['docs', (s) => s.documents],
  ['printed', (s) => s.printed],
  ['right%', (s) => share(s.right, s.cells)],
  ['recall', (s) => share(s.rightValues, s.printed)],
  ['precis', (s) => share(s.rightValues, s.values)],
  ['nullTold', (s) => s.nullTold],
  ['nullSil', (s) => s.nullSilent],
  ['absSil', (s) => s.absentSilent],
  ['asBlank', (s) => s.asBlank],
  ['wrngTold', (s) => s.wrongTold],
  ['wrngSil', (s) => s.wrongSilent],
  ['misplcd', (s) => s.misplaced],
  ['era', (s) => s.era],
];

/** One table; rows in the order given, their sum last. */
export function scoreTable(title: string, rows: readonly (readonly [string, Score])[], total = true): string {
  const sum = emptyScore();
  for (const [, score] of rows) addScore(sum, score);
  const all = total ? [...rows, ['ALL', sum] as const] : rows;
  const first = Math.max(title.length, ...all.map(([name]) => Array.from(name).length));
  const line = (name: string, fields: readonly (string | number)[]): string => `${name.padEnd(first)} ${fields.map((field) => String(field).padStart(8)).join(' ')}`;
  return [line(title, COLUMNS.map(([head]) => head)), ...all.map(([name, score]) => line(name, COLUMNS.map(([, of]) => of(score))))].join('\n');
}

const sorted = (map: ReadonlyMap<string, Score>): [string, Score][] => [...map].sort(([a], [b]) => (a < b ? -1 : 1));

/** Everything a run has to say. */
export function summaryText(summary: Summary): string {
  const shows = new Map(LAYOUTS.map((layout) => [layout.name, layout.shows]));
  const pick = (wanted: boolean): [string, Score][] => sorted(summary.plainByLayout).filter(([name]) => shows.get(name) === wanted);
  const sumOf = (rows: readonly [string, Score][]): Score => rows.reduce((sum, [, score]) => (addScore(sum, score), sum), emptyScore());
  return [
    scoreTable('layout (all)', sorted(summary.byLayout)),
    scoreTable('mutation', sorted(summary.byMutation), false),
    scoreTable('form', sorted(summary.byForm), false),
    scoreTable('unmutated, cells show', pick(true)),
    scoreTable('unmutated, blanks traceless', pick(false)),
    scoreTable('unmutated, by trait', sorted(summary.byTrait), false),
    measures(summary, sumOf(pick(true)), pick(false)),
  ].join('\n\n');
}

/** The lines of the table of measures. */
function measures({ all }: Summary, shows: Score, hidden: readonly [string, Score][]): string {
  return [
    `all ${all.documents} documents: wrong silent ${all.wrongSilent}; wrong told ${all.wrongTold} (${share(all.wrongTold, all.cells)} % of cells); null without a finding ${all.nullSilent} printed, ${all.absentSilent} absent; printed as blank ${all.asBlank}`,
    `without mutations, cells show: recall ${share(shows.rightValues, shows.printed)} %, precision ${share(shows.rightValues, shows.values)} %`,
    ...hidden.map(([name, score]) => `without mutations, ${name}: recall ${share(score.rightValues, score.printed)} %, precision ${share(score.rightValues, score.values)} %`),
  ].join('\n');
}
