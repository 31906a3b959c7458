/** Every report in a table that can be sorted. */
import { useMemo, useState } from 'preact/hooks';
import type { IndexEntry } from '../data.ts';
import { reportLink } from '../routes.ts';
import { eraWord, t, type Word } from '../words.ts';
import { More } from './matrix.tsx';
import { filledOf } from './query.ts';

const STEP = 100;

type SortKey = 'agency' | 'year' | 'era' | 'filled' | 'findings' | 'path';

const KEYS: Readonly<Record<SortKey, (entry: IndexEntry) => string | number>> = {
  agency: ({ agency, title, path }) => agency ?? title ?? path,
  year: ({ year }) => year ?? 0,
  era: ({ era }) => era,
  filled: (entry) => filledOf(entry) ?? -1,
  findings: ({ findings: { error, warning, info } }) => error * 1e8 + warning * 1e4 + info,
  path: ({ path }) => path,
};

export function Listing({ entries }: { entries: readonly IndexEntry[] }) {
  const [sort, setSort] = useState<{ key: SortKey; down: boolean }>({ key: 'findings', down: true });
  const [shown, setShown] = useState(STEP);
  const sorted = useMemo(() => {
    const key = KEYS[sort.key];
    const keyed = entries.map((entry) => [key(entry), entry] as const);
    keyed.sort(([a, one], [b, other]) => (a < b ? -1 : a > b ? 1 : 0) * (sort.down ? -1 : 1) || one.id - other.id);
    return keyed.map(([, entry]) => entry);
  }, [entries, sort]);
  const head = (key: SortKey, word: Word, numeric = false) => (
    <th scope="col" class={numeric ? 'number' : ''} aria-sort={sort.key !== key ? 'none' : sort.down ? 'descending' : 'ascending'}>
      <button type="button" class="quiet" onClick={() => { setSort({ key, down: sort.key === key ? !sort.down : numeric }); }}>{t(word)}<span aria-hidden="true">{sort.key !== key ? '' : sort.down ? ' ↓' : ' ↑'}</span></button>
    </th>
  );
  return (
    <section class="listing" aria-labelledby="listing-title">
      <h2 id="listing-title">{t('allReports')} <span class="count">{entries.length}</span></h2>
      <div class="scroller">
        <table>
          <thead><tr>{head('agency', 'agency')}{head('year', 'year', true)}{head('era', 'era')}{head('filled', 'cellsFilled', true)}{head('findings', 'findings', true)}{head('path', 'file')}</tr></thead>
          <tbody>{sorted.slice(0, shown).map((entry) => <Entry key={entry.id} entry={entry} />)}</tbody>
        </table>
      </div>
      <More hidden={sorted.length - shown} more={() => { setShown(shown + STEP); }} step={STEP} />
    </section>
  );
}

function Entry({ entry }: { entry: IndexEntry }) {
  const { error, warning, info } = entry.findings;
  const filled = filledOf(entry);
  return (
    <tr>
      <td lang="zh-CN"><a href={reportLink(entry.id)}>{entry.agency ?? entry.title ?? entry.path}</a>{entry.duplicateOf === null ? null : <span class="code" title={t('duplicate')}> ＝</span>}</td>
      <td class="number">{entry.year ?? '–'}</td>
      <td>{eraWord(entry.era)}</td>
      <td class="number">{filled === null ? '–' : `${filled}%`}</td>
      <td class="number tallies">{error > 0 ? <span class="tally error">{error}</span> : null}{warning > 0 ? <span class="tally warning">{warning}</span> : null}{info > 0 ? <span class="tally info">{info}</span> : null}</td>
      <td class="path">{entry.path}</td>
    </tr>
  );
}
