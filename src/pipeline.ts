/**
 * The pipeline, in order:
 *
 *   bytes -> decode -> read -> grids -> local -> detect -> tables -> outline -> metadata -> facts -> kind -> check -> report
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { check } from './check/check.ts';
import { decode } from './decode/decode.ts';
import { detect } from './detect/detect.ts';
import { finding } from './findings/catalogue.ts';
import { readFacts } from './facts/facts.ts';
import { readGrids } from './grid/grids.ts';
import { judgeKind } from './kind/kind.ts';
import { ledgerOf, type LedgerEntry } from './ledger/ledger.ts';
import { readLocal } from './local/local.ts';
import { readMetadata } from './metadata/metadata.ts';
import { outline } from './outline/outline.ts';
import { SCHEMA_VERSION } from './schema/names.ts';
import type { Era, Finding, Report } from './schema/report.ts';
import { validate } from './schema/validate.ts';
import { readTables } from './tables/tables.ts';
import { createDocument, placeOf } from './text/document.ts';
import { secondReport } from './text/first-report.ts';
import type { Grid } from './text/source-grid.ts';

export interface ParseOptions {
  /** Stands in `source.path`; nothing is read from it. */
  path?: string | undefined;
  /** Overrules the detection of the encoding; a label of the Encoding Standard. */
  encoding?: string | undefined;
  /** Overrules the detection of the era. */
  era?: Era | undefined;
  /** Hex digest of the bytes where the caller has it already. */
  sha256?: string | undefined;
  /** Called with every number of the tables' regions and what it was taken for; places are those of the text. */
  onLedger?: ((ledger: LedgerEntry[]) => void) | undefined;
  /** Called with the name of each stage when it has ended, for measuring. */
  onStage?: ((stage: string) => void) | undefined;
}

/** Text that a format reader has made of bytes. */
export interface ReadText {
  text: string;
  format: string;
  encoding: string | null;
  findings: readonly Finding[];
  /** Tables whose rows and columns the format itself gives. */
  grids?: readonly Grid[] | undefined;
}

/**
 * Parses one report that is text (plain or Markdown).
 *
 * @param input the bytes of a file, or text that is decoded already
 * @throws RangeError on an unknown encoding label
 */
export function parseReport(input: Uint8Array | string, options: ParseOptions = {}): Report {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  const decoded = typeof input === 'string' ? { text: input, encoding: null, findings: [] } : decode(input, { encoding: options.encoding });
  options.onStage?.('decode');
  return parseText({ ...decoded, format: 'text' }, bytes, options);
}

/**
 * The stages behind the format readers.
 *
 * @param bytes the bytes of the file, for its size and digest
 */
export function parseText(read: ReadText, bytes: Uint8Array, options: ParseOptions = {}): Report {
  const ended = (stage: string): void => options.onStage?.(stage);
  const whole = createDocument(read.text);
  const second = secondReport(whole);
  const document = second < 0 ? whole : createDocument(read.text.slice(0, second));
  ended('read');
  const grids = readGrids(document, read.grids, read.format === 'pdf');
  ended('grids');
  const local = readLocal(document, grids);
  ended('local');
  const template = detect(document, { era: options.era, local: local?.signal });
  ended('detect');
  const tables = readTables(document, template, grids, local);
  ended('tables');
  options.onLedger?.(ledgerOf(document, { ...tables, indicators: tables.tables.indicators ?? [] }));
  const outlined = outline(document, tables.spans);
  ended('outline');
  const metadata = readMetadata({ document, bodyStart: outlined.bodyStart });
  ended('metadata');
  const facts = readFacts({ document, prose: outlined.prose, year: metadata.metadata.year });
  ended('facts');
  const kind = judgeKind({ document, metadata: metadata.metadata, sections: outlined.sections, cells: tables.cells, prose: outlined.prose });
  ended('kind');
  const report: Omit<Report, 'findings'> = {
    schemaVersion: SCHEMA_VERSION,
    source: {
      path: options.path ?? null,
      format: read.format,
      encoding: read.encoding,
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
    ...read.findings, ...(second < 0 ? [] : [finding('document/second-report', {}, placeOf(whole, second))]), ...kind,
    ...tables.findings, ...outlined.findings, ...metadata.findings, ...facts.findings, ...check(report),
  ];
  ended('check');
  const checked = validate({ ...report, findings });
  ended('validate');
  return checked;
}
