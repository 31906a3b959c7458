/** What a person is looking at. Everything that changes on the page is here. */
import { batch, computed, effect, signal } from '@preact/signals';
import { FORMULAS } from '../check/catalogue.ts';
import { CATALOGUE } from '../findings/catalogue.ts';
import type { Finding, Origin, Severity } from '../schema/report.ts';
import type { Language, PageData } from './data.ts';
import type { Model } from './model.ts';
import type { Mark, Marks } from './review.ts';
import type { Target } from './text/marks.ts';

export const language = signal<Language>('zh');
export const page = signal<PageData | null>(null);
export const model = signal<Model | null>(null);
/** Why the report that was asked for is not shown. */
export const trouble = signal<string | null>(null);

export type Side = 'form' | 'text';
export interface Selection {
  target: Target;
  /** The side on which it was chosen; the other one is scrolled to it. */
  from: Side | null;
}
export const selection = signal<Selection | null>(null);
/** The side that narrow windows show. */
export const side = signal<Side>('form');
export const compareYears = signal(true);
export const helpOpen = signal(false);

export interface Filters {
  severities: ReadonlySet<Severity>;
  origins: ReadonlySet<Origin>;
  code: string | null;
}
const NO_FILTERS: Filters = { severities: new Set(['error', 'warning', 'info']), origins: new Set(['report', 'reading']), code: null };
export const filters = signal<Filters>(NO_FILTERS);

/** Index and finding of those that the filters let through. */
export const shownFindings = computed<readonly (readonly [number, Finding])[]>(() => {
  const { severities, origins, code } = filters.value;
  return [...(model.value?.findings ?? []).entries()].filter(([, finding]) => (
    severities.has(finding.severity) && origins.has(finding.origin) && (code === null || finding.code === code)));
});

/** Shows a report, from its top. */
export function show(next: Model | null): void {
  batch(() => {
    model.value = next;
    selection.value = null;
    filters.value = NO_FILTERS;
    trouble.value = null;
    marks.value = next === null ? {} : storedMarks(next.report.source.sha256);
  });
}

export function select(target: Target, from: Side | null): void {
  batch(() => {
    selection.value = { target, from };
    if (from !== null) side.value = from === 'form' ? 'text' : 'form';
  });
}

/** The next or previous of the findings shown, around the ends. */
export function stepFinding(step: 1 | -1): void {
  const shown = shownFindings.value;
  if (shown.length === 0) return;
  const now = selection.value?.target;
  const at = shown.findIndex(([index]) => now === `finding:${index}`);
  const next = at < 0 ? (step === 1 ? 0 : shown.length - 1) : (at + step + shown.length) % shown.length;
  selection.value = { target: `finding:${shown[next]![0]}`, from: null };
}

export const marks = signal<Marks>({});

/** Sets, or with `null` takes away, a person's judgement. */
export function setMark(address: string, mark: Mark | null): void {
  setMarks({ [address]: mark });
}

export function setMarks(changes: Readonly<Record<string, Mark | null>>): void {
  const changed = Object.entries({ ...marks.value, ...changes }).filter((entry): entry is [string, Mark] => entry[1] !== null);
  marks.value = Object.fromEntries(changed);
  const sha256 = model.value?.report.source.sha256;
  if (sha256 !== undefined) storeMarks(sha256, marks.value);
}

const STORED = 'gov-report-marks-';

/** Marks outlive a reload where the browser lets them; a page from a file may be denied that. */
function storeMarks(sha256: string, kept: Marks): void {
  try {
    if (Object.keys(kept).length === 0) localStorage.removeItem(STORED + sha256);
    else localStorage.setItem(STORED + sha256, JSON.stringify(kept, (_, value: unknown) => (value === undefined ? '?' : value)));
  } catch { /* then they last as long as the page */ }
}

function storedMarks(sha256: string): Marks {
  try {
    const kept = JSON.parse(localStorage.getItem(STORED + sha256) ?? '{}') as Record<string, { verdict: string; value?: unknown }>;
    return Object.fromEntries(Object.entries(kept).map(([address, { verdict, value }]): [string, Mark] => [
      address, verdict === 'right' ? { verdict: 'right' } : { verdict: 'wrong', value: value === '?' ? undefined : value as number | string | null | undefined },
    ]));
  } catch {
    return {};
  }
}

const LANGUAGE_KEY = 'gov-report-language';

/** The language that was chosen last, else the page's own. */
export function initLanguage(own: Language): void {
  let kept: string | null = null;
  try {
    kept = localStorage.getItem(LANGUAGE_KEY);
  } catch { /* see `storeMarks` */ }
  language.value = kept === 'zh' || kept === 'en' ? kept : own;
  effect(() => { document.documentElement.lang = language.value === 'zh' ? 'zh-CN' : 'en'; });
}

export function switchLanguage(): void {
  language.value = language.value === 'zh' ? 'en' : 'zh';
  try {
    localStorage.setItem(LANGUAGE_KEY, language.value);
  } catch { /* see `storeMarks` */ }
}

/** What stands behind a code: the relation in the words of the form; in English why it exists, which the catalogue says in that language alone. */
export function whyOf(code: string): string {
  if (language.value === 'en') return Object.hasOwn(CATALOGUE, code) ? CATALOGUE[code as keyof typeof CATALOGUE].why : '';
  return Object.hasOwn(FORMULAS, code) ? FORMULAS[code as keyof typeof FORMULAS] : '';
}
