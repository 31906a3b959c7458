/** The series of a body or a region: a chart, and the same numbers as a table. */
import { useMemo, useState } from 'preact/hooks';
import type { IndexEntry } from '../data.ts';
import { language } from '../state.ts';
import { sourceWord, t } from '../words.ts';
import { Chart } from './chart.tsx';
import { DRAWN, FIRST, measureName } from './drawn.ts';
import { breaksOf, linesOf, subjectsOf, type Line, type Subject } from './series.ts';

/** Options of the list of subjects: more than these are found by narrowing the search. */
const OPTIONS = 300;

const CANDIDATES = 20;

const nameOf = (measure: string): string => measureName(measure, language.value);
export const lineName = ({ measure, source }: Line): string => `${nameOf(measure)}${source === 'table' ? '' : language.value === 'zh' ? `（${sourceWord(source)}）` : ` (${sourceWord(source)})`}`;

export function SeriesView({ entries }: { entries: readonly IndexEntry[] }) {
  const subjects = useMemo(() => subjectsOf(entries), [entries]);
  const [chosen, setChosen] = useState<string | null>(null);
  const [measures, setMeasures] = useState<readonly string[]>(FIRST);
  const first = useMemo(() => bestOf(entries, subjects), [entries, subjects]);
  const subject = subjects.find(({ id }) => id === chosen) ?? first;
  const lines = useMemo(() => (subject === undefined ? [] : linesOf(entries, subject, measures)), [entries, subject, measures]);
  if (subject === undefined) return null;
  const toggle = (id: string): void => { setMeasures(measures.includes(id) ? measures.filter((one) => one !== id) : [...measures, id]); };
  const options = (kind: Subject['kind']) => subjects.filter((one) => one.kind === kind).slice(0, OPTIONS).map(({ id, name, reports }) => <option key={id} value={id}>{`${name} (${reports})`}</option>);
  return (
    <section class="series" aria-labelledby="series-title">
      <h2 id="series-title">{t('series')}</h2>
      <div class="choices screen-only">
        <label>{t('subject')} <select value={subject.id} onChange={(event) => { setChosen(event.currentTarget.value); }}>
          <optgroup label={t('bodiesGroup')}>{options('body')}</optgroup>
          <optgroup label={t('regionsGroup')}>{options('region')}</optgroup>
        </select></label>
        <div class="filters" role="group" aria-label={t('measure')}>
          {DRAWN.map((id) => <button key={id} type="button" class="toggle" aria-pressed={measures.includes(id)} onClick={() => { toggle(id); }}>{nameOf(id)}</button>)}
        </div>
      </div>
      <h3 lang="zh-CN">{subject.name}</h3>
      {lines.length === 0 ? <p class="nothing">{t('noSeries')}</p> : (
        <>
          <Chart lines={lines} names={lines.map(lineName)} breaks={breaksOf(entries, subject)} breakLabel={t('formBreak')} />
          <SeriesTable lines={lines} summed={subject.kind === 'region'} />
        </>
      )}
    </section>
  );
}

/** The subject that has most to show at first, of the best covered ones. */
function bestOf(entries: readonly IndexEntry[], subjects: readonly Subject[]): Subject | undefined {
  const bodies = subjects.filter(({ kind }) => kind === 'body').slice(0, CANDIDATES);
  let best: Subject | undefined = bodies[0] ?? subjects[0];
  let most = 0;
  for (const body of bodies) {
    const points = linesOf(entries, body, FIRST).reduce((sum, line) => sum + line.points.length, 0);
    if (points > most) [best, most] = [body, points];
  }
  return best;
}

function SeriesTable({ lines, summed }: { lines: readonly Line[]; summed: boolean }) {
  const years = [...new Set(lines.flatMap(({ points }) => points.map(({ year }) => year)))].sort((a, b) => a - b);
  return (
    <div class="scroller">
      <table>
        <thead><tr><th scope="col">{t('measure')}</th><th scope="col">{t('source')}</th>{years.map((year) => <th key={year} scope="col" class="number">{year}</th>)}</tr></thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.measure} ${line.source}`}>
              <th scope="row">{nameOf(line.measure)}</th><td>{sourceWord(line.source)}</td>
              {years.map((year) => {
                const point = line.points.find((one) => one.year === year);
                return <td key={year} class="number" title={summed && point !== undefined ? t('sumOf', { count: point.bodies }) : ''}>{point === undefined ? '' : point.value}{summed && point !== undefined ? <small> /{point.bodies}</small> : null}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
