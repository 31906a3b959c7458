/** The findings of a report, filtered by severity, origin and code. */
import { sentence } from '../../findings/catalogue.ts';
import type { Finding, Origin, Severity } from '../../schema/report.ts';
import type { Model } from '../model.ts';
import { useRoving } from '../roving.ts';
import { filters, language, shownFindings, stepFinding } from '../state.ts';
import { originWord, severityWord, t } from '../words.ts';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];
const ORIGINS: readonly Origin[] = ['report', 'reading'];
export const SIGN_OF_SEVERITY: Readonly<Record<Severity, string>> = { error: '✗', warning: '!', info: 'i' };

export function Findings({ model }: { model: Model }) {
  const container = useRoving(null);
  const shown = shownFindings.value;
  const all = model.findings;
  const codes = [...new Set(all.map(({ code }) => code))].sort();
  return (
    <section class="findings" aria-labelledby="findings-title">
      <div class="findings-head">
        <h2 id="findings-title">{t('findings')} <span class="count">{shown.length === all.length ? all.length : `${shown.length} / ${all.length}`}</span></h2>
        {all.length === 0 ? null : (
          <div class="filters screen-only" role="toolbar" aria-label={t('filterCode')}>
            {SEVERITIES.map((severity) => <Toggle key={severity} kind="severities" value={severity} label={severityWord(severity)} count={countOf(all, (one) => one.severity === severity)} />)}
            <span class="gap" />
            {ORIGINS.map((origin) => <Toggle key={origin} kind="origins" value={origin} label={originWord(origin)} count={countOf(all, (one) => one.origin === origin)} />)}
            <select aria-label={t('filterCode')} value={filters.value.code ?? ''} onChange={(event) => { const code = event.currentTarget.value; filters.value = { ...filters.value, code: code === '' ? null : code }; }}>
              <option value="">{t('allCodes')}</option>
              {codes.map((code) => <option key={code} value={code}>{code}</option>)}
            </select>
            <button type="button" class="quiet" aria-keyshortcuts="p" onClick={() => { stepFinding(-1); }}>{t('previous')} <kbd>p</kbd></button>
            <button type="button" class="quiet" aria-keyshortcuts="n" onClick={() => { stepFinding(1); }}>{t('next')} <kbd>n</kbd></button>
          </div>
        )}
      </div>
      {shown.length === 0 ? <p class="nothing">{t(all.length === 0 ? 'noFindings' : 'noneShown')}</p> : null}
      <div ref={container}>
        <ol>{shown.map(([index, finding]) => <Item key={index} index={index} finding={finding} />)}</ol>
      </div>
    </section>
  );
}

function Item({ index, finding }: { index: number; finding: Finding }) {
  return (
    <li class={finding.severity}>
      <button type="button" data-target={`finding:${index}`} tabIndex={-1}>
        <span class={`badge ${finding.severity}`} aria-label={severityWord(finding.severity)}>{SIGN_OF_SEVERITY[finding.severity]}</span>
        <span class="message">{sentence(finding, language.value)}</span>
        <span class="code">{finding.code}{finding.line === null ? '' : ` · ${t('line', { line: finding.line })}`}{finding.origin === 'reading' ? ` · ${originWord('reading')}` : ''}</span>
      </button>
    </li>
  );
}

const countOf = (findings: readonly Finding[], holds: (finding: Finding) => boolean): number => findings.filter(holds).length;

function Toggle({ kind, value, label, count }: { kind: 'severities' | 'origins'; value: string; label: string; count: number }) {
  const chosen: ReadonlySet<string> = filters.value[kind];
  const toggle = (): void => {
    const next = new Set(chosen);
    if (!next.delete(value)) next.add(value);
    filters.value = { ...filters.value, [kind]: next };
  };
  return <button type="button" class="toggle" aria-pressed={chosen.has(value)} onClick={toggle}>{label} {count}</button>;
}
