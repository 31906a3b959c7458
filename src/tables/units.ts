/** The unit that an amount's heading prints: 本年收费金额（单位：万元）, 采购总金额（万元）, 采购总金额/元. */
import type { Document } from '../text/document.ts';
import type { Target } from './plan.ts';
import type { Scan } from './scan.ts';

/** What the headings of amounts say, and the cells that stand under them. */
const AMOUNT_HEADINGS: readonly (readonly [heading: string, cell: string])[] = [
  ['采购总金额', 'disclosure.procurement.amount'],
  ['收费金额', 'disclosure.fees.amount'],
];
/** Behind the heading's own words: a bracket or a stroke, 单位, and the unit. */
const UNIT = /^[\s|]*[(\[/][\s|]*(?:单位[\s|]*:?[\s|]*)?(万元|元)/;
const UNIT_REACH = 24;

/** @returns 元 or 万元 by cell path, nothing where the heading prints none */
export function headingUnits(document: Document, scanned: Scan<Target>, span: { start: number; end: number }): Map<string, string> {
  const units = new Map<string, string>();
  for (const { start, end } of scanned.occurrences) {
    if (start < span.start) continue;
    if (start >= span.end) break;
    const text = document.folded.slice(start, end + UNIT_REACH);
    for (const [heading, cell] of AMOUNT_HEADINGS) {
      const at = text.indexOf(heading);
      if (at < 0 || at >= end - start) continue;
      const unit = UNIT.exec(text.slice(at + heading.length))?.[1];
      if (unit !== undefined && !units.has(cell)) units.set(cell, unit);
    }
  }
  return units;
}
