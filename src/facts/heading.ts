/** What the headings above a paragraph say of the counts in it. */
import { TOPIC_OF_SECTION, TOPIC_OF_TAG, type Topic } from '../lexicon/metrics.ts';
import { fold } from '../text/fold.ts';
import { scanKeywords, type Token } from './keywords.ts';

export interface Heading {
  topic: Topic | null;
  /** Tokens of all headings, innermost last. */
  tokens: readonly Token[];
  /** The innermost heading that names a topic, for a bare 未发生 below it. */
  own: readonly Token[];
  /** Whether the innermost heading speaks of one class of information (财政信息公开). */
  classed: boolean;
}

/** What one heading says by itself. */
interface Words {
  tokens: readonly Token[];
  topic: Topic | null;
  classed: boolean;
}

/** Reads the headings of one document; a heading above many paragraphs is read once. */
export class HeadingReader {
  private readonly read = new Map<string, Words>();

  headingOf(headings: readonly string[], sectionId: string | null): Heading {
    let topic: Topic | null = null;
    let own: readonly Token[] = [];
    let classed = false;
    const all: Token[] = [];
    for (const heading of headings) {
      const words = this.wordsOf(heading);
      all.push(...words.tokens);
      if (words.topic !== null) {
        ({ topic } = words);
        own = words.tokens;
      }
      ({ classed } = words);
    }
    if (topic === null && sectionId !== null) topic = TOPIC_OF_SECTION[sectionId] ?? null;
    return { topic, tokens: all, own, classed };
  }

  private wordsOf(heading: string): Words {
    const known = this.read.get(heading);
    if (known !== undefined) return known;
    const text = fold(heading).replaceAll(' ', '');
    const tokens = scanKeywords(text, 0, text.length);
    const words = { tokens, topic: topicOfHeading(tokens), classed: speaksOfClass(text, tokens) };
    this.read.set(heading, words);
    return words;
  }
}

function topicOfHeading(tokens: readonly Token[]): Topic | null {
  const topics = new Set(tokens.map((token) => TOPIC_OF_TAG[token.tag]).filter((topic) => topic !== undefined));
  if (topics.has('reconsideration') && topics.has('litigation')) return 'disputes';
  for (const topic of ['reconsideration', 'litigation', 'fees', 'complaints', 'applications', 'proposals', 'consultations', 'disclosure', 'training'] as const) {
    if (topics.has(topic)) return topic;
  }
  return null;
}

/** 财政资金信息公开, 行政处罚信息公开: a word before 信息公开 that is not one of the neutral ones. */
export function speaksOfClass(text: string, tokens: readonly Token[]): boolean {
  const index = tokens.findIndex((token) => (token.tag === 'gi' && text.startsWith('信息公开', token.start)) || token.tag === 'publish');
  if (index < 0) return false;
  const token = tokens[index]!;
  const before = tokens[index - 1];
  if (before?.end === token.start) return before.tag === 'foreign' || before.tag === 'normative' || before.tag === 'categoryWord';
  return /[\u4e00-\u9fff]/.test(text.charAt(token.start - 1));
}
