/** The wide table: one row a report, the same columns whatever the reports are. */
import { ERAS, type Report } from '../schema/report.ts';
import { templateCells } from '../templates/eras.ts';
import { amountUnit, type Column, type Value } from './tidy.ts';

/** What identifies a report; the sheet 报告 shows the same. */
export const REPORT_COLUMNS = [
  { name: 'path', label: '文件', type: 'string' },
  { name: 'title', label: '标题', type: 'string' },
  { name: 'agency', label: '机关', type: 'string' },
  { name: 'agencyLevel', label: '层级', type: 'string' },
  { name: 'agencyKind', label: '类别', type: 'string' },
  { name: 'regionCode', label: '区划代码', type: 'string' },
  { name: 'regionName', label: '区划', type: 'string' },
  { name: 'year', label: '年度', type: 'integer' },
  { name: 'academicYear', label: '学年', type: 'string' },
  { name: 'era', label: '版式', type: 'string' },
  { name: 'confidence', label: '置信度', type: 'double' },
  { name: 'documentNumber', label: '文号', type: 'string' },
  { name: 'publishedOn', label: '发布日期', type: 'string' },
  { name: 'signedOn', label: '成文日期', type: 'string' },
  { name: 'periodFrom', label: '统计期自', type: 'string' },
  { name: 'periodTo', label: '统计期至', type: 'string' },
  { name: 'facts', label: '事实', type: 'integer' },
  { name: 'errors', label: '错误', type: 'integer' },
  { name: 'warnings', label: '警告', type: 'integer' },
  { name: 'sha256', label: '校验值', type: 'string' },
] as const satisfies readonly Column[];

/** Values in the order of `REPORT_COLUMNS`. */
export function reportRow(report: Report): Value[] {
  const { source, metadata, template, facts, findings } = report;
  return [
    source.path, metadata.title, metadata.agency, metadata.agencyLevel, metadata.agencyKind,
    metadata.region?.code ?? null, metadata.region?.name ?? null, metadata.year, metadata.academicYear,
    template.era, template.confidence, metadata.documentNumber, metadata.publishedOn, metadata.signedOn,
    metadata.period?.from ?? null, metadata.period?.to ?? null, facts.length,
    findings.filter((found) => found.severity === 'error').length,
    findings.filter((found) => found.severity === 'warning').length,
    source.sha256,
  ];
}

const UNIT_SUFFIX = 'Unit';
let cellPaths: readonly string[] | undefined;

/** Every cell path of every era, in the order of the eras and their forms, a unit column after each amount. */
function wideCells(): readonly string[] {
  cellPaths ??= [...new Set(ERAS.flatMap((era) => templateCells(era).map((cell) => cell.path)))]
    .flatMap((path) => (path.endsWith('.amount') ? [path, path + UNIT_SUFFIX] : [path]));
  return cellPaths;
}

/** The columns of the wide table: `REPORT_COLUMNS`, then a column a cell, named by its path. */
export function wideColumns(): string[] {
  return [...REPORT_COLUMNS.map((column) => column.name), ...wideCells()];
}

/** Values in the order of `wideColumns`. A cell that the report's form does not have is empty like a blank one. */
export function wideRow(report: Report): Value[] {
  const values = new Map<string, Value>();
  for (const cell of report.cells) {
    values.set(cell.cell, cell.value);
    if (cell.cell.endsWith('.amount')) values.set(cell.cell + UNIT_SUFFIX, amountUnit(report, cell.cell.split('.')[1]!));
  }
  return [...reportRow(report), ...wideCells().map((path) => values.get(path) ?? null)];
}
