/** Cells to the tree of `tables` and the list of `cells`, in template order. */
import type { Cell, TableTree, Tables } from '../schema/report.ts';
import type { FormCell } from '../forms/cells.ts';
import { lineIndexAt, type Document, type Line } from '../text/document.ts';
import type { Reading } from '../text/reading.ts';

export interface CellDraft {
  reading: Reading;
  basis: NonNullable<Cell['basis']>;
  /** Offset of the row's label. */
  row: number;
  /** What is printed in the row, where the cell's own part cannot be told. */
  raw?: string;
  /** Offset of the first number of such a row. */
  at?: number | undefined;
}

/** A cell of the template with its place in the tree: where its value goes, and under which key. */
interface Slot {
  path: string;
  optional: boolean;
  /** Index of the branch the value hangs on. */
  branch: number;
  key: string;
  /** Key of the amount's unit, `null` where the cell is no amount. */
  unitKey: string | null;
}

interface Layout {
  slots: readonly Slot[];
  /** Branches, each behind the one it hangs on; the first is the tree itself. */
  branches: readonly { parent: number; key: string }[];
}

const layouts = new WeakMap<readonly FormCell[], Layout>();

function layoutOf(template: readonly FormCell[]): Layout {
  let layout = layouts.get(template);
  if (layout === undefined) layouts.set(template, (layout = makeLayout(template)));
  return layout;
}

function makeLayout(template: readonly FormCell[]): Layout {
  const branches = [{ parent: -1, key: '' }];
  const known = new Map<string, number>([['', 0]]);
  const slots = template.map(({ path, unitPath, optional }): Slot => {
    const codes = path.split('.');
    const key = codes.pop()!;
    let branch = 0;
    codes.forEach((code, depth) => {
      const name = codes.slice(0, depth + 1).join('.');
      let next = known.get(name);
      if (next === undefined) {
        known.set(name, (next = branches.length));
        branches.push({ parent: branch, key: code });
      }
      branch = next;
    });
    return { path, optional, branch, key, unitKey: unitPath?.slice(unitPath.lastIndexOf('.') + 1) ?? null };
  });
  return { slots, branches };
}

/** @param units of amounts, as their headings print them */
export function assemble(document: Document, template: readonly FormCell[], drafts: ReadonlyMap<string, CellDraft>, units: ReadonlyMap<string, string>): { tables: Tables; cells: Cell[] } {
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
    if (draft === undefined && optional) continue;
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
    const raw = draft.raw ?? '';
    const place = draft.at === undefined ? { ...NOWHERE, line: places.lineOf(draft.row).number } : places.placeOf(draft.at, draft.at);
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
