/** Addresses within the page: the index, a report of it, a page of its own. */
import { pageName } from './data.ts';
import { page } from './state.ts';

/** Where a report is shown, from where we are. */
export function reportLink(id: number): string {
  const now = page.value;
  if (now?.pages !== true) return `#/report/${id}`;
  return now.kind === 'report' ? pageName(id).replace(/^.*\//, '') : pageName(id);
}

/** The way back to all reports; `null` where there is but one. */
export function indexLink(): string | null {
  const now = page.value;
  if (now === null) return null;
  if (now.kind === 'report') return now.pages ? '../index.html' : null;
  return now.kind === 'workbench' || now.entries.length > 1 || now.unread.length > 0 ? '#/' : null;
}

/** The report that the address names. */
export function reportOfAddress(): number | null {
  const [, id] = /^#\/report\/(\d{1,9})$/.exec(location.hash) ?? [];
  return id === undefined ? null : Number(id);
}
