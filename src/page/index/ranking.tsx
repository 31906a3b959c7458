/** The findings of all reports, the most frequent first. */
import { CATALOGUE, type FindingCode } from '../../findings/catalogue.ts';
import type { IndexEntry } from '../data.ts';
import { language } from '../state.ts';
import { originWord, severityWord, t } from '../words.ts';
import { SIGN_OF_SEVERITY } from '../report/findings.tsx';
import { codeFilter } from './query.ts';

interface Rank {
  code: FindingCode;
  times: number;
  reports: number;
}

/** Codes by the number of findings. */
export function rankingOf(entries: readonly IndexEntry[]): Rank[] {
  const ranks = new Map<string, Rank>();
  for (const { codes } of entries) {
    for (const [code, times] of Object.entries(codes)) {
      const known = ranks.get(code);
      if (known === undefined) ranks.set(code, { code: code as FindingCode, times, reports: 1 });
      else {
        known.times += times;
        known.reports++;
      }
    }
  }
  return [...ranks.values()].filter(({ code }) => Object.hasOwn(CATALOGUE, code)).sort((a, b) => b.times - a.times || (a.code < b.code ? -1 : 1));
}

/** What a code says, its arguments left open. */
function wording(code: FindingCode): string {
  return CATALOGUE[code][language.value].replaceAll(/\{\w+\}/g, '…');
}

export function Ranking({ entries }: { entries: readonly IndexEntry[] }) {
  const ranks = rankingOf(entries);
  const most = ranks[0]?.times ?? 1;
  if (ranks.length === 0) return null;
  return (
    <section class="ranking" aria-labelledby="ranking-title">
      <h2 id="ranking-title">{t('ranking')}</h2>
      <div class="scroller">
        <table>
          <thead><tr><th scope="col">{t('findings')}</th><th scope="col">{t('origin')}</th><th scope="col" class="number">{t('occurrences')}</th><th scope="col" class="number">{t('inReports')}</th></tr></thead>
          <tbody>
            {ranks.map(({ code, times, reports }) => {
              const { severity, origin } = CATALOGUE[code];
              return (
                <tr key={code}>
                  <td>
                    <button type="button" class="quiet rank" aria-pressed={codeFilter.value === code} onClick={() => { codeFilter.value = codeFilter.value === code ? null : code; }}>
                      <span class={`badge ${severity}`} aria-label={severityWord(severity)}>{SIGN_OF_SEVERITY[severity]}</span> {wording(code)} <span class="code">{code}</span>
                    </button>
                  </td>
                  <td>{originWord(origin)}</td>
                  <td class="number"><span class="bar"><i class={severity} style={{ width: `${(100 * times) / most}%` }} /></span>{times}</td>
                  <td class="number">{reports}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
