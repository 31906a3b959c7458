/** Who reported on which year, and what the page says of itself. */
import { finding } from '../findings/catalogue.ts';
import type { Finding, Metadata } from '../schema/report.ts';
import { placeOf, type Document } from '../text/document.ts';
import { agencyKey } from './agency-key.ts';
import { bodyEvidence, chooseAgency, siteEvidence, type AgencyEvidence, type ChosenAgency } from './agency.ts';
import { pageFields, readBlock } from './block.ts';
import { printed } from './compact.ts';
import { findContact } from './contact.ts';
import { readHead, type Head } from './head.ts';
import { isName, isRelative } from './names.ts';
import { findPeriod, type Period } from './period.ts';
import { kindOf, levelOf, levelOfRegion } from './rank.ts';
import { resolveRegion } from './region.ts';
import { findSignature } from './signature.ts';
import { findTitle } from './title.ts';
import { reportYear, type ReportYear } from './year.ts';

export interface MetadataInput {
  document: Document;
  /** Offset where the first numbered section starts; the end of the text where there is none. */
  bodyStart: number;
}

export interface MetadataResult {
  metadata: Metadata;
  findings: Finding[];
}

/** Reads the metadata; the region is told from the agency first, then from what else the page says of its place. */
export function readMetadata({ document, bodyStart }: MetadataInput): MetadataResult {
  const head = readHead(document, bodyStart);
  const block = readBlock(head);
  const title = findTitle(head, block);
  const fields = pageFields(head, block);
  const signature = findSignature(head);
  const running = head.preamble.text + head.opening.text;
  const ownPeriod = findPeriod(head.preamble, false);
  const period = ownPeriod ?? findPeriod(head.opening, true);

  const place = (index: number): number =>
    (index < head.preamble.text.length ? head.preamble.offsets[index] : head.opening.offsets[index - head.preamble.text.length]) ?? 0;
  const evidence: AgencyEvidence[] = [];
  if (title?.agency != null) evidence.push({ name: title.agency, source: 'title', at: title.start });
  for (const named of bodyEvidence(running)) evidence.push({ ...named, at: place(named.at) });
  if (signature?.agency != null) evidence.push({ name: signature.agency, source: 'signature', at: signature.start });
  if (title !== null && title.agency === null) {
    const under = block.lines.find((line) => line.start >= title.end);
    if (under !== undefined && isName(under.compact.text)) evidence.push({ name: under.compact.text, source: 'signature', at: under.start });
  }
  if (evidence.length === 0) evidence.push(...siteEvidence(running));
  for (const source of ['publisher', 'source'] as const) {
    const named = fields[source];
    if (named !== null && isName(named.name)) evidence.push({ name: named.name, source, at: named.at });
  }
  const agency = chooseAgency(evidence, running);
  const untitled = title === null ? running : running.slice(firstFrom(head.preamble.offsets, title.end));
  const year = ofCover(reportYear(untitled, title, period, head.opening.text), running, signature?.signedOn ?? null);

  const findings: Finding[] = [];
  reportAgency(agency, document, findings);
  reportYears(year, findings);
  if (period?.damaged === true) {
    const source = ownPeriod === null ? head.opening : head.preamble;
    findings.push(finding('metadata/period-damaged', { printed: printed(document, source, period.start, period.end) }, placeOf(document, source.offsets[period.start]!)));
  }
  const documentNumber = title?.documentNumber ?? fields.documentNumber;
  const contact = contactOf(head, document, title === null ? 0 : firstFrom(head.preamble.offsets, title.start));
  const { region, candidates } = resolveRegion({
    agency: agency?.name ?? null,
    title: title?.text ?? null,
    documentNumber,
    year: year.year,
    hints: [fields.publisher?.name, fields.source?.name, contact?.address, running.slice(0, HINT)].filter((hint) => hint != null),
  });
  if (region === null && candidates.length > 1) {
    findings.push(finding('metadata/region-ambiguous', { candidates: candidates.map(({ code, path }) => `${code} ${path.join('/')}`) }));
  }
  /** With the characters of the page, traditional ones too, where it prints the name in one piece. */
  const asPrinted = (name: string): string => {
    for (const source of [head.preamble, head.opening]) {
      const index = source.text.indexOf(name);
      if (index >= 0) return printed(document, source, index, index + name.length);
    }
    return name;
  };
  return {
    metadata: {
      title: title?.text ?? null,
      year: year.year,
      academicYear: year.academicYear,
      agency: agency === null ? null : namePrinted(asPrinted(agency.name)),
      agencyKey: agencyKey(agency?.name ?? null, region),
      agencyLevel: agency === null ? null : levelOf(agency.name) ?? levelOfRegion(agency.name, region),
      agencyKind: agency === null ? null : kindOf(agency.name),
      region,
      documentNumber,
      indexNumber: fields.indexNumber,
      publisher: fields.publisher?.name ?? null,
      publishedOn: fields.publishedOn,
      signedOn: signature?.signedOn ?? fields.signedOn,
      period: period === null ? null : span(period),
      contact,
    },
    findings,
  };
}

