import { finding } from '../findings/catalogue.ts';
import type { LocalTables } from '../local/local.ts';
import type { Cell, Finding, Tables, Template } from '../schema/report.ts';
import { placeOf, type Document } from '../text/document.ts';
import { align } from '../align/align.ts';
import { formGrids } from '../align/spaced/form-grids.ts';
import { spacedRegions } from '../grid/regions.ts';
import { valuesOf, type AlignedRow } from '../align/aligned.ts';
import { alignScraps } from '../align/scraps.ts';
import { alignStreams } from '../align/stream/stream.ts';
import type { Form, FormTable } from '../forms/form.ts';
import { cellsOfForm, isDue, pathsOfRow, rowsDue } from '../forms/cells.ts';
import { rowSums, sumsHold } from '../forms/sums.ts';
import { formOf } from '../forms/registry.ts';
import { labelsOf, splitLabel } from '../align/labels.ts';
import { fold } from '../text/fold.ts';
import { hanOf } from '../text/reading.ts';
import type { Grid } from '../grid/grid.ts';
import { readGrids } from '../grid/grids.ts';
import { assemble } from '../settle/assemble.ts';
import { settleTables } from '../settle/settle.ts';
import { takeOutTwice } from '../settle/used-once.ts';

/** A stretch of the text, offsets into `Document.text`, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

export interface TablesResult {
  tables: Tables;
  cells: Cell[];
  findings: Finding[];
  /** Where table titles, labels and values stand: no prose, no headings. Sorted, disjoint. */
  spans: Span[];
  /** The rows of the form where the document prints them, and where the numbers of rows of another name stand: for the ledger. */
  rows: readonly AlignedRow[];
  strange: readonly Span[];
}

/**
 * Reads every table of the template out of the document: grids are held against the form; what no grid shows is looked for in the
 * text as it flows; and what the rows of both can only mean comes out.
 *
 * @param known the grids of the document, where they are read already
 * @param local rows of local tables, which are printed in place of the form's own
 */
export function readTables(document: Document, template: Template, known?: readonly Grid[], local: LocalTables | null = null): TablesResult {
  if (template.era === 'narrative') return { tables: {}, cells: [], findings: [], spans: [], rows: [], strange: [] };
  const form = formOf(template.era);
  const solid = known ?? readGrids(document);
  // Columns of spaces are read with what the form knows: which words are headings, which lines are rows.
  const grids = [...solid, ...formGrids(document, spacedRegions(document, solid), form)].sort((a, b) => a.start - b.start);
  const aligned = align(document, grids, form);
  if (form.local !== null && local !== null && holdsValues(local) && !alignsForm(aligned.rows, form) && !printsForm(document, local, form)) {
    return { tables: { indicators: local.indicators }, cells: [], findings: local.findings, spans: local.spans, rows: [], strange: [] };
  }
  const own = aligned.rows.filter((row) => row.table.shape !== 'pairs' || !isAnother(aligned.rows, row.table, aligned.strange.length));
  const whole = wholeTables(document, grids, own);
  const ofWhole = own.filter((row) => whole.has(row.table));
  const streamed = alignStreams(document, form, form.tables.filter((table) => !whole.has(table)), spansOf(grids, ofWhole));
  // What grids tear and no stream shows as a whole stands half in grids, half between them.
  const torn = tablesOf(own);
  for (const table of [...whole, ...tablesOf(streamed.rows)]) torn.delete(table);
  const rows = own.filter((row) => whole.has(row.table) || torn.has(row.table));
  const inGrids = spansOf(grids, rows);
  const between = alignStreams(document, form, [...torn], inGrids);
  const inRows = new Set(rows.map(keyOf));
  const found = [...rows, ...streamed.rows, ...between.rows.filter((row) => !inRows.has(keyOf(row)))];
  // Columns of blanks that could not be told from each other, or that misread bars part.
  const read = mergeSpans([...inGrids, ...streamed.spans, ...between.spans]);
  const shown = tablesOf(found);
  const spaced = alignStreams(document, form, form.tables.filter((table) => !shown.has(table)), read, true);
  const spans = mergeSpans([...read, ...spaced.spans]);
  const all = withScraps(document, form, [...found, ...spaced.rows], grids).sort((a, b) => a.label.start - b.label.start);
  const { drafts, findings, found: settled, units, due } = settleTables(document, all, form);
  let next = 0;
  for (const { text, numbers, start } of aligned.strange) {
    while (next < spans.length && spans[next]!.end <= start) next++;
    if (spans[next] !== undefined && spans[next]!.start <= start) findings.push(finding('tables/unclaimed-number', { text, numbers }, placeOf(document, start)));
  }
  const lost = form.tables.filter((table) => !settled.has(table.name)).flatMap(demandedCells);
  if (lost.length > 0) {
    findings.unshift(finding('tables/missing-table', { table: [...new Set(lost.map((path) => path.split('.')[0]!))] }, undefined, lost));
  }
  findings.push(...takeOutTwice(document, form, drafts));
  return { ...assemble(document, cellsOfForm(form), drafts, units, due), findings, spans, rows: all, strange: aligned.strange };
}

/**
 * Where few rows of a table were read, and their labels and those of other lines are misread, it was recognised from an image: rows count only
 * where their own sums hold.
 */
