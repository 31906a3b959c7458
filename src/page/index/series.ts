/** The numbers of a body or a region over the years. Where a number stands is part of what it is: sources are never mixed. */
import { SOURCES } from '../../series/answers.ts';
import type { IndexEntry, Measured } from '../data.ts';

export interface Subject {
  /** `body KEY` or `region CODE`. */
  id: string;
  kind: 'body' | 'region';
  name: string;
  reports: number;
}

/** Bodies with reports on two years or more, and the regions they are in, the best covered first. */
export function subjectsOf(entries: readonly IndexEntry[]): Subject[] {
  const subjects = new Map<string, Subject & { years: Set<number> }>();
  const add = (id: string, kind: Subject['kind'], name: string, year: number): void => {
    let subject = subjects.get(id);
    if (subject === undefined) subjects.set(id, (subject = { id, kind, name, reports: 0, years: new Set() }));
    subject.reports++;
    subject.years.add(year);
  };
  for (const { key, agency, region, year, duplicateOf } of entries) {
    if (year === null || duplicateOf !== null) continue;
    add(`body ${key}`, 'body', agency ?? key, year);
    region?.path.forEach((_, index) => {
      const code = index === region.path.length - 1 ? region.code : region.code.slice(0, 2 * (index + 1)).padEnd(6, '0');
      add(`region ${code}`, 'region', region.path.slice(0, index + 1).join(' › '), year);
    });
  }
  return [...subjects.values()].filter(({ years }) => years.size > 1).map(({ id, kind, name, reports }) => ({ id, kind, name, reports }))
    .sort((a, b) => b.reports - a.reports || (a.id < b.id ? -1 : 1));
}

export interface Point {
  year: number;
  value: number;
  /** Bodies whose numbers it sums. */
  bodies: number;
  era: IndexEntry['era'] | null;
}

export interface Line {
  measure: string;
  source: Measured['source'];
  points: readonly Point[];
}

/** The lines of one subject: one for each measure and source that it has numbers from. Duplicates count once. */
export function linesOf(entries: readonly IndexEntry[], subject: Subject, measures: readonly string[]): Line[] {
  const [, wanted = ''] = /^\w+ (.*)$/s.exec(subject.id) ?? [];
  const prefix = wanted.replace(/(?:00)+$/, '');
  const own = entries.filter(({ key, region, year, duplicateOf }) => year !== null && duplicateOf === null
    && (subject.kind === 'body' ? key === wanted : region?.code.startsWith(prefix) === true));
  return measures.flatMap((measure) => SOURCES.flatMap((source): Line[] => {
    const byYear = new Map<number, Point>();
    for (const { year, era, measures: { [measure]: measured } } of own) {
      if (measured?.source !== source) continue;
      const known = byYear.get(year!);
      if (known === undefined) byYear.set(year!, { year: year!, value: measured.value, bodies: 1, era: subject.kind === 'body' ? era : null });
      else byYear.set(year!, { ...known, value: known.value + measured.value, bodies: known.bodies + 1 });
    }
    return byYear.size === 0 ? [] : [{ measure, source, points: [...byYear.values()].sort((a, b) => a.year - b.year) }];
  }));
}

/** Years in which the form is another than in the report before. */
export function breaksOf(entries: readonly IndexEntry[], subject: Subject): number[] {
  if (subject.kind !== 'body') return [];
  const own = entries.filter(({ key, year, duplicateOf }) => `body ${key}` === subject.id && year !== null && duplicateOf === null).sort((a, b) => a.year! - b.year!);
  return own.flatMap(({ year, era }, index) => (index > 0 && own[index - 1]!.era !== era ? [year!] : []));
}
