/** Cells to the tree of `tables` and the list of `cells`, in template order. */
import type { Cell, TableTree, Tables } from '../schema/report.ts';
import type { TemplateCell } from '../templates/eras.ts';
import { placeOf, type Document } from '../text/document.ts';
import type { Reading } from './values.ts';

export interface CellDraft {
  reading: Reading;
  basis: NonNullable<Cell['basis']>;
  /** Offset of the row's label. */
  row: number;
  /** What is printed in the row, where the cell's own part cannot be told. */
  raw?: string;
}

/** Places of 元 and 万元: the amounts whose unit is printed beside them. */
const AMOUNTS: ReadonlySet<string> = new Set(['disclosure.procurement.amount', 'disclosure.fees.amount']);

/** @param units of amounts, as their headings print them */
export function assemble(document: Document, template: readonly TemplateCell[], drafts: ReadonlyMap<string, CellDraft>, units: ReadonlyMap<string, string>): { tables: Tables; cells: Cell[] } {
  const tree: TableTree = {};
  const cells: Cell[] = [];
  for (const { path, optional } of template) {
    const draft = drafts.get(path);
    if (draft === undefined && optional) continue;
    const cell = makeCell(document, path, draft);
    cells.push(cell);
    put(tree, path, cell.value);
    if (AMOUNTS.has(path)) put(tree, `${path}Unit`, amountUnit(draft) ?? units.get(path) ?? null);
  }
  return { tables: tree, cells };
}

function amountUnit(draft: CellDraft | undefined): string | null {
  const unit = draft?.reading.unit;
  return unit === '元' || unit === '万元' ? unit : null;
}

function makeCell(document: Document, path: string, draft: CellDraft | undefined): Cell {
  if (draft === undefined) return { cell: path, value: null, raw: null, status: 'missing', basis: null, line: null, column: null };
  const { reading, basis } = draft;
  if (reading.start < 0) {
    const { line } = placeOf(document, draft.row);
    return { cell: path, value: null, raw: draft.raw ?? '', status: reading.status, basis: reading.status === 'unreadable' ? null : basis, line, column: null };
  }
  const { line, column } = placeOf(document, reading.start);
  return { cell: path, value: reading.value, raw: document.text.slice(reading.start, reading.end), status: reading.status, basis, line, column };
}

function put(tree: TableTree, path: string, value: number | string | null): void {
  const codes = path.split('.');
  let node = tree;
  for (const code of codes.slice(0, -1)) node = (node[code] ??= {}) as TableTree;
  node[codes.at(-1)!] = value;
}
