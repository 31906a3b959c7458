/**
 * Groups of the same columns (行政复议 | 行政诉讼) in a stream: headings and values by turns. Which group and column a value belongs to is
 * told by the labels before it, in the order they are printed in; one table or three, an outcome a line, or a group a row.
 */
import type { Block, Form, FormTable } from '../../forms/form.ts';
import { rowSums, sumsHold, type RowSum } from '../../forms/sums.ts';
import type { Document } from '../../text/document.ts';
import { blankReading, contentOf, hanOf, readingAt, type Reading } from '../../text/reading.ts';
import { valuesOf, type AlignedRow, type Placement } from '../aligned.ts';
import { isRemark } from './bind.ts';
import { brokenTable } from './broken-heads.ts';
import { COUNTED, FOREIGN } from './heads.ts';
import type { Item } from './items.ts';
import { isLawful, isRun, readingOf, type Cell } from './lay.ts';

/** A column of a group. */
interface Leaf {
  group: number;
  index: number;
}

/** Headings, and the values behind them. */
interface Segment {
  heads: Item[];
  cells: Item[];
  /** The item behind the values. */
  end: number;
}

interface Found {
  group: number;
  label: Item;
  placements: Placement[];
  cells: Item[];
}

/** How a group may take what stands from one place to another. */
interface Way {
  from: number;
  to: number;
  placement: Placement;
  /** A sum of numbers over zero holds. */
  sound: boolean;
}

/** Digits that are cut, digits of a number, and steps of the search. */
const MOST_CHARACTERS = 90;
const MOST_DIGITS = 5;
const MOST_STEPS = 40_000;
/** Ways that are held against each other. */
const MOST_WAYS = 200;
/** Outcomes that must be named before a group's label makes a table. */
const ENOUGH_HEADS = 2;
/** Items before a table in which the heading of its serials stands. */
const REACH = 4;
/** Items without a word of the table that it may hold. */
const MOST_OTHERS = 3;

export interface AlignedGroups {
  rows: AlignedRow[];
  /** Extents of the tables. */
  spans: { start: number; end: number }[];
}

export function alignGroups(document: Document, form: Form, items: readonly Item[], table: FormTable, index: number, copyFrom: number, step: number): AlignedGroups {
  const result: AlignedGroups = { rows: [], spans: [] };
  const block = table.blocks[0]!;
  for (const [from, to] of stretchesOf(items, index)) {
    const copy = copyFrom + result.spans.length;
    const reader = new GroupReader(form, items, table, index, step);
    const found = reader.read(from, to);
    if (found.length === 0) continue;
    const end = found.reduce((last, { cells }) => Math.max(last, cells.at(-1)?.end ?? -1), items[from]!.end);
    result.spans.push({ start: items[from]!.start, end });
    for (const { group, label, placements, cells } of found) {
      result.rows.push({
        table, block, row: block.rows[group]!, label: { start: label.start, end: label.end, exact: true, text: document.text.slice(label.start, label.end) },
        placements, columns: block.columns.map((_, column) => column), units: new Map(), confirm: false, shown: true,
        printed: cells, aside: [], copy,
      });
    }
  }
  if (result.rows.length === 0) placeBroken(document, items, table, index, copyFrom, result);
  return result;
}

function placeBroken(document: Document, items: readonly Item[], table: FormTable, index: number, copy: number, result: AlignedGroups): void {
  const block = table.blocks[0]!;
  const broken = brokenTable(items, table, index);
  if (broken === null) return;
  const { from, cells } = broken;
  const label = items[from]!;
  result.spans.push({ start: label.start, end: cells.at(-1)!.end });
  block.rows.forEach((row, group) => {
    const own = cells.slice(group * block.columns.length, (group + 1) * block.columns.length);
    result.rows.push({
      table, block, row, label: { start: label.start, end: label.end, exact: true, text: document.text.slice(label.start, label.end) },
      placements: [{ slots: own.map((cell) => readingOf(cell, cell.end)), basis: 'position', cost: 0 }], columns: block.columns.map((_, column) => column), units: new Map(), confirm: false, shown: false,
      printed: own, aside: [], copy,
    });
  });
}

