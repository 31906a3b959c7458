/**
 * Headings bind columns: the values of a grid's row laid into the columns of the form, by where the headings stand, else
 * in the order the headings are printed in, else in the form's own order.
 */
import type { Block } from '../forms/form.ts';
import type { LooseRow } from '../grid/grid.ts';
import { fold } from '../text/fold.ts';
import { blankReading, contentOf, readingAt, type Reading } from '../text/reading.ts';
import type { Placement } from './aligned.ts';
import { isEmpty, isNumber, isText, isTrimmed, readingOf, type Field, type Fields } from './field.ts';
import type { Header, Leaf } from './header.ts';
import type { RowMatch } from './rows.ts';
import { spread } from './spread.ts';

export interface Laid {
  placements: Placement[];
  confirm: boolean;
  shown: boolean;
  /** Numbers of the row under headings that the form does not have. */
  others: readonly Field[];
}

const NONE: readonly Field[] = [];

/** Windows and gaps of a row are tried up to this many. */
const MOST = 3000;
/** What a row's first cell lost costs against its last. */
const LEADING_GAP = 4;

/** How the rows of one block of a grid read their columns: one manner for all. */
export interface Manner {
  header: Header | null;
  /** The headings stand over the values. */
  placed: boolean;
  /** Columns in the order the values are printed in. */
  order: readonly number[];
  /** The order is the form's own, since headings are lost in part: the sums must confirm it. */
  confirm: boolean;
  /** Column of the grid in which the values of every row begin, as the rows that hold just as many show it; -1 where they do not. */
  from: number;
  /** Tabs stand for gaps of unknown width: some row holds more fields between its first and last value than there are columns. */
  gaps: boolean;
}

/** Columns that a block prints where no heading says otherwise. */
function ownOrder(columns: Block['columns']): number[] {
  return columns.flatMap((column, index) => (column.optional === true ? [] : [index]));
}

/** The common column of the rows that hold as many values as there are columns. */
function commonStart(fields: Fields, matches: readonly RowMatch[], width: number): number {
  const starts = new Set(matches.filter((match) => match.values.length === width).map((match) => fields.columnOf(match.values[0]!)));
  return starts.size === 1 ? [...starts][0]! : -1;
}

export function mannerOf(fields: Fields, matches: readonly RowMatch[], block: Block, wide: boolean): Manner {
  const manner = chooseManner(fields, matches, block, wide);
  const gaps = fields.grid.syntax === 'tab' && manner.header === null && matches.some((match) => trimmed(match.values).length > manner.order.length);
  return { ...manner, from: commonStart(fields, matches, manner.order.length), gaps };
}

/** @param wide the document's rows add up with the columns that only some reports print (小计), not without them */
function chooseManner(fields: Fields, matches: readonly RowMatch[], block: Block, wide: boolean): Omit<Manner, 'from' | 'gaps'> {
  const header = matches[0]!.header;
  const own = ownOrder(block.columns);
  if (header === null) {
    if (wide) return { header, placed: false, order: block.columns.map((_, index) => index), confirm: true };
    return { header, placed: false, order: own, confirm: false };
  }
  if (fields.grid.loose !== undefined && header.placed.length > 0) return { header, placed: true, order: header.placed.map((leaf) => leaf.index), confirm: false };
  if (header.placed.length > 0 && matches.some((match) => standsUnder(fields, match, header)) && !matches.some((match) => contradicts(fields, match, header))) {
    return { header, placed: true, order: header.placed.map((leaf) => leaf.index), confirm: false };
  }
  const { ordered } = header;
  const counts = matches.map((match) => trimmed(match.values).length).filter((count) => count > 0);
  // A row of more values than headings: one of them is blank or unreadable, and the others are not told by their order.
  const usual = counts.includes(ordered.length) && counts.every((count) => count <= ordered.length);
  // Each row prints a cell for every heading, filled or not.
  const printed = fields.grid.borders === 'shown' && matches.every((match) => match.values.length === ordered.length);
  if (new Set(ordered).size === ordered.length && (usual || printed || ordered.length === own.length)) return { header, placed: false, order: ordered, confirm: false };
  return { header, placed: false, order: own, confirm: true };
}

