import { finding } from '../findings/catalogue.ts';
import type { LocalTables } from '../local/local.ts';
import type { Cell, Finding, Tables, Template } from '../schema/report.ts';
import { OTHER_HANDLING_ROWS } from '../templates/applications.ts';
import type { ColumnTemplate } from '../templates/template.ts';
import { placeOf, type Document } from '../text/document.ts';
import { align } from '../align/align.ts';
import { formGrids } from '../align/spaced/form-grids.ts';
import { spacedRegions } from '../grid/regions.ts';
import type { AlignedRow } from '../align/aligned.ts';
import { alignStreams } from '../align/stream/stream.ts';
import type { Form, FormTable } from '../forms/form.ts';
import { cellsOfForm } from '../forms/cells.ts';
import { formOf } from '../forms/registry.ts';
import { labelsOf, splitLabel } from '../align/labels.ts';
import { fold } from '../text/fold.ts';
import { hanOf } from '../text/reading.ts';
import type { Grid } from '../grid/grid.ts';
import { readGrids } from '../grid/grids.ts';
import { assemble, untold, type CellDraft } from '../settle/assemble.ts';
import { settleTables } from '../settle/settle.ts';
import { takeOutTwice } from '../settle/used-once.ts';
import { locateDisputes } from './disputes.ts';
import { isDetached, readDetached } from './detached.ts';
import { locate, shownRows, type LocatedTable } from './locate.ts';
import { planOf, type Plan, type TablePlan, type Target } from './plan.ts';
import type { RowSum } from './place.ts';
import { mannerOf, type Manner } from './rows.ts';
import { scan, type Scan } from './scan.ts';
import { settleDisputes } from './settle-disputes.ts';
import { settleRows, type RowInput, type SettledRow } from './settle-rows.ts';
import { tokenize, type Token } from './tokens.ts';
import { headingUnits } from './units.ts';
import { unclaimedNumbers } from './unclaimed.ts';

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
}

/** Pairs of values that tell a table's layout by themselves. */
const ENOUGH_VOTES = 8;

/** What the reading of one table collects. */
interface Draft {
  cells: Map<string, CellDraft>;
  findings: Finding[];
  spans: Span[];
  /** Tables of the template that the document does not show. */
  missing: string[];
  /** 元 or 万元 by cell path, from the headings of amounts. */
  units: Map<string, string>;
}

/**
 * Reads every table of the template out of the document. One reader for every layout: labels are found by the template's
 * trie, chained in template order, and what stands between them is laid into the columns by cells where the layout shows
 * them, else by geometry and by the table's own sums.
 *
 * @param known the grids of the document, where they are read already
 * @param local rows of local tables, which are printed in place of the form's own
 */
