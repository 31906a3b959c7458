/** The wide table: one row a report, the same columns whatever the reports are. */
import { cellsOfForm } from '../forms/cells.ts';
import { FORMS, formOf, type Registry } from '../forms/registry.ts';
import type { Report } from '../schema/report.ts';
import { printedUnit } from '../schema/unit.ts';
import { columns, type Value } from './columns.ts';

/** What identifies a report; the sheet 报告 shows the same. */
export const REPORT_COLUMNS = columns(
  'path', 'title', 'agency', 'agencyKey', 'agencyLevel', 'agencyKind', 'regionCode', 'regionName', 'year',
  'academicYear', 'era', 'confidence', 'documentNumber', 'publishedOn', 'signedOn', 'periodFrom', 'periodTo',
  'facts', 'errors', 'warnings', 'format', 'sha256', 'duplicateOf',
);

/** Values in the order of `REPORT_COLUMNS`; which report is repeated only the whole run knows. */
export function reportRow(report: Report): Value[] {
  const { source, metadata, template, facts, findings } = report;
  return [
    source.path, metadata.title, metadata.agency, metadata.agencyKey, metadata.agencyLevel, metadata.agencyKind,
    metadata.region?.code ?? null, metadata.region?.name ?? null, metadata.year, metadata.academicYear,
    template.era, template.confidence, metadata.documentNumber, metadata.publishedOn, metadata.signedOn,
    metadata.period?.from ?? null, metadata.period?.to ?? null, facts.length,
    findings.filter((found) => found.severity === 'error').length,
    findings.filter((found) => found.severity === 'warning').length,
    source.format, source.sha256, null,
  ];
}

const known = new WeakMap<Registry, readonly string[]>();

/** Every cell path of every form, in the order of the forms, a unit column after each amount. */
function wideCells(forms: Registry): readonly string[] {
  let paths = known.get(forms);
  if (paths === undefined) {
    const cells = forms.flatMap((form) => cellsOfForm(form).flatMap(({ path, unitPath }) => (unitPath === null ? [path] : [path, unitPath])));
    known.set(forms, (paths = [...new Set(cells)]));
  }
  return paths;
}

/** The columns of the wide table: `REPORT_COLUMNS`, then a column a cell, named by its path. */
export function wideColumns(forms: Registry = FORMS): string[] {
  return [...REPORT_COLUMNS.map((column) => column.name), ...wideCells(forms)];
}

/** Values in the order of `wideColumns`. A cell that the report's form does not have is empty like a blank one. */
export function wideRow(report: Report, forms: Registry = FORMS): Value[] {
  const values = new Map<string, Value>(report.cells.map((cell) => [cell.cell, cell.value]));
  for (const { unitPath } of cellsOfForm(formOf(report.template.era, forms))) {
    if (unitPath !== null) values.set(unitPath, printedUnit(report, unitPath));
  }
  return [...reportRow(report), ...wideCells(forms).map((path) => values.get(path) ?? null)];
}
