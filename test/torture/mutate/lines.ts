/** Mutations of the lines of a rendered text. */
import { absentTruth, loosen, type Cell, type Row } from '../model/types.ts';
import { cellsIn, rowsIn, unmarked } from '../render/marks.ts';
import type { Layout } from '../render/layout.ts';
import { isPlain } from './pick.ts';
import type { Mutation, TextContext } from './mutation.ts';

/** Lines from the first to the last with something of a table on it. */
function region(lines: readonly string[], { marks }: TextContext): { first: number; last: number } | null {
  const marked = lines.flatMap((line, at) => (cellsIn(marks, line).length + rowsIn(marks, line).length > 0 ? [at] : []));
  return marked.length < 4 ? null : { first: marked[0]!, last: marked.at(-1)! };
}

/** Lets the cells of the rows that a change tore be `null`. */
function loosenRows(context: TextContext, cells: readonly Cell[], rows: readonly Row[]): void {
  const torn = new Set<Row>(rows);
  for (const row of context.model.blocks.flatMap((block) => (block.kind === 'table' ? block.table.parts.flatMap((part) => part.rows) : []))) {
    if (row.cells.some((cell) => cells.includes(cell))) torn.add(row);
  }
  for (const row of torn) row.cells.forEach(loosen);
}

const lineBased = (layout: Layout): boolean => layout.lineBased;

/** Puts lines between two lines of the tables. */
const insert = (make: (context: TextContext) => string[]): NonNullable<Mutation['text']> => (text, context) => {
  const lines = text.split('\n');
  const found = region(lines, context);
  if (found === null) return null;
  lines.splice(context.random.between(found.first + 1, found.last), 0, ...make(context));
  return lines.join('\n');
};

export const TEXT_MUTATIONS: readonly Mutation[] = [
  {
    // A page's number between rows. Where a bare number could as well be a cell, it is printed as only page numbers are.
    name: 'page-number', fits: lineBased,
    text: insert(({ random, layout }) => {
      const page = random.between(1, 14);
      const forms = [[`- ${page} -`], ['', `— ${page} —`, ''], [`第${page}页`], [`第 ${page} 页 共 ${page + 3} 页`], [`— ${page} —\f`]];
      if (layout.parting === 'fields') forms.push([String(page)], ['', `${page}`, ''], [`${page}`, '\f']);
      return random.pick(forms);
    }),
  },
  {
    // The report's title over a page, its year being a number.
    name: 'running-head', fits: lineBased,
    text: insert(({ random, model }) => {
      const title = model.blocks.find((block) => block.kind === 'title');
      return [...(random.chance(0.4) ? [`- ${random.between(1, 9)} -`, ''] : []), title?.kind === 'title' ? title.text : ''];
    }),
  },
  { name: 'form-feed', fits: lineBased, text: insert(({ random }) => random.pick([['\f'], ['', '\f', ''], ['\f\f']])) },
  {
    // Numbers of a lost line are lost; what else its row holds may no longer be told.
    name: 'line-dropped', fits: (layout) => layout.lineBased && layout.name !== 'glued-table',
    text: (text, context) => {
      const lines = text.split('\n');
      const found = region(lines, context);
      if (found === null) return null;
      const at = context.random.between(found.first, found.last);
      const cells = cellsIn(context.marks, lines[at]!);
      loosenRows(context, cells, rowsIn(context.marks, lines[at]!));
      for (const cell of cells) cell.truth = absentTruth();
      lines.splice(at, 1);
      return lines.join('\n');
    },
  },
  {
    // Lines that are whole rows: labels bind them. Lines that are two cells of a row: each is what stands in its place.
    name: 'lines-swapped', fits: (layout) => layout.lineBased && layout.name !== 'glued-table',
    text: (text, context) => {
      const lines = text.split('\n');
      const found = region(lines, context);
      if (found === null) return null;
      for (let attempt = 0; attempt < 30; attempt++) {
        const at = context.random.between(found.first, found.last - 1);
        const [one, other] = [lines[at]!, lines[at + 1]!];
        if (!swappable(one, other, context)) continue;
        lines.splice(at, 2, other, one);
        return lines.join('\n');
      }
      return null;
    },
  },
  {
    // Two lines in one. Two numbers that come to stand together are two numbers or nothing, never one.
    name: 'lines-joined', held: true, fits: (layout) => layout.lineBased && layout.name !== 'glued-table',
    text: (text, context) => {
      const lines = text.split('\n');
      const found = region(lines, context);
      if (found === null) return null;
      const at = context.random.between(found.first, found.last - 1);
      const [one, other] = [lines[at]!, lines[at + 1]!];
      const touch = /[\d０-９.,]$/.test(unmarked(one)) && /^[\d０-９.,]/.test(unmarked(other));
      loosenRows(context, [...cellsIn(context.marks, one), ...cellsIn(context.marks, other)], [...rowsIn(context.marks, one), ...rowsIn(context.marks, other)]);
      lines.splice(at, 2, one + (touch || context.random.chance(0.5) ? ' ' : '') + other);
      return lines.join('\n');
    },
  },
  {
    // A label that goes on in the next line.
    name: 'line-split', fits: (layout) => layout.lineBased && !/quoted/.test(layout.name),
    text: (text, context) => {
      const lines = text.split('\n');
      const found = region(lines, context);
      if (found === null) return null;
      for (let attempt = 0; attempt < 30; attempt++) {
        const at = context.random.between(found.first, found.last);
        const places = [...lines[at]!.matchAll(/(?<=[\u{100000}-\u{10fffd}][^\t|]{3,})\p{Script=Han}(?=\p{Script=Han})/gu)].map((match) => match.index + 1);
        if (places.length === 0) continue;
        const place = context.random.pick(places);
        lines.splice(at, 1, lines[at]!.slice(0, place), lines[at]!.slice(place));
        return lines.join('\n');
      }
      return null;
    },
  },
];

function swappable(one: string, other: string, { marks, model }: TextContext): boolean {
  const [rowA, rowB] = [rowsIn(marks, one), rowsIn(marks, other)];
  const [cellsA, cellsB] = [cellsIn(marks, one), cellsIn(marks, other)];
  const allRows = model.blocks.flatMap((block) => (block.kind === 'table' ? block.table.parts.map((part) => part.rows) : []));
  if (rowA.length === 1 && rowB.length === 1) {
    const home = allRows.find((rows) => rows.includes(rowA[0]!));
    const whole = (row: Row, cells: readonly Cell[]): boolean => row.cells.length === cells.length && row.cells.every((cell) => cells.includes(cell));
    return home?.includes(rowB[0]!) === true && whole(rowA[0]!, cellsA) && whole(rowB[0]!, cellsB) && isPlain(rowA[0]!, home) && isPlain(rowB[0]!, home);
  }
  if (rowA.length + rowB.length > 0 || cellsA.length !== 1 || cellsB.length !== 1) return false;
  const [a, b] = [cellsA[0]!, cellsB[0]!];
  if (a.key === null || b.key === null || !allRows.flat().some((row) => row.cells.includes(a) && row.cells.includes(b))) return false;
  [a.truth, b.truth] = [b.truth, a.truth];
  return true;
}
