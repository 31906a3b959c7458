/** Finds the lexicon's words in a stretch of text, longest first, left to right. */
import { KEYWORDS, VERB_TAGS } from '../lexicon/keywords.ts';

export interface Token {
  tag: string;
  start: number;
  end: number;
}

/** First character -> its words, longest first. */
let index: Map<string, { word: string; tag: string }[]> | null = null;

function lexicon(): Map<string, { word: string; tag: string }[]> {
  if (index !== null) return index;
  index = new Map();
  for (const [tag, words] of Object.entries(KEYWORDS)) {
    for (const word of words.split(/\s+/)) {
      const first = word.charAt(0);
      const entries = index.get(first);
      if (entries === undefined) index.set(first, [{ word, tag }]);
      else entries.push({ word, tag });
    }
  }
  for (const entries of index.values()) entries.sort((a, b) => b.word.length - a.word.length);
  return index;
}

/** Tokens of `text` from `start` to `end`, in order, none overlapping. Linear: a word is no longer than its lexicon's longest. */
export function scanKeywords(text: string, start: number, end: number): Token[] {
  const words = lexicon();
  const tokens: Token[] = [];
  for (let i = start; i < end; ) {
    const found = words.get(text.charAt(i))?.find(({ word }) => i + word.length <= end && text.startsWith(word, i));
    if (found === undefined) {
      i++;
      continue;
    }
    tokens.push({ tag: found.tag, start: i, end: i + found.word.length });
    i += found.word.length;
  }
  return tokens;
}

export function isVerb(token: Token): boolean {
  return VERB_TAGS.has(token.tag);
}
