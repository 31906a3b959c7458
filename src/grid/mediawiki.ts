/**
 * Tables of MediaWiki:
 *
 *     {| class="wikitable"
 *     ! 信息内容 !! 制发
 *     |-
 *     | rowspan=2 | 规章 || 3        Attributes stand before a bar of their own.
 *     |}
 */
import { formGrid, type SpannedCell } from '../text/form-grid.ts';
import { isBlank } from './content.ts';
import { cellAt } from './cells.ts';
import type { Grid, Range } from './grid.ts';
import { MARKDOWN, readContent } from './inline.ts';
import type { SourceLine, Stretch } from './source.ts';
import { readSpans } from './spans.ts';

export function scanMediaWiki(text: string, stretch: Stretch): Grid[] {
  const grids: Grid[] = [];
  for (let i = 0; i < stretch.length; i++) {
    if (mark(text, stretch[i]!) !== '{|') continue;
    let close = i + 1;
    while (close < stretch.length && mark(text, stretch[close]!) !== '|}') close++;
    if (close === stretch.length) break;
    const formed = formGrid([rowsOf(text, stretch.slice(i + 1, close))]);
    if (formed.rows.length > 0) {
      grids.push({
        syntax: 'pipe', start: stretch[i]!.start, end: stretch[close]!.end, columns: formed.columns, borders: 'shown',
        rows: formed.rows.map((cells) => cells.map(({ content, row, column, rowSpan, columnSpan }) => (
          cellAt(readContent(text, content.start, content.end, MARKDOWN), row, column, rowSpan, columnSpan)
        ))),
      });
    }
    i = close;
  }
  return grids;
}

/** The first two characters of a line. */
function mark(text: string, line: SourceLine): string {
  let at = line.start;
  while (at < line.end && isBlank(text.charCodeAt(at))) at++;
  return text.slice(at, Math.min(line.end, at + 2));
}

function rowsOf(text: string, lines: readonly SourceLine[]): SpannedCell<Range>[][] {
  const rows: SpannedCell<Range>[][] = [[]];
  let caption = false;
  for (const line of lines) {
    const begin = mark(text, line);
    if (begin === '|-') {
      rows.push([]);
      caption = false;
    } else if (begin === '|+') caption = true;
    else if (begin.startsWith('|') || begin.startsWith('!')) {
      caption = false;
      const start = text.indexOf(begin.charAt(0), line.start) + 1;
      rows.at(-1)!.push(...cellsOf(text, start, line.end, begin.startsWith('!')));
    } else if (!caption && begin !== '') {
      const last = rows.at(-1)!.at(-1);
      if (last !== undefined) last.content.end = line.end;
    }
  }
  return rows;
}

/** The cells of a line, parted by `||`, or `!!` in a header. */
function cellsOf(text: string, start: number, end: number, header: boolean): SpannedCell<Range>[] {
  const cells: SpannedCell<Range>[] = [];
  let from = start;
  for (let i = start; i <= end; i++) {
    const pair = i < end ? text.slice(i, i + 2) : '||';
    if (pair !== '||' && !(header && pair === '!!')) continue;
    cells.push(cellOf(text, from, Math.min(i, end)));
    from = i + 2;
    i++;
  }
  return cells;
}

function cellOf(text: string, start: number, end: number): SpannedCell<Range> {
  const content = text.slice(start, end);
  const bar = content.indexOf('|');
  const attributes = bar >= 0 && content.slice(0, bar).includes('=') ? content.slice(0, bar) : '';
  return { content: { start: attributes === '' ? start : start + bar + 1, end }, ...readSpans(attributes) };
}
