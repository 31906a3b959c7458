/** Mutations of labels of rows. */
import { indicatorKey } from '../model/indicator-key.ts';
import { loosen, type Model, type Row } from '../model/types.ts';
import type { Random } from '../random.ts';
import type { Mutation } from './mutation.ts';
import { pickRow } from './pick.ts';

const LOOKALIKES: Readonly<Record<string, string>> = {
  第: '笫', 信: '倍', 公: '么', 申: '甲', 件: '仵', 未: '末', 复: '夏', 日: '曰', 其: '具', 处: '外', 科: '料', 总: '息', 计: '汁', 人: '入', 他: '地', 规: '现', 章: '童', 行: '衍', 政: '攻', 许: '汻', 可: '司', 结: '给', 转: '传', 不: '丕', 予: '子',
  开: '升', 重: '童', 要: '耍', 提: '堤', 供: '洪', 正: '止', 申请: '申清', 属: '厲', 国: '囯', 家: '冢', 数: '敎', 网: '冈', 条: '奈',
};

/** Gives a row another label; a local table's rows are known by what is printed. */
function relabel(model: Model, row: Row, label: string): void {
  row.label = label;
  if (!model.local) return;
  for (const cell of row.cells) if (cell.key !== null) cell.key = indicatorKey(label, cell.key.slice(cell.key.lastIndexOf('.') + 1));
}

/** A place inside a label that is a Chinese character. */
function hanPlaces(label: string): number[] {
  return Array.from(label).flatMap((char, at) => (/\p{Script=Han}/u.test(char) && at > 1 ? [at] : []));
}

const longEnough = (row: Row): boolean => hanPlaces(row.label).length >= 3;

function misprint(label: string, random: Random): string {
  const chars = Array.from(label);
  const at = random.pick(hanPlaces(label));
  const way = random.pick(['other', 'dropped', 'doubled']);
  chars.splice(at, 1, ...(way === 'other' ? [random.pick(Array.from('的了在和有中大为上'))] : way === 'dropped' ? [] : [chars[at]!, chars[at]!]));
  return chars.join('');
}

export const LABEL_MUTATIONS: readonly Mutation[] = [
  {
    // One character is wrong: the row is still the one that it resembles, or none.
    name: 'label-misprinted', fits: () => true,
    model: (model, random) => {
      const target = pickRow(model, random, longEnough);
      if (target === null) return false;
      relabel(model, target.row, misprint(target.row.label, random));
      return true;
    },
  },
  {
    // Characters as recognition misreads them, in several labels.
    name: 'label-misread', fits: () => true,
    model: (model, random) => {
      for (let time = random.between(1, 6); time > 0; time--) {
        const target = pickRow(model, random, longEnough);
        if (target === null) return false;
        const places = hanPlaces(target.row.label).filter((at) => Array.from(target.row.label)[at]! in LOOKALIKES);
        if (places.length === 0) continue;
        const chars = Array.from(target.row.label);
        const at = random.pick(places);
        chars[at] = LOOKALIKES[chars[at]!]!;
        relabel(model, target.row, chars.join(''));
      }
      return true;
    },
  },
  {
    // Only its place says whose row it is: its numbers or nothing, and never another row's.
    name: 'label-removed', fits: () => true,
    model: (model, random) => {
      const target = pickRow(model, random);
      if (target === null) return false;
      relabel(model, target.row, '');
      target.row.cells.forEach(loosen);
      return true;
    },
  },
  {
    // Two rows of one name: order may tell which is which, or neither comes out; but not one's numbers for the other.
    name: 'label-copied', held: true, alone: true, fits: (_, model) => !model.local,
    model: (model, random) => {
      const target = pickRow(model, random);
      if (target === null) return false;
      const others = target.part.rows.filter((row) => row !== target.row && row.kind === 'values' && row.label !== '');
      if (others.length === 0) return false;
      const other = random.pick(others);
      target.row.label = other.label;
      [...target.row.cells, ...other.cells].forEach(loosen);
      return true;
    },
  },
  {
    // A mark of a note, or a remark with a number in it: no part of the values.
    name: 'label-note', fits: (layout) => layout.parting !== 'glued',
    model: (model, random) => {
      const target = pickRow(model, random);
      if (target === null) return false;
      const notes = ['①', '*', '※', '（注1）', '[2]', '**', '（见说明2）'];
      // Behind a unit in brackets a remark would be taken for another unit.
      if (!target.row.label.endsWith('）')) notes.push('（含垂管单位3家）');
      relabel(model, target.row, target.row.label + random.pick(notes));
      return true;
    },
  },
  {
    // Merged labels lost, as converters do: every row's own label still tells it.
    name: 'groups-removed', fits: (_, model) => model.era !== 'statistics',
    model: (model, random) => {
      const table = model.blocks.flatMap((block) => (block.kind === 'table' && block.table.name === 'applications' ? [block.table] : []))[0];
      if (table === undefined) return false;
      const all = random.chance(0.5);
      const gone = random.pick(['（三）不予公开', '（四）无法提供', '（五）不予处理', '三、本年度办理结果']);
      for (const row of table.parts[0]!.rows) row.groups = all ? [] : row.groups.map((group) => (group === gone ? '' : group));
      return true;
    },
  },
];
