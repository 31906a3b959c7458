/** XLSX: a workbook for people, the official forms stacked by report beside the tidy tables. */
import { sentence } from '../findings/catalogue.ts';
import { FORMS, type Registry } from '../forms/registry.ts';
import { METRICS } from '../lexicon/metric-codes.ts';
import { GROUP_WORDS, QUALIFIER_WORDS, SEVERITY_WORDS, wordOf } from '../messages/codes.ts';
import type { Fact, Report } from '../schema/report.ts';
import { Duplicates, printOf, type Print } from '../series/identity.ts';
import type { Emitter, TableName } from './emitter.ts';
import { duplicatePlace, tableOf, tablePiece, TableState, withDuplicate, type Table, type TablePiece } from './tables.ts';
import type { Column, Value } from './columns.ts';
import { SHEET_COLUMNS, sheetRows } from './tidy.ts';
import { REPORT_COLUMNS, reportRow } from './wide.ts';
import { cellIndex, firstOfPlaces, formSheets, indicatorsSheet, leading, LEADING, type Sheet } from './xlsx/sheets.ts';
import { MAX_ROWS, Workbook, type SheetLayout, type SheetRow } from './xlsx/workbook.ts';

const REPORT_SHEET = '报告';
const TIDY_SHEET = '单元格';
const LABELS = new Map<string, string>(METRICS.map(({ code, label }) => [code, label]));

const WIDTHS: Readonly<Record<string, number>> = {
  path: 30, title: 48, agency: 28, regionName: 28, documentNumber: 22, rowCode: 28, columnCode: 18, rowGroup: 36, rowLabel: 44,
  columnLabel: 20, value: 14, agencyKey: 28, duplicateOf: 30, versionOf: 30, zh: 30, en: 30, measure: 34, cell: 40, others: 24, text: 60, messageEn: 60, messageZh: 60, cells: 40,
  metricLabel: 30, sha256: 20, publishedOn: 12, signedOn: 12, periodFrom: 12, periodTo: 12, academicYear: 12,
};
const widthOf = (name: string): number => WIDTHS[name] ?? 10;

/** A row with the codes of its columns in Chinese. */
function inChinese(columns: readonly Column[], row: readonly Value[]): Value[] {
  return row.map((value, index) => {
    const words = columns[index]!.words;
    return words === undefined || typeof value !== 'string' ? value : wordOf(words, value, 'zh');
  });
}

function layoutOf(name: string, columns: readonly Column[]): SheetLayout {
  return { name, widths: columns.map((column) => widthOf(column.name)), header: [columns.map(({ label }) => label)] };
}

/** The rows of 单元格: what was printed for an unreadable cell once, not beside every one that it could belong to. */
function cellRows(report: Report, forms: Registry): SheetRow[] {
  const told = new Set(firstOfPlaces(report.cells).map(({ cell }) => cell));
  const raw = SHEET_COLUMNS.findIndex(({ name }) => name === 'raw');
  return sheetRows(report, forms).map((row, index) => {
    const cell = report.cells[index];
    const once = cell?.status === 'unreadable' && !told.has(cell.cell) ? row.with(raw, null) : row;
    return { values: inChinese(SHEET_COLUMNS, once) };
  });
}