/** Every value of the row stands under a heading of its own, or under one that is none of the form's. */
function standsUnder(fields: Fields, match: RowMatch, header: Header): boolean {
  const taken: Leaf[] = [];
  let any = false;
  for (const field of match.values) {
    const column = fields.columnOf(field);
    const leaf = header.over[column];
    if (leaf === undefined) {
      // Below an empty heading it is nobody's where every heading has a cell of its own below it.
      if (isEmpty(field) || header.foreign.has(column) || (header.blank.has(column) && isFull(fields, match, header))) continue;
      return false;
    }
    if (isEmpty(field)) continue;
    if (taken.includes(leaf)) return false;
    taken.push(leaf);
    any = true;
  }
  return any || match.values.every(isEmpty);
}

/** A heading over the row's label: merged cells were flattened, and columns of the header are not those of the rows. */
function contradicts(fields: Fields, match: RowMatch, header: Header): boolean {
  const end = fields.columnOf(match.label) + fields.widthOf(match.label);
  return header.placed.some((leaf) => leaf.column < end);
}

/** Values without the empty fields at both ends. */
function trimmed(values: readonly Field[]): readonly Field[] {
  let from = 0;
  let to = values.length;
  while (from < to && isEmpty(values[from]!)) from++;
  while (to > from && isEmpty(values[to - 1]!)) to--;
  return values.slice(from, to);
}

/** Lays one row. */
export function layRow(fields: Fields, match: RowMatch, block: Block, manner: Manner): Laid {
  const { header, placed, order, confirm, from } = manner;
  const loose = fields.grid.loose?.[match.gridRow];
  if (loose !== undefined) return layLoose(loose, match, block, manner);
  const shown = fields.grid.borders === 'shown';
  if (placed && header !== null) {
    if (standsUnder(fields, match, header) && isFull(fields, match, header)) {
      return { placements: [underHeadings(fields, match, header, block)], confirm: false, shown, others: othersOf(fields, match, header) };
    }
    const ragged = leftAligned(fields, match, header.placed.map((leaf) => leaf.index), block);
    if (ragged !== null && standsUnder(fields, match, header)) return { placements: [ragged], confirm: false, shown, others: othersOf(fields, match, header) };
    // A row that is torn or holds a cell more or less: only its sums can tell.
    return { placements: inOrder(match.values, order, block, false), confirm: true, shown: false, others: NONE };
  }
  let values: readonly Field[] = match.values.filter((field) => !isUnit(field, block));
  if (manner.gaps) return { placements: inOrder(values.filter((field) => !isEmpty(field)), order, block, false), confirm: true, shown: false, others: NONE };
  if (from >= 0 && shown && values.length > order.length) {
    // Fields of merged labels before the values, where other rows show none.
    const inside = values.filter((field) => fields.columnOf(field) >= from && fields.columnOf(field) < from + order.length);
    if (inside.length === order.length && values.every((field) => isEmpty(field) || inside.includes(field))) values = inside;
  }
  const ragged = confirm ? null : leftAligned(fields, match, order, block);
  if (ragged !== null) return { placements: [ragged], confirm: match.headless, shown, others: NONE };
  return { placements: inOrder(values, order, block, shown), confirm: confirm || match.headless, shown, others: NONE };
}

/** A row whose borders are costs: a placement for each way in which its values may stand below the headings. */
function layLoose(loose: LooseRow, match: RowMatch, block: Block, { header, order, confirm }: Manner): Laid {
  const readings = loose.values.map((cell) => readingAt(contentOf(fold(cell.text).trim()), cell.start, cell.end));
  const indexes = new Map<number, number>();
  if (header !== null && header.placed.length > 0) for (const leaf of header.placed) indexes.set(leaf.column - 1, leaf.index);
  else order.forEach((index, column) => indexes.set(column, index));
  const at = loose.values.at(-1)?.end ?? match.label.cell.end;
  const placements = loose.ways.map(({ columns, cost }): Placement => {
    const slots = new Array<Reading | null>(block.columns.length).fill(null);
    for (const index of indexes.values()) slots[index] = blankReading(at);
    columns.forEach((column, i) => {
      const index = indexes.get(column);
      if (index !== undefined) slots[index] = readings[i]!;
    });
    return { slots, basis: loose.ways.length === 1 ? 'label' : 'position', cost };
  });
  return { placements, confirm: confirm || match.headless || loose.doubtful, shown: false, others: NONE };
}

/**
 * A row that ends before its last columns, in a grid none of whose rows ends with an empty field: blanks at the ends of lines
 * were trimmed. `null` where the grid is none such, or where the line below looks like the rest of a row cut in two.
 */
