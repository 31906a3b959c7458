/** Cells to the tree of `tables` and the list of `cells`, in template order. */
import type { Cell, TableTree, Tables } from '../schema/report.ts';
import type { Range } from '../align/aligned.ts';
import type { FormCell } from '../forms/cells.ts';
import { layoutOf } from '../forms/tree.ts';
import { lineIndexAt, type Document, type Line } from '../text/document.ts';
import type { Reading } from '../text/reading.ts';

export interface CellDraft {
  reading: Reading;
  basis: NonNullable<Cell['basis']>;
  /** Offset of the row's label. */
  row: number;
  /** What is printed in the row, where the cell's own part cannot be told; `null` where nothing is. */
  printed?: Range | null;
}

/** A cell of which cannot be told what is printed for it. @param printed what is printed for its row */
export function untold(row: number, printed: Range | null): CellDraft {
  return { reading: { value: null, status: 'unreadable', start: -1, end: -1, unit: null }, basis: 'position', row, printed };
}

/** @param units of amounts, as their headings print them @param due optional cells that stand in the report all the same */
export function assemble(
  document: Document,
  template: readonly FormCell[],
  drafts: ReadonlyMap<string, CellDraft>,
  units: ReadonlyMap<string, string>,
  due: ReadonlySet<string>,
): { tables: Tables; cells: Cell[] } {
  const { slots, branches } = layoutOf(template);
  const nodes = new Array<TableTree | undefined>(branches.length).fill(undefined);
  const tree: TableTree = (nodes[0] = {});
  const nodeOf = (branch: number): TableTree => {
    const known = nodes[branch];
    if (known !== undefined) return known;
    const { parent, key } = branches[branch]!;
    const node: TableTree = {};
    nodeOf(parent)[key] = node;
    return (nodes[branch] = node);
  };
  const places = new PlaceFinder(document);
  const cells: Cell[] = [];
  for (const { path, optional, branch, key, unitKey } of slots) {
    const draft = drafts.get(path);
    if (draft === undefined && optional && !due.has(path)) continue;
    const cell = makeCell(document, places, path, draft);
    cells.push(cell);
    const node = nodes[branch] ?? nodeOf(branch);
    node[key] = cell.value;
    if (unitKey !== null) node[unitKey] = amountUnit(draft) ?? units.get(path) ?? null;
  }
  return { tables: tree, cells };
}

function amountUnit(draft: CellDraft | undefined): string | null {
  const unit = draft?.reading.unit;
  return unit === '元' || unit === '万元' ? unit : null;
}

function makeCell(document: Document, places: PlaceFinder, path: string, draft: CellDraft | undefined): Cell {
  if (draft === undefined) return { cell: path, value: null, raw: null, status: 'missing', basis: null, ...NOWHERE };
  const { reading, basis } = draft;
  if (reading.start < 0) {
    const { printed } = draft;
    const raw = printed == null ? '' : document.text.slice(printed.start, printed.end);
    const place = printed == null ? { ...NOWHERE, line: places.lineOf(draft.row).number } : places.placeOf(printed.start, printed.end);
    return { cell: path, value: null, raw, status: reading.status, basis: reading.status === 'unreadable' ? null : basis, ...place };
  }
  const raw = document.text.slice(reading.start, reading.end);
  return { cell: path, value: reading.value, raw, status: reading.status, basis, ...places.placeOf(reading.start, reading.end) };
}

type CellPlace = Pick<Cell, 'line' | 'column' | 'endColumn' | 'endLine'>;

const NOWHERE = { line: null, column: null, endColumn: null } as const;

/** Lines of offsets that come in about the order of the text. */
class PlaceFinder {
  private index = 0;
  private readonly lines: readonly Line[];

  constructor(document: Document) {
    this.lines = document.lines;
  }

  /** Where a cell begins, and the column behind its last character; `endLine` only where that stands on another line. */
  placeOf(start: number, end: number): CellPlace {
    const line = this.lineOf(start);
    const last = end > start ? this.lineOf(end - 1) : line;
    const place = { line: line.number, column: start - line.start + 1, endColumn: Math.max(start, end) - last.start + 1 };
    return last === line ? place : { ...place, endLine: last.number };
  }

  lineOf(offset: number): Line {
    const { lines } = this;
    for (let i = this.index; i < this.index + 3 && i < lines.length; i++) {
      if (lines[i]!.start > offset) break;
      if (i + 1 < lines.length && lines[i + 1]!.start <= offset) continue;
      this.index = i;
      return lines[i]!;
    }
    this.index = lineIndexAt(lines, offset);
    return lines[this.index]!;
  }
}