function targetOf(item: Item, table: number, role: 'row' | 'column' | 'span'): number {
  const target = item.kind === 'label' && !item.loose ? item.targets.find((each) => each.table === table && each.role === role) : undefined;
  return target === undefined ? -1 : target.index;
}

function isWord(item: Item, table: number): boolean {
  return item.kind === 'label' && !item.loose && item.targets.some((target) => target.table === table);
}

/** Stretches of items that hold labels of groups and headings of outcomes. */
function stretchesOf(items: readonly Item[], table: number): [from: number, to: number][] {
  const stretches: [number, number][] = [];
  let from = -1;
  let last = -1;
  let others = 0;
  const end = (): void => {
    if (from >= 0) {
      const own = items.slice(from, last + 1);
      const heads = new Set(own.map((item) => targetOf(item, table, 'column')).filter((column) => column >= 0));
      const named = own.some((item) => isWord(item, table) && targetOf(item, table, 'column') < 0) || heads.size > ENOUGH_HEADS;
      if (named && heads.size >= ENOUGH_HEADS && own.some((item) => item.kind === 'value')) stretches.push([from, last + 1]);
    }
    from = -1;
    others = 0;
  };
  items.forEach((item, at) => {
    if (isWord(item, table)) {
      // 总计 of another table begins none.
      if (from < 0 && targetOf(item, table, 'column') >= 0 && item.targets.some((target) => target.table !== table)) return;
      if (from < 0) from = at;
      last = at;
      others = 0;
      return;
    }
    if (from < 0) return;
    if (item.kind === 'value') {
      last = at;
      return;
    }
    const foreign = item.kind === 'label' && item.targets.some((target) => target.role === 'row' && target.table !== table);
    if (item.kind === 'stop' || foreign || (item.sentence && !isRemark(item)) || ++others > MOST_OTHERS) end();
  });
  end();
  return stretches;
}

class GroupReader {
  readonly #form: Form;
  readonly #items: readonly Item[];
  readonly #table: FormTable;
  readonly #index: number;
  readonly #block: Block;
  /** Line breaks between two cells, where empty ones show; else 0. */
  readonly #step: number;

  constructor(form: Form, items: readonly Item[], table: FormTable, index: number, step: number) {
    this.#form = form;
    this.#items = items;
    this.#table = table;
    this.#index = index;
    this.#block = table.blocks[0]!;
    this.#step = step;
  }

