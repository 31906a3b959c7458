import type { Finding, Metadata } from '../schema/report.ts';
import type { Document } from '../text/document.ts';

export interface MetadataInput {
  document: Document;
  /** Offset where the first numbered section starts; the end of the text where there is none. */
  bodyStart: number;
}

export interface MetadataResult {
  metadata: Metadata;
  findings: Finding[];
}

/** Who reported on which year, and what the page says of itself. */
export function readMetadata(_input: MetadataInput): MetadataResult {
  return {
    metadata: {
      title: null, year: null, academicYear: null, agency: null, agencyLevel: null, agencyKind: null, region: null,
      documentNumber: null, indexNumber: null, publisher: null, publishedOn: null, signedOn: null, period: null, contact: null,
    },
    findings: [],
  };
}
