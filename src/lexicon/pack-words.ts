/** Packs the lexicon of counts for `keyword-graph.ts`, which `npm run keywords` writes; nothing at run time needs it. */
import { fold } from '../text/fold.ts';
import { KEYWORDS, TABLE_WORDS } from './keywords.ts';
import { BASE, type PackedWords } from './word-graph.ts';

interface State {
  edges: Map<number, State>;
  /** From 1 on; 0 where no word ends. */
  value: number;
  number: number;
}

const newState = (): State => ({ edges: new Map(), value: 0, number: -1 });

/** Packs words, each with a value from 1 on; of a word that comes twice the first value counts. */
export function packWords(words: Iterable<readonly [string, number]>): PackedWords {
  const root = newState();
  for (const [word, value] of words) {
    let state = root;
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(i);
      let next = state.edges.get(code);
      if (next === undefined) state.edges.set(code, (next = newState()));
      state = next;
    }
    if (state.value === 0) state.value = value;
  }
  return packed(minimal(root, new Map()));
}

/** The one state of all that have the same value and lead to the same states. Words are short: the recursion is. */
function minimal(state: State, known: Map<string, State>): State {
  for (const [code, next] of state.edges) state.edges.set(code, minimal(next, known));
  const key = [state.value, ...sorted(state).map(([code, next]) => `${code}>${next.number}`)].join(' ');
  const same = known.get(key);
  if (same !== undefined) return same;
  state.number = known.size;
  known.set(key, state);
  return state;
}

function sorted({ edges }: State): [number, State][] {
  return [...edges].sort(([a], [b]) => a - b);
}

function packed(root: State): PackedWords {
  const order = [root];
  const seen = new Map([[root, 0]]);
  const parts: PackedWords = { states: '', letters: '', targets: '' };
  for (const state of order) {
    const edges = sorted(state);
    parts.states += String.fromCharCode(BASE + edges.length, BASE + state.value);
    for (const [code, next] of edges) {
      let number = seen.get(next);
      if (number === undefined) {
        seen.set(next, (number = order.length));
        order.push(next);
      }
      parts.letters += String.fromCharCode(code);
      parts.targets += String.fromCharCode(BASE + number);
    }
  }
  return parts;
}

/** `src/lexicon/keyword-graph.ts` as text. */
export function keywordGraphText(): string {
  const tags: string[] = [];
  const words: [string, number][] = [];
  const add = (lists: Readonly<Record<string, string>>, mark: string): void => {
    for (const [tag, list] of Object.entries(lists)) {
      tags.push(tag + mark);
      for (const word of list.trim().split(/\s+/)) words.push([fold(word), tags.length]);
    }
  };
  add(TABLE_WORDS, '!');
  add(KEYWORDS, '');
  const { states, letters, targets } = packWords(words);
  return `/** The words of \`keywords.ts\` as a graph. Made by: npm run keywords */
import type { PackedWords } from './word-graph.ts';

/** The tags by their numbers from 1 on; those of the form's own words end in \`!\`. */
export const KEYWORD_TAGS = '${tags.join(' ')}';

export const KEYWORD_GRAPH: PackedWords = {
  states: ${JSON.stringify(states)},
  letters: ${JSON.stringify(letters)},
  targets: ${JSON.stringify(targets)},
};
`;
}
