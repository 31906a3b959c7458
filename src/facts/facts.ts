import { finding } from '../findings/catalogue.ts';
import type { Topic } from '../lexicon/metrics.ts';
import type { Fact, Finding } from '../schema/report.ts';
import { placeOf, type Document } from '../text/document.ts';
import type { Paragraph } from '../text/paragraph.ts';
import { HeadingReader, speaksOfClass, type Heading } from './heading.ts';
import type { MetricCode } from '../lexicon/metric-codes.ts';
import { scanKeywords } from './keywords.ts';
import { scanQuantities } from './quantities.ts';
import { readSentence, type Said } from './read-sentence.ts';
import { matchable, mayCount, sentencesOf, type Span } from './sentence.ts';
import { topicAfter } from './topic.ts';

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

/** A paragraph that begins with a heading of its own: （五）加强公共服务信息公开。 */
const NUMBERED = /^(?:\(|[一二三四五六七八九十\d]{1,3}[、.是])/;
/** A clause is shown with no more of its sentence than this, in characters to either side. */
const SHOWN_BEFORE = 240;
const SHOWN_AFTER = 80;

/** A sentence with more numbers than this is a table without its rules; the longest list of a real one has some sixty. */
const MOST_QUANTITIES = 200;

/** Every counted quantity and every stated zero of the prose, in order. */
export function readFacts({ document, prose, year }: FactsInput): FactsResult {
  const facts: Fact[] = [];
  const findings: Finding[] = [];
  const headings = new HeadingReader();
  for (const paragraph of prose) {
    if (!mayCount(document.folded, paragraph.offsets)) continue;
    const { text, at } = matchable(paragraph.text, document.folded, paragraph.offsets);
    const indexOf = (offset: number): number => (at === null ? offset : at[offset]!);
    const cut = (from: number, to: number): string => (to > from ? paragraph.text.slice(indexOf(from), indexOf(to - 1) + 1).trim() : '');
    let heading: Heading | null = null;
    let before: Said[] = [];
    let firstFact = facts.length;
    let topic: Topic | null = null;
    let classed = false;
    let passed: Span[] = [];
    let figures = 0;
    let figuresAt = 0;
    let listed = false;
    for (const [index, span] of sentencesOf(text).entries()) {
      const quantities = span.numerals ? scanQuantities(text, span) : [];
      listed = quantities.length > MOST_QUANTITIES || (listed && span.continued);
      if (listed) {
        if (figures === 0) figuresAt = quantities[0]?.number ?? span.start;
        figures += quantities.length;
        before = [];
        continue;
      }
      if (quantities.length === 0) {
        if (index === 0 && NUMBERED.test(text)) classed = speaksOfClass(text, scanKeywords(text, span.start, span.end));
        if (!span.negations) {
          passed.push(span);
          continue;
        }
      }
      if (heading === null) {
        heading = headings.headingOf(paragraph.headings, paragraph.sectionId);
        ({ topic } = heading);
        classed ||= heading.classed;
      }
      // Sentences that count nothing were passed over; they may still say what the paragraph is about.
      for (const one of passed) topic = topicAfter(scanKeywords(text, one.start, one.end), topic);
      passed = [];
      const read = readSentence({ text, span, quantities, year, heading, classed, topic, before, sectionId: paragraph.sectionId });
      topic = read.topic;
      const base = facts.length;
      for (const said of read.said) {
        const start = clauseStart(text, Math.max(span.start, said.at - SHOWN_BEFORE), said.at, span.start);
        const end = clauseEnd(text, said.at, Math.min(span.end, said.at + SHOWN_AFTER));
        const place = placeOf(document, paragraph.offsets[indexOf(said.at)]!);
        const partOf = said.partOf === undefined ? undefined : said.partOf < 0 ? firstFact + before.length + said.partOf : base + said.partOf;
        facts.push({
          // Rules name metrics of the vocabulary alone; a test holds them to it.
          metric: said.metric as MetricCode | null,
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
    if (figures > 0) findings.push(finding('facts/list-of-figures', { count: figures }, placeOf(document, paragraph.offsets[indexOf(figuresAt)]!)));
  }
  return { facts, findings: [...findings, ...contradictions(facts)] };
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
