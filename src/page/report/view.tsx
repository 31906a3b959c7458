/** One report: its text on one side, the form and all that is said of it on the other. */
import { useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { FormTable, IndicatorTable } from '../form/table.tsx';
import { light } from '../dom.ts';
import type { Model } from '../model.ts';
import { reportLink } from '../routes.ts';
import { compareYears, selection, side, type Side } from '../state.ts';
import { TextPane } from '../text/pane.tsx';
import { eraWord, statusWord, t } from '../words.ts';
import { About } from './about.tsx';
import { Findings } from './findings.tsx';
import { Inspector } from './inspector.tsx';
import { Review } from './review-bar.tsx';
import { Sections } from './sections.tsx';

export function ReportView({ model }: { model: Model }) {
  const root = useRef<HTMLElement>(null);
  useSignalEffect(() => {
    const now = selection.value;
    // The other side may have to appear first.
    requestAnimationFrame(() => { if (root.current !== null && now === selection.peek()) light(root.current, model); });
  });
  return (
    <main id="content" class="report" ref={root} data-shown={side.value} tabIndex={-1}>
      <Tabs />
      <TextPane model={model} />
      <div class="right-side">
        <FormPane model={model} />
        <Inspector model={model} />
      </div>
    </main>
  );
}

function Tabs() {
  const tab = (which: Side, word: 'form' | 'sourceText') => (
    <button type="button" aria-pressed={side.value === which} onClick={() => { side.value = which; }}>{t(word)}</button>
  );
  return <div class="tabs" role="group" aria-label={t('place')}>{tab('form', 'form')}{tab('text', 'sourceText')}</div>;
}

function FormPane({ model }: { model: Model }) {
  const { agency, year, title } = model.report.metadata;
  const local = model.report.tables.indicators !== undefined;
  return (
    <section class="pane form-pane" data-side="form" aria-label={t('form')}>
      <header class="report-head">
        <h1 lang="zh-CN">{title ?? agency ?? model.report.source.path ?? t('unknown')}</h1>
        <p>{[eraWord(model.report.template.era), year === null ? t('noYear') : String(year), ...(agency !== null && agency !== title ? [agency] : [])].join(' · ')}</p>
        {model.duplicateOf === null ? null : <p class="notice"><a href={reportLink(model.duplicateOf)}>{t('duplicate')}</a></p>}
      </header>
      <Findings model={model} />
      {model.tables.length > 0 ? <Legend model={model} /> : null}
      {model.tables.map((table) => <FormTable key={table.name} table={table} model={model} />)}
      {local ? <IndicatorTable model={model} /> : null}
      {model.tables.length === 0 && !local ? <p class="notice">{t('noTables')}</p> : null}
      <Sections model={model} />
      <About model={model} />
      <Review model={model} />
    </section>
  );
}

function Legend({ model }: { model: Model }) {
  const statuses = ['reported', 'zeroWord', 'blank', 'notApplicable', 'unreadable', 'missing'] as const;
  const samples = { reported: '12', zeroWord: '无', blank: '', notApplicable: '/', unreadable: '3?', missing: '' };
  return (
    <div class="legend" aria-label={t('legend')}>
      {statuses.map((status) => <span key={status} class="sample"><i class={`value ${status}`} lang="zh-CN">{samples[status]}</i>{statusWord(status)}</span>)}
      <span class="sample"><i class="value error pointed">5</i>{t('flagged')}</span>
      {model.before === null ? null : (
        <label class="screen-only"><input type="checkbox" checked={compareYears.value} onChange={(event) => { compareYears.value = event.currentTarget.checked; }} />{t('yearBefore', { year: model.before.year })}</label>
      )}
    </div>
  );
}
