/** Mutations of whole rows, and of whole reports. */
import { FORMS, makeModel } from '../model/report.ts';
import { cellsOf, emptyTruth, loosen, tablesOf, valueTruth, type Row } from '../model/types.ts';
import type { Mutation } from './mutation.ts';
import { isPlain, pickRow } from './pick.ts';

export const ROW_MUTATIONS: readonly Mutation[] = [
  {
    // A row that is not printed has no values.
    name: 'row-dropped', fits: () => true,
    model: (model, random) => {
      const target = pickRow(model, random, (_, table) => table.name !== 'disputes');
      if (target === null || target.part.rows.length < 2) return false;
      target.part.rows.splice(target.at, 1);
      return true;
    },
  },
  {
    // Labels bind rows: another order changes nothing, where the label alone says which row it is.
    name: 'rows-swapped', fits: () => true,
    model: (model, random) => {
      const target = pickRow(model, random);
      if (target === null) return false;
      const { part, at } = target;
      const other = part.rows[at + 1];
      if (other === undefined || !isPlain(target.row, part.rows) || !isPlain(other, part.rows)) return false;
      part.rows.splice(at, 2, other, target.row);
      return true;
    },
  },
  {
    // The same row again, as behind a page break: it counts once.
    name: 'row-repeated', fits: (_, model) => !model.local,
    model: (model, random) => {
      const target = pickRow(model, random, (row) => row.label !== '');
      if (target === null || !isPlain(target.row, target.part.rows)) return false;
      target.part.rows.splice(target.at + 1, 0, structuredClone(target.row));
      return true;
    },
  },
  {
    // The same label with another number: both are printed, so neither is the cell's.
    name: 'row-contradicted', held: true, alone: true, fits: (_, model) => !model.local,
    model: (model, random) => {
      const target = pickRow(model, random, (row) => row.label !== '' && row.cells.some((cell) => cell.truth.value !== null));
      if (target === null || !isPlain(target.row, target.part.rows)) return false;
      const copy = structuredClone(target.row);
      const cell = random.pick(copy.cells.filter((one) => one.truth.value !== null));
      const value = Math.trunc(cell.truth.value!) + random.between(1, 20);
      cell.text = String(value);
      cell.truth = valueTruth(value);
      target.part.rows.splice(target.at + 1, 0, copy);
      return true;
    },
  },
  {
    // Two rows in one, their contents one below the other in each cell: two numbers or nothing, never one number of both.
    name: 'rows-joined', held: true, alone: true, fits: (layout) => layout.parting === 'fields',
    model: (model, random, layout) => {
      const target = pickRow(model, random, (_, table) => table.name !== 'local');
      if (target === null) return false;
      const other = target.part.rows[target.at + 1];
      if (other?.kind !== 'values' || other.label === '') return false;
      const between = layout.name.startsWith('html') ? '[[br]]' : /^(?:markdown|pipes)/.test(layout.name) ? '<br>' : ' ';
      const join = (one: string, two: string): string => (one === '' && two === '' ? '' : one + between + two);
      target.row.label = join(target.row.label, other.label);
      target.row.after = target.row.after.map((text, at) => join(text, other.after[at] ?? ''));
      target.row.cells.forEach((cell, at) => (cell.text = join(cell.text, other.cells[at]!.text)));
      [...target.row.cells, ...other.cells].forEach(loosen);
      other.kind = 'hidden';
      return true;
    },
  },
  {
    // A label that is broken over two rows, the values beside either half.
    name: 'row-split', fits: (layout, model) => !model.local && layout.parting !== 'glued',
    model: (model, random) => {
      const target = pickRow(model, random, (row) => row.label.length >= 8);
      if (target === null) return false;
      const { row, part, at } = target;
      const cut = random.between(4, row.label.length - 3);
      const above = random.chance(0.5);
      const rest: Row = { ...row, kind: 'heading', cells: row.cells.map(() => ({ key: null, text: '', truth: emptyTruth() })), before: row.before.map(() => ''), after: row.after.map(() => '') };
      const [first, second] = [row.label.slice(0, cut), row.label.slice(cut)];
      row.label = above ? first : second;
      rest.label = above ? second : first;
      part.rows.splice(above ? at + 1 : at, 0, rest);
      return true;
    },
  },
  {
    // Headings once more in the middle, as behind a page break.
    name: 'heads-repeated', fits: () => true,
    model: (model, random) => {
      const parts = tablesOf(model).flatMap((table) => table.parts).filter((part) => part.rows.length > 2 && part.headless !== true);
      if (parts.length === 0) return false;
      const part = random.pick(parts);
      part.rows.splice(random.between(1, part.rows.length - 1), 0, { code: '', label: '', groups: [], before: [], after: [], cells: [], kind: 'repeatedHead' });
      return true;
    },
  },
  {
    // A row of the body's own between the form's: its numbers are no cell's.
    name: 'row-added', fits: (_, model) => !model.local,
    model: (model, random) => {
      const target = pickRow(model, random, (_, table) => table.name !== 'disputes');
      if (target === null) return false;
      const label = random.pick(['其中：乡镇办理数', '本单位自设统计项目', '其他需要统计的事项', '政务服务平台留言']);
      target.part.rows.splice(target.at + 1, 0, {
        ...structuredClone(target.row), code: 'extra', label, before: target.row.before.map(() => ''),
        cells: target.row.cells.map(() => ({ key: null, text: String(random.between(0, 40)), truth: emptyTruth() })),
      });
      return true;
    },
  },
  {
    // Another report behind the first: the first one's title and year lead, and none of the second one's numbers may come out for it.
    name: 'two-reports', alone: true, fits: (layout) => layout.format !== 'html' || layout.name === 'html-page',
    model: (model, random) => {
      const form = model.local ? 'local' : FORMS.find((one) => one === model.era)!;
      const second = makeModel(random.chance(0.7) ? form : random.pick(FORMS), random);
      if (second.blocks[0]!.kind === 'table' || model.blocks[0]!.kind === 'table' || second.blocks[0]!.text === model.blocks[0]!.text) return false;
      for (const table of tablesOf(second)) for (const cell of cellsOf(table)) cell.key = null;
      model.blocks.push(...second.blocks);
      return true;
    },
  },
];
