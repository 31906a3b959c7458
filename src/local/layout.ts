/** Rows of a line each: which column a number stands in where some are blank, and whose the lines are that hold text alone. */
import type { Document } from '../text/document.ts';
import type { Draft, Word } from './flow.ts';
import { beginsLabel } from './name.ts';
import type { Region } from './stream.ts';
import { EMPTY, type Slot } from './table.ts';
import { slotOf } from './words.ts';

interface Extent {
  start: number;
  end: number;
}

/**
 * Lays rows with fewer numbers than columns by where the numbers of the other rows stand, and settles labels of several lines.
 *
 * @param after words behind the last row
 */
export function placeLines(document: Document, region: Region, drafts: readonly Draft[], after: readonly Word[], values: number): void {
  // Where one blank parts the cells, places say nothing.
  if (!region.headings.slice(1).some((heading, index) => heading.start - region.headings[index]!.end > 1)) return;
  if (values > 1) placeValues(document, region, drafts, values);
  placeLabels(drafts, after);
}

/** Widths of a Chinese character in a text whose columns are counted. */
const MEASURES = [2, 1];

function placeValues(document: Document, region: Region, drafts: readonly Draft[], values: number): void {
  const partial = drafts.filter((draft) => draft.values.length > 0 && draft.values.length < values);
  if (partial.length === 0) return;
  const headings = region.headings.filter(({ role }) => role === 'value');
  const readings = MEASURES.flatMap((measure) => {
    const columns = headings.map((heading) => extentOf(document, heading, measure));
    for (const draft of drafts) {
      if (draft.values.length === values) draft.values.forEach((word, index) => { widen(columns[index]!, extentOf(document, word, measure)); });
    }
    if (columns.some((column, index) => index > 0 && columns[index - 1]!.end >= column.start)) return [];
    return [partial.map((draft) => draft.values.map((word) => columnAt(columns, extentOf(document, word, measure))))];
  });
  partial.forEach((draft, row) => {
    const [places, ...others] = readings.map((reading) => reading[row]!);
    if (places === undefined || places.includes(-1) || new Set(places).size < places.length) return;
    if (others.some((other) => other.join() !== places.join())) return;
    draft.slots = Array.from({ length: values }, (_, column): Slot => {
      const word = draft.values[places.indexOf(column)];
      return word === undefined ? EMPTY : slotOf(word.text, true);
    });
  });
}

/** The only column that a place touches, -1 where none or several. */
function columnAt(columns: readonly Extent[], place: Extent): number {
  const met = columns.flatMap((column, index) => (place.start < column.end && place.end > column.start ? [index] : []));
  return met.length === 1 ? met[0]! : -1;
}

function widen(column: Extent, place: Extent): void {
  column.start = Math.min(column.start, place.start);
  column.end = Math.max(column.end, place.end);
}

function extentOf(document: Document, place: Extent, measure: number): Extent {
  let line = place.start;
  while (line > 0 && document.text.charAt(line - 1) !== '\n' && document.text.charAt(line - 1) !== '\r') line--;
  const width = (from: number, to: number): number => {
    let sum = 0;
    for (let i = from; i < to; i++) sum += document.text.charCodeAt(i) >= 0x2e80 ? measure : 1;
    return sum;
  };
  const start = width(line, place.start);
  return { start, end: start + width(place.start, place.end) };
}

/**
 * Lines of text alone between rows: where the cells of a row are parted by one blank, they are read before the row; where columns are
 * laid out, the row's own line stands at the middle, the top or the foot of its label.
 */
function placeLabels(drafts: readonly Draft[], after: readonly Word[]): void {
  if (drafts.length === 0) return;
  const gaps = drafts.map((draft) => textLines(draft.label.filter(({ line }) => line < draft.unit!.line)));
  const tail = textLines(after.filter(({ line }) => line > drafts.at(-1)!.unit!.line));
  if (gaps.every((gap) => gap.length === 0) && tail.length === 0) return;
  const leads = WAYS.map((way) => possibleLeads(drafts, gaps, tail.length, way));
  const own = drafts.map((draft) => draft.label.filter(({ line }) => line >= draft.unit!.line));
  const sure = drafts.map((_, index) => new Set(leads.flatMap((each) => [...each[index]!])));
  const ends = new Set(leads.flatMap((each) => [...each[drafts.length]!]));
  drafts.forEach((draft, index) => {
    const lead = sure[index]!.size === 1 ? [...sure[index]!][0]! : -1;
    const gap = gaps[index]!;
    const above = lead < 0 ? gap : gap.slice(gap.length - lead);
    draft.label = [...above.flat(), ...own[index]!];
    if (lead < 0) draft.torn = true;
    const before = drafts[index - 1];
    if (before === undefined) return;
    if (lead < 0) before.torn = true;
    else before.label = [...before.label, ...gap.slice(0, gap.length - lead).flat()];
  });
  const last = drafts.at(-1)!;
  if (ends.size !== 1) last.torn = true;
  else last.label = [...last.label, ...tail.slice(0, [...ends][0]).flat()];
}

function textLines(words: readonly Word[]): Word[][] {
  const lines: Word[][] = [];
  for (const word of words) {
    if (lines.at(-1)?.[0]?.line === word.line) lines.at(-1)!.push(word);
    else lines.push([word]);
  }
  return lines;
}

/** How many lines stand below a row's own line if so many stand above it. */
type Way = (lead: number) => readonly number[];
const ANY = Array.from({ length: 9 }, (_, count) => count);
/** The middle of an even number of lines is the upper or the lower one, the same in all rows. */
const WAYS: readonly Way[] = [(lead) => [lead, lead + 1], (lead) => [lead - 1, lead], (lead) => (lead === 0 ? ANY : [])];

/** For every row the numbers of lines above it that some whole reading gives it; for the last, one more entry: lines behind it. */
function possibleLeads(drafts: readonly Draft[], gaps: readonly Word[][][], tail: number, way: Way): ReadonlySet<number>[] {
  const count = drafts.length;
  const allowed = drafts.map((draft, index) => {
    const gap = gaps[index]!;
    const starts = gap.findIndex((line) => beginsLabel(line[0]!.text));
    const own = draft.label.find(({ line }) => line >= draft.unit!.line);
    return (lead: number): boolean => {
      if (index === 0 && lead !== gap.length) return false;
      if (starts >= 0) return lead === gap.length - starts;
      return !(own !== undefined && beginsLabel(own.text)) || lead === 0;
    };
  });
  // Forward: leads that the rows before allow. Backward: those that the rows behind allow, too.
  const forward: Set<number>[] = drafts.map(() => new Set());
  if (allowed[0]!(gaps[0]!.length)) forward[0]!.add(gaps[0]!.length);
  for (let index = 1; index < count; index++) {
    for (const before of forward[index - 1]!) {
      for (const trail of way(before)) {
        const lead = gaps[index]!.length - trail;
        if (trail >= 0 && lead >= 0 && allowed[index]!(lead)) forward[index]!.add(lead);
      }
    }
  }
  const backward: Set<number>[] = [...drafts.map(() => new Set<number>()), new Set<number>()];
  for (const lead of forward[count - 1]!) {
    const trails = way(lead).filter((trail) => trail >= 0 && trail <= tail);
    for (const trail of trails) backward[count]!.add(trail);
    if (trails.length > 0) backward[count - 1]!.add(lead);
  }
  for (let index = count - 2; index >= 0; index--) {
    for (const lead of forward[index]!) {
      if (way(lead).some((trail) => backward[index + 1]!.has(gaps[index + 1]!.length - trail))) backward[index]!.add(lead);
    }
  }
  return backward;
}
