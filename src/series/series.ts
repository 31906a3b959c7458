/** Reports to a series: one row for an agency, a year and a measure, each number once and with its source. */
import { bestOf, exact, type Answer, type Point, type Source } from './answers.ts';
import { Duplicates } from './identity.ts';
import { MEASURES, RATES } from './measures.ts';
import type { Rate } from './measure.ts';

export { pointOf, type Point } from './answers.ts';

export interface SeriesRow extends Omit<Point, 'answers' | 'print'> {
  measure: string;
  zh: string;
  en: string;
  unit: string | null;
  value: number | null;
  /** Of a rate. */
  numerator: number | null;
  denominator: number | null;
  source: Source | null;
  cell: string | null;
  status: string | null;
  qualifier: string | null;
  line: number | null;
  /** `definition` where the number before it in the series counts something else, `source` where it comes from elsewhere. */
  break: 'definition' | 'source' | null;
  /** What the other sources and versions say where it is not the same. */
  others: string | null;
  /** The report that this one repeats: its numbers stand there. */
  duplicateOf: string | null;
  /** The report of the same agency and year that this one contradicts: the numbers of that one stand. */
  versionOf: string | null;
}

interface Year {
  /** The report that counts first, then those that repeat it. */
  same: Point[];
  /** Other reports of the same agency and year, and those that repeat them. */
  versions: Point[];
}

/** Rows in the order of agencies as they come first, their years, the measures. */
export function seriesRows(points: Iterable<Point>): SeriesRow[] {
  const agencies = new Map<string, Map<string, Year>>();
  /** Where the reports that repeat the one of a path go. */
  const companies = new Map<string, Point[]>();
  const repeats = new Map<Point, string>();
  const duplicates = new Duplicates();
  for (const point of points) {
    const year = point.year ?? point.academicYear;
    if (year === null) continue;
    const original = duplicates.add(point.print);
    const company = original === null ? undefined : companies.get(original);
    if (company !== undefined) {
      company.push(point);
      repeats.set(point, original!);
      continue;
    }
    const agency = point.agencyKey ?? `file ${point.path}`;
    const years = agencies.get(agency) ?? new Map<string, Year>();
    agencies.set(agency, years);
    const entry = years.get(String(year)) ?? { same: [], versions: [] };
    years.set(String(year), entry);
    const joined = entry.same.length === 0 ? entry.same : entry.versions;
    joined.push(point);
    companies.set(point.path, joined);
  }
  const inOrder = (years: ReadonlyMap<string, Year>): Year[] => [...years].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, year]) => year);
  return [...agencies.values()].flatMap((years) => rowsOfAgency(inOrder(years), repeats));
}

function rowsOfAgency(years: readonly Year[], repeats: ReadonlyMap<Point, string>): SeriesRow[] {
  const before = new Map<string, Pick<Answer, 'source' | 'as'>>();
  return years.flatMap((year) => {
    const rows = [...MEASURES.flatMap((measure) => rowOf(year, measure)), ...RATES.flatMap((rate) => rateOf(year, rate))];
    for (const { row, as } of rows) {
      if (row.value === null || row.source === null) continue;
      const last = before.get(row.measure);
      if (last !== undefined) row.break = last.source !== row.source ? 'source' : last.as !== as ? 'definition' : null;
      before.set(row.measure, { source: row.source, as });
    }
    const first = year.same[0]!;
    return [
      ...rows.map(({ row }) => row),
      ...year.same.slice(1).map((point) => marker(point, { duplicateOf: repeats.get(point)! })),
      ...year.versions.map((point) => marker(point, repeats.has(point) ? { duplicateOf: repeats.get(point)! } : { versionOf: first.path })),
    ];
  });
}

/** A row for a report whose numbers do not count: that it is there, and why. */
function marker(point: Point, why: Partial<SeriesRow>): SeriesRow {
  const [measure] = MEASURES;
  return { ...blankRow(point, measure!.code, measure!.zh, measure!.en, measure!.unit), ...why };
}

function blankRow(point: Point, measure: string, zh: string, en: string, unit: string | null): SeriesRow {
  const { path, agencyKey, agency, agencyLevel, agencyKind, regionCode, regionName, year, academicYear, era } = point;
  return {
    path, agencyKey, agency, agencyLevel, agencyKind, regionCode, regionName, year, academicYear, era, measure, zh, en, unit, value: null, numerator: null, denominator: null, source: null, cell: null, status: null, qualifier: null, line: null,
    break: null, others: null, duplicateOf: null, versionOf: null,
  };
}

interface Judged {
  row: SeriesRow;
  as: string | null;
}

/** The answer that counts: the first source that has a number, from the first of the copies that has it. */
function best(year: Year, code: string): { point: Point; answer: Answer } | null {
  const found = year.same.flatMap((point) => (point.answers[code] ?? []).map((answer) => ({ point, answer })));
  return bestOf(found, ({ answer }) => answer);
}

function rowOf(year: Year, { code, zh, en, unit, always }: (typeof MEASURES)[number]): Judged[] {
  const found = best(year, code);
  if (found === null) return always === true ? [{ row: blankRow(year.same[0]!, code, zh, en, unit), as: null }] : [];
  const { point, answer } = found;
  const others = [
    ...(point.answers[code] ?? []).filter((one) => one !== answer && one.value !== answer.value).map((one) => `${one.source} ${one.value === null ? one.status : String(one.value)}`),
    ...year.versions.flatMap((version) => (version.answers[code] ?? []).slice(0, 1).filter((one) => one.value !== null && one.value !== answer.value)
      .map((one) => `${version.path} ${one.source} ${String(one.value)}`)),
  ];
  return [{
    row: {
      ...blankRow(point, code, zh, en, answer.unit ?? unit), value: answer.value, source: answer.source, cell: answer.cell, status: answer.status,
      qualifier: answer.qualifier, line: answer.line, others: others.length === 0 ? null : others.join('; '),
    },
    as: answer.as,
  }];
}

/** A rate where numerator and denominator are known from one source of one report. */
function rateOf(year: Year, { code, zh, en, numerator, denominator }: Rate): Judged[] {
  const whole = best(year, denominator);
  if (whole === null || whole.answer.value === null || whole.answer.value <= 0) return [];
  const { point, answer: { source, value: below } } = whole;
  const parts = numerator.map((part) => (point.answers[part] ?? []).find((one) => one.source === source));
  if (!parts.every((part) => part !== undefined && part.value !== null)) return [];
  // 约 and 余 make no share.
  if ([whole.answer, ...parts].some((one) => one!.qualifier !== null && one!.qualifier !== 'exact')) return [];
  const above = exact(parts.reduce((sum, part) => sum + part!.value!, 0));
  // Sentences that speak of different wholes.
  if (above > below) return [];
  return [{
    row: {
      ...blankRow(point, code, zh, en, null), value: Math.round((above / below) * 1e6) / 1e6, numerator: above, denominator: below, source,
      cell: `(${parts.map((part) => part!.cell).join(' + ')}) / ${whole.answer.cell}`,
      status: 'reported', line: whole.answer.line,
    },
    // One part that counts something else makes the whole rate another.
    as: [...parts.map((part) => part!.as), whole.answer.as].filter((as) => as !== null).join(' / ') || null,
  }];
}
