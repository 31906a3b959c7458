/** The national 统计表 of 2014–2018. */
import { statisticsRows, type RowTemplate } from '../forms.ts';
import type { Random } from '../random.ts';
import type { Cell, Row, Table } from './types.ts';
import { amountCell, countCell, drawCount, sumCell, type Manner } from './values.ts';

/** Totals that the form makes of the rows below them. */
const SUMMED = ['applications.received', 'applications.closed', 'applications.replied', 'applications.replied.denied', 'reconsideration', 'litigation', 'resources.staff'];

/** Extra columns of a 统计表: none of them holds a value. */
export interface StatisticsLook {
  serial: boolean;
  code: boolean;
  /** `column`: 单位 stands between label and value; `bracket`: behind the label; `none`: not printed. */
  units: 'column' | 'bracket' | 'none';
}

export function drawStatisticsLook(random: Random): StatisticsLook {
  return { serial: random.chance(0.06), code: random.chance(0.06), units: random.chance(0.85) ? 'column' : random.pick(['bracket', 'none']) };
}

export function statisticsTable(manner: Manner, look: StatisticsLook, random: Random): Table {
  const numbers = drawNumbers(manner, random);
  const dash = random.pick(['——', '', '—', '——']);
  let serial = 0;
  const rows = statisticsRows().map((template): Row => {
    if (template.heading) return { code: template.code, label: template.label, groups: [], before: look.serial ? [''] : [], after: looksOf(look, dash, ''), cells: [{ key: null, text: dash, truth: { value: null, orNull: false, shown: 'empty' } }], kind: 'heading' };
    serial++;
    const label = look.units === 'bracket' ? `${template.label}（${template.unit!}）` : template.label;
    return {
      code: template.code, label, groups: [], before: look.serial ? [String(serial)] : [],
      after: looksOf(look, template.unit!, String(100 + serial)), cells: [cellOf(template, numbers, manner, random)], kind: 'values',
    };
  });
  return {
    name: 'statistics', stacked: false,
    parts: [{
      title: null, corner: random.pick(['统计指标', '统计指标', '指标名称', '统 计 指 标']), before: look.serial ? ['序号'] : [],
      after: looksOf(look, '单位', '代码'), columns: [{ code: 'value', label: random.pick(['统计数', '统计数', '数量', '统 计 数']), groups: [] }], rows,
    }],
  };
}

function looksOf(look: StatisticsLook, unit: string, code: string): string[] {
  return [...(look.code ? [code] : []), ...(look.units === 'column' ? [unit] : [])];
}

function cellOf(template: RowTemplate, numbers: Map<string, number>, manner: Manner, random: Random): Cell {
  const key = `statistics.${template.code}`;
  if (template.unit === '万元') return amountCell(key, manner, random, random.chance(0.1));
  const make = template.code.endsWith('.total') ? sumCell : countCell;
  return make(key, numbers.get(template.code)!, manner, random);
}

/** Children first, so that a total can sum those directly below it. */
function drawNumbers(manner: Manner, random: Random): Map<string, number> {
  const codes = statisticsRows().filter((one) => !one.heading).map((one) => one.code);
  const numbers = new Map(codes.map((code) => [code, drawCount(random, manner)]));
  for (const stem of [...SUMMED].sort((a, b) => b.split('.').length - a.split('.').length)) {
    const depth = stem.split('.').length;
    const children = codes.filter((code) => code.startsWith(`${stem}.`) && code !== `${stem}.total` && (code.split('.').length === depth + 1 || (code.split('.').length === depth + 2 && code.endsWith('.total'))));
    numbers.set(`${stem}.total`, children.reduce((sum, code) => sum + numbers.get(code)!, 0));
  }
  return numbers;
}
