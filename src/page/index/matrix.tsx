/** Bodies by years: which form each report is in, how much of it is filled in, how much is wrong with it. */
import { useMemo, useState } from 'preact/hooks';
import type { IndexEntry } from '../data.ts';
import { reportLink } from '../routes.ts';
import { eraMark, eraWord, t } from '../words.ts';
import { coverageOf, filledOf } from './query.ts';

/** Rows shown at first: thousands of cells take a browser seconds. */
const STEP = 60;

export function Matrix({ entries }: { entries: readonly IndexEntry[] }) {
  const { rows, years } = useMemo(() => coverageOf(entries), [entries]);
  const [shown, setShown] = useState(STEP);
  return (
    <section class="coverage" aria-labelledby="coverage-title">
      <h2 id="coverage-title">{t('coverage')}</h2>
      <p class="nothing">{t('coverageHint')}</p>
      <div class="scroller">
        <table>
          <thead><tr><th scope="col">{t('agency')}</th>{years.map((year) => <th key={year} scope="col">{year ?? t('noYear')}</th>)}</tr></thead>
          <tbody>
            {rows.slice(0, shown).map((row) => (
              <tr key={row.key}>
                <th scope="row" lang="zh-CN">{row.agency}</th>
                {years.map((year) => <MatrixCell key={year} entries={row.years.get(year)} />)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <More hidden={rows.length - shown} more={() => { setShown(shown + STEP); }} step={STEP} />
    </section>
  );
}

function MatrixCell({ entries }: { entries: readonly IndexEntry[] | undefined }) {
  if (entries === undefined) return <td class="absent"><span class="hidden">{t('noReport')}</span></td>;
  const entry = entries.find(({ duplicateOf }) => duplicateOf === null) ?? entries[0]!;
  const others = entries.filter((other) => other !== entry);
  const { error, warning, info } = entry.findings;
  const filled = filledOf(entry);
  const told = [eraWord(entry.era), ...(filled === null ? [] : [t('complete', { percent: filled })]), t('findingsCount', { count: error + warning + info }), ...(others.length === 0 ? [] : [t('duplicates', { count: others.length })])].join('，');
  return (
    <td class={error > 0 ? 'error' : warning > 0 ? 'warning' : ''}>
      <a href={reportLink(entry.id)} title={told} aria-label={`${String(entry.year ?? '')} ${told}`}>
        <span class={`era era-${entry.era}`}>{eraMark(entry.era)}</span>
        {error + warning > 0 ? <span class={`tally ${error > 0 ? 'error' : 'warning'}`}>{error > 0 ? error : warning}</span> : null}
        {filled === null ? null : <span class="bar"><i style={{ width: `${filled}%` }} /></span>}
      </a>
      {others.length === 0 ? null : <span class="others">{others.map((other) => <a key={other.id} href={reportLink(other.id)} title={`${t('duplicate')}：${other.path}`} aria-label={t('duplicate')}>＝</a>)}</span>}
    </td>
  );
}

/** What a table leaves out, and the way to more of it. */
export function More({ hidden, more, step }: { hidden: number; more: () => void; step: number }) {
  if (hidden <= 0) return null;
  return <p class="more"><span class="nothing">{t('moreHidden', { count: hidden })}</span> <button type="button" class="quiet screen-only" onClick={more}>{t('more', { count: Math.min(step, hidden) })}</button></p>;
}
