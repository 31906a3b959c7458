/** The official forms as sheets: what stands where in each, taken from the templates. */
import type { Cell, Report } from '../../schema/report.ts';
import { TEMPLATES } from '../../templates/eras.ts';
import type { ColumnTemplate, EraTemplate, RowTemplate } from '../../templates/template.ts';
import { amountUnit, type Value } from '../tidy.ts';
import { columnName, STYLE } from './markup.ts';
import type { SheetLayout, SheetRow } from './workbook.ts';

/** A sheet and the rows that a report adds to it. */
export interface Form {
  layout: SheetLayout;
  rows: (report: Report, cells: CellIndex) => SheetRow[];
}

export type CellIndex = ReadonlyMap<string, Cell>;

/** Every row of every sheet starts with these, so that the filters work on all of them. */
export const LEADING = { labels: ['文件', '年度', '机关'], widths: [30, 8, 28] } as const;

export function leading({ source, metadata }: Report): Value[] {
  return [source.path, metadata.year ?? metadata.academicYear, metadata.agency];
}

/** The number, or what was printed where it is none: `/`, `—`, something unreadable. */
function shown(cell: Cell | undefined): Value {
  if (cell === undefined) return null;
  return cell.value ?? (cell.status === 'blank' ? null : cell.raw);
}

function mergedLeading(rows: number): string[] {
  return LEADING.labels.map((_, index) => `${columnName(index)}1:${columnName(index)}${rows}`);
}

/** The parts of all eras that have one, each column code once. */
function columnsOf(part: (template: EraTemplate) => readonly ColumnTemplate[] | undefined): ColumnTemplate[] {
  const columns = new Map<string, ColumnTemplate>();
  for (const template of Object.values(TEMPLATES)) {
    for (const column of part(template) ?? []) if (!columns.has(column.code)) columns.set(column.code, column);
  }
  return [...columns.values()];
}

const WIDEST_BLOCK = Math.max(
  ...Object.values(TEMPLATES).flatMap((template) => (template.disclosure?.blocks ?? []).map((block) => block.columns.length)),
);

export const disclosureForm: Form = {
  layout: {
    name: '主动公开',
    widths: [...LEADING.widths, 22, 24, ...Array.from({ length: WIDEST_BLOCK }, () => 18), 8],
    header: [[...LEADING.labels, '条款', '信息内容', ...Array.from({ length: WIDEST_BLOCK }, (_, index) => `第${index + 1}栏`), '单位']],
  },
  rows: (report, cells) => {
    const blocks = TEMPLATES[report.template.era].disclosure?.blocks ?? [];
    const head = leading(report);
    return blocks.flatMap((block) => [
      { values: [...head, block.title, '信息内容', ...block.columns.map((column) => column.label)], style: STYLE.strong },
      ...block.rows.map((row) => {
        const values = block.columns.map((column) => shown(cells.get(`disclosure.${row.code}.${column.code}`)));
        const padding = Array.from<null>({ length: WIDEST_BLOCK - values.length }).fill(null);
        return { values: [...head, block.title, row.label, ...values, ...padding, amountUnit(report, row.code)] };
      }),
    ]);
  },
};

const APPLICANTS = columnsOf((template) => template.applications?.columns);
/** The form prints every applicant but a natural person under 法人或其他组织, the total beside them. */
const ORGANIZATIONS = APPLICANTS.filter(({ code }) => code !== 'naturalPerson' && code !== 'total').length;

function applicationsLayout(): SheetLayout {
  const labels = [...LEADING.labels, '分组', '分项', '项目'];
  const first = labels.length;
  const at = (index: number): string => columnName(first + index);
  const none = (length: number): null[] => Array.from<null>({ length }).fill(null);
  return {
    name: '申请',
    widths: [...LEADING.widths, 22, 18, 44, ...APPLICANTS.map(() => 12)],
    header: [
      [...labels, '申请人情况', ...none(APPLICANTS.length - 1)],
      [...none(first), '自然人', '法人或其他组织', ...none(ORGANIZATIONS - 1), '总计'],
      [...none(first), ...APPLICANTS.map((column, index) => (index === 0 || index === APPLICANTS.length - 1 ? null : column.label))],
    ],
    merges: [
      ...labels.map((_, index) => `${columnName(index)}1:${columnName(index)}3`),
      `${at(0)}1:${at(APPLICANTS.length - 1)}1`,
      `${at(0)}2:${at(0)}3`,
      `${at(1)}2:${at(ORGANIZATIONS)}2`,
      `${at(APPLICANTS.length - 1)}2:${at(APPLICANTS.length - 1)}3`,
    ],
  };
}

