/** Lays the values behind the header of 行政复议 and 行政诉讼 into three groups of five. */
import type { Document } from '../text/document.ts';
import { placeUnderHeads } from './heads.ts';
import type { Extent, Manner } from './rows.ts';
import type { Scan } from './scan.ts';
import { settleRows, type SettledRow } from './settle-rows.ts';
import type { RowSum } from './place.ts';

/** Four outcomes and their total, group by group. */
function groupSums(width: number, groups: number): RowSum[] {
  return Array.from({ length: groups }, (_, g) => ({
    parts: Array.from({ length: width - 1 }, (_, c) => g * width + c), whole: (g + 1) * width - 1,
  }));
}

/** @param heads offsets of the headings of the columns
 *  @returns one row a group, each with the text of the numbers it was made from */
export function settleDisputes<T>(document: Document, scanned: Scan<T>, parts: readonly Extent[], width: number, groups: number, manner: Manner, heads: readonly number[]): (SettledRow & { raw: string })[] {
  const all = parts.flatMap((part) => part.values);
  const raw = all.map((token) => document.text.slice(token.start, token.end)).join(' ');
  const lost = { code: '', slots: [], open: true, placed: false, raw };
  if (parts.length === 0) return blankGroups(width, groups);
  const shares = shareOut(parts, width, groups);
  const rows: (SettledRow & { raw: string })[] = [];
  for (let p = 0; p < shares.length; p++) {
    const share = shares[p]!;
    const form = { columns: width * share.groups, sums: groupSums(width, share.groups), signed: false };
    let [settled] = settleRows(document, scanned, [{ code: 'disputes', extent: share.extent, ...form }], [], manner);
    if (settled === undefined || settled.open) {
      const placed = placeUnderHeads(document, share.extent.values, heads, form);
      if (placed !== null) settled = { code: 'disputes', open: false, placed: true, slots: placed.slots.map((reading) => ({ reading, basis: placed.basis, sure: true })) };
    }
    for (let g = 0; g < share.groups; g++) {
      rows.push(settled === undefined || !settled.placed ? lost : { ...settled, slots: settled.slots.slice(g * width, (g + 1) * width), raw });
    }
  }
  return rows;
}

function blankGroups(width: number, groups: number): (SettledRow & { raw: string })[] {
  return Array.from({ length: groups }, () => ({
    code: '', open: false, placed: true, raw: '',
    slots: Array.from({ length: width }, () => ({ reading: { value: null, status: 'blank' as const, start: -1, end: -1, unit: null }, basis: 'label' as const, sure: true })),
  }));
}

/** One row of fifteen, 行政复议 apart from 行政诉讼, or each group by itself: as many groups as the parts leave. */
function shareOut(parts: readonly Extent[], width: number, groups: number): { extent: Extent; groups: number }[] {
  const values = parts.flatMap((part) => part.values);
  const last = parts.at(-1)!;
  // A piece of the header printed among the values parts nothing.
  if (values.length === width * groups) return [{ extent: { ...parts[0]!, end: last.end, values }, groups }];
  // The whole table printed twice.
  if (parts[0]!.values.length === width * groups) return [{ extent: parts[0]!, groups }];
  if (parts.length === groups) return parts.map((extent) => ({ extent, groups: 1 }));
  if (parts.length === 2 && groups === 3) return [{ extent: parts[0]!, groups: 1 }, { extent: parts[1]!, groups: 2 }];
  return [{ extent: parts[0]!, groups }];
}
