/** The form as reports vary it: pages, notes, repeated tables, wordings, numbers and marks, over the layouts that differ most. */
import { describe, expect, test } from 'vitest';
import { parseReport } from '../../src/pipeline.ts';
import { SIMPLIFIED, TRADITIONAL } from '../../src/lexicon/traditional.ts';
import { cases, LONG } from '../helpers/effort.ts';
import { LAYOUTS, reportOf } from './layouts.ts';
import { make, type Made, type MakeOptions } from './lawful.ts';

const ERAS = ['statistics', '2019', '2021'] as const;
const SHOWN = ['tabs', 'pipes around cells', 'markdown', 'box drawing', 'a cell a line', 'columns of spaces', 'single spaces'];

interface Variant {
  text: (text: string, made: Made) => string;
  layouts?: readonly string[];
  make?: MakeOptions;
  report?: Parameters<typeof reportOf>[2];
  /** Wrong cells are a fault in any case; lost ones where the variant hides nothing. */
  mayLose?: boolean;
}

/** Puts lines between the rows of the applications table. */
const between = (inserted: string) => (text: string): string => text.replace(/\n(?=[^\n]*5\.属于三类内部事务信息)/, `\n${inserted}\n`);
const LINES = ['tabs', 'pipes around cells', 'columns of spaces', 'single spaces'];
const toFull = (text: string): string => text.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
/** Rewrites the values of rows, never labels, headings or prose. */
const values = (rewrite: (value: string) => string) => (text: string): string =>
  text.replace(/(?<=[\t|│ ]\s*)\d+(?=\s*(?:[\t|│]|  |$))/gm, rewrite);

const VARIANTS: Readonly<Record<string, Variant>> = {
  'page number - 4 - inside the table': { text: between('\n- 4 -\n\f'), layouts: LINES },
  'page number 第4页 inside the table': { text: between('第4页'), layouts: LINES },
  'page number 4/6 inside the table': { text: between('4/6'), layouts: LINES },
  'the whole table twice': { text: (text) => text, report: { twice: true }, layouts: ['tabs', 'pipes around cells', 'markdown', 'box drawing', 'a cell a line'] },
  // 其他 and 总计 of the second header may pass for rows: what stands around them is then left open.
  'the whole table twice, parted by spaces': { text: (text) => text, report: { twice: true }, layouts: ['columns of spaces', 'single spaces'], mayLose: true },
  'tables in another order': { text: (text) => text, report: { order: [2, 1, 0] } },
  'no section headings': { text: (text) => text, report: { headings: false } },
  'full-width digits': { text: values(toFull), layouts: ['tabs', 'pipes around cells', 'markdown'], make: { most: 300 } },
  'thousands separators': { text: values((value) => value.replace(/\B(?=(?:\d{3})+$)/g, ',')), layouts: ['tabs', 'pipes around cells', 'markdown'], make: { most: 300_000, dense: 0.8 } },
  'full-width thousands separators': { text: values((value) => value.replace(/\B(?=(?:\d{3})+$)/g, '，')), layouts: ['tabs', 'pipes around cells', 'markdown'], make: { most: 300_000, dense: 0.8 } },
  'units in the cells': { text: values((value) => `${value}件`), layouts: ['tabs', 'pipes around cells', 'markdown'] },
  'ordinals (1) for 1.': { text: (text) => text.replace(/(?<![\d.])(\d)\.(?=[\u4e00-\u9fff])/g, '($1)'), layouts: SHOWN },
  'ordinals 1、 for 1.': { text: (text) => text.replace(/(?<![\d.])(\d)\.(?=[\u4e00-\u9fff])/g, '$1、'), layouts: SHOWN },
  'no ordinals': { text: (text) => text.replace(/(?<![\d.])\d\.(?=[\u4e00-\u9fff])/g, ''), layouts: SHOWN },
  'misprinted labels': { text: (text) => text.replaceAll('其他法律行政法规禁止公开', '就法制行政禁止公开').replaceAll('属于行政查询事项', '必于行政查询事项').replaceAll('政务微信公开', '政务微佶公开'), layouts: SHOWN },
  'a note with a year inside the section': { text: (text) => text.replace('三、收到和处理政府信息公开申请情况', '三、收到和处理政府信息公开申请情况\n（统计时间：2022年1月1日至2022年12月31日）'), layouts: SHOWN },
  '合计 for 总计': { text: (text) => text.replaceAll('总计', '合计'), layouts: SHOWN },
  '小计 of the organisations': { text: (text) => text, make: { subtotal: true }, layouts: SHOWN },
  'traditional characters': {
    text: (text) => {
      const back = new Map(Array.from(SIMPLIFIED, (simplified, i) => [simplified, Array.from(TRADITIONAL)[i]!]));
      return Array.from(text, (char) => back.get(char) ?? char).join('');
    },
    layouts: SHOWN,
  },
};

function compare(made: Made, text: string): { wrong: string[]; lost: string[] } {
  const report = parseReport(text);
  const wrong: string[] = report.template.era === made.era ? [] : [`era ${report.template.era}`];
  const lost: string[] = [];
  const found = new Map(report.cells.map((cell) => [cell.cell, cell.value]));
  for (const [cell, value] of made.expected) {
    const read = found.get(cell) ?? null;
    if (read !== value) (read === null ? lost : wrong).push(`${cell} is ${String(read)}, printed ${String(value)}`);
  }
  return { wrong, lost };
}

describe.each(Object.entries(VARIANTS))('%s', (variantName, variant) => {
  test.each(variant.layouts ?? SHOWN)('%s', (name) => {
    const layout = LAYOUTS[name]!;
    const place = Object.keys(VARIANTS).indexOf(variantName) + SHOWN.indexOf(name);
    // In the short form each era meets each layout, and each variant each era.
    for (const era of LONG ? ERAS : [ERAS[place % ERAS.length]!]) {
      if (variant.report?.order !== undefined && era === 'statistics') continue;
      for (let seed = 1; seed <= cases(1, 3); seed++) {
        const made = make(era, 700 + seed, { dense: 0.5, most: 40, ...variant.make });
        const { wrong, lost } = compare(made, variant.text(reportOf(made, layout, variant.report), made));
        expect({ era, seed, wrong }).toEqual({ era, seed, wrong: [] });
        if (variant.mayLose !== true) expect({ era, seed, lost }).toEqual({ era, seed, lost: [] });
      }
    }
  });
});

describe('prose alone yields no values', () => {
  const title = '青溪县档案局2022年政府信息公开工作年度报告';
  test.each([
    ['a narrative report', `${title}\n一、概述\n　　全年主动公开政府信息418条，其中规范性文件6件，收到申请12件，办结11件，结转1件。\n二、主要做法\n　　召开会议4次，培训人员120人次。`],
    ['a sentence dense with labels', `${title}\n一、总体情况\n　　全年办理行政许可28件、行政处罚16件、行政强制3件，行政事业性收费4项，规章0件，规范性文件2件。\n　　行政复议2件，其中结果维持1件、结果纠正1件；行政诉讼1件。`],
    ['applications told in prose', `${title}\n一、总体情况\n　　本年新收政府信息公开申请9件，上年结转1件，予以公开5件，部分公开2件，不予公开1件，无法提供1件，不予处理1件，总计10件，结转下年度继续办理0件。`],
    ['a news article', '青溪县召开政务公开工作会议\n　　5月12日，县档案局召开会议，通报前4个月主动公开信息112条、依申请公开3件，部署8项任务。'],
  ])('%s', (_, text) => {
    expect(parseReport(text).cells.filter((cell) => cell.value !== null)).toEqual([]);
  });
});
