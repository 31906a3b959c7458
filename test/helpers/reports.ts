/** Reports for tests of what comes after the pipeline: made up, whole, and held against the schema. */
import { cellsOfForm } from '../../src/forms/cells.ts';
import { formOf } from '../../src/forms/registry.ts';
import { report as reportSchema, SCHEMA_VERSION, type Cell, type Era, type Finding, type Indicator, type Report, type TableTree } from '../../src/schema/report.ts';

export interface MadeReport {
  path?: string;
  era?: Era;
  agency?: string;
  year?: number | null;
  regionCode?: string;
  /** Cells by path; the others of the template are 0. A string is a raw text that is no number. */
  values?: Record<string, number | string | null>;
  amountUnit?: string | null;
  indicators?: Indicator[];
  facts?: Report['facts'];
  findings?: Finding[];
  sections?: Report['sections'];
}

/** A report of an era with every cell that is not optional, or is given. */
export function madeReport(made: MadeReport = {}): Report {
  const { era = '2021', values = {}, indicators } = made;
  const cells: Cell[] = [];
  const tree: TableTree = {};
  let line = 10;
  for (const { path, unitPath, optional } of indicators === undefined ? cellsOfForm(formOf(era)) : []) {
    if (optional && !(path in values)) continue;
    const given = path in values ? (values[path] as number | string | null) : 0;
    const value = typeof given === 'string' ? null : given;
    cells.push({
      cell: path, value, raw: given === null ? '' : String(given),
      status: given === null ? 'blank' : value === null ? 'notApplicable' : 'reported', basis: 'label', line: line++, column: 3, endColumn: 4,
    });
    place(tree, path.split('.'), value);
    if (unitPath !== null) place(tree, unitPath.split('.'), made.amountUnit ?? null);
  }
  return reportSchema.parse({
    schemaVersion: SCHEMA_VERSION,
    source: { path: made.path ?? 'reports/青石县.txt', format: 'text', encoding: 'utf-8', bytes: 8000, sha256: '0'.repeat(64) },
    template: { era, confidence: 0.98, evidence: [] },
    metadata: {
      title: `${made.agency ?? '青石县人民政府'}政府信息公开工作年度报告`, year: made.year === undefined ? 2023 : made.year, academicYear: null,
      agency: made.agency ?? '青石县人民政府', agencyKey: null, agencyLevel: 'county', agencyKind: 'government',
      region: made.regionCode === undefined ? null : { code: made.regionCode, name: '青石县', path: ['云山省', '白水市', '青石县'] },
      documentNumber: null, indexNumber: null, publisher: null, publishedOn: '2024-01-20', signedOn: null,
      period: { from: '2023-01-01', to: '2023-12-31' }, contact: null,
    },
    sections: made.sections ?? [],
    tables: indicators === undefined ? tree : { indicators },
    cells,
    facts: made.facts ?? [],
    findings: made.findings ?? [],
  });
}

function place(tree: TableTree, codes: readonly string[], value: number | string | null): void {
  let branch = tree;
  for (const code of codes.slice(0, -1)) branch = (branch[code] ??= {}) as TableTree;
  branch[codes.at(-1)!] = value;
}
