/** What a finding code is, and the one way to make a finding. */
import type { Finding, Origin, Severity } from '../schema/report.ts';

/** An entry of the catalogue. `{name}` in a sentence is replaced by the argument of that name. */
export interface FindingKind {
  severity: Severity;
  /** `report`: the document breaks a rule. `reading`: what it says could not be told. */
  origin: Origin;
  en: string;
  zh: string;
  /** Why the code exists: the template's own rule, a regulation, a kind of real report. */
  why: string;
}

export type FindingArgs = Finding['args'];

export interface FindingPlace {
  line: number | null;
  column: number | null;
}
