/** The reports that were dropped on the workbench. They live as long as the page. */
import { checkSeries } from '../../check/series.ts';
import { csvEmitter } from '../../emit/csv.ts';
import { jsonEmitter } from '../../emit/json.ts';
import type { Finding, Report } from '../../schema/report.ts';
import type { ReportData, Unread } from '../data.ts';
import { gather, linkEntries } from '../entry.ts';
import type { Loaded } from '../load.ts';
import { page } from '../state.ts';

let held: ReportData[] = [];
let unread: Unread[] = [];
let loaded: Loaded[] = [];

/** Takes in what was parsed, and holds all of it against one another again. */
export function hold(more: readonly ReportData[], failed: readonly Unread[]): void {
  const known = new Set(held.map(({ report }) => report.source.sha256));
  held = [...held, ...more.filter(({ report: { source } }) => !known.has(source.sha256) && known.add(source.sha256))];
  unread = [...unread, ...failed];
  const series = new Map<number, Finding[]>();
  for (const { report, finding } of checkSeries(held.map((one) => one.report))) series.set(report, [...series.get(report) ?? [], finding]);
  const linked = linkEntries(held.map(({ report }, id) => gather(report, id, report.source.path ?? '')), series);
  loaded = held.map((data, id) => ({ data, context: linked[id]!.context }));
  page.value = { ...page.value!, entries: linked.map(({ entry }) => entry), unread };
}

export function clear(): void {
  [held, unread] = [[], []];
  hold([], []);
}

/** @throws Error where no such report is held */
export function heldReport(id: number): Promise<Loaded> {
  const found = loaded[id];
  return found === undefined ? Promise.reject(new Error(`#${id}`)) : Promise.resolve(found);
}

const reports = (): Report[] => held.map(({ report }) => report);

/** All reports as the command line writes them. */
export function asJson(): string {
  const emitter = jsonEmitter({ pretty: true });
  return reports().map((report) => emitter.write(emitter.prepare(report))).join('') + emitter.end();
}

/** One row a cell, as Excel opens it. */
export function asCsv(): string {
  const emitter = csvEmitter({ excel: true });
  return [...reports().map((report) => emitter.write(emitter.prepare(report))), emitter.end()].join('');
}
