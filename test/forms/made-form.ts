/** A form that nobody prescribed: that of 2021 with one more kind of applicant and one more ground of refusal. */
import { FORM_2021 } from '../../src/forms/2021/form.ts';
import type { Column, Form, Row } from '../../src/forms/form.ts';
import { APPLICATION_COLUMNS, APPLICATION_ROWS, applicationsRelations, applicationsTable } from '../../src/forms/shared/applications.ts';
import { DISPUTES_RELATIONS } from '../../src/forms/shared/disputes.ts';
import { applicationsMeasures, carriedSeries, DISPUTES_MEASURES } from '../../src/forms/shared/measures.ts';

export const MORE_COLUMN = { code: 'foreign', label: '境外组织', unit: '件', group: '法人或其他组织' };
export const MORE_ROW = { code: 'denied.archive', label: '9.属于馆藏档案', groups: ['三、本年度办理结果', '（三）不予公开'] };

const columns: readonly Column[] = APPLICATION_COLUMNS.flatMap((column): Column[] => (column.code === 'otherOrganization' ? [MORE_COLUMN, column] : [column]));
const rows: readonly Row[] = APPLICATION_ROWS.flatMap((row): Row[] => (row.code === 'denied.administrativeInquiry' ? [row, MORE_ROW] : [row]));

export const MADE_FORM: Form = {
  ...FORM_2021,
  era: '2030',
  years: [2030, null],
  inUse: [2030, null],
  name: '六部分格式（2030年修订）',
  source: null,
  recognition: { ...FORM_2021.recognition, columns: [...FORM_2021.recognition.columns, MORE_COLUMN.label, '属于馆藏档案'] },
  tables: FORM_2021.tables.map((table) => (table.name === 'applications' ? applicationsTable(columns, rows, ['other.total']) : table)),
  relations: [...applicationsRelations(columns, rows), ...DISPUTES_RELATIONS],
  measures: [...applicationsMeasures(columns, rows), ...DISPUTES_MEASURES],
  series: [...FORM_2021.series.filter(({ code }) => code !== 'series/carried'), ...carriedSeries(columns)],
};