/** The sheets in the order of their tabs: reports, a sheet a table of the forms, then what all reports have. */
function sheetsOf(forms: Registry): Sheet[] {
  return [
    {
      layout: layoutOf(REPORT_SHEET, REPORT_COLUMNS),
      rows: (report) => [{ values: inChinese(REPORT_COLUMNS, reportRow(report)) }],
    },
    ...formSheets(forms),
    indicatorsSheet,
    {
      layout: layoutOf(TIDY_SHEET, SHEET_COLUMNS),
      rows: (report) => cellRows(report, forms),
    },
    {
      layout: {
        name: '事实',
        widths: [...LEADING.widths, 36, 30, 30, 14, 14, 8, 10, 10, 70, 8],
        header: [[...LEADING.labels, '指标代码', '指标', '事项', '数值', '上限', '单位', '限定', '所指年度', '原文', '行号']],
      },
      rows: (report) => report.facts.map((fact) => ({ values: factRow(report, fact) })),
    },
    {
      layout: {
        name: '问题',
        widths: [...LEADING.widths, 10, 16, 30, 80, 50, 8],
        header: [[...LEADING.labels, '程度', '类别', '代码', '说明', '单元格', '行号']],
      },
      rows: (report) => report.findings.map((found) => ({
        values: [...leading(report), SEVERITY_WORDS.zh[found.severity], GROUP_WORDS.zh[found.code.split('/')[0]!] ?? null, found.code, sentence(found, 'zh'), found.cells.join(' '), found.line],
      })),
    },
  ];
}

function factRow(report: Report, fact: Fact): Value[] {
  return [
    ...leading(report), fact.metric, fact.metric === null ? null : LABELS.get(fact.metric) ?? null, fact.subject, fact.value, fact.upper ?? null, fact.unit, QUALIFIER_WORDS.zh[fact.qualifier],
    fact.year ?? null, fact.text, fact.line,
  ];
}

/** Rows a report adds to each sheet, in the order of the sheets. */
export interface WorkbookPiece {
  print: Print;
  sheets: SheetRow[][];
}

/**
 * Writes a workbook with the same bytes for the same reports. A sheet that is full goes on in a further one (`单元格 (2)`).
 *
 * @param maxRows rows of a sheet, the heading included
 */
export function xlsxEmitter(maxRows: number = MAX_ROWS, forms: Registry = FORMS): Emitter<WorkbookPiece> {
  const sheets = sheetsOf(forms);
  const workbook = new Workbook(sheets.map((sheet) => sheet.layout), TIDY_SHEET, maxRows);
  const duplicates = new Duplicates();
  const place = REPORT_COLUMNS.findIndex(({ name }) => name === 'duplicateOf');
  return {
    prepare: (report) => {
      const cells = cellIndex(report);
      return { print: printOf(report, forms), sheets: sheets.map((sheet) => sheet.rows(report, cells)) };
    },
    write: (piece) => {
      const duplicateOf = duplicates.add(piece.print);
      for (const [sheet, rows] of piece.sheets.entries()) {
        const isReport = sheets[sheet]!.layout.name === REPORT_SHEET;
        for (const row of rows) workbook.add(sheet, isReport && duplicateOf !== null ? { ...row, values: row.values.with(place, duplicateOf) } : row);
      }
      return workbook.drain();
    },
    end: () => workbook.end(),
  };
}

const TABLE_SHEETS: Readonly<Record<Table['name'], string>> = {
  reports: REPORT_SHEET, cells: TIDY_SHEET, facts: '事实', findings: '问题', series: '年度序列', wide: REPORT_SHEET,
};

/** One sheet with the rows of a table. */
export function xlsxTableEmitter(name: TableName, maxRows: number = MAX_ROWS, forms: Registry = FORMS): Emitter<TablePiece<readonly (readonly Value[])[]>> {
  const table = tableOf(name, false, forms);
  const workbook = new Workbook([layoutOf(TABLE_SHEETS[table.name], table.columns)], TABLE_SHEETS[table.name], maxRows);
  const state = new TableState();
  const place = duplicatePlace(table);
  const add = (row: readonly Value[]): void => { workbook.add(0, { values: inChinese(table.columns, row) }); };
  return {
    prepare: (report) => tablePiece(table, report, (rows) => rows, forms),
    write: (piece) => {
      const duplicateOf = state.add(piece);
      for (const row of piece.rows ?? []) add(withDuplicate(row, place, duplicateOf));
      return workbook.drain();
    },
    end: () => {
      if (table.rows === null) state.rest().forEach(add);
      return workbook.end();
    },
  };
}