export const applicationsForm: Form = {
  layout: applicationsLayout(),
  rows: (report, cells) => {
    const head = leading(report);
    const rows: SheetRow[] = [];
    for (const row of TEMPLATES[report.template.era].applications?.rows ?? []) {
      const found = APPLICANTS.map((column) => cells.get(`applications.${row.code}.${column.code}`));
      // A row that only some reports print.
      if (found.every((cell) => cell === undefined)) continue;
      const [group = null, part = null] = row.groups ?? [];
      rows.push({ values: [...head, group, part, row.label, ...found.map(shown)] });
    }
    return rows;
  },
};

const RECONSIDERATION = columnsOf((template) => template.reconsideration?.columns);
const LITIGATION = columnsOf((template) => template.litigation?.columns);
const LITIGATION_ROWS = distinctRows((template) => template.litigation?.rows);

function distinctRows(part: (template: EraTemplate) => readonly RowTemplate[] | undefined): RowTemplate[] {
  const rows = new Map(Object.values(TEMPLATES).flatMap((template) => (part(template) ?? []).map((row) => [row.code, row])));
  return [...rows.values()];
}

const DISPUTE_PATHS = [
  ...RECONSIDERATION.map((column) => `reconsideration.${column.code}`),
  ...LITIGATION_ROWS.flatMap((row) => LITIGATION.map((column) => `litigation.${row.code}.${column.code}`)),
];

function disputesLayout(): SheetLayout {
  const first = LEADING.labels.length;
  const at = (index: number): string => columnName(first + index);
  const none = (length: number): null[] => Array.from<null>({ length }).fill(null);
  const own = RECONSIDERATION.length;
  const courts = LITIGATION.length * LITIGATION_ROWS.length;
  return {
    name: '复议诉讼',
    widths: [...LEADING.widths, ...DISPUTE_PATHS.map(() => 10)],
    header: [
      [...LEADING.labels, '行政复议', ...none(own - 1), '行政诉讼', ...none(courts - 1)],
      [...none(first + own), ...LITIGATION_ROWS.flatMap((row) => [row.label, ...none(LITIGATION.length - 1)])],
      [...none(first), ...RECONSIDERATION.map((column) => column.label), ...LITIGATION_ROWS.flatMap(() => LITIGATION.map((column) => column.label))],
    ],
    merges: [
      ...mergedLeading(3),
      `${at(0)}1:${at(own - 1)}2`,
      `${at(own)}1:${at(own + courts - 1)}1`,
      ...LITIGATION_ROWS.map((_, index) => `${at(own + index * LITIGATION.length)}2:${at(own + (index + 1) * LITIGATION.length - 1)}2`),
    ],
  };
}

export const disputesForm: Form = {
  layout: disputesLayout(),
  rows: (report, cells) => {
    const found = DISPUTE_PATHS.map((path) => cells.get(path));
    return found.every((cell) => cell === undefined) ? [] : [{ values: [...leading(report), ...found.map(shown)] }];
  },
};

export const statisticsForm: Form = {
  layout: {
    name: '统计表',
    widths: [...LEADING.widths, 60, 8, 14],
    header: [[...LEADING.labels, '统计指标', '单位', '统计数']],
  },
  rows: (report, cells) => {
    const rows = TEMPLATES[report.template.era].statistics?.rows ?? [];
    // A report with a local table only is of the same era.
    if (!rows.some((row) => cells.has(`statistics.${row.code}`))) return [];
    const head = leading(report);
    return rows.map((row) =>
      row.heading
        ? { values: [...head, row.label], style: STYLE.strong }
        : { values: [...head, row.label, row.unit ?? null, shown(cells.get(`statistics.${row.code}`))] });
  },
};

export const indicatorsForm: Form = {
  layout: {
    name: '地方统计表',
    widths: [...LEADING.widths, 30, 44, 8, 16, 14, 34, 8],
    header: [[...LEADING.labels, '所属', '统计指标', '单位', '栏目', '统计数', '对应指标', '行号']],
  },
  rows: (report) => {
    const head = leading(report);
    return (report.tables.indicators ?? []).flatMap((row) =>
      Object.entries(row.values).map(([column, value]) => ({
        values: [...head, row.group, row.label, row.unit, column, value, row.code, row.line],
      })));
  },
};

