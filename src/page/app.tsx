/** The page as a whole: its bar, and the report or the index below it. */
import { render } from 'preact';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { PageData } from './data.ts';
import { IndexView } from './index/view.tsx';
import { readPage, readReport, type Loaded } from './load.ts';
import { modelOf } from './model.ts';
import { ReportView } from './report/view.tsx';
import { indexLink, reportOfAddress } from './routes.ts';
import { helpOpen, initLanguage, model, page, show, switchLanguage, trouble } from './state.ts';
import { onKey } from './keys.ts';
import { t, type Word } from './words.ts';

/** What a page of another kind brings along: where its reports come from, and what stands above its index. */
export interface Extension {
  read: (id: number) => Promise<Loaded>;
  above: () => ComponentChildren;
}

/** Reads the page's data and shows it. */
export async function start(extension: Extension | null = null): Promise<void> {
  const root = document.getElementById('app')!;
  try {
    const data = await readPage();
    initLanguage(data.language);
    page.value = data;
    const read = extension?.read ?? readReport;
    const follow = (): void => { void open(data, read); };
    addEventListener('hashchange', follow);
    addEventListener('keydown', onKey);
    await open(data, read);
    render(<App above={extension?.above ?? null} />, root);
  } catch (error) {
    root.textContent = t('failed', { why: error instanceof Error ? error.message : String(error) });
  }
}

/** Shows what the address names: a report, or all of them. */
async function open(data: PageData, read: Extension['read']): Promise<void> {
  const asked = reportOfAddress();
  const only = data.kind === 'report' || (data.kind === 'index' && !data.pages && data.entries.length === 1 && data.unread.length === 0);
  const id = only ? data.entries[0]?.id ?? null : asked;
  if (id === null) {
    show(null);
    return;
  }
  if (model.value?.id === id) return;
  try {
    const { data: loaded, context } = await read(id);
    show(modelOf(id, loaded, context));
    scrollTo(0, 0);
  } catch (error) {
    show(null);
    trouble.value = error instanceof Error ? error.message : String(error);
  }
}

function App({ above }: { above: (() => ComponentChildren) | null }) {
  const shown = model.value;
  useEffect(() => { document.title = shown === null ? t(page.value?.kind === 'workbench' ? 'workbench' : 'appName') : shown.report.metadata.title ?? shown.report.source.path ?? t('appName'); });
  return (
    <>
      <a class="skip" href="#content" onClick={(event) => { event.preventDefault(); document.getElementById('content')?.focus(); }}>{t('skip')}</a>
      <Bar />
      {trouble.value === null ? null : <p class="notice" role="alert">{t('failed', { why: trouble.value })}</p>}
      {shown === null ? <IndexView>{above?.()}</IndexView> : <ReportView key={shown.id} model={shown} />}
      {helpOpen.value ? <Help /> : null}
    </>
  );
}

function Bar() {
  const back = model.value === null ? null : indexLink();
  return (
    <header class="bar screen-only">
      <span class="name">{t(page.value?.kind === 'workbench' ? 'workbench' : 'appName')}</span>
      {back === null ? null : <a href={back}>← {t('back')}</a>}
      <span class="gap" />
      <button type="button" class="quiet" aria-keyshortcuts="?" onClick={() => { helpOpen.value = true; }}>{t('help')} <kbd>?</kbd></button>
      <button type="button" class="quiet wide-only" onClick={() => { print(); }}>{t('print')}</button>
      <button type="button" class="quiet language" lang={t('language') === 'English' ? 'en' : 'zh-CN'} aria-label={t('languageLabel')} onClick={switchLanguage}>{t('language')}</button>
    </header>
  );
}

const KEYS: readonly (readonly [string, Word])[] = [
  ['n / p', 'keyNext'], ['Enter', 'keyEnter'], ['← ↑ → ↓', 'keyArrows'], ['r / w', 'keyReview'], ['Esc', 'keyEscape'], ['/', 'keySearch'], ['?', 'keyHelp'],
];

function Help() {
  const close = (): void => { helpOpen.value = false; };
  return (
    <div class="veil" onClick={close}>
      <div class="help" role="dialog" aria-modal="true" aria-labelledby="help-title" onClick={(event) => { event.stopPropagation(); }}>
        <h2 id="help-title">{t('help')}</h2>
        <dl>{KEYS.map(([key, word]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{t(word)}</dd></div>)}</dl>
        <button type="button" ref={(button) => { button?.focus(); }} onClick={close}>{t('close')}</button>
      </div>
    </div>
  );
}