function leftAligned(fields: Fields, match: RowMatch, order: readonly number[], block: Block): Placement | null {
  if (match.values.length === 0 || match.values.length >= order.length || !isTrimmed(fields)) return null;
  const below = fields.row(match.gridRow + 1);
  if (below.length > 0 && below.every((field) => !isText(field))) return null;
  const slots = new Array<Reading | null>(block.columns.length).fill(null);
  order.forEach((index, i) => {
    const field = match.values[i];
    slots[index] = field === undefined ? blankAt(match.values) : readingOf(field);
  });
  return { slots, basis: 'position', cost: 0 };
}

/** Does the row print a cell under every heading? Rows of a ragged grid end where their last value does. */
function isFull(fields: Fields, match: RowMatch, header: Header): boolean {
  return header.placed.every((leaf) => {
    for (let column = leaf.column; column < leaf.column + leaf.width; column++) if (fields.at(match.gridRow, column) !== null) return true;
    return false;
  });
}

function othersOf(fields: Fields, { values }: RowMatch, header: Header): readonly Field[] {
  return values.filter((field) => isNumber(field) && header.over[fields.columnOf(field)] === undefined);
}

function underHeadings(fields: Fields, match: RowMatch, header: Header, block: Block): Placement {
  const slots = new Array<Reading | null>(block.columns.length).fill(null);
  for (const leaf of header.placed) {
    let chosen: Field | null = null;
    for (let column = leaf.column; column < leaf.column + leaf.width; column++) {
      const field = fields.at(match.gridRow, column);
      if (field !== null && (chosen === null || isEmpty(chosen))) chosen = field;
    }
    slots[leaf.index] = chosen === null ? null : ownReading(fields, chosen, match.gridRow);
  }
  return { slots, basis: 'label', cost: 0 };
}

/** A value merged over several rows is no single row's. */
function ownReading(fields: Fields, field: Field, row: number): Reading {
  const reading = readingOf(field);
  if (fields.rowOf(field) === row || reading.status === 'blank') return reading;
  return { value: null, status: 'unreadable', start: reading.start, end: reading.end, unit: reading.unit };
}

/** Units stand in a column of their own in tables of pairs. */
const UNITS: ReadonlySet<string> = new Set(['条', '件', '次', '篇', '个', '人', '人次', '万元', '元', '份', '项', '期', '场', '宗', '起', '条(件)', '件(条)']);

function isUnit(field: Field, block: Block): boolean {
  return block.columns.length === 1 && isText(field) && UNITS.has(field.folded);
}

/**
 * The values in printed order: as many as columns; more, of which some at the ends are empty; or fewer, whose gaps only the
 * sums can tell.
 */
function inOrder(values: readonly Field[], order: readonly number[], block: Block, shown: boolean): Placement[] {
  const width = order.length;
  const lay = (fieldsInOrder: readonly (Field | null)[], basis: Placement['basis'], cost: number, window?: number): Placement => {
    const slots = new Array<Reading | null>(block.columns.length).fill(null);
    order.forEach((index, i) => {
      const field = fieldsInOrder[i];
      slots[index] = field === undefined || field === null ? blankAt(values) : readingOf(field);
    });
    return { slots, basis, cost, ...(window === undefined ? {} : { window }) };
  };
  if (values.length === width) return [lay(values, 'label', 0)];
  const filled = values.filter((field) => !isEmpty(field));
  if (filled.length === 0) return [lay([], 'label', 0)];
  if (values.length > width) {
    const placements: Placement[] = [];
    for (let from = 0; from + width <= values.length; from++) {
      if (values.slice(0, from).some((field) => !isEmpty(field)) || values.slice(from + width).some((field) => !isEmpty(field))) continue;
      placements.push(lay(values.slice(from, from + width), 'position', 0, from));
    }
    return placements;
  }
  if (shown && values.length > 0 && values.length < width) {
    // Cells are shown, and some are lost: their order is kept.
    return spread(values, width, MOST).map((each) => lay(each, 'sum', each[0] === null ? LEADING_GAP : 0));
  }
  return spread(filled, width, MOST).map((each) => lay(each, 'sum', 0));
}

function blankAt(values: readonly Field[]): Reading {
  return blankReading(values.at(-1)?.cell.end ?? -1);
}
