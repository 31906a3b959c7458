/** Each printed number is one cell's: tables are settled one by one, and in text that runs together two of them may claim the same digits. */
import { finding } from '../findings/catalogue.ts';
import { cellLabel } from '../forms/cells.ts';
import type { Form } from '../forms/form.ts';
import type { Finding } from '../schema/report.ts';
import { placeOf, type Document } from '../text/document.ts';
import { untold, type CellDraft } from './assemble.ts';

/** A cell that is merged over headings says the same under each (上一年项目数量 and 本年增/减 of Shanghai's report on 2019): one row, one place. */
function isMerged(claims: readonly (readonly [string, CellDraft])[]): boolean {
  const [, first] = claims[0]!;
  return claims.every(([, { row, reading }]) => row === first.row && reading.start === first.reading.start && reading.end === first.reading.end);
}

/**
 * Takes numbers that cells of several rows claim out of all of them.
 *
 * @param drafts is changed
 * @returns a finding a stretch of the text, with the cells that claim it
 */
export function takeOutTwice(document: Document, form: Form, drafts: Map<string, CellDraft>): Finding[] {
  const placed = [...drafts].filter(([, { reading }]) => reading.value !== null && reading.start >= 0 && reading.end > reading.start)
    .sort(([, a], [, b]) => a.reading.start - b.reading.start);
  const findings: Finding[] = [];
  for (let from = 0; from < placed.length;) {
    const { start } = placed[from]![1].reading;
    let { end } = placed[from]![1].reading;
    let to = from + 1;
    for (; to < placed.length && placed[to]![1].reading.start < end; to++) end = Math.max(end, placed[to]![1].reading.end);
    const claims = placed.slice(from, to);
    if (claims.length > 1 && !isMerged(claims)) {
      const raw = document.text.slice(start, end);
      for (const [path, { row }] of claims) drafts.set(path, untold(row, { start, end }));
      const paths = claims.map(([path]) => path);
      findings.push(finding('tables/unplaced-number', { label: paths.map((path) => cellLabel(form, path)).join('; '), numbers: raw }, placeOf(document, start), paths));
    }
    from = to;
  }
  return findings;
}
