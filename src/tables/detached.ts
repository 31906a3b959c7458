/**
 * Tables whose values stand apart from their labels: pdftotext without -layout prints a column of labels here and a block
 * of values there, row by row or column by column. What is read is the whole table or nothing: as many rows as labels, and
 * every sum of every row and column kept.
 */
import type { Document } from '../text/document.ts';
import type { LocatedTable } from './locate.ts';
import type { Target } from './plan.ts';
import { sumsHold, type RowSum } from './place.ts';
import type { Scan } from './scan.ts';
import type { SettledRow } from './settle-rows.ts';
import type { ColumnRule } from './solve.ts';
import { tokenAt } from './rows.ts';
import type { Token } from './tokens.ts';
import { isGlued, readToken, type Reading } from './values.ts';

/** True where some rows hold more values than columns while others hold none. */
export function isDetached(located: LocatedTable, columns: number): boolean {
  const over = located.rows.filter((row) => row.extent.values.length > columns).length;
  const empty = located.rows.filter((row) => row.extent.values.length === 0).length;
  return over > 0 && empty > 2;
}

/**
 * @param codes rows whose label the table's stretch of text shows, in template order
 * @returns the rows, or `null` where the values do not come out as a table that keeps all its sums
 */
export function readDetached(
  document: Document, scanned: Scan<Target>, from: number, to: number, codes: readonly string[], columns: number, sums: readonly RowSum[], rules: readonly ColumnRule[],
): SettledRow[] | null {
  const runs = runsOf(document, scanned, from, to);
  const rows: Reading[][] = [];
  for (let i = 0; i < runs.length; i += columns) {
    const block = runs.slice(i, i + columns);
    if (block.length < columns || block.some((run) => run.length !== block[0]!.length)) return null;
    for (let r = 0; r < block[0]!.length; r++) rows.push(block.map((run) => readToken(document, run[r]!)));
  }
  if (rows.length !== codes.length || rows.length === 0) return null;
  if (rows.some((row) => sumsHold(sums, row.map((reading) => reading.value)) === false)) return null;
  const byCode = new Map(codes.map((code, index) => [code, rows[index]!]));
  for (const rule of rules) {
    for (let c = 0; c < columns; c++) {
      const sum = (list: readonly string[]): number => list.reduce((total, code) => total + (byCode.get(code)?.[c]?.value ?? 0), 0);
      if (sum(rule.parts) !== sum(rule.wholes)) return null;
    }
  }
  return codes.map((code, index) => ({
    code, open: false, placed: true, slots: rows[index]!.map((reading) => ({ reading, basis: 'sum' as const, sure: true })),
  }));
}

/** Runs of values on neighbouring lines, one value a line; an empty line, or a label, ends a run. */
function runsOf(document: Document, scanned: Scan<Target>, from: number, to: number): Token[][] {
  const runs: Token[][] = [];
  let last: Token | null = null;
  for (let index = tokenAt(scanned.tokens, from); index < scanned.tokens.length; index++) {
    const token = scanned.tokens[index]!;
    if (token.start >= to) break;
    if (token.kind !== 'number' && token.kind !== 'mark') {
      if (token.kind === 'text') last = null;
      continue;
    }
    if (isGlued(document, token)) return [];
    if (last !== null && token.line === last.line + 1) runs.at(-1)!.push(token);
    else runs.push([token]);
    last = token;
  }
  return runs;
}
