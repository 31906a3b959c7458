/**
 * Printed lists and objects: JSON, the literals of Python and JavaScript, and arrays as numpy prints them. Reads on from
 * where one begins and keeps what is whole of it; blanks part elements as well as commas do.
 */
import { Content, type Printed } from './content.ts';
import type { Range } from './grid.ts';

export interface Scalar extends Printed {
  kind: 'scalar';
}

export interface List extends Range {
  kind: 'list';
  items: Literal[];
}

export interface Table extends Range {
  kind: 'object';
  entries: { key: Scalar; value: Literal }[];
}

export type Literal = Scalar | List | Table;

/** Nothing is nested deeper. */
const DEEPEST = 32;
const CLOSER: ReadonlyMap<string, string> = new Map([['[', ']'], ['(', ')'], ['{', '}']]);
const ESCAPES: ReadonlyMap<string, string> = new Map([['n', '\n'], ['r', '\n'], ['t', ' '], ['b', ''], ['f', ' ']]);
const BARE = /[^\s,:[\](){}"'`\\;#]+/y;
const CALL = /[A-Za-z_][\w.]{0,40}(?=\()/y;
/** Words that stand without quotes in lists; a sentence in brackets is none. */
const WORD = /^(?:[-+]?[\d.,]+(?:[eE][-+]?\d+)?|None|null|nil|undefined|NULL|NaN|nan|NaT|<NA>|True|False|true|false|\.\.\.|[-—–]+)$/;

interface Open {
  node: List | Table;
  closer: string;
  key: Scalar | null;
  /** Whether a comma, colon or bracket stands before what comes next. */
  called: boolean;
}

export interface Parsed {
  /** The literal, or what is whole of it. */
  value: Literal | null;
  /** Where reading ended: behind the literal, or at what fits none. */
  end: number;
  whole: boolean;
}

/** Reads the literal whose bracket stands at `start`. Linear: what is read once is not read again. */
export function readLiteral(text: string, start: number, limit: number): Parsed {
  const stack: Open[] = [];
  let at = start;
  let root: Literal | null = null;
  const add = (value: Literal): boolean => {
    const top = stack.at(-1);
    if (top === undefined) {
      root ??= value;
      return true;
    }
    if (top.node.kind === 'list') top.node.items.push(value);
    else if (top.key !== null) {
      top.node.entries.push({ key: top.key, value });
      top.key = null;
    } else if (value.kind === 'scalar') top.key = value;
    else return false;
    return true;
  };
  while (at < limit) {
    const char = text.charAt(at);
    if (char.trim() === '' || char === ',') {
      at++;
    } else if (char === ':') {
      if (stack.at(-1)?.node.kind !== 'object' || stack.at(-1)!.key === null) break;
      at++;
    } else if (CLOSER.has(char)) {
      if (stack.length >= DEEPEST) break;
      const node: List | Table = char === '{' ? { kind: 'object', start: at, end: at, entries: [] } : { kind: 'list', start: at, end: at, items: [] };
      if (!add(node)) break;
      stack.push({ node, closer: CLOSER.get(char)!, key: null, called: false });
      at++;
    } else if (char === ']' || char === ')' || char === '}') {
      const top = stack.pop();
      if (top?.closer !== char) break;
      at++;
      top.node.end = at;
      // {1, 2}: a set has keys alone.
      if (stack.length === 0) return { value: unwrap(root!), end: at, whole: true };
    } else if (char === '"' || char === "'") {
      const string = readString(text, at, limit);
      if (string === null || !add(string.value)) break;
      at = string.end;
    } else if (char === '#') {
      while (at < limit && text.charAt(at) !== '\n') at++;
    } else {
      CALL.lastIndex = at;
      const call = CALL.exec(text)?.[0];
      if (call !== undefined) {
        at += call.length;
        continue;
      }
      BARE.lastIndex = at;
      const word = BARE.exec(text)?.[0];
      if (word === undefined) break;
      if (/^[A-Za-z_]\w*=/.test(word)) {
        at += word.indexOf('=') + 1;
        continue;
      }
      const bare = /^[A-Za-z_]\w*$/.test(word) && stack.at(-1)?.node.kind === 'object';
      if (!bare && !WORD.test(word) && !wordBetweenCommas(text, at, at + word.length)) break;
      if (word !== '...' && !add({ kind: 'scalar', start: at, end: at + word.length, text: word })) break;
      at += word.length;
    }
  }
  for (const { node } of stack) node.end = at;
  return { value: unwrapped(root), end: Math.max(at, start + 1), whole: false };
}

/** A word that stands between comma and bracket, as a person writes a list. */
function wordBetweenCommas(text: string, start: number, end: number): boolean {
  let before = start - 1;
  while (before >= 0 && text.charAt(before) === ' ') before--;
  let behind = end;
  while (text.charAt(behind) === ' ') behind++;
  const opens = text.charAt(before) === '[';
  return (opens && text.charAt(behind) === ',') || (text.charAt(before) === ',' && ',]'.includes(text.charAt(behind)));
}

function unwrapped(value: Literal | null): Literal | null {
  return value === null ? null : unwrap(value);
}

/** `array([...], dtype=object)`: the first argument is the value. */
function unwrap(value: Literal): Literal {
  if (value.kind !== 'list' || value.items.length === 0) return value;
  const first = value.items[0]!;
  const rest = value.items.slice(1);
  return first.kind === 'list' && first.items.some((item) => item.kind !== 'scalar') && rest.every((item) => item.kind === 'scalar') ? first : value;
}

function readString(text: string, start: number, limit: number): { value: Scalar; end: number } | null {
  const quote = text.charAt(start);
  const content = new Content();
  let from = start + 1;
  for (let i = from; i < limit; i++) {
    const char = text.charAt(i);
    if (char === quote) {
      content.add(text.slice(from, i), from, i);
      return { value: { kind: 'scalar', ...content.finish(start + 1) }, end: i + 1 };
    }
    if (char === '\n' || i - start > 2000) return null;
    if (char !== '\\') continue;
    content.add(text.slice(from, i), from, i);
    const next = text.charAt(i + 1);
    const code = next === 'u' ? /^[\da-fA-F]{4}/.exec(text.slice(i + 2, i + 6))?.[0] : undefined;
    const length = code === undefined ? 2 : 6;
    const meant = code === undefined ? ESCAPES.get(next) ?? next : String.fromCharCode(Number.parseInt(code, 16));
    if (meant === '\n') content.break();
    else content.add(meant, i, i + length);
    i += length - 1;
    from = i + 1;
  }
  return null;
}