  read(from: number, to: number): Found[] {
    const segments = this.#segments(from, to);
    if (!this.#takeSerials(segments, from)) {
      return segments.flatMap((segment) => (segment.cells.length === 0 ? [] : this.#open(segment, this.#groupsOf(segment))));
    }
    const lines = this.#lines(segments);
    if (lines !== null) return lines;
    const found: Found[] = [];
    let order: number[] | null = null;
    for (const segment of segments) {
      const heads = this.#columns(segment);
      const groups = segment.heads.filter((item) => targetOf(item, this.#index, 'row') >= 0);
      if (heads.length === 0) {
        // A group a row, under the headings above.
        const label = groups.at(-1);
        if (label === undefined || order === null) continue;
        const group = targetOf(label, this.#index, 'row');
        found.push(...this.#place(segment, order.map((index): Leaf => ({ group, index })), [label]));
        continue;
      }
      const chunks = chunksOf(heads);
      const last = groups.at(-1);
      const rows = chunks.length === 1 && groups.length === 1 && this.#isBehindHeads(segment, last!);
      if (chunks.length === 1) order = chunks[0]!;
      const owners = rows ? [targetOf(last!, this.#index, 'row')] : this.#owners(segment, chunks.length);
      if (segment.cells.length === 0 && owners === null) continue;
      if (owners === null) {
        found.push(...this.#open(segment, groups));
        continue;
      }
      const leaves = chunks.flatMap((chunk, i) => chunk.map((index): Leaf => ({ group: owners[i]!, index })));
      found.push(...this.#place(segment, leaves, segment.heads));
    }
    return found;
  }

  /** Headings and values by turns. */
  #segments(from: number, to: number): Segment[] {
    const segments: Segment[] = [];
    let segment: Segment = { heads: [], cells: [], end: from };
    for (let i = from; i < to; i++) {
      const item = this.#items[i]!;
      if (item.kind === 'unit' || isRemark(item)) continue;
      const cell = item.kind === 'value' || (item.kind === 'text' && segment.cells.length > 0 && item.ordinal === 0);
      if (!cell && segment.cells.length > 0) {
        segments.push(segment);
        segment = { heads: [], cells: [], end: i };
      }
      if (cell) segment.cells.push(item);
      else segment.heads.push(item);
      segment.end = i + 1;
    }
    if (segment.cells.length > 0 || segment.heads.length > 0) segments.push(segment);
    return segments;
  }

  #groupsOf({ heads }: Segment): Item[] {
    return heads.filter((item) => targetOf(item, this.#index, 'row') >= 0);
  }

  /** Takes the numbers that count the groups out of the values; false where there are some and nothing tells which they are. */
  #takeSerials(segments: Segment[], from: number): boolean {
    const rows = segments.filter((segment) => segment.cells.length > 0 && this.#groupsOf(segment).length > 0);
    const first = segments.find(({ heads }) => heads.some((item) => targetOf(item, this.#index, 'column') >= 0));
    const above = [...this.#items.slice(Math.max(0, from - REACH), from), ...(first?.heads ?? [])];
    if (!above.some((item) => item.kind === 'aside' && COUNTED.test(item.key))) return true;
    if (counts(rows.map(({ cells }) => cells[0]))) {
      for (const segment of rows) segment.cells.shift();
      return true;
    }
    // Before a group's label: the number stands behind the values of the group above it.
    const serials = rows.map((segment) => segments[segments.indexOf(segment) - 1]?.cells.at(-1));
    if (!counts(serials)) return false;
    for (const segment of rows) segments[segments.indexOf(segment) - 1]!.cells.pop();
    return true;
  }

  /** Columns of the headings in printed order; a text among them is a heading that the form does not have. */
  #columns({ heads }: Segment): number[] {
    const columns: number[] = [];
    for (const item of heads) {
      const column = targetOf(item, this.#index, 'column');
      if (column >= 0) columns.push(column);
      else if (item.kind === 'text' && columns.length > 0) columns.push(FOREIGN);
    }
    return columns;
  }

  #isBehindHeads({ heads }: Segment, label: Item): boolean {
    const at = heads.indexOf(label);
    return heads.slice(0, at).filter((item) => targetOf(item, this.#index, 'column') >= 0).length >= ENOUGH_HEADS;
  }

  /** The group of each set of headings; `null` where it cannot be told. */
  #owners({ heads }: Segment, count: number): number[] | null {
    const rows = this.#block.rows;
    const named: number[] = [];
    let spanAt = -1;
    for (const item of heads) {
      const group = targetOf(item, this.#index, 'row');
      if (group >= 0 && !named.includes(group)) named.push(group);
      else if (group >= 0) return null;
      else if (targetOf(item, this.#index, 'span') >= 0 && rows.some((row) => row.groups?.some((label) => hanOf(label) === item.key))) {
        if (spanAt < 0) spanAt = named.length;
      }
    }
    const under = rows.flatMap((row, group) => (row.groups === undefined ? [] : [group]));
    const over = rows.flatMap((row, group) => (row.groups === undefined ? [group] : []));
    if (named.length === count) {
      // 行政诉讼 before 行政复议: the headings of the second line are not in the order of the values.
      return spanAt === 0 && named.some((group) => over.includes(group)) ? null : named;
    }
    if (spanAt >= 0 && named.every((group) => over.includes(group)) && count === named.length + under.length && spanAt === named.length) return [...named, ...under];
    if (named.length === 0 && spanAt < 0 && count === rows.length) return rows.map((_, group) => group);
    return null;
  }

  /** An outcome a line; `null` where the table is not printed so. */
  #lines(segments: readonly Segment[]): Found[] | null {
    const found = new Map<number, { label: Item; slots: (Reading | null)[]; cells: Item[]; open: boolean }>();
    let group = -1;
    let lines = 0;
    for (const segment of segments) {
      const columns = this.#columns(segment);
      if (!isLine(segment, columns, lines)) return null;
      let last = -1;
      for (const item of segment.heads) {
        const named = targetOf(item, this.#index, 'row');
        if (named >= 0) {
          group = named;
          if (!found.has(group)) found.set(group, { label: item, slots: new Array<Reading | null>(this.#block.columns.length).fill(null), cells: [], open: false });
        }
        const column = targetOf(item, this.#index, 'column');
        if (column < 0) continue;
        const own = found.get(group);
        if (own === undefined) return null;
        if (own.slots[column] !== null) own.open = true;
        own.slots[column] ??= blankReading(item.end);
        last = column;
      }
      const own = found.get(group);
      const [cell] = segment.cells;
      if (cell === undefined) continue;
      if (last < 0 || own === undefined) return null;
      lines++;
      // Labels closer to each other than to the value: a block of them, whose values left no trace but one.
      const block = columns.length > 1 && segment.heads.at(-1)!.breaks < cell.breaks;
      if (segment.cells.length > 1 || block) own.open = true;
      own.slots[last] = readingOf(cell, cell.end);
      for (const each of segment.cells) own.cells.push(each);
    }
    if (lines < ENOUGH_HEADS) return null;
    return [...found].map(([index, { label, slots, cells, open }]) => ({ group: index, label, cells, placements: open ? [] : [{ slots, basis: 'label', cost: 0 }] }));
  }

  #open(segment: Segment, groups: readonly Item[]): Found[] {
    const label = segment.heads[0]!;
    const named = groups.map((item) => targetOf(item, this.#index, 'row'));
    const all = named.length > 0 ? named : this.#block.rows.map((_, group) => group);
    return [...new Set(all)].map((group) => ({ group, label, placements: [], cells: segment.cells }));
  }

  /** The values under headings that are known. */
  #place(segment: Segment, leaves: readonly Leaf[], labels: readonly Item[]): Found[] {
    const groups = [...new Set(leaves.map((leaf) => leaf.group))];
    const options = this.#options(segment, leaves);
    return groups.map((group): Found => {
      const label = labels.find((item) => targetOf(item, this.#index, 'row') === group) ?? labels[0]!;
      return { group, label, cells: segment.cells, placements: options?.get(group) ?? [] };
    });
  }

  #options(segment: Segment, leaves: readonly Leaf[]): Map<number, Placement[]> | null {
    const { cells } = segment;
    if (cells.some((cell) => isRun(cell)) && cells.length < leaves.length) return this.#cut(cells, leaves);
    if (cells.length > leaves.length) return null;
    const shown = cells.length < leaves.length ? this.#expanded(segment, leaves.length) : [cells];
    if (shown.length === 1) return this.#direct(shown[0]!, leaves);
    if (shown.length > 1) return this.#lawful(shown.map((each) => this.#direct(each, leaves)), leaves);
    if (cells.some((cell) => cell.content.status === 'unreadable') || leaves.some((leaf) => leaf.index === FOREIGN) || !isRising(leaves)) return null;
    return this.#spread(cells, leaves);
  }

  /** The ways to see the cells with the empty ones that line breaks show: blank lines around the row may be its own, or part it from others. */
  #expanded({ cells, end }: Segment, width: number): (readonly Cell[])[] {
    const step = this.#step;
    if (step === 0) return [];
    const behind = this.#items[end];
    // Bars show empty cells. Where those that close rows stand on lines of their own, one stands before the first cell, one behind the last.
    const barred = (cells[0]?.bars ?? 0) > 0 || (behind?.bars ?? 0) > 0;
    const empties = (item: Item | undefined): number => (item === undefined ? 0 : barred ? item.bars : Math.floor(item.breaks / step) - 1);
    const all = cells.reduce((sum, cell) => sum + empties(cell), cells.length + empties(behind));
    const closing = barred && all !== width ? 1 : 0;
    const list: Cell[] = [];
    cells.forEach((cell, i) => {
      for (let empty = empties(cell) - (i === 0 ? closing : 0); empty > 0 && list.length <= 2 * width; empty--) list.push(null);
      list.push(cell);
    });
    for (let empty = empties(behind) - closing; empty > 0 && list.length <= 2 * width; empty--) list.push(null);
    if (barred && list.length !== width) return [];
    const windows: Cell[][] = [];
    for (let from = 0; from + width <= list.length; from++) {
      const outside = [...list.slice(0, from), ...list.slice(from + width)];
      if (outside.every((cell) => cell === null)) windows.push(list.slice(from, from + width));
    }
    return windows;
  }

  /** Of several ways those in which every group's sum holds. */
  #lawful(ways: readonly Map<number, Placement[]>[], leaves: readonly Leaf[]): Map<number, Placement[]> {
    const groups = [...new Set(leaves.map((leaf) => leaf.group))];
    const sound = ways.filter((way) => groups.every((group) => {
      const columns = leaves.flatMap((leaf) => (leaf.group === group && leaf.index !== FOREIGN ? [leaf.index] : []));
      const sums = rowSums(this.#form, this.#table, this.#block, this.#block.rows[group]!, columns);
      return way.get(group)!.every(({ slots }) => isSound(sums, slots));
    }));
    const kept = sound.length > 0 ? sound : ways;
    return new Map(groups.map((group) => [group, kept.flatMap((way) => way.get(group)!)]));
  }

  #direct(cells: readonly Cell[], leaves: readonly Leaf[]): Map<number, Placement[]> {
    const placements = new Map<number, Placement[]>();
    let last = leaves.length > 0 ? cells.find((cell) => cell !== null)?.start ?? -1 : -1;
    leaves.forEach(({ group, index }, i) => {
      let [own] = placements.get(group) ?? [];
      if (own === undefined) placements.set(group, [own = { slots: new Array<Reading | null>(this.#block.columns.length).fill(null), basis: 'label', cost: 0 }]);
      const cell = cells[i] ?? null;
      if (cell !== null) last = cell.end;
      if (index !== FOREIGN) (own.slots as (Reading | null)[])[index] = readingOf(cell, last);
    });
    return placements;
  }

  /** Fewer values than headings: the ways in which every group's sum holds; what they do not agree on stays open. */
  #spread(cells: readonly Item[], leaves: readonly Leaf[]): Map<number, Placement[]> | null {
    return this.#settle(leaves, cells.length, (from, part, sums) => {
      const ways: Way[] = [];
      for (let count = 0; count <= part.length && from + count <= cells.length; count++) {
        for (const placement of this.#ways(cells.slice(from, from + count), part, sums)) ways.push({ from, placement, to: from + count, sound: isLawful(placement, sums) });
      }
      return ways;
    });
  }

  /** Digits without anything between: cut so that every group's sum holds. */
  #cut(cells: readonly Item[], leaves: readonly Leaf[]): Map<number, Placement[]> | null {
    const characters = cells.reduce((sum, cell) => sum + cell.end - cell.start, 0);
    if (characters > MOST_CHARACTERS || characters < leaves.length || leaves.some((leaf) => leaf.index === FOREIGN)) return null;
    // Places between characters, each of the item it stands in.
    const offsets = cells.flatMap((cell) => Array.from({ length: cell.end - cell.start }, (_, i) => ({ cell, at: cell.start + i })));
    let steps = 0;
    const found = this.#settle(leaves, offsets.length, (from, part, sums) => {
      const ways: Way[] = [];
      const slots = new Array<Reading | null>(this.#block.columns.length).fill(null);
      const place = (at: number, leaf: number): void => {
        if (++steps > MOST_STEPS) return;
        if (leaf === part.length) {
          const placement: Placement = { slots: slots.slice(), basis: 'sum', cost: 0 };
          if (isSound(sums, slots)) ways.push({ from, to: at, placement, sound: isLawful(placement, sums) });
          return;
        }
        const first = offsets[at];
        if (first === undefined) return;
        for (let to = at + 1; to <= offsets.length && to - at <= MOST_DIGITS && offsets[to - 1]!.cell === first.cell; to++) {
          const content = contentOf(first.cell.text.slice(first.at - first.cell.start, first.at - first.cell.start + to - at));
          if (content.status === 'unreadable') break;
          slots[part[leaf]!.index] = readingAt(content, first.at, first.at + to - at);
          place(to, leaf + 1);
        }
        slots[part[leaf]!.index] = null;
      };
      place(from, 0);
      return ways;
    });
    return steps > MOST_STEPS ? null : found;
  }

  /** Goes through the groups in order; `null` where no way through all of them uses everything that is printed. */
  #settle(leaves: readonly Leaf[], end: number, waysFrom: (from: number, part: readonly Leaf[], sums: readonly RowSum[]) => Way[]): Map<number, Placement[]> | null {
    const groups = [...new Set(leaves.map((leaf) => leaf.group))];
    const parts = groups.map((group) => leaves.filter((leaf) => leaf.group === group));
    const ways: Way[][] = [];
    let reach = new Set([0]);
    parts.forEach((part, i) => {
      const sums = rowSums(this.#form, this.#table, this.#block, this.#block.rows[groups[i]!]!, part.map((leaf) => leaf.index));
      const own = [...reach].flatMap((from) => waysFrom(from, part, sums));
      ways.push(own);
      reach = new Set(own.map(({ to }) => to));
    });
    if (!reach.has(end)) return null;
    const placements = new Map<number, Placement[]>();
    let open = new Set([end]);
    for (let i = parts.length - 1; i >= 0; i--) {
      const kept = ways[i]!.filter(({ to }) => open.has(to));
      open = new Set(kept.map(({ from }) => from));
      const [first] = kept;
      const agreed = kept.every(({ placement }) => placement.slots.every((slot, column) => isSame(slot, first!.placement.slots[column] ?? null)));
      // Ways of which some have a sum over zero and others none are not weighed against each other.
      const even = kept.length <= MOST_WAYS && new Set(kept.map(({ sound }) => sound)).size === 1;
      placements.set(groups[i]!, agreed ? [first!.placement] : even ? kept.map(({ placement }) => placement) : []);
    }
    return placements;
  }

  #ways(cells: readonly Item[], part: readonly Leaf[], sums: readonly RowSum[]): Placement[] {
    const found: Placement[] = [];
    const end = cells.at(-1)?.end ?? -1;
    const slots = new Array<Reading | null>(this.#block.columns.length).fill(null);
    const place = (index: number, at: number): void => {
      if (at === part.length) {
        if (index === cells.length && isSound(sums, slots)) found.push({ slots: slots.slice(), basis: 'sum', cost: 0 });
        return;
      }
      const { index: column } = part[at]!;
      slots[column] = readingOf(null, end);
      place(index, at + 1);
      if (index < cells.length) {
        slots[column] = readingOf(cells[index]!, end);
        place(index + 1, at + 1);
      }
      slots[column] = null;
    };
    place(0, 0);
    return found;
  }
}

/** Numbers that go up by one. */
function counts(numbers: readonly (Item | undefined)[]): boolean {
  return numbers.length > 1 && numbers.every((item, i) => i === 0 || item?.content.value === (numbers[i - 1]?.content.value ?? NaN) + 1);
}

/** The sums hold, or there is nothing to sum. */
function isSound(sums: readonly RowSum[], slots: readonly (Reading | null)[]): boolean {
  const values = valuesOf({ slots });
  return values.every((value) => value === null || value === 0) || sumsHold(sums, values) === true;
}

function isSame(a: Reading | null, b: Reading | null): boolean {
  if (a === null || b === null) return a === b;
  return a.value === b.value && a.status === b.status && (a.value === null || a.start === b.start);
}

/** Headings in the form's own order, group by group: in another order a number too few may keep a sum where it does not stand. */
function isRising(leaves: readonly Leaf[]): boolean {
  return leaves.every((leaf, i) => i === 0 || leaf.group !== leaves[i - 1]!.group || leaf.index > leaves[i - 1]!.index);
}

/** The headings cut where one is printed again. */
function chunksOf(columns: readonly number[]): number[][] {
  const chunks: number[][] = [[]];
  for (const column of columns) {
    if (column !== FOREIGN && chunks.at(-1)!.includes(column)) chunks.push([]);
    chunks.at(-1)!.push(column);
  }
  return chunks;
}

/** Whether a segment may be a line of an outcome and its value: outcomes without a value between them only behind others, and once. */
function isLine({ cells }: Segment, columns: readonly number[], lines: number): boolean {
  return columns.length < 2 || cells.length === 0 || (cells.length === 1 && new Set(columns).size === columns.length && lines > 0);
}
