/** What a layout is: a way in which a converter, a script or a person prints a report's tables. */
import type { Random } from '../random.ts';
import type { Block, Table } from '../model/types.ts';
import { gridsOf, type Grid, type GridLook } from './grid.ts';
import { type Marks } from './marks.ts';

export interface Layout {
  name: string;
  /** Whether an empty cell leaves a trace, so that every cell's place shows. */
  shows: boolean;
  /** `fields`: a printed delimiter parts the cells of a row; `lines`: a line break does; `spaces`: only blanks; `glued`: nothing. */
  parting: 'fields' | 'lines' | 'spaces' | 'glued';
  /** Where a whole line can be lost or added without breaking a syntax. */
  lineBased: boolean;
  format: 'text' | 'html';
  /** Kept out of sight while a reader is designed. */
  held?: true;
  /** The whole document as text. */
  render(blocks: readonly Block[], context: RenderContext): string;
}

export interface RenderContext {
  random: Random;
  marks: Marks;
}

/** Prints one table given its frames. */
export type TablePrinter = (grids: Grid[], context: RenderContext, table: Table) => string;

/** The form's merged labels most of the time, one column of labels now and then. */
export function drawGridLook({ random, marks }: RenderContext, merged = 0.6): GridLook {
  return { merged: random.chance(merged), groupRows: random.chance(0.4), groupHeads: random.chance(0.75), marks };
}

/** A text document: prose one paragraph a line, tables by `printTable`. */
export function textDocument(blocks: readonly Block[], context: RenderContext, printTable: TablePrinter, markdown = false, merged = 0.6): string {
  const { random } = context;
  const indent = markdown ? '' : random.pick(['', '　　', '    ']);
  const gap = markdown || random.chance(0.4) ? '\n\n' : '\n';
  const look = drawGridLook(context, merged);
  const pieces = blocks.map((block) => {
    if (block.kind === 'table') return printTable(gridsOf(block.table, look), context, block.table);
    if (block.kind === 'title') return markdown ? `# ${block.text}` : block.text;
    if (block.kind === 'heading') return markdown ? `## ${block.text}` : indent + block.text;
    if (block.kind === 'signature' || block.kind === 'caption' || block.kind === 'chrome') return block.text;
    return indent + block.text;
  });
  return pieces.join(gap) + '\n';
}
