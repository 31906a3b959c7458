/** Where each table of the plan stands in the document: anchors, extents, header. */
import type { Document } from '../text/document.ts';
import { chain, completeChain, type Anchor } from './chain.ts';
import type { PlanElement, TablePlan, Target } from './plan.ts';
import { extentOf, type Extent } from './rows.ts';
import type { Occurrence, Scan } from './scan.ts';

export interface LocatedRow {
  element: PlanElement;
  anchor: Anchor;
  extent: Extent;
}

export interface LocatedTable {
  plan: TablePlan;
  /** The stretch in which the table's labels may stand: from its section's heading to the next. */
  region: { start: number; end: number };
  rows: LocatedRow[];
  anchors: readonly Anchor[];
  /** Codes of optional columns whose label is printed. */
  printedColumns: ReadonlySet<string>;
  span: { start: number; end: number };
}

/** The table's place, `null` where the document does not show it. */
export function locate(document: Document, scanned: Scan<Target>, plan: TablePlan): LocatedTable | null {
  const found = chain(scanned, (target) => (target.table === plan.name && target.kind === 'element' ? target.index : null));
  if (found.anchors.length === 0) return null;
  if (!isShown(scanned, plan, found.anchors)) return null;
  const last = found.anchors.at(-1)!;
  const limit = stopAfter(scanned, last.end, plan);
  const anchors = completeChain(document, scanned, found.anchors, plan.elements, limit);
  const rows: LocatedRow[] = [];
  let end = last.end;
  for (let i = 0; i < anchors.length; i++) {
    const anchor = anchors[i]!;
    const element = plan.elements[anchor.element]!;
    const next = anchors[i + 1];
    let stop = Math.min(next === undefined ? Infinity : boundary(scanned, next), stopAfter(scanned, anchor.end, plan));
    if (element.row === null) continue;
    // The table's next copy is none of the last row's.
    stop = Math.min(stop, otherRow(scanned, plan, anchor));
    const own = extentOf(document, scanned, anchor.token, anchor.end, stop);
    const extent = own.values.length === 0 && standsAlone(plan, anchors, i) ? valuesAbove(scanned, anchors[i - 1]!, anchor, own, element.columns.length) : own;
    rows.push({ element, anchor, extent });
    const value = extent.values.at(-1);
    end = Math.max(end, anchor.end, value?.end ?? 0);
  }
  const start = headerStart(scanned, anchors[0]!);
  const region = { start: sectionBefore(scanned, anchors[0]!.start), end: Math.min(sectionAfter(scanned, anchors[0]!.start), document.text.length) };
  return { plan, region, rows, anchors, printedColumns: readHeader(scanned, plan, rows, start, end), span: { start, end } };
}

/** True for the only row of a titled block. */
function standsAlone(plan: TablePlan, anchors: readonly Anchor[], index: number): boolean {
  const before = anchors[index - 1];
  const after = anchors[index + 1];
  const isTitle = (anchor: Anchor): boolean => plan.elements[anchor.element]!.row === null;
  return before !== undefined && isTitle(before) && (after === undefined || isTitle(after)) && before.element + 1 === anchors[index]!.element;
}

/** The only row of a block may have its values above its label (pdftotext without -layout): exactly as many as columns. */
function valuesAbove(scanned: Scan<Target>, title: Anchor, row: Anchor, own: Extent, columns: number): Extent {
  const values = scanned.tokens.slice(title.token + 1, row.token).filter((token) => token.kind === 'number' || token.kind === 'mark');
  return values.length === columns ? { ...own, values } : own;
}

/** A label's number belongs to the label. */
function boundary(scanned: Scan<Target>, anchor: Anchor): number {
  const before = scanned.tokens[anchor.token - 1];
  return before?.kind === 'ordinal' && scanned.tokens[anchor.token]!.start === anchor.start ? before.start : anchor.start;
}

/** Enough rows, or a title or column labels beside them: words of a sentence are no table. */
function isShown(scanned: Scan<Target>, plan: TablePlan, anchors: readonly Anchor[]): boolean {
  const rows = anchors.filter((anchor) => plan.elements[anchor.element]!.row !== null).length;
  if (rows >= plan.enough) return true;
  if (plan.name !== 'disclosure') return false;
  const titles = anchors.length - rows;
  const from = Math.max(0, anchors[0]!.token - 30);
  const to = anchors.at(-1)!.token;
  let columns = 0;
  for (const occurrence of scanned.occurrences) {
    if (occurrence.token < from || occurrence.token > to || !occurrence.full) continue;
    if (occurrence.entries.some(({ target }) => target.table === 'disclosure' && target.kind === 'column')) columns++;
  }
  return rows > 0 && (titles >= 2 || (titles >= 1 && columns >= 1) || columns >= 3);
}

