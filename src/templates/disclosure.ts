import type { BlockTemplate } from './template.ts';

export const DISCLOSURE_SECTION = '二、主动公开政府信息情况';

/** 第二十条 items as the notice of 2019 (国办公开办函〔2019〕60号) laid them out. */
export const DISCLOSURE_2019: readonly BlockTemplate[] = [
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
      { code: 'change', label: '本年增/减' },
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
      { code: 'change', label: '本年增/减' },
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
      { code: 'change', label: '本年增/减' },
    ],
    rows: [
      { code: 'fees', label: '行政事业性收费' },
    ],
  },
  {
    title: '第二十条第（九）项',
    columns: [
      { code: 'projects', label: '采购项目数量' },
      { code: 'amount', label: '采购总金额', variants: ['采购总金额（万元）'] },
    ],
    rows: [
      { code: 'procurement', label: '政府集中采购' },
    ],
  },
];

/** The same items as revised in 2021 (国办公开办函〔2021〕30号). */
export const DISCLOSURE_2021: readonly BlockTemplate[] = [
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
      { code: 'amount', label: '本年收费金额（单位：万元）', variants: ['本年收费金额', '收费金额'], unit: '万元' },
    ],
    rows: [
      { code: 'fees', label: '行政事业性收费' },
    ],
  },
];