export function readTables(document: Document, template: Template, known?: readonly Grid[], local: LocalTables | null = null): TablesResult {
  if (template.era === 'narrative') return { tables: {}, cells: [], findings: [], spans: [] };
  const form = formOf(template.era);
  const plan = planOf(template.era);
  const read = known ?? readGrids(document);
  // Columns of spaces are read with what the form knows: which words are headings, which lines are rows.
  const solid = read.filter((grid) => grid.syntax !== 'spaces');
  const grids = [...solid, ...formGrids(document, spacedRegions(document, solid), form)].sort((a, b) => a.start - b.start);
  const aligned = align(document, grids, form);
  if (form.local !== null && local !== null && holdsValues(local) && !alignsForm(aligned.rows, form) && !printsForm(document, local, form)) {
    return { tables: { indicators: local.indicators }, cells: [], findings: local.findings, spans: local.spans };
  }
  const own = aligned.rows.filter((row) => row.table.shape !== 'pairs' || !isAnother(aligned.rows, row.table, aligned.strange.length));
  const whole = wholeTables(document, grids, own, form);
  const streamed = alignStreams(document, form, form.tables.filter((table) => !whole.some((row) => row.table === table)), spansOf(grids, whole));
  // What grids tear and no stream shows is as much as there is.
  const rows = own.filter((row) => whole.includes(row) || !streamed.rows.some((other) => other.table === row.table));
  const spans = spansOf(grids, rows);
  const shown = settleTables(document, [...rows, ...streamed.rows].sort((a, b) => a.label.start - b.label.start), form);
  spans.push(...streamed.spans);
  const outside = tokenize(document).filter((token) => !spans.some((span) => token.start >= span.start && token.start < span.end));
  const scanned = scan(document, outside, plan.labels);
  const draft: Draft = { cells: shown.drafts, findings: shown.findings, spans, missing: [], units: shown.units };
  for (const { text, numbers, start } of aligned.strange) {
    if (!spans.some((span) => start >= span.start && start < span.end)) continue;
    draft.findings.push(finding('tables/unclaimed-number', { text, numbers }, placeOf(document, start)));
  }
  // Once: a misprinted label is known as one from then on.
  const located = (globalThis as any).NOOLD === true ? [] : plan.tables.filter((table) => !shown.found.has(table.name)).map((table) => ({ table, located: locate(document, scanned, table) }));
  const manner = mannerOf(document, located.flatMap((each) => each.located?.rows.map((row) => row.extent) ?? []));
  for (const each of located) readTable(document, scanned, each.table, each.located, manner, draft);
  if ((globalThis as any).NOOLD !== true && plan.disputes !== null && !shown.found.has('disputes')) readDisputes(document, scanned, plan, manner, draft);
  if (draft.missing.length > 0) {
    const lost = cellsOfForm(form).filter((cell) => !cell.optional && draft.missing.includes(cell.table)).map((cell) => cell.path);
    draft.findings.unshift(finding('tables/missing-table', { table: draft.missing }, undefined, lost));
  }
  draft.findings.push(...takeOutTwice(document, form, draft.cells));
  const { tables, cells } = assemble(document, cellsOfForm(form), draft.cells, draft.units);
  return { tables, cells, findings: draft.findings, spans: mergeSpans(draft.spans) };
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
    const due = table.blocks.flatMap((block) => block.rows.filter((row) => row.heading !== true && row.optional !== true)).length;
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
/** A shorter label (规章, 重复申请) may be a word of a sentence. */
const CERTAIN_LABEL = 4;

/** A province's own table has some rows of the national one among its own. */
function isAnother(rows: readonly AlignedRow[], table: FormTable, strange: number): boolean {
  const pairs = rows.filter((row) => row.table === table);
  const exact = pairs.filter((row) => row.label.exact).length;
  return strange + pairs.length - exact >= exact;
}

function wholeTables(document: Document, grids: readonly Grid[], rows: readonly AlignedRow[], form: Form): AlignedRow[] {
  let outside: string | null = null;
  const whole = form.tables.filter((table) => {
    const due = table.blocks.flatMap((block) => block.rows.filter((row) => row.heading !== true && row.optional !== true));
    const own = rows.filter((row) => row.table === table);
    const shown = new Set(own.map((row) => row.row.code));
    if (shown.size >= WHOLE * due.length || shown.size === 0) return true;
    outside ??= textOutside(document, grids.filter((_, copy) => rows.some((row) => row.copy === copy)));
    const keys = due.filter((row) => !shown.has(row.code)).map((row) => splitLabel(row.label).key).filter((key) => key.length >= CERTAIN_LABEL);
    return keys.filter((key) => outside!.includes(key)).length < ENOUGH_OUTSIDE;
  });
  return rows.filter((row) => whole.includes(row.table));
}

/** The Chinese characters outside grids. */
function textOutside(document: Document, grids: readonly Grid[]): string {
  let text = '';
  let at = 0;
  for (const { start, end } of grids) {
    text += document.folded.slice(at, start);
    at = Math.max(at, end);
  }
  return hanOf(text + document.folded.slice(at));
}

/** @param whole how the tables of the document are printed together: one of them alone may show too little */
function readTable(document: Document, scanned: Scan<Target>, plan: TablePlan, located: LocatedTable | null, whole: Manner, draft: Draft): void {
  if (located === null) {
    draft.missing.push(plan.name);
    return;
  }
  draft.spans.push(located.span);
  if (plan.name === 'disclosure') draft.units = headingUnits(document, scanned, located.span);
  if (plan.rules.length > 0 && readApart(document, scanned, located, draft)) return;
  const blocks = new Map<number, RowInput[]>();
  const sums = plan.name === 'applications' ? applicationsSums(printed(located, plan.elements[0]!.columns).map((column) => column.code)) : [];
  for (const { element, extent } of located.rows) {
    const row = element.row!;
    if (row.optional && extent.values.length === 0) continue;
    const columns = printed(located, element.columns).length;
    const input: RowInput = { code: row.code, extent, columns, sums, signed: plan.name === 'disclosure' };
    const block = blocks.get(columns);
    if (block === undefined) blocks.set(columns, [input]);
    else block.push(input);
  }
  const own = mannerOf(document, located.rows.map((row) => row.extent));
  const manner = mannerFor(own, whole);
  const doubted = plan.name !== 'applications' && isDamaged(located) ? located.rows.filter((row) => !row.anchor.exact).map((row) => row.element.row!.code) : [];
  for (const inputs of blocks.values()) {
    for (const settled of settleRows(document, scanned, inputs, rulesOf(plan, inputs.map((input) => input.code)), manner)) {
      report(document, located, doubted.includes(settled.code) ? { ...settled, slots: [], open: true } : settled, draft);
    }
  }
  const shown = new Set(located.rows.map(({ element }) => element.row!.code));
  const older = plan.name === 'applications' && shown.has('other.total') && !OTHER_HANDLING_ROWS.some((code) => shown.has(code));
  if (older && plan.elements.some(({ row, optional }) => row !== null && !optional && OTHER_HANDLING_ROWS.includes(row.code))) {
    const { element, anchor } = located.rows.find((row) => row.element.row!.code === 'other.total')!;
    draft.findings.push(finding('tables/older-form', { label: element.row!.label }, placeOf(document, anchor.start)));
  }
  for (const element of plan.elements) {
    if (element.row === null || element.optional || shown.has(element.row.code)) continue;
    if (older && OTHER_HANDLING_ROWS.includes(element.row.code)) continue;
    draft.findings.push(finding('tables/missing-row', { label: element.row.label }, placeOf(document, located.span.start)));
  }
  for (const { text, numbers, start } of unclaimedNumbers(document, scanned, located)) {
    draft.findings.push(finding('tables/unclaimed-number', { text, numbers }, placeOf(document, start)));
  }
  for (const { anchor, element } of located.rows) {
    if (anchor.exact) continue;
    draft.findings.push(finding('tables/unknown-label', { text: document.text.slice(anchor.start, anchor.end), label: element.row!.label }, placeOf(document, anchor.start)));
  }
}

/** As many rows must be lost before a table's misprints are taken for misreadings, whose digits are no better. */
const ENOUGH_LOST = 2;

/** Rows that the form demands and the text does not show: recognised from an image, not typed. */
function isDamaged({ plan, rows }: LocatedTable): boolean {
  const due = plan.elements.filter((element) => element.row !== null && !element.optional);
  return due.filter((element) => !rows.some((row) => row.element === element)).length >= ENOUGH_LOST;
}

/** A table's own manner, that of all tables where it shows too little. */
function mannerFor(own: Manner, whole: Manner): Manner {
  return { ...(own.votes < ENOUGH_VOTES && whole.votes > own.votes ? whole : own), showsEmpty: whole.showsEmpty, glued: whole.glued, markers: whole.markers, ruler: whole.ruler };
}

/** A table whose values stand apart from its labels; false where it is none or does not come out whole. */
function readApart(document: Document, scanned: Scan<Target>, located: LocatedTable, draft: Draft): boolean {
  const columns = printed(located, located.plan.elements[0]!.columns).map((column) => column.code);
  if (!isDetached(located, columns.length)) return false;
  const codes = shownRows(scanned, located);
  const rules = rulesOf(located.plan, codes);
  const rows = readDetached(document, scanned, located.region.start, located.region.end, codes, columns.length, applicationsSums(columns), rules);
  if (rows === null) return false;
  for (const row of rows) {
    const label = located.plan.elements.find((element) => element.row?.code === row.code)!.row!.label;
    draftRow(document, row, columns.map((code) => `${located.plan.name}.${row.code}.${code}`), located.span.start, () => '', label, draft);
  }
  const last = rows.at(-1)!.slots.at(-1)!.reading.end;
  draft.spans.push({ start: located.span.start, end: Math.max(located.span.end, last) }, { start: rows[0]!.slots[0]!.reading.start, end: last });
  return true;
}

/** The columns of a row that the report prints. */
function printed(located: LocatedTable, columns: readonly ColumnTemplate[]): readonly ColumnTemplate[] {
  if (columns.every((column) => !column.optional || located.printedColumns.has(column.code))) return columns;
  return columns.filter((column) => !column.optional || located.printedColumns.has(column.code));
}

/** （六）其他处理 is a part of the total only where its three rows are not printed. */
function rulesOf(plan: TablePlan, codes: readonly string[]): TablePlan['rules'] {
  const split = OTHER_HANDLING_ROWS.some((code) => codes.includes(code));
  return plan.rules.map((rule) => ({ parts: rule.parts.filter((code) => !(split && code === 'other.total')), wholes: rule.wholes }));
}

/** 自然人 + five kinds of organisation = 总计; where 小计 is printed it is the sum of the organisations. */
function applicationsSums(columns: readonly string[]): RowSum[] {
  const whole = columns.indexOf('total');
  const subtotal = columns.indexOf('organizations');
  const parts = columns.flatMap((_, c) => (c === whole || c === subtotal ? [] : [c]));
  return [...(subtotal < 0 ? [] : [{ parts: parts.slice(1), whole: subtotal }]), { parts, whole }];
}

function report(document: Document, located: LocatedTable, settled: SettledRow, draft: Draft): void {
  const { element, anchor, extent } = located.rows.find((row) => row.element.row!.code === settled.code)!;
  const { columns } = element;
  const paths = element.paths.filter((_, c) => !columns[c]!.optional || located.printedColumns.has(columns[c]!.code));
  draftRow(document, settled, paths, anchor.start, () => textOf(document, extent.values), element.row!.label, draft, extent.values[0]?.start);
}

function textOf(document: Document, values: readonly Token[]): string {
  return values.map((token) => document.text.slice(token.start, token.end)).join(' ');
}

/**
 * Turns a settled row into cells; what is not sure becomes `null` with a finding.
 *
 * @param firstNumber offset of the row's first number: where it is known, what is not sure is said to stand there
 */
function draftRow(document: Document, settled: SettledRow, paths: readonly string[], labelStart: number, rawOf: () => string, label: string, draft: Draft, firstNumber?: number): void {
  const open: string[] = [];
  let raw = '';
  for (let column = 0; column < paths.length; column++) {
    const path = paths[column]!;
    const slot = settled.slots[column];
    if (slot?.sure === true) {
      draft.cells.set(path, { reading: slot.reading, basis: slot.basis, row: labelStart });
      if (slot.reading.status === 'unreadable') {
        draft.findings.push(finding('tables/unreadable-cell', { cell: path, text: document.text.slice(slot.reading.start, slot.reading.end).trim() }, placeOf(document, slot.reading.start), [path]));
      }
    } else {
      if (open.length === 0) raw = rawOf();
      open.push(path);
      draft.cells.set(path, untold(labelStart, raw, firstNumber));
    }
  }
  if (open.length > 0) draft.findings.push(finding('tables/unplaced-number', { label, numbers: raw }, placeOf(document, firstNumber ?? labelStart), open));
}

function readDisputes(document: Document, scanned: Scan<Target>, plan: Plan, whole: Manner, draft: Draft): void {
  const located = locateDisputes(document, scanned);
  if (located === null) {
    draft.missing.push('reconsideration', 'litigation');
    return;
  }
  draft.spans.push(located.span);
  const groups = ['reconsideration', 'litigation.direct', 'litigation.afterReconsideration'];
  const labels = ['行政复议', '未经复议直接起诉', '复议后起诉'];
  const columns = plan.disputes!.map((column) => column.code);
  const settled = settleDisputes(document, scanned, located.parts, columns.length, groups.length, mannerFor(mannerOf(document, located.parts), whole), located.heads);
  for (let g = 0; g < groups.length; g++) {
    const row = settled[g]!;
    draftRow(document, row, columns.map((code) => `${groups[g]!}.${code}`), located.span.start, () => row.raw, labels[g]!, draft);
  }
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
