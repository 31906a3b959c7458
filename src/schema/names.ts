/** The names that members of a report hold, and its version: what the stages ask for, without the schemas. */

export const SEVERITIES = ['error', 'warning', 'info'] as const;
export const ORIGINS = ['report', 'reading'] as const;
export type Origin = (typeof ORIGINS)[number];

export const SECTION_IDS = [
  'overview', 'organization', 'keyAreas', 'proactiveDisclosure', 'response', 'applications', 'fees', 'disputes',
  'consultation', 'supervision', 'subordinateUnits', 'proposals', 'problems', 'plans', 'otherMatters',
] as const;

export const AGENCY_LEVELS = ['national', 'provincial', 'prefectural', 'county', 'township'] as const;
export const AGENCY_KINDS = ['government', 'department', 'institution', 'enterprise', 'school', 'hospital'] as const;

export const AMOUNT_UNITS = ['元', '万元'] as const;

export const CELL_STATUSES = ['reported', 'zeroWord', 'blank', 'notApplicable', 'unreadable', 'missing'] as const;
export type CellStatus = (typeof CELL_STATUSES)[number];
export const CELL_BASES = ['label', 'position', 'sum'] as const;

export const QUALIFIERS = ['exact', 'atLeast', 'approximate', 'atMost'] as const;

export const SCHEMA_VERSION = '1.1';

/**
 * What a number was taken for: the value of a `cell`; one of several values of a row of which none could be told
 * (`open`); a row that is printed `again`; a column or a row that is none of the form's; part of a `label`; the
 * `serial` of a row; part of other `text` (a heading, a note, a sentence); page `furniture`; or nothing that is known.
 */
export const USES = [
  'cell', 'open', 'again', 'other-column', 'other-row', 'label', 'serial', 'text', 'furniture', 'unexplained',
] as const;
export type Use = (typeof USES)[number];
