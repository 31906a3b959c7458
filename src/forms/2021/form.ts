/** 六部分格式（2021年修订）: 国办公开办函〔2021〕30号. */
import type { Block, Form, SeriesRelation } from '../form.ts';
import { APPLICATION_COLUMNS, APPLICATION_ROWS, applicationsRelations, applicationsTable } from '../shared/applications.ts';
import { DISPUTES_RELATIONS, DISPUTES_TABLE } from '../shared/disputes.ts';
import { applicationsMeasures, carriedSeries, DISPUTES_MEASURES } from '../shared/measures.ts';
import { SHARED_CHILDREN, SHARED_ROWS } from '../shared/recognition.ts';
import { SIX_SECTIONS } from '../shared/sections.ts';

/** The items of 第二十条 as the notice lays them out. */
const DISCLOSURE = [
  {
    title: '第二十条第（一）项',
    columns: [
      { code: 'issued', label: '本年制发件数' },
      { code: 'repealed', label: '本年废止件数' },
      { code: 'inForce', label: '现行有效件数' },
    ],
    rows: [
      { code: 'regulations', label: '规章' },
      { code: 'normativeDocuments', label: '行政规范性文件', variants: ['规范性文件'] },
    ],
  },
  {
    title: '第二十条第（五）项',
    columns: [
      { code: 'decisions', label: '本年处理决定数量', variants: ['处理决定数量'] },
    ],
    rows: [
      { code: 'licensing', label: '行政许可' },
    ],
  },
  {
    title: '第二十条第（六）项',
    columns: [
      { code: 'decisions', label: '本年处理决定数量', variants: ['处理决定数量'] },
    ],
    rows: [
      { code: 'penalties', label: '行政处罚' },
      { code: 'compulsoryMeasures', label: '行政强制' },
    ],
  },
  {
    title: '第二十条第（八）项',
    columns: [
      { code: 'amount', label: '本年收费金额（单位：万元）', variants: ['本年收费金额', '收费金额'], unit: '万元', kind: 'amount' },
    ],
    rows: [
      { code: 'fees', label: '行政事业性收费' },
    ],
  },
] as const satisfies readonly Block[];

/** 现行有效 of last year + 制发 − 废止. */
function inForce(row: string, label: string): SeriesRelation {
  const at = (column: string): string => `disclosure.${row}.${column}`;
  return {
    code: 'series/in-force', scope: `${label} 现行有效件数`, cell: at('inForce'), before: at('inForce'), plus: [at('issued')], minus: [at('repealed')],
  };
}

export const FORM_2021 = {
  era: '2021',
  years: [2021, null],
  inUse: [2021, null],
  name: '六部分格式（2021年修订）',
  source: '国办公开办函〔2021〕30号',
  recognition: {
    columns: ['本年制发件数', '本年废止件数', '现行有效件数', '本年收费金额', '本年处理决定数量'],
    hints: ['2021〕30号', '[2021]30号', '逾期不补正', '逾期未按收费通知', '行政规范性文件', '信息处理费'],
    titles: [],
    rows: SHARED_ROWS,
    without: [],
    children: SHARED_CHILDREN,
    headings: [],
    table: 'disclosure',
  },
  tables: [
    { name: 'disclosure', path: 'disclosure', title: '主动公开政府信息情况', sheet: '主动公开', shape: 'blocks', blocks: DISCLOSURE, spanning: ['信息内容'] },
    // The form prints three rows under （六）其他处理; some reports print it as one row, as the form of 2019 did.
    applicationsTable(APPLICATION_COLUMNS, APPLICATION_ROWS, ['other.total']),
    DISPUTES_TABLE,
  ],
  relations: [...applicationsRelations(APPLICATION_COLUMNS, APPLICATION_ROWS), ...DISPUTES_RELATIONS],
  implications: [],
  measures: [...applicationsMeasures(APPLICATION_COLUMNS, APPLICATION_ROWS), ...DISPUTES_MEASURES],
  series: [...carriedSeries(APPLICATION_COLUMNS), inForce('regulations', '规章'), inForce('normativeDocuments', '行政规范性文件')],
  sections: SIX_SECTIONS,
  local: null,
} as const satisfies Form;
