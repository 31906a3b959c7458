/** Tables of a page: whether one holds data or only lays the page out, and the grid of its cells. */
import { formGrid, type FormedGrid, type SpannedCell } from '../../text/form-grid.ts';
import { attribute, isElement, isHidden, type Content, type Element, type Parent } from './tree.ts';

/** A cell with more characters and full stops than this is prose. */
const PROSE_LENGTH = 120;
const PROSE_STOPS = 2;
/** A table with so many short cells is a form, also where one more cell holds a page of notes. */
const FORM_CELLS = 12;

/** The rows of a table by row group, hidden ones left out; a foot comes last wherever it stands. Tables within are not entered. */
export function rowGroups(table: Element): Element[][] {
  const groups: Element[][] = [];
  const feet: Element[][] = [];
  let loose: Element[] | null = null;
  for (const child of table.childNodes) {
    if (!isElement(child) || isHidden(child)) continue;
    if (child.tagName === 'tr') {
      if (loose === null) groups.push((loose = []));
      loose.push(child);
    } else if (child.tagName === 'tbody' || child.tagName === 'thead' || child.tagName === 'tfoot') {
      loose = null;
      const rows = child.childNodes.filter((row): row is Element => isElement(row) && row.tagName === 'tr' && !isHidden(row));
      (child.tagName === 'tfoot' ? feet : groups).push(rows);
    }
  }
  return [...groups, ...feet];
}

export function cellsOf(row: Element): Element[] {
  return row.childNodes.filter((cell): cell is Element => isElement(cell) && (cell.tagName === 'td' || cell.tagName === 'th') && !isHidden(cell));
}

/**
 * Whether a table only lays out the page: it holds tables, or a single cell, or mostly prose. Its cells are then read as
 * blocks, one after the other.
 */
export function isLayout(groups: readonly (readonly Element[])[], contents: ReadonlyMap<Parent, Content>): boolean {
  let cells = 0;
  let short = 0;
  let prose = 0;
  let total = 0;
  for (const cell of groups.flat().flatMap(cellsOf)) {
    const content = contents.get(cell);
    if (content === undefined) continue;
    if (content.table) return true;
    cells++;
    total += content.text;
    if (content.text > PROSE_LENGTH && content.stops >= PROSE_STOPS) prose += content.text;
    else short++;
  }
  return cells <= 1 || (prose * 2 > total && short < FORM_CELLS);
}

export function gridOf(groups: readonly (readonly Element[])[]): FormedGrid<Element> {
  return formGrid(groups.map((rows) => rows.map((row) => cellsOf(row).map((cell): SpannedCell<Element> => ({
    content: cell,
    rowSpan: span(cell, 'rowspan', 0),
    columnSpan: span(cell, 'colspan', 1),
  })))));
}

/** A span as the standard parses it: leading digits count, anything else is 1. */
function span(cell: Element, name: string, least: number): number {
  const digits = /^\s*\+?(\d{1,9})/.exec(attribute(cell, name) ?? '')?.[1];
  if (digits === undefined) return 1;
  return Number(digits) < least ? 1 : Number(digits);
}
