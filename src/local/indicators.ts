/** Rows of local tables become indicators: groups, codes, one row for a row that is printed twice. */
import { finding } from '../findings/catalogue.ts';
import type { Form } from '../forms/form.ts';
import type { Finding, Indicator } from '../schema/report.ts';
import { placeOf, type Document } from '../text/document.ts';
import { codeOf } from './code.ts';
import { nameOf, type Name } from './name.ts';
import type { LocalRow, LocalTable, Slot } from './table.ts';
import { bare, type Words } from './words.ts';

export interface Indicators {
  indicators: Indicator[];
  findings: Finding[];
}

interface Entry {
  row: LocalRow;
  name: Name;
  group: string | null;
  unit: string | null;
  slots: Map<string, Slot>;
  again: LocalRow | null;
}

/** A table that was read, and the labels of its rows. */
interface Kept {
  entries: readonly Entry[];
  labels: ReadonlySet<string>;
}

/** What parts cells is no label. */
const BARS = /^[|│┃║￨∣｜]+$/;

export function indicatorsOf(document: Document, tables: readonly LocalTable[], captions: readonly (string | null)[], form: Form, words: Words): Indicators {
  const kept: Kept[] = [];
  const all: Entry[] = [];
  const findings: Finding[] = [];
  tables.forEach((table, index) => {
    const entries = entriesOf(table, tables.length > 1 ? captions[index] ?? null : null, words).filter(({ name }) => !BARS.test(name.label));
    const twin = kept.find((other) => isPrintedTwice(other, entries));
    if (twin === undefined) {
      kept.push({ entries, labels: new Set(entries.map(({ name }) => bare(name.label))) });
      all.push(...entries);
    } else {
      all.push(...merge(twin.entries, entries));
    }
  });
  const indicators: Indicator[] = [];
  for (const entry of all) {
    const { row, name, group, unit, slots, again } = entry;
    const place = placeOf(document, row.start);
    const doubts = [...slots].filter(([, slot]) => slot.doubt !== null);
    if (again !== null) findings.push(finding('tables/printed-twice', { label: name.label, first: place.line, second: placeOf(document, again.start).line }, place));
    if (row.torn === true || doubts.length === slots.size) {
      if (doubts.length > 0 && again === null) findings.push(finding('tables/unplaced-number', { label: name.label, numbers: [...new Set(doubts.map(([, slot]) => slot.doubt))].join(' ') }, place));
    } else {
      for (const [heading, slot] of doubts) findings.push(finding('tables/unreadable-cell', { cell: `${name.label} ${heading}`, text: slot.doubt! }, place));
    }
    if (row.torn === true) continue;
    const values = Object.fromEntries([...slots].map(([heading, slot]) => [heading, slot.value]));
    indicators.push({ label: name.label, group, unit, values, code: codeOf(name.label, group, form), line: place.line });
  }
  return { indicators, findings };
}

/** Rows with the names of their groups; rows that only head others are groups themselves. */
function entriesOf(table: LocalTable, caption: string | null, words: Words): Entry[] {
  const entries: Entry[] = [];
  /** Rows whose parts are being listed, outermost first, with the number of the last part. */
  let open: { label: string; part: number }[] = [];
  let heading: string | null = null;
  let before: string | null = null;
  const hasWholes = table.rows.some((row) => nameOf(row.printed, words).part === 0);
  for (const row of table.rows) {
    const name = nameOf(row.printed, words);
    const empty = row.slots.every((slot) => slot.value === null && slot.doubt === null);
    if (row.torn === true) {
      entries.push(entryOf(row, name, null, null, table));
      continue;
    }
    if (empty && row.unit === null && name.unit === null && (name.level > 0 || /[:：]$|情况$|方面$/.test(name.label))) {
      heading = name.label.replace(/[:：]$/, '');
      open = [];
      before = null;
      continue;
    }
    if (name.opens && before !== null) open.push({ label: before, part: name.part });
    else if (name.part > 0) {
      const at = open.findLastIndex(({ part }) => part + 1 === name.part);
      if (at >= 0) open.length = at + 1;
      const last = open.at(-1);
      if (last !== undefined) last.part = name.part;
      else if (name.part === 1 && before !== null && hasWholes) open.push({ label: before, part: 1 });
    } else if (!name.opens) {
      open = [];
    }
    const group = open.at(-1)?.label ?? row.group ?? heading ?? caption;
    entries.push(entryOf(row, name, group, row.unit ?? name.unit ?? table.unit, table));
    before = name.label;
  }
  return entries;
}

function entryOf(row: LocalRow, name: Name, group: string | null, unit: string | null, table: LocalTable): Entry {
  return { row, name, group, unit, slots: new Map(table.headings.map((heading, index) => [heading, row.slots[index]!])), again: null };
}

function keyOf({ name, group }: Entry): string {
  return `${bare(name.label)}|${bare(group ?? '')}`;
}

/** So many of the rows of a table must stand in another one before it counts as the same table once more. */
const MOST = 0.8;
const MOST_NAMESAKES = 50;

function isPrintedTwice({ labels }: Kept, second: readonly Entry[]): boolean {
  const most = Math.max(1, MOST * second.length);
  let strange = 0;
  let same = 0;
  for (const { name } of second) {
    if (labels.has(bare(name.label))) same++;
    else if (++strange > second.length - most) return false;
  }
  return same >= most;
}

/**
 * A table printed again: what differs is `null`, and both places are told.
 *
 * @returns rows that the first printing does not have
 */
function merge(first: readonly Entry[], second: readonly Entry[]): Entry[] {
  const [whole, plain] = [keyOf, ({ name }: Entry): string => bare(name.label)].map((key) => queues(first, key));
  const taken = new Set<Entry>();
  const next = (list: readonly Entry[] | undefined): Entry | undefined => list?.find((entry) => !taken.has(entry));
  return second.filter((entry) => {
    const known = next(whole!.get(keyOf(entry))) ?? next(plain!.get(bare(entry.name.label)));
    if (known === undefined) return true;
    taken.add(known);
    for (const [heading, slot] of entry.slots) {
      const before = known.slots.get(heading);
      if (before === undefined) known.slots.set(heading, slot);
      else if (before.value !== slot.value) {
        // A blank, or what cannot be read, does not contradict a number, but confirms it no more.
        known.again = entry.row;
        known.slots.set(heading, { value: null, doubt: before.doubt ?? slot.doubt ?? String(before.value ?? slot.value) });
      }
    }
    return false;
  });
}

function queues(entries: readonly Entry[], keyFor: (entry: Entry) => string): Map<string, Entry[]> {
  const map = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = keyFor(entry);
    const list = map.get(key);
    if (list === undefined) map.set(key, [entry]);
    // More rows of one name than these are no table of a report.
    else if (list.length < MOST_NAMESAKES) list.push(entry);
  }
  return map;
}
