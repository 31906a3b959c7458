/** What the members of a report owe each other: cells, tables and findings against the form and one another. */
import { cellMapOf, cellsOfForm } from '../forms/cells.ts';
import type { Form } from '../forms/form.ts';
import { layoutOf, type Layout } from '../forms/tree.ts';
import { AMOUNT_UNITS, type CellStatus } from './names.ts';

export interface Departure {
  path: (string | number)[];
  message: string;
}

/** The members that are held against each other, each of its own shape already. */
export interface Held {
  tables: Readonly<Record<string, unknown>>;
  cells: readonly {
    cell: string; value: number | null; status: CellStatus;
    line: number | null; column: number | null; endColumn: number | null; endLine?: number | undefined;
  }[];
  findings: readonly { cells: readonly string[] }[];
}

/**
 * Where a report departs from its form and from itself: cells come in the order of the form, all but the optional ones, each as its
 * status has it and as it stands in `tables`; `tables` holds nothing else; findings name cells of the form. Linear.
 */
export function departures(form: Form, { tables, cells, findings }: Held): Departure[] {
  const found: Departure[] = [];
  const known = cellMapOf(form);
  findings.forEach((finding, index) => {
    finding.cells.forEach((cell, at) => {
      if (!known.has(cell)) found.push({ path: ['findings', index, 'cells', at], message: `no cell of era ${form.era}: ${cell}` });
    });
  });
  if (form.local !== null && 'indicators' in tables) {
    if (cells.length > 0) found.push({ path: ['cells'], message: 'a report with a local table has no cells of the form' });
    for (const name of Object.keys(tables)) if (name !== 'indicators') found.push({ path: ['tables', name], message: 'stands beside indicators' });
    return found;
  }
  compareCells(layoutOf(cellsOfForm(form)), tables, cells, found);
  return found;
}

type Branch = Readonly<Record<string, unknown>>;

/** The branches of a report's tables, looked up once each, and how many members each is to have. */
class Tree {
  readonly #branches: Layout['branches'];
  readonly #nodes: (Branch | null | undefined)[];
  readonly #members: number[];

  constructor(branches: Layout['branches'], tables: Branch) {
    this.#branches = branches;
    this.#nodes = new Array<undefined>(branches.length).fill(undefined);
    this.#members = new Array<number>(branches.length).fill(0);
    this.#nodes[0] = tables;
  }

  /** A member of a branch; `undefined` where the branch or the member is not there. */
  take(branch: number, key: string): unknown {
    this.#members[branch]!++;
    return this.#nodeOf(branch)?.[key];
  }

  #nodeOf(branch: number): Branch | null {
    const known = this.#nodes[branch];
    if (known !== undefined) return known;
    const { parent, key } = this.#branches[branch]!;
    const node = this.take(parent, key);
    return (this.#nodes[branch] = typeof node === 'object' ? node as Branch | null : null);
  }

  /** Paths of branches with more members than were taken. */
  overfull(): string[] {
    return this.#branches.filter((_, index) => {
      const node = this.#nodes[index];
      return node !== undefined && node !== null && Object.keys(node).length !== this.#members[index];
    }).map(({ path }) => path);
  }
}

function compareCells({ slots, branches }: Layout, tables: Branch, cells: Held['cells'], found: Departure[]): void {
  const tree = new Tree(branches, tables);
  let at = 0;
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index]!;
    while (at < slots.length && slots[at]!.optional && slots[at]!.path !== cell.cell) at++;
    const slot = slots[at];
    if (slot?.path !== cell.cell) {
      found.push({ path: ['cells', index, 'cell'], message: slot === undefined ? 'one cell too many' : `${slot.path} is due here` });
      return;
    }
    at++;
    if (tree.take(slot.branch, slot.key) !== cell.value) found.push({ path: ['tables', ...slot.path.split('.')], message: 'is not the value of the cell' });
    if (slot.unitKey !== null && !isUnit(tree.take(slot.branch, slot.unitKey))) {
      found.push({ path: ['tables', ...branches[slot.branch]!.path.split('.'), slot.unitKey], message: 'is no unit of an amount' });
    }
    compareStatus(cell, index, found);
  }
  for (; at < slots.length; at++) if (!slots[at]!.optional) found.push({ path: ['cells'], message: `${slots[at]!.path} is not there` });
  for (const path of tree.overfull()) found.push({ path: ['tables', ...(path === '' ? [] : path.split('.'))], message: 'has members that are no cells' });
}

function isUnit(unit: unknown): boolean {
  return unit === null || (AMOUNT_UNITS as readonly unknown[]).includes(unit);
}

function compareStatus({ status, value, line, column, endColumn, endLine }: Held['cells'][number], index: number, found: Departure[]): void {
  const fits = status === 'reported' ? value !== null : status === 'zeroWord' ? value === 0 : value === null;
  if (!fits) found.push({ path: ['cells', index, 'value'], message: `does not go with the status ${status}` });
  if ((column === null) !== (endColumn === null) || (line === null && column !== null)) {
    found.push({ path: ['cells', index, 'endColumn'], message: 'a place has a line, a column and an end' });
  }
  if (endLine !== undefined && (endColumn === null || line === null || endLine <= line)) {
    found.push({ path: ['cells', index, 'endLine'], message: 'is behind the line where the cell begins' });
  }
}
