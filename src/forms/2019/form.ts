/** 六部分格式（2019年）: 国办公开办函〔2019〕60号. */
import type { Block, Form } from '../form.ts';
import { APPLICATION_COLUMNS, APPLICATION_ROWS, applicationsRelations, applicationsTable, OTHER_HANDLING_ROWS } from '../shared/applications.ts';
import { DISPUTES_RELATIONS, DISPUTES_TABLE } from '../shared/disputes.ts';
import { applicationsMeasures, carriedSeries, DISPUTES_MEASURES } from '../shared/measures.ts';
import { SHARED_CHILDREN, SHARED_ROWS } from '../shared/recognition.ts';
import { SIX_SECTIONS } from '../shared/sections.ts';

/** The items of 第二十条 as the notice lays them out. */
const DISCLOSURE = [
  {
    title: '第二十条第（一）项',
    columns: [
      { code: 'made', label: '本年新制作数量' },
      { code: 'disclosed', label: '本年新公开数量' },
      { code: 'disclosedTotal', label: '对外公开总数量', variants: ['对外公开数量'] },
    ],
    rows: [
      { code: 'regulations', label: '规章' },
      { code: 'normativeDocuments', label: '规范性文件', variants: ['行政规范性文件'] },
    ],
  },
  {
    title: '第二十条第（五）项',
    columns: [
      { code: 'previousYear', label: '上一年项目数量' },
      { code: 'change', label: '本年增/减', kind: 'signed' },
      { code: 'decisions', label: '处理决定数量' },
    ],
    rows: [
      { code: 'licensing', label: '行政许可' },
      { code: 'otherServices', label: '其他对外管理服务事项' },
    ],
  },
  {
    title: '第二十条第（六）项',
    columns: [
      { code: 'previousYear', label: '上一年项目数量' },
      { code: 'change', label: '本年增/减', kind: 'signed' },
      { code: 'decisions', label: '处理决定数量' },
    ],
    rows: [
      { code: 'penalties', label: '行政处罚' },
      { code: 'compulsoryMeasures', label: '行政强制' },
    ],
  },
  {
    title: '第二十条第（八）项',
    columns: [
      { code: 'previousYear', label: '上一年项目数量' },
      { code: 'change', label: '本年增/减', kind: 'signed' },
    ],
    rows: [
      { code: 'fees', label: '行政事业性收费' },
    ],
  },
  {
    title: '第二十条第（九）项',
    columns: [
      { code: 'projects', label: '采购项目数量' },
      { code: 'amount', label: '采购总金额', variants: ['采购总金额（万元）'], kind: 'amount' },
    ],
    rows: [
      { code: 'procurement', label: '政府集中采购' },
    ],
  },
] as const satisfies readonly Block[];

export const FORM_2019 = {
  era: '2019',
  years: [2019, 2020],
  inUse: [2019, 2020],
  name: '六部分格式（2019年）',
  source: '国办公开办函〔2019〕60号',
  recognition: {
    columns: [
      '本年新制作数量', '本年新公开数量', '对外公开总数量', '对外公开数量', '上一年项目数量', '本年增/减', '采购项目数量', '采购总金额',
      '其他对外管理服务事项',
    ],
    hints: ['2019〕60号', '[2019]60号', '政府集中采购'],
    titles: [],
    rows: SHARED_ROWS,
    // Only the form of 2021 splits （六）其他处理.
    without: ['逾期不补正', '逾期未按收费通知'],
    children: SHARED_CHILDREN,
    headings: [],
    table: 'disclosure',
  },
  tables: [
    { name: 'disclosure', path: 'disclosure', title: '主动公开政府信息情况', sheet: '主动公开', shape: 'blocks', blocks: DISCLOSURE, spanning: ['信息内容'] },
    // The form prints （六）其他处理 as one row; some reports already print the three of its revision.
    applicationsTable(APPLICATION_COLUMNS, APPLICATION_ROWS, OTHER_HANDLING_ROWS),
    DISPUTES_TABLE,
  ],
  relations: [...applicationsRelations(APPLICATION_COLUMNS, APPLICATION_ROWS), ...DISPUTES_RELATIONS],
  implications: [],
  measures: [...applicationsMeasures(APPLICATION_COLUMNS, APPLICATION_ROWS), ...DISPUTES_MEASURES],
  series: carriedSeries(APPLICATION_COLUMNS),
  sections: SIX_SECTIONS,
  local: null,
} as const satisfies Form;
