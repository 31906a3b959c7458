/** Finds the lexicon's words in a stretch of text, longest first, left to right. */
import { KEYWORDS, VERB_TAGS } from '../lexicon/keywords.ts';
import { WordTable } from './word-table.ts';

export interface Token {
  tag: string;
  start: number;
  end: number;
}

let lexicon: WordTable<string> | null = null;

function compile(): WordTable<string> {
  const words: [string, string][] = [];
  for (const [tag, list] of Object.entries(KEYWORDS)) for (const word of list.split(/\s+/)) words.push([word, tag]);
  return new WordTable(words);
}

/** Tokens of `text` from `start` to `end`, in order, none overlapping. Linear: a word is no longer than its lexicon's longest. */
export function scanKeywords(text: string, start: number, end: number): Token[] {
  const words = (lexicon ??= compile());
  const tokens: Token[] = [];
  for (let i = start; i < end; ) {
    const tag = words.find(text, i, end);
    if (tag === undefined) {
      i++;
      continue;
    }
    tokens.push({ tag, start: i, end: i + words.length });
    i += words.length;
  }
  return tokens;
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