function withScraps(document: Document, form: Form, found: readonly AlignedRow[], grids: readonly Grid[]): AlignedRow[] {
  let rows = [...found];
  for (const table of tablesOf(found)) {
    const own = found.filter((row) => row.table === table && isSound(form, row));
    const known = new Set(own.map(({ row }) => row.code));
    if (table.shape !== 'rows' || known.size >= MOST_ROWS * rowsDue(table).length) continue;
    const scraps = alignScraps(document, form, table, spansOf(grids, found.filter((row) => row.table !== table)), known);
    const seen = [...rows.filter((row) => row.table === table && row.printed.length > 0), ...scraps];
    const misread = seen.filter(({ label }) => !label.exact).length;
    if (scraps.length === 0 || misread < ENOUGH_MISREAD || misread < MOST_MISREAD * seen.length) continue;
    const read = new Set([...own, ...scraps].map(keyOf));
    const open = rows.filter((row) => row.table === table && !read.has(keyOf(row))).map((row) => ({ ...row, placements: [] }));
    rows = [...rows.filter((row) => row.table !== table), ...own, ...open, ...scraps];
  }
  return rows;
}

/** Whether the row's own sums hold, with something in them, wherever its values lie. */
function isSound(form: Form, { table, block, row, placements }: AlignedRow): boolean {
  const columns = (placements[0]?.slots ?? []).flatMap((slot, column) => (slot === null ? [] : [column]));
  const sums = rowSums(form, table, block, row, columns);
  return placements.length > 0 && placements.every((placement) => sumsHold(sums, valuesOf(placement)) === true);
}

function tablesOf(rows: readonly AlignedRow[]): Set<FormTable> {
  return new Set(rows.map((row) => row.table));
}

function keyOf({ table, row }: AlignedRow): string {
  return `${table.name} ${row.code}`;
}

/** Addresses of the cells that every report of the form prints. */
function demandedCells(table: FormTable): string[] {
  return table.blocks.flatMap((block) => block.rows.filter(isDue)
    .flatMap((row) => pathsOfRow(table, block, row).filter((_, index) => block.columns[index]!.optional !== true)));
}

/** Extents of the grids that hold rows. */
function spansOf(grids: readonly Grid[], rows: readonly AlignedRow[]): Span[] {
  const copies = new Set(rows.map((row) => row.copy));
  return grids.filter((_, copy) => copies.has(copy)).map(({ start, end }) => ({ start, end }));
}

/** Share of the form's rows, or of a table's own, that are the form's: such a table is the form's, not a local one. */
const MOST_ROWS = 0.4;

/** Whether grids show as many of the form's own rows: where labels are wrapped around their units, no text holds them whole. */
function alignsForm(rows: readonly AlignedRow[], form: Form): boolean {
  return form.tables.some((table) => {
    const due = rowsDue(table).length;
    return new Set(rows.filter((row) => row.table === table && row.label.exact).map((row) => row.row.code)).size >= MOST_ROWS * due;
  });
}

/** A table none of whose values could be told is no better read as a local one. */
function holdsValues({ indicators }: LocalTables): boolean {
  return indicators.some(({ values }) => Object.values(values).some((value) => value !== null));
}

/** Whether the rows of a table with headings of its own are, by their labels, those of the form. */
function printsForm(document: Document, { indicators, spans }: LocalTables, form: Form): boolean {
  const text = hanOf(spans.map(({ start, end }) => document.folded.slice(start, end)).join('\n'));
  const all = labelsOf(form).rows.filter(({ key }) => key.length >= CERTAIN_LABEL);
  const shown = new Set(all.filter(({ key }) => text.includes(key)).map(({ index }) => index)).size;
  const labels = new Set(all.map(({ key }) => key));
  const own = indicators.filter(({ label }) => labels.has(splitLabel(fold(label)).key)).length;
  return shown >= MOST_ROWS * new Set(all.map(({ index }) => index)).size || own > WHOLE * indicators.length;
}

/** A table with fewer of its prescribed rows in grids, and others' labels elsewhere, is torn: it is read as it flows. */
const WHOLE = 0.6;
/** Labels of missing rows that stand outside the grids before a table counts as torn; a sentence may name one. */
const ENOUGH_OUTSIDE = 2;
/** Labels with numbers that are misprinted, and their share, from which on they are misread, and so are digits. */
const ENOUGH_MISREAD = 2;
const MOST_MISREAD = 0.3;
/** A shorter label (规章, 重复申请) may be a word of a sentence. */
const CERTAIN_LABEL = 4;

/** A province's own table has some rows of the national one among its own. */
function isAnother(rows: readonly AlignedRow[], table: FormTable, strange: number): boolean {
  const pairs = rows.filter((row) => row.table === table);
  const exact = pairs.filter((row) => row.label.exact).length;
  return strange + pairs.length - exact >= exact;
}

/** The tables that grids show whole. */
function wholeTables(document: Document, grids: readonly Grid[], rows: readonly AlignedRow[]): Set<FormTable> {
  let outside: string | null = null;
  const codes = new Map<FormTable, Set<string>>();
  for (const { table, row } of rows) {
    const own = codes.get(table);
    if (own === undefined) codes.set(table, new Set([row.code]));
    else own.add(row.code);
  }
  const whole = new Set<FormTable>();
  for (const [table, shown] of codes) {
    const due = rowsDue(table);
    if (shown.size < WHOLE * due.length) {
      outside ??= textOutside(document, spansOf(grids, rows));
      const keys = due.filter((row) => !shown.has(row.code)).map((row) => splitLabel(row.label).key).filter((key) => key.length >= CERTAIN_LABEL);
      if (keys.filter((key) => outside!.includes(key)).length >= ENOUGH_OUTSIDE) continue;
    }
    whole.add(table);
  }
  return whole;
}

/** The Chinese characters outside grids. */
function textOutside(document: Document, grids: readonly Span[]): string {
  let text = '';
  let at = 0;
  for (const { start, end } of grids) {
    text += document.folded.slice(at, start);
    at = Math.max(at, end);
  }
  return hanOf(text + document.folded.slice(at));
}

function mergeSpans(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  const merged: Span[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
}
