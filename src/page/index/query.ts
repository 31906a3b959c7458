/** Which reports of the index are looked at: by words, and by a finding's code. */
import { computed, signal } from '@preact/signals';
import type { IndexEntry } from '../data.ts';
import { page } from '../state.ts';

export const query = signal('');
export const codeFilter = signal<string | null>(null);

/** Where the words of a search are looked for, once an entry. */
const haystacks = new WeakMap<IndexEntry, string>();

function haystack(entry: IndexEntry): string {
  let text = haystacks.get(entry);
  if (text === undefined) {
    const { agency, title, path, region, year, key, codes } = entry;
    text = [agency, title, path, region?.code, ...region?.path ?? [], year, key, ...Object.keys(codes)].join('\n').normalize('NFKC').toLowerCase();
    haystacks.set(entry, text);
  }
  return text;
}

/** Entries with all the words, and the code where one is chosen. */
export function matching(entries: readonly IndexEntry[], words: string, code: string | null): readonly IndexEntry[] {
  const wanted = words.normalize('NFKC').toLowerCase().split(/\s+/).filter((word) => word !== '');
  if (wanted.length === 0 && code === null) return entries;
  return entries.filter((entry) => (code === null || Object.hasOwn(entry.codes, code)) && wanted.every((word) => haystack(entry).includes(word)));
}

export const found = computed(() => matching(page.value?.entries ?? [], query.value, codeFilter.value));

/** The share of an entry's cells that hold a number, in percent; `null` for a report without cells. */
export function filledOf({ cells }: IndexEntry): number | null {
  const all = Object.values(cells).reduce((sum, count) => sum + count, 0);
  return all === 0 ? null : Math.floor((100 * (cells.reported + cells.zeroWord)) / all);
}

export interface Coverage {
  key: string;
  agency: string;
  region: string;
  /** Reports by year; those that name none under `null`. */
  years: ReadonlyMap<number | null, readonly IndexEntry[]>;
}

/** Bodies by region and name, and the years from the first report to the last. */
export function coverageOf(entries: readonly IndexEntry[]): { rows: readonly Coverage[]; years: readonly (number | null)[] } {
  const rows = new Map<string, Omit<Coverage, 'years'> & { years: Map<number | null, IndexEntry[]> }>();
  const years = new Set<number | null>();
  for (const entry of entries) {
    years.add(entry.year);
    let row = rows.get(entry.key);
    if (row === undefined) rows.set(entry.key, (row = { key: entry.key, agency: entry.agency ?? entry.title ?? entry.path, region: entry.region?.code ?? '~', years: new Map<number | null, IndexEntry[]>() }));
    const known = row.years.get(entry.year);
    if (known === undefined) row.years.set(entry.year, [entry]);
    else known.push(entry);
  }
  const known = [...years].filter((year) => year !== null);
  const [first, last] = [Math.min(...known), Math.max(...known)];
  // A year that is wrong by centuries would make a column for each between.
  const span = known.length === 0 ? [] : last - first > 40 ? known.sort((a, b) => a - b) : Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const sorted = [...rows.values()].sort((a, b) => compare(a.region, b.region) || compare(a.agency, b.agency) || compare(a.key, b.key));
  return { rows: sorted, years: [...span, ...(years.has(null) ? [null] : [])] };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
