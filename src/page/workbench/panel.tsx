/** Where files are dropped, chosen or pasted, and what came of them is saved. */
import { signal } from '@preact/signals';
import { useState } from 'preact/hooks';
import type { ReportData, Unread } from '../data.ts';
import { download } from '../dom.ts';
import { page } from '../state.ts';
import { t } from '../words.ts';
import { asCsv, asJson, clear, hold } from './held.ts';
import { NotHere, parseFile } from './parse.ts';

/** The file being parsed. */
const busy = signal<string | null>(null);

/** Parses files one after the other; the page stays alive between them. */
async function take(files: readonly (readonly [string, () => Promise<Uint8Array>])[]): Promise<void> {
  const parsed: ReportData[] = [];
  const failed: Unread[] = [];
  for (const [name, bytes] of files) {
    busy.value = name;
    await new Promise((resolve) => { setTimeout(resolve); });
    try {
      parsed.push(await parseFile(name, await bytes()));
    } catch (error) {
      failed.push({ path: name, error: error instanceof NotHere ? t('notHere', { kind: error.kind }) : error instanceof Error ? error.message : String(error) });
    }
  }
  busy.value = null;
  hold(parsed, failed);
  if (parsed.length === 1 && page.value?.entries.length === 1) location.hash = '#/report/0';
}

const takeFiles = (files: Iterable<File>): void => {
  void take([...files].map((file) => [file.name, async () => new Uint8Array(await file.arrayBuffer())] as const));
};

/** Files may be dropped anywhere on the page. */
export function acceptDrops(): void {
  addEventListener('dragover', (event) => { event.preventDefault(); });
  addEventListener('drop', (event) => {
    event.preventDefault();
    if (event.dataTransfer !== null && event.dataTransfer.files.length > 0) takeFiles(event.dataTransfer.files);
  });
}

export function Panel() {
  const [text, setText] = useState('');
  const held = (page.value?.entries.length ?? 0) > 0;
  const parse = (event: Event): void => {
    event.preventDefault();
    void take([[t('pasted'), () => Promise.resolve(new TextEncoder().encode(text))]]);
    setText('');
  };
  return (
    <section class="drop screen-only" aria-label={t('workbench')}>
      <p class="invitation">{t('drop')}</p>
      <p>
        <label class="button">{t('choose')}<input type="file" class="hidden" multiple accept=".txt,.text,.md,.markdown,.html,.htm,.shtml" onChange={(event) => { takeFiles(event.currentTarget.files ?? []); event.currentTarget.value = ''; }} /></label>
        {held ? (
          <>
            {' '}<button type="button" onClick={() => { download('reports.json', asJson(), 'application/json'); }}>{t('saveJson')}</button>
            {' '}<button type="button" onClick={() => { download('reports.csv', asCsv(), 'text/csv'); }}>{t('saveCsv')}</button>
            {' '}<button type="button" class="quiet" onClick={clear}>{t('clear')}</button>
          </>
        ) : null}
      </p>
      <form onSubmit={parse}>
        <label><span>{t('orPaste')}</span><textarea rows={held ? 2 : 6} value={text} lang="zh-CN" onInput={(event) => { setText(event.currentTarget.value); }} /></label>
        <button type="submit" disabled={text.trim() === ''}>{t('parse')}</button>
      </form>
      <p class="nothing" role="status">{busy.value === null ? t('local') : t('parsing', { name: busy.value })}</p>
    </section>
  );
}
