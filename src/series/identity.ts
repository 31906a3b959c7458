/** Whether two reports are the same: the same bytes, or the same numbers of one body and year. */
import { cellsOfForm } from '../forms/cells.ts';
import { FORMS, formOf, type Registry } from '../forms/registry.ts';
import type { Report } from '../schema/report.ts';

/** What is kept of a report to know it again. Plain data. */
export interface Print {
  path: string;
  sha256: string;
  /** Agency, year and era; `null` where the report does not say whose or of which year it is. */
  key: string | null;
  /** Its numbers in the order of the form, parted by commas; nothing between two where there is none. */
  numbers: string;
}

/** The path of a report, or the beginning of its digest where it has none. */
export function placeOfReport({ source }: Pick<Report, 'source'>): string {
  return source.path ?? source.sha256.slice(0, 12);
}

export function printOf(report: Report, forms: Registry = FORMS): Print {
  const { source, metadata, template } = report;
  const year = metadata.year ?? metadata.academicYear;
  const values = new Map(report.cells.map((cell) => [cell.cell, cell.value]));
  const numbers = report.cells.length > 0
    ? cellsOfForm(formOf(template.era, forms)).map(({ path }) => values.get(path) ?? null)
    : (report.tables.indicators ?? []).flatMap((row) => Object.values(row.values));
  return {
    path: placeOfReport(report), sha256: source.sha256,
    key: metadata.agencyKey === null || year === null ? null : `${metadata.agencyKey} ${String(year)} ${template.era}`,
    numbers: numbers.map((value) => value ?? '').join(','),
  };
}

/**
 * Whether the numbers of two readings of one report agree: nowhere do both have a number and not the same, and of the one that has
 * fewer, most are in both. A text in which blanks left no trace loses some of them.
 */
function agree(one: string, other: string): boolean {
  const [left, right] = [one.split(','), other.split(',')];
  if (left.length !== right.length) return false;
  let both = 0;
  const known = [0, 0] as [number, number];
  for (const [index, value] of left.entries()) {
    const twin = right[index]!;
    if (value !== '') known[0]++;
    if (twin !== '') known[1]++;
    if (value === '' || twin === '') continue;
    if (value !== twin) return false;
    both++;
  }
  return both > 0 && 2 * both >= Math.min(...known);
}

/** Knows the reports that came by, in their order: the first of several that are the same is the one. */
export class Duplicates {
  readonly #byDigest = new Map<string, string>();
  readonly #byKey = new Map<string, Print[]>();

  /** Path of the report that this one repeats, `null` where it is the first. */
  add(print: Print): string | null {
    const known = this.#byDigest.get(print.sha256);
    if (known !== undefined) return known;
    const kin = print.key === null ? [] : this.#byKey.get(print.key) ?? [];
    const twin = kin.find((one) => agree(one.numbers, print.numbers));
    this.#byDigest.set(print.sha256, twin?.path ?? print.path);
    if (twin === undefined && print.key !== null) this.#byKey.set(print.key, [...kin, print]);
    return twin?.path ?? null;
  }
}
