/**
 * The one definition of a report. Types are inferred from it, the JSON Schema in `schemas/` is generated from it, and
 * every report is held against it before it leaves the pipeline.
 */
import { z } from 'zod';

export const ERAS = ['narrative', 'statistics', '2019', '2021'] as const;
export const era = z.enum(ERAS);
export type Era = z.infer<typeof era>;

export const SEVERITIES = ['error', 'warning', 'info'] as const;
export const severity = z.enum(SEVERITIES);
export type Severity = z.infer<typeof severity>;

export const SECTION_IDS = [
  'overview', 'organization', 'keyAreas', 'proactiveDisclosure', 'response', 'applications', 'fees', 'disputes',
  'consultation', 'supervision', 'subordinateUnits', 'proposals', 'problems', 'plans', 'otherMatters',
] as const;
export const sectionId = z.enum(SECTION_IDS);
export type SectionId = z.infer<typeof sectionId>;

const line = z.int().min(1).meta({ description: '1-based line in the decoded text' });
const column = z.int().min(1).meta({ description: '1-based column, in UTF-16 code units' });
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const source = z.strictObject({
  path: z.string().nullable(),
  format: z.string().meta({ description: 'text, markdown, html, mhtml, docx, doc, pdf' }),
  encoding: z.string().nullable(),
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

export const template = z.strictObject({
  era,
  confidence: z.number().min(0).max(1),
  evidence: z.array(z.strictObject({ signal: z.string(), line: line.nullable() })),
});
export type Template = z.infer<typeof template>;

export const region = z.strictObject({ code: z.string().regex(/^\d{6}$/), name: z.string(), path: z.array(z.string()) });
export type Region = z.infer<typeof region>;

export const contact = z.strictObject({
  address: z.string().nullable(),
  postcode: z.string().nullable(),
  phone: z.string().nullable(),
  fax: z.string().nullable(),
  email: z.string().nullable(),
});

export const AGENCY_LEVELS = ['national', 'provincial', 'prefectural', 'county', 'township'] as const;
export const AGENCY_KINDS = ['government', 'department', 'institution', 'enterprise', 'school', 'hospital'] as const;

export const metadata = z.strictObject({
  title: z.string().nullable(),
  year: z.int().nullable(),
  academicYear: z.string().regex(/^\d{4}-\d{4}$/).nullable(),
  agency: z.string().nullable(),
  agencyKey: z.string().nullable().meta({ description: 'One key for a body over its spellings and years: code of its region and name without its place' }),
  agencyLevel: z.enum(AGENCY_LEVELS).nullable(),
  agencyKind: z.enum(AGENCY_KINDS).nullable(),
  region: region.nullable(),
  documentNumber: z.string().nullable(),
  indexNumber: z.string().nullable(),
  publisher: z.string().nullable(),
  publishedOn: isoDate.nullable(),
  signedOn: isoDate.nullable(),
  period: z.strictObject({ from: isoDate, to: isoDate }).nullable(),
  contact: contact.nullable(),
});
export type Metadata = z.infer<typeof metadata>;

export interface Section {
  /** What the section is about; `null` where no meaning is known. */
  id: SectionId | null;
  /** The number as printed without its punctuation (`一`, `1`, `①`); `null` where the heading carries none. */
  number: string | null;
  title: string;
  /** 1 for 一、, 2 for （一）, 3 for 1、 and so on down. */
  level: number;
  /** The section's own prose, paragraphs joined by `\n`. */
  text: string;
  line: number;
  children: Section[];
}
const sectionMembers = {
  id: sectionId.nullable(),
  number: z.string().nullable(),
  title: z.string(),
  level: z.int().min(1),
  text: z.string(),
  line,
};
export const section: z.ZodType<Section> = z.strictObject({
  ...sectionMembers,
  get children() {
    return z.array(section);
  },
}).meta({ id: 'Section' });
/** A section whose children are yet to be looked at. */
export const sectionAlone = z.strictObject({ ...sectionMembers, children: z.array(z.unknown()) });

export const indicator = z.strictObject({
  label: z.string(),
  group: z.string().nullable(),
  unit: z.string().nullable(),
  values: z.record(z.string(), z.number().nullable()),
  code: z.string().nullable(),
  line,
});
export type Indicator = z.infer<typeof indicator>;

/** A tree of rows and columns whose leaves are numbers, `null`, or the `amountUnit` beside an amount. */
export interface TableTree {
  [code: string]: number | string | null | TableTree;
}

function isTableTree(value: unknown): value is TableTree {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  for (const code in value) {
    const leaf = (value as Record<string, unknown>)[code];
    if (typeof leaf === 'number' ? !Number.isFinite(leaf) : leaf !== null && typeof leaf !== 'string' && !isTableTree(leaf)) return false;
  }
  return true;
}

const TREE_ID = 'TableTree';
/** Walked by hand: a record of unions takes a third of the time a whole report is validated in. */
const tableTree = z.record(z.string(), z.unknown()).refine(isTableTree, 'not a tree of numbers, units and null').meta({
  id: TREE_ID,
  additionalProperties: { anyOf: [{ type: ['number', 'string', 'null'] }, { $ref: `#/$defs/${TREE_ID}` }] },
}) as unknown as z.ZodType<TableTree>;
export const tables = z.strictObject({
  statistics: tableTree.optional(),
  disclosure: tableTree.optional(),
  applications: tableTree.optional(),
  reconsideration: tableTree.optional(),
  litigation: tableTree.optional(),
  indicators: z.array(indicator).optional(),
});
export type Tables = z.infer<typeof tables>;

export const CELL_STATUSES = ['reported', 'zeroWord', 'blank', 'notApplicable', 'unreadable', 'missing'] as const;
export const CELL_BASES = ['label', 'position', 'sum'] as const;
export const cell = z.strictObject({
  cell: z.string(),
  value: z.number().nullable(),
  raw: z.string().nullable(),
  status: z.enum(CELL_STATUSES),
  basis: z.enum(CELL_BASES).nullable(),
  line: line.nullable(),
  column: column.nullable(),
});
export type Cell = z.infer<typeof cell>;

export const QUALIFIERS = ['exact', 'atLeast', 'approximate', 'atMost'] as const;
export const fact = z.strictObject({
  metric: z.string().nullable(),
  subject: z.string(),
  value: z.number(),
  /** Upper end of a printed range (3—5 次), absent elsewhere. */
  upper: z.number().optional(),
  unit: z.string().nullable(),
  qualifier: z.enum(QUALIFIERS),
  /** Only on a fact of another year than the report's. */
  year: z.int().optional(),
  /** Index in `facts` of the whole that this fact is a part of (其中：…). */
  partOf: z.int().min(0).optional(),
  text: z.string(),
  line,
  column,
});
export type Fact = z.infer<typeof fact>;

export const finding = z.strictObject({
  code: z.string().regex(/^[a-z]+\/[a-z-]+$/),
  severity,
  cells: z.array(z.string()),
  args: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string()), z.array(z.number())])),
  line: line.nullable(),
  column: column.nullable(),
});
export type Finding = z.infer<typeof finding>;

export const SCHEMA_VERSION = '1.0';
export const report = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  source,
  template,
  metadata,
  sections: z.array(section),
  tables,
  cells: z.array(cell),
  facts: z.array(fact),
  findings: z.array(finding),
});
export type Report = z.infer<typeof report>;