/** Start of the first label behind `offset` that belongs to another table or heads a section. */
function stopAfter(scanned: Scan<Target>, offset: number, plan: TablePlan): number {
  const low = firstFrom(scanned, offset);
  for (let i = low; i < scanned.occurrences.length && i < low + 400; i++) {
    const occurrence = scanned.occurrences[i]!;
    if (occurrence.full && isForeignTo(occurrence, plan)) {
      const before = scanned.tokens[occurrence.token - 1];
      return before?.kind === 'ordinal' && before.start >= offset ? before.start : occurrence.start;
    }
  }
  return Infinity;
}

/** Labels shorter than this (其他, 规章) may be pieces of others. */
const CERTAIN = 5;

/** Start of the first label behind a row that is certainly another row or title of the same table. */
function otherRow(scanned: Scan<Target>, plan: TablePlan, { element, end, token }: Anchor): number {
  let index = firstFrom(scanned, end);
  for (const last = index + 30; index < Math.min(last, scanned.occurrences.length); index++) {
    const occurrence = scanned.occurrences[index]!;
    if (!occurrence.full || occurrence.length < CERTAIN || occurrence.token <= token) continue;
    const isOther = occurrence.entries.every(({ target }) => target.table === plan.name && target.kind === 'element' && target.index !== element);
    if (!isOther) continue;
    const before = scanned.tokens[occurrence.token - 1];
    return before?.kind === 'ordinal' && before.start >= end ? before.start : occurrence.start;
  }
  return Infinity;
}

/** Index of the first occurrence that starts at an offset or behind it. */
function firstFrom(scanned: Scan<Target>, offset: number): number {
  let low = 0;
  let high = scanned.occurrences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (scanned.occurrences[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** End of the section heading above an offset, 0 where none is near. */
function sectionBefore(scanned: Scan<Target>, offset: number): number {
  let end = 0;
  for (const occurrence of scanned.occurrences) {
    if (occurrence.start >= offset) break;
    if (occurrence.full && occurrence.entries.every(({ target }) => target.kind === 'section')) end = occurrence.end;
  }
  return end;
}

/** Start of the next section heading behind an offset. */
function sectionAfter(scanned: Scan<Target>, offset: number): number {
  for (const occurrence of scanned.occurrences) {
    if (occurrence.start > offset && occurrence.full && occurrence.entries.every(({ target }) => target.kind === 'section')) return occurrence.start;
  }
  return Infinity;
}

/** Codes of the rows whose label stands anywhere in the table's region, in template order. */
export function shownRows(scanned: Scan<Target>, located: LocatedTable): string[] {
  const { plan, region } = located;
  const shown = new Set(located.rows.filter((row) => !row.anchor.exact).map((row) => row.anchor.element));
  for (const occurrence of scanned.occurrences) {
    if (occurrence.start < region.start || occurrence.start >= region.end) continue;
    const elements = occurrence.entries.filter(({ target }) => target.table === plan.name && target.kind === 'element');
    if (elements.length !== 1 || (occurrence.entries.length > 1 && occurrence.ordinal !== elements[0]!.ordinal)) continue;
    if (occurrence.full || occurrence.length >= 4) shown.add(elements[0]!.target.index);
  }
  return plan.elements.flatMap((element, index) => (element.row !== null && shown.has(index) ? [element.row.code] : []));
}

function isForeignTo(occurrence: Occurrence<Target>, plan: TablePlan): boolean {
  return occurrence.entries.every(({ target }) => target.kind === 'section' || (target.table !== 'common' && target.table !== plan.name && target.kind !== 'column'));
}

/** The header reaches back from the first row over labels only. */
function headerStart(scanned: Scan<Target>, first: Anchor): number {
  const sections = new Set<number>();
  for (const occurrence of scanned.occurrences) {
    if (occurrence.token < first.token && occurrence.token > first.token - 80 && occurrence.entries.every(({ target }) => target.kind === 'section')) sections.add(occurrence.token);
  }
  const before = scanned.tokens[first.token - 1];
  let start = before?.kind === 'ordinal' ? before.start : first.start;
  for (let index = first.token - 1; index >= 0 && index > first.token - 80; index--) {
    const token = scanned.tokens[index]!;
    if (token.kind === 'number' || (token.kind === 'text' && scanned.foreign[index]! > 0) || sections.has(index)) break;
    if (token.kind === 'text') start = token.start;
  }
  return start;
}

/** Codes of the columns whose label is printed. */
function readHeader(scanned: Scan<Target>, plan: TablePlan, rows: readonly LocatedRow[], start: number, end: number): Set<string> {
  const printedColumns = new Set<string>();
  const columns = rows[0]?.element.columns ?? [];
  for (const occurrence of scanned.occurrences) {
    if (!occurrence.full || occurrence.start < start || occurrence.start > end) continue;
    for (const { target } of occurrence.entries) {
      if (target.table === plan.name && target.kind === 'column') printedColumns.add(columns[target.index]?.code ?? '');
    }
  }
  return printedColumns;
}