/** 关于报送…年度报告的函, signed in the first months of a year, sends the report on the year before; nothing else on the page may say which. */
function ofCover(year: ReportYear, text: string, signedOn: string | null): ReportYear {
  if (year.year !== null || year.academicYear !== null || signedOn === null || !/关于(?:报送|上报|呈报)[^。]{0,40}年度报告的(?:函|报告)/.test(text.slice(0, HINT))) return year;
  return Number(signedOn.slice(5, 7)) > LAST_MONTH ? year : { ...year, year: Number(signedOn.slice(0, 4)) - 1 };
}

/** Reports are due by the end of January, of governments by the end of March. */
const LAST_MONTH = 3;

/** Of the running text, as much as names the place: a later mention is another's. */
const HINT = 400;

/** Index of the first offset, of rising ones, at or behind `offset`; their number where there is none. */
function firstFrom(offsets: readonly number[], offset: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Names are compared with half-width brackets and printed with the full-width ones of Chinese text. */
function namePrinted(name: string): string {
  return name.replace(/\(/g, '（').replace(/\)/g, '）');
}

function span(period: Period): { from: string; to: string } {
  return { from: period.from, to: period.to };
}

/** A preamble may stand inside the first section; only there the opening of the body is read for a contact. */
function contactOf(head: Head, document: Document, titleAt: number): Metadata['contact'] {
  const own = findContact(document, head.preamble, titleAt);
  if (own !== null || !/统计期限|统计时限|编制|报告如下/.test(head.opening.text.slice(0, 400))) return own;
  return findContact(document, { text: head.opening.text.slice(0, 600), offsets: head.opening.offsets });
}

/** Other bodies that are reported at most; a page copied together from many says no more with the fourth. */
const MOST_OTHERS = 3;

function reportAgency(agency: ChosenAgency | null, document: Document, findings: Finding[]): void {
  if (agency === null) {
    findings.push(finding('metadata/agency-missing'));
    return;
  }
  const seen = new Set<string>();
  for (const other of agency.others) {
    if (seen.size === MOST_OTHERS || seen.has(other.name)) continue;
    seen.add(other.name);
    findings.push(finding('metadata/agency-disagrees', { agency: agency.name, other: other.name }, placeOf(document, other.at)));
  }
  if (isRelative(agency.name)) findings.push(finding('metadata/agency-relative', { agency: agency.name }));
}

function reportYears(year: ReportYear, findings: Finding[]): void {
  if (year.year === null) {
    if (year.academicYear === null) findings.push(finding('metadata/year-missing'));
    return;
  }
  for (const other of year.others) findings.push(finding(`metadata/${other.source}-year`, { year: year.year, other: other.year }));
}
