/**
 * The one definition of a report: a union of one schema a form, made from the forms. The JSON Schema in `schemas/` is generated from it,
 * and every report is held against it before it leaves the pipeline.
 */
import { z } from 'zod';
import type { Form } from '../forms/form.ts';
import type { PathOf, TableNameOf, TreeOf } from '../forms/paths.ts';
import { FORMS, type Era, type FormOf, type Registry } from '../forms/registry.ts';
import { departures, type Held } from './agreement.ts';
import {
  fact, findingMembers, metadata, section, source, templateMembers, type Fact, type Finding, type Metadata, type Section,
} from './members.ts';
import { SCHEMA_VERSION, type CELL_BASES, type CellStatus } from './names.ts';
import { cellSchema, definition, indicatorSchema, pathSchema, tablesSchema } from './tables.ts';

export { AGENCY_KINDS, AGENCY_LEVELS, CELL_STATUSES, SCHEMA_VERSION, SECTION_IDS, SEVERITIES } from './names.ts';
export type { CellStatus, Origin } from './names.ts';
export type { Fact, Finding, Metadata, Region, Section, SectionId, Severity } from './members.ts';
export { ERAS, type Era } from '../forms/registry.ts';

/** The address of a cell inside `tables`, of one form or of any: `'applications.received.total'`. */
export type CellPath<E extends Era = Era> = PathOf<FormOf<E>>;

/** One entry of `cells`. */
export interface Cell {
  /** A `CellPath` of the report's form. */
  cell: string;
  value: number | null;
  /** As printed; `null` where the text has no such row or column. */
  raw: string | null;
  status: CellStatus;
  /** How the value found its place. */
  basis: (typeof CELL_BASES)[number] | null;
  line: number | null;
  column: number | null;
  /** Behind the last character. */
  endColumn: number | null;
  /** Where the cell ends on another line. */
  endLine?: number;
}

/** A row of a local table. */
export interface Indicator {
  label: string;
  group: string | null;
  unit: string | null;
  values: Record<string, number | null>;
  /** The national indicator that it means, `null` where there is none such. */
  code: string | null;
  line: number;
}

/** A tree of rows and columns whose leaves are numbers, `null`, or the `amountUnit` beside an amount. */
export interface TableTree {
  [code: string]: number | string | null | TableTree;
}

type TableName = TableNameOf<FormOf<Era>>;
/** Tables of other forms are not there. */
type Without<Names extends string> = { [Name in Names]?: never };
type OwnTables<E extends Era> = TreeOf<FormOf<E>> & Without<Exclude<TableName, TableNameOf<FormOf<E>>>> & { indicators?: never };
type LocalTables = Without<TableName> & { indicators: Indicator[] };

/** The tables of a report of an era: those of its form, or the rows of a local table in their place. */
export type TablesOf<E extends Era> = E extends Era ? OwnTables<E> | (FormOf<E>['local'] extends null ? never : LocalTables) : never;
export type Tables = TablesOf<Era>;

export interface TemplateOf<E extends Era> {
  era: E;
  confidence: number;
  evidence: { signal: string; line: number | null }[];
}
export type Template = TemplateOf<Era>;

/** A report of one era: its tables hold the rows and columns of that era's form. */
export interface ReportOf<E extends Era> {
  schemaVersion: typeof SCHEMA_VERSION;
  source: z.infer<typeof source>;
  template: TemplateOf<E>;
  metadata: Metadata;
  sections: Section[];
  tables: TablesOf<E>;
  cells: Cell[];
  facts: Fact[];
  findings: Finding[];
}

/** A report; `isEra` tells which form its tables are of. */
export type Report = { [E in Era]: ReportOf<E> }[Era];

/** Whether a report is of that era: its tables are known by name then. */
export function isEra<E extends Era>(report: Report, era: E): report is Extract<Report, ReportOf<E>> {
  return report.template.era === era;
}

/** The entry of a cell by its address; `undefined` where the report has none (an optional row, a local table, another form). */
export function getCell<R extends Report>(report: R, path: CellPath<R['template']['era']>): Cell | undefined {
  return report.cells.find(({ cell }) => cell === path);
}

const known = new WeakMap<Form, readonly z.ZodType[]>();

/** The schemas of a form's reports; where it knows local tables, of those with one too. Made once a form. */
function schemasOf(form: Form): readonly z.ZodType[] {
  let schemas = known.get(form);
  if (schemas === undefined) known.set(form, (schemas = makeSchemas(form)));
  return schemas;
}

function makeSchemas(form: Form): z.ZodType[] {
  const path = pathSchema(form);
  const none = z.array(z.never()).max(0);
  const hasCells = form.tables.length > 0;
  const own = z.strictObject({
    schemaVersion: z.literal(SCHEMA_VERSION),
    source,
    template: z.strictObject({ era: z.literal(form.era), ...templateMembers }),
    metadata,
    sections: z.array(section),
    tables: tablesSchema(form),
    cells: hasCells ? z.array(cellSchema(form, path)) : none,
    facts: z.array(fact),
    findings: z.array(z.strictObject(findingMembers(hasCells ? z.array(path) : none)).meta(definition('Finding', form))),
  });
  if (form.local === null) return [own.meta(definition('Report', form))];
  const local = own.extend({ tables: z.strictObject({ indicators: z.array(indicatorSchema(form)) }), cells: none });
  return [own.meta(definition('Report', form)), local.meta(definition('LocalReport', form))];
}

/** The schema of reports in any of these forms. */
export function reportSchemaOf(forms: Registry): z.ZodType<Report> {
  const [first, ...rest] = forms.flatMap((form) => schemasOf(form));
  return z.union([first!, ...rest]).superRefine((value, context) => {
    const report = value as Held & { template: { era: string } };
    const form = forms.find(({ era }) => era === report.template.era)!;
    for (const { path, message } of departures(form, report)) context.addIssue({ code: 'custom', path, message });
  }) as unknown as z.ZodType<Report>;
}

export const report = reportSchemaOf(FORMS);
