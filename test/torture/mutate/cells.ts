/** Mutations of the content of one cell. */
import { emptyTruth, unreadableTruth, valueTruth, type Cell, type Model } from '../model/types.ts';
import type { Layout } from '../render/layout.ts';
import { ODDITIES, type Oddity } from './oddities.ts';
import type { Mutation } from './mutation.ts';
import { pickCell } from './pick.ts';

const anywhere = (): boolean => true;
const isAmount = (cell: Cell): boolean => cell.key !== null && /amount|fees$|funding$/.test(cell.key);

/** Writes markup as the layout's own syntax has it. */
function inSyntax(text: string, layout: Layout): string {
  if (layout.name.startsWith('html')) return text;
  const lineBreak = /^(?:markdown|pipes)/.test(layout.name) ? '<br>' : ' ';
  return text.replace('[[br]]', lineBreak).replace(/\[\[sup:1\]\]/, '¹');
}

/** A cell with a blank in it is one cell only where something printed parts the cells. */
function standsIn(oddity: Oddity, layout: Layout): boolean {
  if (layout.parting === 'glued') return false;
  return layout.parting === 'fields' || (oddity.oneWord && !inSyntax(oddity.text(33), layout).includes(' '));
}

function putOddity(model: Model, layout: Layout, random: Parameters<NonNullable<Mutation['model']>>[1], held: boolean): string | null {
  const fitting = ODDITIES.filter((oddity) => (oddity.held === true) === held && standsIn(oddity, layout));
  const oddity = random.pick(fitting);
  for (let attempt = 0; attempt < 20; attempt++) {
    const target = pickCell(model, random, true);
    if (target === null) return null;
    const { cell, table, row } = target;
    if (oddity.kinds === 'amount' ? !isAmount(cell) : oddity.kinds === 'count' && isAmount(cell)) continue;
    // A unit in a cell beside a column of units would be another unit's; and a label is no place for an outcome's 件.
    if (oddity.name === '33件' && (table.name === 'local' || table.name === 'statistics' || table.name === 'disclosure') && !row.after.includes('件')) continue;
    const number = Math.abs(Math.trunc(cell.truth.value!));
    if (oddity.name === '减5' && number === 0) continue;
    cell.text = inSyntax(oddity.text(number), layout);
    cell.truth = oddity.truth(number);
    return oddity.name;
  }
  return null;
}

export const CELL_MUTATIONS: readonly Mutation[] = [
  {
    // An emptied cell is empty, whatever the sums say.
    name: 'value-blanked', fits: anywhere,
    model: (model, random) => {
      const target = pickCell(model, random, true);
      if (target === null) return false;
      target.cell.text = '';
      target.cell.truth = emptyTruth();
      return true;
    },
  },
  {
    // A printed number is reported as printed, even where the sums then fail.
    name: 'value-changed', fits: anywhere,
    model: (model, random) => {
      const target = pickCell(model, random, true);
      if (target === null) return false;
      const value = random.pick([random.between(0, 9), random.between(10, 99), random.between(100, 9999)]);
      target.cell.text = String(value);
      target.cell.truth = valueTruth(value);
      return true;
    },
  },
  {
    name: 'values-changed', fits: anywhere, held: true,
    model: (model, random) => {
      for (let time = random.between(3, 9); time > 0; time--) {
        const target = pickCell(model, random, false);
        if (target === null) return false;
        const value = random.between(0, 199);
        target.cell.text = String(value);
        target.cell.truth = valueTruth(value);
      }
      return true;
    },
  },
  {
    // Two cells of a row change places: each is what is printed in its place.
    name: 'values-swapped', fits: anywhere,
    model: (model, random) => {
      const target = pickCell(model, random, true);
      if (target === null || target.row.cells.length < 2) return false;
      const other = target.row.cells[(target.at + 1) % target.row.cells.length]!;
      if (other.key === null || isAmount(other) !== isAmount(target.cell)) return false;
      [target.cell.text, other.text] = [other.text, target.cell.text];
      [target.cell.truth, other.truth] = [other.truth, target.cell.truth];
      return true;
    },
  },
  {
    // The same number twice in one cell: read whole it is no number; and never one of twice the digits.
    name: 'value-doubled', fits: (layout) => layout.parting === 'fields',
    model: (model, random) => {
      const target = pickCell(model, random, true);
      if (target === null) return false;
      target.cell.text = `${target.cell.text} ${target.cell.text}`;
      target.cell.truth = unreadableTruth();
      return true;
    },
  },
  { name: 'oddity', fits: (layout) => layout.parting !== 'glued', model: (model, random, layout) => putOddity(model, layout, random, false) !== null },
  { name: 'oddity-more', held: true, fits: (layout) => layout.parting !== 'glued', model: (model, random, layout) => putOddity(model, layout, random, true) !== null },
];
