/** Finds the lexicon's words in a stretch of text, longest first, left to right. */
import { KEYWORD_GRAPH, KEYWORD_TAGS } from '../lexicon/keyword-graph.ts';
import { VERB_TAGS } from '../lexicon/verb-tags.ts';
import { WordGraph } from '../lexicon/word-graph.ts';

export interface Token {
  tag: string;
  start: number;
  end: number;
  /** Set on the form's own words (不予公开答复数), which say that applications are spoken of. */
  ofForm?: true;
}

interface Word {
  tag: string;
  ofForm: boolean;
}

let lexicon: WordGraph<Word> | null = null;

function unpack(): WordGraph<Word> {
  return new WordGraph(KEYWORD_GRAPH, KEYWORD_TAGS.split(' ').map((tag) => (tag.endsWith('!') ? { tag: tag.slice(0, -1), ofForm: true } : { tag, ofForm: false })));
}

/** Tokens of `text` from `start` to `end`, in order, none overlapping. Linear: a word is no longer than its lexicon's longest. */
export function scanKeywords(text: string, start: number, end: number): Token[] {
  const words = (lexicon ??= unpack());
  const tokens: Token[] = [];
  for (let i = start; i < end; ) {
    const word = words.find(text, i, end);
    if (word === undefined) {
      i++;
      continue;
    }
    const token: Token = { tag: namesCases(text, i, words.length, tokens.at(-1)) ? 'skip' : word.tag, start: i, end: i + words.length };
    if (word.ofForm) token.ofForm = true;
    tokens.push(token);
    i += words.length;
  }
  return tokens;
}

const OF_CASES: ReadonlySet<string> = new Set(['recon', 'lit', 'complaint', 'app', 'request', 'gi', 'upheld', 'corrected', 'pending']);

/** 被申请行政复议|案件: behind what they are cases of, the word says nothing more. */
function namesCases(text: string, at: number, length: number, before: Token | undefined): boolean {
  return length === 2 && before?.end === at && OF_CASES.has(before.tag) && text.startsWith('案件', at);
}

export function tagsOf(tokens: readonly Token[]): Set<string> {
  return new Set(tokens.map((token) => token.tag));
}

export function isVerb(token: Token): boolean {
  return VERB_TAGS.has(token.tag);
}

/** The tokens of a stretch. They are in order: the first is found by halves, for a sentence may hold hundreds. */
export function within(tokens: readonly Token[], start: number, end: number): Token[] {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  const found: Token[] = [];
  for (let i = low; i < tokens.length && tokens[i]!.end <= end; i++) found.push(tokens[i]!);
  return found;
}
