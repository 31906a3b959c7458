/** The spans that the attributes of a cell give, however they are spelt. */

const ATTRIBUTE = /([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;

export function readSpans(attributes: string): { rowSpan: number; columnSpan: number } {
  const spans = { rowSpan: 1, columnSpan: 1 };
  // Inside JSON the quotes are escaped.
  for (const found of attributes.replaceAll('\\', '').matchAll(ATTRIBUTE)) {
    const name = found[1]!.toLowerCase();
    const value = found[2] ?? found[3] ?? found[4]!;
    if (name === 'rowspan') spans.rowSpan = span(value, 0);
    if (name === 'colspan') spans.columnSpan = span(value, 1);
  }
  return spans;
}

/** A span as the HTML Standard parses it: leading digits count, anything else is 1. */
function span(value: string, least: number): number {
  const digits = /^[\s“”‘’＂]*\+?(\d{1,9})/.exec(value)?.[1];
  return digits === undefined || Number(digits) < least ? 1 : Number(digits);
}
