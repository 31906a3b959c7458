/** From reports to what the index and the pages beside them know of each. */
import { CELL_STATUSES, type CellStatus, type Finding, type Report, type Severity } from '../schema/report.ts';
import { bestOf, pointOf } from '../series/answers.ts';
import type { Before, Context, IndexEntry, Measured } from './data.ts';
import { DRAWN } from './index/drawn.ts';

/** A report without its bulk: what the others of its batch are held against. */
export interface Gathered {
  entry: IndexEntry;
  /** Values of its cells. */
  values: Readonly<Record<string, number | null>>;
}

/** What the index says of a report, its place in the batch given. Duplicates are told by `linkEntries`. */
export function gather(report: Report, id: number, path: string): Gathered {
  const { metadata, source, template } = report;
  const cells = Object.fromEntries(CELL_STATUSES.map((status) => [status, 0])) as Record<CellStatus, number>;
  const values: Record<string, number | null> = {};
  for (const cell of report.cells) {
    cells[cell.status]++;
    values[cell.cell] = cell.value;
  }
  const { code, name, path: regionPath } = metadata.region ?? {};
  const entry: IndexEntry = {
    id, path, sha256: source.sha256, title: metadata.title, agency: metadata.agency,
    key: metadata.agencyKey ?? metadata.agency ?? `?${path}`,
    region: code === undefined || name === undefined ? null : { code, name, path: regionPath ?? [] },
    year: metadata.year, era: template.era, cells, facts: report.facts.length,
    ...tally(report.findings), measures: measuresOf(report), duplicateOf: null,
  };
  return { entry, values };
}

/** The numbers of a report by measure, as its series has them; what is no exact number is not drawn. */
function measuresOf(report: Report): Record<string, Measured> {
  const { answers } = pointOf(report);
  return Object.fromEntries(DRAWN.flatMap((code): [string, Measured][] => {
    const best = bestOf(answers[code] ?? [], (answer) => answer);
    return best?.value == null || (best.qualifier !== null && best.qualifier !== 'exact') ? [] : [[code, { value: best.value, source: best.source }]];
  }));
}

function tally(findings: readonly Finding[]): Pick<IndexEntry, 'findings' | 'codes'> {
  const bySeverity: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  const codes: Record<string, number> = {};
  for (const { severity, code } of findings) {
    bySeverity[severity]++;
    codes[code] = (codes[code] ?? 0) + 1;
  }
  return { findings: bySeverity, codes };
}

/**
 * What each report is to the others: the first of the same body and year, the one on the year before.
 *
 * @param series findings between the reports, by the report they stand in
 */
export function linkEntries(gathered: readonly Gathered[], series: ReadonlyMap<number, readonly Finding[]>): { entry: IndexEntry; context: Context }[] {
  const first = new Map<string, Gathered>();
  const at = (key: string, year: number): string => `${key}\n${year}`;
  for (const one of gathered) {
    const { key, year } = one.entry;
    if (year !== null && !first.has(at(key, year))) first.set(at(key, year), one);
  }
  return gathered.map(({ entry }) => {
    const { id, key, year } = entry;
    const own = series.get(id) ?? [];
    const same = year === null ? undefined : first.get(at(key, year));
    const duplicateOf = same === undefined || same.entry.id === id ? null : same.entry.id;
    const before = year === null ? undefined : first.get(at(key, year - 1));
    const told = tally(own);
    return {
      entry: {
        ...entry, duplicateOf,
        findings: addUp(entry.findings, told.findings), codes: addUp(entry.codes, told.codes),
      },
      context: { before: before === undefined ? null : beforeOf(before), series: own, duplicateOf },
    };
  });
}

function beforeOf({ entry, values }: Gathered): Before {
  return { id: entry.id, year: entry.year!, era: entry.era, values };
}

function addUp<Counts extends Readonly<Record<string, number>>>(a: Counts, b: Counts): Counts {
  const sum: Record<string, number> = { ...a };
  for (const [name, count] of Object.entries(b)) sum[name] = (sum[name] ?? 0) + count;
  return sum as Counts;
}
