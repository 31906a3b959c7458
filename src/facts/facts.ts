import { finding } from '../findings/catalogue.ts';
import type { Fact, Finding } from '../schema/report.ts';
import { placeOf, type Document } from '../text/document.ts';
import type { Paragraph } from '../text/paragraph.ts';
import { readSentence, type Said } from './read-sentence.ts';
import { headingOf, type Heading } from './heading.ts';
import { matchable, sentencesOf } from './sentence.ts';

export interface FactsInput {
  document: Document;
  /** Prose in document order, with the headings it stands under. */
  prose: readonly (Paragraph & { headings: readonly string[]; sectionId: string | null })[];
  /** The calendar year reported on, `null` where unknown. */
  year: number | null;
}

export interface FactsResult {
  facts: Fact[];
  findings: Finding[];
}

/** What a sentence must hold to be read at all: a digit, a Chinese numeral or a negation. */
const WORTH_READING = /[\d一二三四五六七八九十百两零〇廿未没无不]/;
/** A clause is shown with no more of its sentence than this, in characters to either side. */
const SHOWN_BEFORE = 240;
const SHOWN_AFTER = 80;

/** Every counted quantity and every stated zero of the prose, in order. */
export function readFacts({ document, prose, year }: FactsInput): FactsResult {
  const facts: Fact[] = [];
  let headings: readonly string[] | null = null;
  let heading: Heading | null = null;
  for (const paragraph of prose) {
    if (heading === null || headings !== paragraph.headings) {
      headings = paragraph.headings;
      heading = headingOf(headings, paragraph.sectionId);
    }
    const { text, at } = matchable(paragraph.text);
    let before: Said[] = [];
    let firstFact = facts.length;
    let topic = heading.topic;
    let classed = heading.classed;
    for (const [index, span] of sentencesOf(text).entries()) {
      if (!WORTH_READING.test(text.slice(span.start, span.end))) {
        if (index === 0 && headingOf([text.slice(span.start, span.end)], null).classed) classed = true;
        continue;
      }
      const read = readSentence({ text, span, year, heading: { ...heading, classed }, topic, before, sectionId: paragraph.sectionId });
      if (index === 0 && read.said.length === 0 && headingOf([text.slice(span.start, span.end)], null).classed) classed = true;
      topic = read.topic;
      const base = facts.length;
      for (const said of read.said) {
        const start = clauseStart(text, Math.max(span.start, said.at - SHOWN_BEFORE), said.at, span.start);
        const end = clauseEnd(text, said.at, Math.min(span.end, said.at + SHOWN_AFTER));
        const place = placeOf(document, paragraph.offsets[at[said.at]!]!);
        const cut = (from: number, to: number): string => (to > from ? paragraph.text.slice(at[from]!, at[to - 1]! + 1).trim() : '');
        const partOf = said.partOf === undefined ? undefined : said.partOf < 0 ? firstFact + before.length + said.partOf : base + said.partOf;
        facts.push({
          metric: said.metric,
          subject: cut(said.subject.start, said.subject.end),
          value: said.value,
          ...(said.upper === undefined ? {} : { upper: said.upper }),
          unit: said.unit,
          qualifier: said.qualifier,
          ...(said.year === undefined ? {} : { year: said.year }),
          ...(partOf === undefined ? {} : { partOf }),
          text: cut(start, end),
          line: place.line,
          column: place.column,
        });
      }
      firstFact = base;
      before = read.said;
    }
  }
  return { facts, findings: contradictions(facts) };
}

/** The statement a fact stands in begins behind the last semicolon, or near `from` at a comma where it is very long. */
function clauseStart(text: string, from: number, at: number, least: number): number {
  const semicolon = text.slice(from, at).lastIndexOf(';');
  if (semicolon >= 0) return from + semicolon + 1;
  if (from <= least) return least;
  let start = from;
  while (start < from + 60 && !/[,，、:]/.test(text.charAt(start - 1))) start++;
  return start;
}

function clauseEnd(text: string, at: number, most: number): number {
  const semicolon = text.slice(at, most).indexOf(';');
  return semicolon < 0 ? most : at + semicolon;
}

/** One metric with two exact values of this year. */
function contradictions(facts: readonly Fact[]): Finding[] {
  const first = new Map<string, Fact>();
  const findings: Finding[] = [];
  const told = new Set<string>();
  for (const fact of facts) {
    if (fact.metric === null || fact.year !== undefined || fact.qualifier !== 'exact') continue;
    const other = first.get(fact.metric);
    if (other === undefined) {
      first.set(fact.metric, fact);
      continue;
    }
    if (other.value === fact.value || other.unit !== fact.unit || told.has(fact.metric)) continue;
    told.add(fact.metric);
    findings.push(finding('facts/two-values', { metric: fact.metric, first: other.value, second: fact.value }, { line: fact.line, column: fact.column }));
  }
  return findings;
}
