/** Many reports: which there are, what they say over the years, what is wrong in them. */
import type { ComponentChildren } from 'preact';
import { ERAS } from '../../forms/registry.ts';
import { page } from '../state.ts';
import { eraWord, severityWord, t } from '../words.ts';
import { Listing } from './listing.tsx';
import { Matrix } from './matrix.tsx';
import { codeFilter, found, query } from './query.ts';
import { Ranking } from './ranking.tsx';
import { SeriesView } from './series-view.tsx';

export function IndexView({ children }: { children?: ComponentChildren }) {
  const now = page.value!;
  const entries = found.value;
  return (
    <main id="content" class="index" tabIndex={-1}>
      {children}
      {now.entries.length === 0 ? null : (
        <>
          <Summary />
          <div class="search screen-only" role="search">
            <input type="search" id="search" value={query.value} placeholder={t('search')} aria-label={t('search')} aria-keyshortcuts="/" onInput={(event) => { query.value = event.currentTarget.value; }} />
            <span aria-live="polite">{t('matching', { count: entries.length })}</span>
            {codeFilter.value === null ? null : <button type="button" class="quiet" onClick={() => { codeFilter.value = null; }}>{t('clearFilter', { code: codeFilter.value })}</button>}
          </div>
          <Matrix entries={entries} />
          <SeriesView entries={entries} />
          <Ranking entries={entries} />
          <Listing entries={entries} />
        </>
      )}
      {now.unread.length === 0 ? null : (
        <section aria-labelledby="unread-title">
          <h2 id="unread-title">{t('unread')} <span class="count">{now.unread.length}</span></h2>
          <ul class="unread">{now.unread.map(({ path, error }) => <li key={path}><span class="path">{path}</span> {error}</li>)}</ul>
        </section>
      )}
    </main>
  );
}

function Summary() {
  const { entries, unread } = page.value!;
  const bodies = new Set(entries.map(({ key }) => key)).size;
  const sum = (severity: 'error' | 'warning' | 'info'): number => entries.reduce((total, { findings }) => total + findings[severity], 0);
  const eras = ERAS.map((era) => [era, entries.filter((entry) => entry.era === era).length] as const).filter(([, count]) => count > 0);
  return (
    <dl class="summary">
      <div><dt>{t('reports')}</dt><dd>{entries.length}</dd></div>
      <div><dt>{t('agencies')}</dt><dd>{bodies}</dd></div>
      {eras.map(([era, count]) => <div key={era} class="minor"><dt>{eraWord(era)}</dt><dd>{count}</dd></div>)}
      {(['error', 'warning', 'info'] as const).map((severity) => <div key={severity} class={severity}><dt>{severityWord(severity)}</dt><dd>{sum(severity)}</dd></div>)}
      {unread.length === 0 ? null : <div class="error"><dt>{t('unread')}</dt><dd>{unread.length}</dd></div>}
    </dl>
  );
}
