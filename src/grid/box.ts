/**
 * Tables drawn with lines: box-drawing characters as w3m, lynx and terminals print them, and +---+ of reST, pandoc and
 * databases. A cell reaches as far as no stroke parts it, over columns and over rows:
 *
 *     ├────────┬──────┤        A line may hold a rule in one part and content in another.
 *     │        │ 自然人│
 *     │ 申请人 ├──────┤
 *     │        │ 其他 │
 */
import { drawCells } from './box-cells.ts';
import { MOST_LINES } from './cells.ts';
import { isBlank } from './content.ts';
import type { Grid } from './grid.ts';
import type { SourceLine, Stretch } from './source.ts';

const TOP_LEFT = /[┌┍┎┏╒╓╔╭]/;
const BOTTOM_LEFT = /[└┕┖┗╘╙╚╰]/;

export function scanBoxes(text: string, stretch: Stretch): Grid[] {
  const grids: Grid[] = [];
  let block: SourceLine[] = [];
  let ascii = false;
  let ended = false;
  const end = (): void => {
    if (ascii) while (block.length > 0 && first(text, block.at(-1)!) !== '+') block.pop();
    const grid = block.length >= 2 && block.length <= MOST_LINES ? drawCells(text, block, ascii) : null;
    if (grid !== null) grids.push(grid);
    block = [];
    ended = false;
  };
  for (const line of stretch) {
    const char = first(text, line);
    if (ascii && block.length > 0) {
      if (char === '|' || char === '+') {
        block.push(line);
        continue;
      }
      end();
    }
    if (isBoxed(text, line)) {
      if (ended && TOP_LEFT.test(char)) end();
      ended = BOTTOM_LEFT.test(char);
      ascii = false;
      block.push(line);
      continue;
    }
    end();
    if (char === '+' && isAsciiRule(text, line)) {
      ascii = true;
      block.push(line);
    }
  }
  end();
  return grids;
}

function first(text: string, line: SourceLine): string {
  let at = line.start;
  while (at < line.end && isBlank(text.charCodeAt(at))) at++;
  return at < line.end ? text.charAt(at) : '';
}

function isBoxed(text: string, line: SourceLine): boolean {
  for (let i = line.start; i < line.end; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x2500 && code <= 0x257f) return true;
  }
  return false;
}

/** `+-----+=====+` */
function isAsciiRule(text: string, line: SourceLine): boolean {
  const content = text.slice(line.start, line.end).trim();
  return content.length > 2 && /^\+[-=:+]+\+$/.test(content);
}
