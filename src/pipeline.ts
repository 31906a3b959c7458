/**
 * The pipeline, in order:
 *
 *   bytes -> decode -> read -> detect -> tables -> outline -> metadata -> facts -> check -> report
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { check } from './check/check.ts';
import { decode } from './decode/decode.ts';
import { detect } from './detect/detect.ts';
import { readFacts } from './facts/facts.ts';
import { readMetadata } from './metadata/metadata.ts';
import { outline } from './outline/outline.ts';
import { SCHEMA_VERSION, report as reportSchema, type Era, type Report } from './schema/report.ts';
import { readTables } from './tables/tables.ts';
import { createDocument } from './text/document.ts';

export interface ParseOptions {
  /** Stands in `source.path`; nothing is read from it. */
  path?: string | undefined;
  /** Overrules the detection of the encoding; a label of the Encoding Standard. */
  encoding?: string | undefined;
  /** Overrules the detection of the era. */
  era?: Era | undefined;
  /** Hex digest of the bytes where the caller has it already. */
  sha256?: string | undefined;
}

/**
 * Parses one report.
 *
 * @param input the bytes of a file, or text that is decoded already
 * @throws RangeError on an unknown encoding label
 */
export function parseReport(input: Uint8Array | string, options: ParseOptions = {}): Report {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  const decoded = typeof input === 'string' ? { text: input, encoding: null, findings: [] } : decode(input, { encoding: options.encoding });
  const document = createDocument(decoded.text);
  const template = detect(document, { era: options.era });
  const tables = readTables(document, template);
  const outlined = outline(document, tables.spans);
  const metadata = readMetadata({ document, bodyStart: outlined.bodyStart });
  const facts = readFacts({ document, prose: outlined.prose, year: metadata.metadata.year });
  const report: Omit<Report, 'findings'> = {
    schemaVersion: SCHEMA_VERSION,
    source: {
      path: options.path ?? null,
      format: 'text',
      encoding: decoded.encoding,
      bytes: bytes.length,
      sha256: options.sha256 ?? bytesToHex(sha256(bytes)),
    },
    template,
    metadata: metadata.metadata,
    sections: outlined.sections,
    tables: tables.tables,
    cells: tables.cells,
    facts: facts.facts,
  };
  const findings = [
    ...decoded.findings, ...tables.findings, ...outlined.findings, ...metadata.findings, ...facts.findings, ...check(report),
  ];
  return reportSchema.parse({ ...report, findings });
}
