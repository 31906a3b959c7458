/** Mutations of columns and their headings. */
import { indicatorKey } from '../model/indicator-key.ts';
import { loosen, tablesOf, valueTruth, type Cell, type Model, type Part, type Table } from '../model/types.ts';
import type { Random } from '../random.ts';
import type { Layout } from '../render/layout.ts';
import type { Mutation } from './mutation.ts';

/** A part with more columns than one whose headings are printed. */
function pickPart(model: Model, random: Random, layout: Layout, least: number): { table: Table; part: Part } | null {
  const parts = tablesOf(model).flatMap((table) => table.parts.map((part) => ({ table, part })))
    .filter(({ table, part }) => part.columns.length >= least && part.headless !== true && !hidesHeads(layout, table));
  return parts.length === 0 ? null : random.pick(parts);
}

/** Layouts that print made-up headings: there, moving one changes nothing that could be read. */
const hidesHeads = (layout: Layout, table: Table): boolean => layout.name === 'markdown-table-a-row' && table.name === 'applications';

/** Two columns below the same merged headings. */
function pickTwins(part: Part, random: Random): [number, number] | null {
  const first = random.below(part.columns.length);
  const twins = part.columns.flatMap((column, at) => (at !== first && column.groups.join('\n') === part.columns[first]!.groups.join('\n') ? [at] : []));
  return twins.length === 0 ? null : [first, random.pick(twins)];
}

/** The same cell address in another column. */
function rekey(cell: Cell, from: Cell, model: Model, column: string): string | null {
  if (cell.key === null || from.key === null) return from.key;
  return model.local ? indicatorKey(cell.key.slice('indicators.'.length, cell.key.lastIndexOf('.')), column) : from.key;
}

const extra = (text: string): Cell => ({ key: null, text, truth: { value: null, orNull: false, shown: 'empty' } });

function swap(list: unknown[], one: number, other: number): void {
  [list[one], list[other]] = [list[other], list[one]];
}

export const COLUMN_MUTATIONS: readonly Mutation[] = [
  {
    // Only the headings change places: the values belong to the headings as printed, whatever the sums say.
    name: 'headings-swapped', fits: () => true,
    model: (model, random, layout) => {
      const target = pickPart(model, random, layout, 2);
      const twins = target === null ? null : pickTwins(target.part, random);
      if (target === null || twins === null) return false;
      const [one, other] = twins;
      swap(target.part.columns, one, other);
      for (const { cells } of target.part.rows) {
        if (cells.length === 0) continue;
        const [a, b] = [cells[one]!, cells[other]!];
        const keys = [rekey(a, b, model, target.part.columns[one]!.label), rekey(b, a, model, target.part.columns[other]!.label)];
        [a.key, b.key] = [keys[0]!, keys[1]!];
      }
      return true;
    },
  },
  {
    // Whole columns in another order: each is still below its heading.
    name: 'columns-moved', fits: () => true,
    model: (model, random, layout) => {
      const target = pickPart(model, random, layout, 2);
      const twins = target === null ? null : pickTwins(target.part, random);
      if (target === null || twins === null) return false;
      swap(target.part.columns, ...twins);
      for (const { cells } of target.part.rows) if (cells.length > 0) swap(cells, ...twins);
      return true;
    },
  },
  {
    // A column that is not printed has no values.
    name: 'column-dropped', fits: () => true,
    model: (model, random, layout) => {
      const target = pickPart(model, random, layout, 2);
      if (target === null) return false;
      const at = random.below(target.part.columns.length);
      target.part.columns.splice(at, 1);
      for (const { cells } of target.part.rows) cells.splice(at, 1);
      return true;
    },
  },
  {
    // The heading is empty, the values stay: place and sums may still tell whose they are.
    name: 'heading-blanked', fits: (_, model) => !model.local,
    model: (model, random, layout) => {
      const target = pickPart(model, random, layout, 2);
      if (target === null) return false;
      const at = random.below(target.part.columns.length);
      target.part.columns[at] = { ...target.part.columns[at]!, label: '' };
      for (const { cells } of target.part.rows) if (cells[at] !== undefined) loosen(cells[at]);
      return true;
    },
  },
  {
    // 小计 is a column of the form that few print.
    name: 'subtotal-added', fits: (_, model) => model.era !== 'statistics',
    model: (model, random, layout) => {
      const target = tablesOf(model).find((table) => table.name === 'applications');
      const part = target?.parts[0];
      if (target === undefined || part === undefined || hidesHeads(layout, target) || part.columns.some((column) => column.code === 'organizations')) return false;
      const at = part.columns.findIndex((column) => column.code === 'total');
      if (at < 0) return false;
      part.columns.splice(at, 0, { code: 'organizations', label: '小计', groups: part.columns[at - 1]!.groups });
      for (const row of part.rows) {
        if (row.cells.length === 0) continue;
        const sum = row.cells.slice(1, at).reduce((all, cell) => all + (cell.truth.value ?? 0), 0) + (random.chance(0.03) ? 1 : 0);
        const key = row.cells[0]!.key === null ? null : `applications.${row.code}.organizations`;
        row.cells.splice(at, 0, { key, text: String(sum), truth: valueTruth(sum) });
      }
      return true;
    },
  },
  {
    // A column of the body's own: its numbers are no cell's.
    name: 'column-added', fits: (layout) => layout.parting !== 'glued',
    model: (model, random, layout) => {
      const target = pickPart(model, random, layout, 1);
      if (target === null) return false;
      const { part, table } = target;
      const label = random.pick(table.name === 'applications' ? ['境外机构', '港澳台居民', '个体工商户'] : table.name === 'disputes' ? ['撤回', '调解'] : model.local ? ['上年数', '备注'] : ['备注', '上年数', '增长率']);
      const at = random.between(table.name === 'applications' || table.name === 'disputes' ? 1 : part.columns.length, part.columns.length);
      part.columns.splice(at, 0, { code: 'extra', label, groups: part.columns[Math.max(0, at - 1)]!.groups });
      for (const row of part.rows) {
        if (row.cells.length === 0) continue;
        const number = random.between(0, 60);
        const cell = extra(label === '备注' ? random.pick(['', '', '含所属单位']) : label === '增长率' ? `${number + 1}%` : String(number));
        // A local table's columns are its own: one more may come out as one more.
        if (model.local && row.kind === 'values') {
          cell.key = indicatorKey(row.label, label);
          if (label === '上年数') cell.truth = { value: number, orNull: true, shown: 'empty' };
        }
        row.cells.splice(at, 0, cell);
      }
      return true;
    },
  },
  {
    // Serials and codes stand before or behind the labels: never values.
    name: 'serials-added', fits: (layout) => layout.parting !== 'glued',
    model: (model, random) => {
      const parts = tablesOf(model).flatMap((table) => table.parts).filter((part) => part.corner !== null && part.headless !== true && part.before.length === 0);
      if (parts.length === 0) return false;
      const part = random.pick(parts);
      const before = random.chance(0.6);
      const code = random.chance(0.4);
      if (before) part.before.push(code ? '代码' : '序号');
      else part.after.unshift(code ? '代码' : '行次');
      part.rows.forEach((row, index) => {
        const text = row.kind === 'values' ? (code ? `${101 + index}` : `${index + 1}`) : '';
        if (before) row.before.push(text);
        else row.after.unshift(text);
      });
      return true;
    },
  },
];
