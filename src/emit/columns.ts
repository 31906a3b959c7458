/** Every column of every table, once: what it is called where people read it, and what it holds. */
import type { CodeKind } from '../messages/codes.ts';

export type Value = string | number | null;

export interface Column<Name extends string = string> {
  name: Name;
  /** Heading where people read the table. */
  label: string;
  type: 'string' | 'integer' | 'double';
  /** What its codes are called where people read the table. */
  words?: CodeKind;
}

const COLUMNS = {
  // A report.
  path: { label: '文件', type: 'string' },
  agency: { label: '机关', type: 'string' },
  agencyKey: { label: '机关标识', type: 'string' },
  agencyLevel: { label: '层级', type: 'string', words: 'level' },
  agencyKind: { label: '类别', type: 'string', words: 'kind' },
  regionCode: { label: '区划代码', type: 'string' },
  regionName: { label: '区划', type: 'string' },
  year: { label: '年度', type: 'integer' },
  academicYear: { label: '学年', type: 'string' },
  era: { label: '版式', type: 'string', words: 'era' },
  title: { label: '标题', type: 'string' },
  confidence: { label: '置信度', type: 'double' },
  documentNumber: { label: '文号', type: 'string' },
  publishedOn: { label: '发布日期', type: 'string' },
  signedOn: { label: '成文日期', type: 'string' },
  periodFrom: { label: '统计期自', type: 'string' },
  periodTo: { label: '统计期至', type: 'string' },
  format: { label: '文件格式', type: 'string' },
  sha256: { label: '校验值', type: 'string' },
  duplicateOf: { label: '重复于', type: 'string' },
  versionOf: { label: '另一版本', type: 'string' },
  facts: { label: '事实', type: 'integer' },
  errors: { label: '错误', type: 'integer' },
  warnings: { label: '警告', type: 'integer' },
  // A cell of a form.
  tableCode: { label: '表', type: 'string' },
  rowCode: { label: '行代码', type: 'string' },
  columnCode: { label: '列代码', type: 'string' },
  rowGroup: { label: '所属', type: 'string' },
  rowLabel: { label: '行', type: 'string' },
  columnLabel: { label: '列', type: 'string' },
  value: { label: '数值', type: 'double' },
  unit: { label: '单位', type: 'string' },
  raw: { label: '原文', type: 'string' },
  status: { label: '状态', type: 'string', words: 'status' },
  basis: { label: '依据', type: 'string', words: 'basis' },
  line: { label: '行号', type: 'integer' },
  // A figure of the prose.
  metric: { label: '指标', type: 'string' },
  metricLabel: { label: '指标名称', type: 'string' },
  subject: { label: '事项', type: 'string' },
  upper: { label: '上限', type: 'double' },
  qualifier: { label: '限定', type: 'string', words: 'qualifier' },
  factYear: { label: '所指年度', type: 'integer' },
  partOf: { label: '属于', type: 'integer' },
  text: { label: '原文', type: 'string' },
  column: { label: '列号', type: 'integer' },
  // A finding.
  severity: { label: '程度', type: 'string', words: 'severity' },
  code: { label: '代码', type: 'string' },
  origin: { label: '来源', type: 'string', words: 'origin' },
  messageEn: { label: '英文说明', type: 'string' },
  messageZh: { label: '说明', type: 'string' },
  cells: { label: '单元格', type: 'string' },
  // A measure of a year.
  measure: { label: '指标代码', type: 'string' },
  zh: { label: '指标', type: 'string' },
  en: { label: '英文', type: 'string' },
  numerator: { label: '分子', type: 'double' },
  denominator: { label: '分母', type: 'double' },
  source: { label: '来源', type: 'string', words: 'source' },
  cell: { label: '出处', type: 'string' },
  break: { label: '断点', type: 'string', words: 'break' },
  others: { label: '其他来源', type: 'string' },
} as const satisfies Record<string, Omit<Column, 'name'>>;

export type ColumnName = keyof typeof COLUMNS;

/** Columns of a table by their names, in that order. */
export function columns<Name extends ColumnName>(...names: readonly Name[]): readonly Column<Name>[] {
  return names.map((name) => {
    const column: Omit<Column, 'name'> = COLUMNS[name];
    return { name, ...column };
  });
}
