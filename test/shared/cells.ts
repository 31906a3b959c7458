/** The cells of a report against what is printed, one verdict a cell that is not right. */
import type { Cell, Report, TableTree } from '../../src/schema/report.ts';
import type { Fault, FaultKind } from './fault.ts';

export interface CellTruth {
  cells: Record<string, number | null>;
  /** Cells that may be `null` although their value is known: nothing in the text decides it. */
  undecided?: readonly string[];
  /** Cells that hold something which is no number. */
  unreadable?: readonly string[];
  indicators?: readonly unknown[];
}

/** A cell that is not as its truth, or `null` where something is printed. */
export interface CellVerdict {
  cell: string;
  got: number | null;
  wanted: number | null;
  status: Cell['status'] | null;
  /** Whether a finding names the cell. */
  told: boolean;
  /** `open`: `null` where the truth allows it. */
  verdict: 'wrong' | 'null' | 'open' | 'status';
}

/** The cells of a report by their paths. */
export function values(report: Report): Map<string, number | null> {
  return new Map(leaves({ ...report.tables, indicators: {} }));
}

function leaves(tree: TableTree, prefix = ''): [string, number | null][] {
  return Object.entries(tree).flatMap(([code, value]): [string, number | null][] => {
    if (code === 'amountUnit' || typeof value === 'string') return [];
    return value === null || typeof value === 'number' ? [[prefix + code, value]] : leaves(value, `${prefix}${code}.`);
  });
}

export function judgeCells(report: Report, truth: CellTruth): CellVerdict[] {
  const list: CellVerdict[] = [];
  const found = values(report);
  const named = new Set(report.findings.flatMap(({ cells }) => cells));
  const status = new Map(report.cells.map((one) => [one.cell, one.status]));
  const undecided = new Set(truth.undecided);
  const unreadable = new Set(truth.unreadable);
  const add = (cell: string, got: number | null, wanted: number | null, verdict: CellVerdict['verdict']): void => {
    list.push({ cell, got, wanted, status: status.get(cell) ?? null, told: named.has(cell), verdict });
  };
  for (const [cell, wanted] of Object.entries(truth.cells)) {
    const got = found.get(cell) ?? null;
    found.delete(cell);
    if (got !== null && got !== wanted) add(cell, got, wanted, 'wrong');
    else if (got === null && wanted !== null) add(cell, got, wanted, undecided.has(cell) ? 'open' : 'null');
    else if (unreadable.has(cell) && (status.get(cell) !== 'unreadable' || !named.has(cell)))
      add(cell, got, wanted, 'status');
  }
  const local = (truth.indicators?.length ?? 0) > 0;
  for (const [cell, got] of found) {
    if (got !== null && !(local && cell.startsWith('statistics.'))) add(cell, got, null, 'wrong');
  }
  return list;
}

/** The faults that a verdict counts as; none where the truth leaves the cell open and a finding names it. */
export function kindsOf({ wanted, status, told, verdict }: CellVerdict): FaultKind[] {
  const kinds: FaultKind[] = [];
  if (verdict === 'wrong') kinds.push('wrong', ...(told ? [] : (['wrongSilent'] as const)));
  if (verdict === 'null' || (verdict === 'wrong' && wanted !== null)) kinds.push('missed');
  if (!told) kinds.push('untold');
  if (
    verdict === 'status'
      ? status !== 'unreadable'
      : wanted !== null && (status === 'blank' || status === 'notApplicable')
  )
    kinds.push('status');
  return kinds;
}

export function cellFaults(report: Report, truth: CellTruth): Fault[] {
  return judgeCells(report, truth)
    .map((one) => ({ kinds: kindsOf(one), text: describe(one) }))
    .filter(({ kinds }) => kinds.length > 0);
}

/** A verdict as one line: `PATH got (status) wanted N, told|silent`. */
export function describe({ cell, got, wanted, status, told, verdict }: CellVerdict): string {
  const what = verdict === 'status' ? 'unreadable' : `${String(wanted)}${verdict === 'open' ? ' or null' : ''}`;
  return `${cell}: ${String(got)} (${status ?? 'no cell'}), wanted ${what}, ${told ? 'told' : 'SILENT'}`;
}
