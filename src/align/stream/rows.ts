/** What stands in the rows of a cluster: cells behind each label, up to the next label, and the headings above it. */
import { isDue } from '../../forms/cells.ts';
import type { FormTable } from '../../forms/form.ts';
import { hanOf } from '../../text/reading.ts';
import { orderOf } from '../labels.ts';
import type { BoundRow, Cluster } from './bind.ts';
import { isColumn, isRemark } from './bind.ts';
import { headsOf, type Heads } from './heads.ts';
import type { Item } from './items.ts';

/** This share of a table's rows must be lost before its misprints are taken for misreadings, whose digits are no better. */
const MOST_LOST = 0.5;

export interface StreamRow {
  bound: BoundRow;
  /** Values and texts behind the label, in text order. */
  cells: Item[];
  /** The number that counts the row: none of its cells. */
  serial?: Item | undefined;
  /** The item behind them. */
  end: number;
  heads: Heads | null;
  /** Labels and values stand apart, and nothing tells whose the values are. */
  doubt: boolean;
  /** Labels of the merged cells beside the row. */
  groups: readonly string[];
  /** Another row is due between this one and the next that is bound. */
  gap: boolean;
  /** Rows of its table are lost: recognised from an image, not typed. */
  damaged: boolean;
  /** Blanks or bars part its cells: where they stand says more than their order. */
  spaced: boolean;
  /** Its cells were put together from where labels and values stand apart. */
  apart?: true;
}

export function rowsOf(items: readonly Item[], cluster: Cluster, table: FormTable, index: number): StreamRow[] {
  const rows = cluster.rows.map((bound, i): StreamRow => {
    const limit = cluster.rows[i + 1]?.first ?? cluster.to;
    return { bound, ...contentOf(items, bound, limit, table, index), heads: null, gap: false, damaged: false, spaced: false, doubt: false, groups: table.blocks[bound.target.block]!.rows[bound.target.index]!.groups ?? [] };
  });
  giveHeads(items, cluster, rows, table, index);
  giveGaps(rows, table);
  return rows;
}

/** Where a row of the form that is printed nowhere is due behind a row, numbers may be its own whose label is lost. */
function giveGaps(rows: readonly StreamRow[], table: FormTable): void {
  const shown = new Set(rows.map(({ bound }) => orderOf(bound.target)));
  const due = table.blocks.flatMap(({ rows: all }, block) => all.flatMap((row, index) => (row.heading === true || row.optional === true ? [] : [block * 1000 + index])));
  const lost = due.filter((row) => !shown.has(row)).length;
  rows.forEach((row, i) => {
    const { block, index } = row.bound.target;
    row.damaged = lost > MOST_LOST * due.length;
    const following = table.blocks[block]!.rows.findIndex((each, at) => at > index && isDue(each));
    if (following < 0 || shown.has(block * 1000 + following)) return;
    const next = rows[i + 1]?.bound.target;
    if (rows[i + 1]?.groups.includes(table.blocks[block]!.rows[following]!.label) === true) return;
    row.gap = next === undefined || orderOf(next) !== orderOf(row.bound.target) + 1;
  });
}

/** Cells up to the next label or sentence. */
function contentOf(items: readonly Item[], bound: BoundRow, limit: number, table: FormTable, index: number): { cells: Item[]; end: number } {
  const cells: Item[] = [];
  const block = table.blocks[bound.target.block]!;
  const rest = hanOf(block.rows[bound.target.index]!.label);
  let i = bound.last + 1;
  for (; i < limit; i++) {
    const item = items[i]!;
    if (item.kind === 'value') cells.push(item);
    else if (item.kind === 'text') {
      if (isRemark(item) && cells.length === 0) continue;
      // The rest of a wrapped or shortened label.
      if (item.key.length >= 2 && (cells.length === 0 || !bound.exact) && rest.includes(item.key)) continue;
      if (item.sentence || item.ordinal !== 0) break;
      cells.push(item);
    } else if (item.kind === 'label' || item.kind === 'aside' || item.kind === 'stop' || item.kind === 'corner') {
      if (item.kind !== 'label' || !item.loose || isColumn(item, index)) break;
      cells.push(item);
    }
  }
  return { cells, end: i };
}

/** Every row under the headings of its block that are printed last above it. */
function giveHeads(items: readonly Item[], cluster: Cluster, rows: readonly StreamRow[], table: FormTable, index: number): void {
  const last = new Map<number, Heads>();
  let from = cluster.from;
  for (const row of rows) {
    const to = row.bound.first;
    table.blocks.forEach((_, block) => {
      const heads = headsOf(items, from, to, table, index, block);
      if (heads === null) return;
      if (block === row.bound.target.block || !last.has(block)) last.set(block, heads);
    });
    row.heads = last.get(row.bound.target.block) ?? null;
    from = row.end;
  }
}
