/** XLSX: a workbook for people, the official forms stacked by report beside the tidy tables. */
import { sentence } from '../findings/catalogue.ts';
import { FORMS, type Registry } from '../forms/registry.ts';
import type { Fact, Report, Severity } from '../schema/report.ts';
import type { Emitter } from './emitter.ts';
import { TIDY_COLUMNS, tidyRows, type Value } from './tidy.ts';
import { REPORT_COLUMNS, reportRow } from './wide.ts';
import { formSheets, indicatorsSheet, leading, LEADING, type CellIndex, type Sheet } from './xlsx/sheets.ts';
import { MAX_ROWS, Workbook, type SheetRow } from './xlsx/workbook.ts';

const TIDY_SHEET = '单元格';
const QUALIFIER_LABELS: Record<Fact['qualifier'], string> = { exact: '确数', atLeast: '不少于', approximate: '约', atMost: '不多于' };
const SEVERITY_LABELS: Record<Severity, string> = { error: '错误', warning: '警告', info: '提示' };

const WIDTHS: Readonly<Record<string, number>> = {
  path: 30, title: 48, agency: 28, regionName: 28, documentNumber: 22, rowCode: 28, columnCode: 18, rowGroup: 36, rowLabel: 44,
  columnLabel: 20, value: 14, sha256: 20, publishedOn: 12, signedOn: 12, periodFrom: 12, periodTo: 12, academicYear: 12,
};
const widthOf = (name: string): number => WIDTHS[name] ?? 10;

/** The sheets in the order of their tabs: reports, a sheet a table of the forms, then what all reports have. */
function sheetsOf(forms: Registry): Sheet[] {
  return [
    {
      layout: { name: '报告', widths: REPORT_COLUMNS.map(({ name }) => widthOf(name)), header: [REPORT_COLUMNS.map(({ label }) => label)] },
      rows: (report) => [{ values: reportRow(report) }],
    },
    ...formSheets(forms),
    indicatorsSheet,
    {
      layout: { name: TIDY_SHEET, widths: TIDY_COLUMNS.map(({ name }) => widthOf(name)), header: [TIDY_COLUMNS.map(({ label }) => label)] },
      rows: (report) => tidyRows(report, forms).map((values) => ({ values })),
    },
    {
      layout: {
        name: '事实',
        widths: [...LEADING.widths, 36, 30, 14, 14, 8, 10, 10, 70, 8],
        header: [[...LEADING.labels, '指标', '事项', '数值', '上限', '单位', '限定', '所指年度', '原文', '行号']],
      },
      rows: (report) => report.facts.map((fact) => ({ values: factRow(report, fact) })),
    },
    {
      layout: {
        name: '问题',
        widths: [...LEADING.widths, 10, 30, 80, 50, 8],
        header: [[...LEADING.labels, '程度', '代码', '说明', '单元格', '行号']],
      },
      rows: (report) => report.findings.map((found) => ({
        values: [...leading(report), SEVERITY_LABELS[found.severity], found.code, sentence(found, 'zh'), found.cells.join(' '), found.line],
      })),
    },
  ];
}

function factRow(report: Report, fact: Fact): Value[] {
  return [
    ...leading(report), fact.metric, fact.subject, fact.value, fact.upper ?? null, fact.unit, QUALIFIER_LABELS[fact.qualifier],
    fact.year ?? null, fact.text, fact.line,
  ];
}

/** Rows a report adds to each sheet, in the order of the sheets. */
export type WorkbookPiece = SheetRow[][];

/**
 * Writes a workbook with the same bytes for the same reports. A sheet that is full goes on in a further one (`单元格 (2)`).
 *
 * @param maxRows rows of a sheet, the heading included
 */
export function xlsxEmitter(maxRows: number = MAX_ROWS, forms: Registry = FORMS): Emitter<WorkbookPiece> {
  const sheets = sheetsOf(forms);
  const workbook = new Workbook(sheets.map((sheet) => sheet.layout), TIDY_SHEET, maxRows);
  return {
    prepare: (report) => {
      const cells: CellIndex = new Map(report.cells.map((cell) => [cell.cell, cell]));
      return sheets.map((sheet) => sheet.rows(report, cells));
    },
    write: (piece) => {
      for (const [sheet, rows] of piece.entries()) for (const row of rows) workbook.add(sheet, row);
      return workbook.drain();
    },
    end: () => workbook.end(),
  };
}
