/** The members of a report that are the same whatever its form: their schemas, and the types inferred from them. */
import { z } from 'zod';
import { CATALOGUE, type FindingCode } from '../findings/catalogue.ts';
import { METRICS, type MetricCode } from '../lexicon/metric-codes.ts';
import { AGENCY_KINDS, AGENCY_LEVELS, CELL_BASES, ORIGINS, QUALIFIERS, SECTION_IDS, SEVERITIES } from './names.ts';

export const severity = z.enum(SEVERITIES);
export type Severity = z.infer<typeof severity>;

export const sectionId = z.enum(SECTION_IDS);
export type SectionId = z.infer<typeof sectionId>;

export const line = z.int().min(1).meta({ description: '1-based line in the decoded text' });
const column = z.int().min(1).meta({ description: '1-based column, in UTF-16 code units' });
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const source = z.strictObject({
  path: z.string().nullable(),
  format: z.string().meta({ description: 'text, markdown, html, mhtml, docx, doc, pdf' }),
  encoding: z.string().nullable(),
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
}).meta({ id: 'Source' });

/** What a report's `template` holds besides its era. */
export const templateMembers = {
  confidence: z.number().min(0).max(1),
  evidence: z.array(z.strictObject({ signal: z.string(), line: line.nullable() }).meta({ id: 'Evidence' })),
};

export const region = z.strictObject({ code: z.string().regex(/^\d{6}$/), name: z.string(), path: z.array(z.string()) });
export type Region = z.infer<typeof region>;

export const contact = z.strictObject({
  address: z.string().nullable(),
  postcode: z.string().nullable(),
  phone: z.string().nullable(),
  fax: z.string().nullable(),
  email: z.string().nullable(),
});

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
}).meta({ id: 'Metadata' });
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
export const section: z.ZodType<Section> = z.strictObject({
  id: sectionId.nullable(),
  number: z.string().nullable(),
  title: z.string(),
  level: z.int().min(1),
  text: z.string(),
  line,
  get children() {
    return z.array(section);
  },
}).meta({ id: 'Section' });
/** The members of an entry of `cells`, in their order, over schemas of its address, value and status. */
export const cellMembers = <Path extends z.ZodType, Value extends z.ZodType, Status extends z.ZodType>(path: Path, value: Value, status: Status) => ({
  cell: path,
  value,
  raw: z.string().nullable(),
  status,
  basis: z.enum(CELL_BASES).nullable(),
  line: line.nullable(),
  column: column.nullable(),
  endColumn: column.nullable().meta({ description: '1-based column behind the last character' }),
  endLine: line.optional().meta({ description: 'Line on which the cell ends, where it is another' }),
});

export const fact = z.strictObject({
  metric: z.enum(METRICS.map(({ code }) => code) as [MetricCode, ...MetricCode[]]).nullable(),
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
}).meta({ id: 'Fact' });
export type Fact = z.infer<typeof fact>;

const findingCode = z.enum(Object.keys(CATALOGUE) as [FindingCode, ...FindingCode[]]).meta({ id: 'FindingCode' });
/** The members of a finding, in their order, over a schema of the cells it is about. */
export const findingMembers = <Cells extends z.ZodType>(cells: Cells) => ({
  code: findingCode,
  severity,
  origin: z.enum(ORIGINS),
  cells,
  args: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string()), z.array(z.number())])),
  line: line.nullable(),
  column: column.nullable(),
});
export const finding = z.strictObject(findingMembers(z.array(z.string())));
export type Finding = z.infer<typeof finding>;
