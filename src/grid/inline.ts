/**
 * What a cell prints, with the markup that stands inside cells resolved: HTML tags and entities, Markdown emphasis,
 * links and escapes, and the dollars around a number in mathematics.
 */
import { decodeHTML } from 'entities';
import { Content, trimRange, type Printed } from './content.ts';

export interface Markup {
  /** A backslash before punctuation is an escape. */
  escapes: boolean;
  /** A line break is a blank, as in HTML. */
  flowing: boolean;
}

export const MARKDOWN: Markup = { escapes: true, flowing: false };
export const PLAIN: Markup = { escapes: false, flowing: false };
export const HTML: Markup = { escapes: false, flowing: true };

/** The characters that may begin markup. */
const SPECIAL = specialCharacters('\\<&*_~`^[!$\n\r');
const LINE_SEPARATOR = 0x2028;

function specialCharacters(characters: string): Uint8Array {
  const marks = new Uint8Array(0x80);
  for (const char of characters) marks[char.charCodeAt(0)] = 1;
  return marks;
}

const TAG = /<(\/?)([a-zA-Z][a-zA-Z\d]*)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>|<(\/?)([a-zA-Z][a-zA-Z\d]*)([^<>]*)>/y;
const COMMENT = /<!--[^>]*-->/y;
const ENTITY = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,30});?/y;
const PUNCTUATION = /[!-/:-@[-`{-~]/;
const MATHEMATICS = /\$[ ]{0,3}([-+]?[\d.,]{1,20})[ ]{0,3}\$/y;
const LINK = /\[([^[\]\n]{0,200})\]\([^()\s]{0,300}\)/y;
const FOOTNOTE = /\[\^[^[\]\s]{1,20}\]/y;
const RAISED = /\^[^\s^|]{1,12}\^/y;

/** Elements whose text is no part of what a cell prints. */
const LEFT_OUT = new Set(['sup', 's', 'del', 'strike', 'script', 'style', 'template']);
const BLOCKS = new Set(['br', 'p', 'div', 'li', 'ul', 'ol', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'dd', 'dt', 'hr', 'center']);
const HIDDEN = /(?:^|[\s"'])hidden(?=$|[\s"'=/])|display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden/i;
/** How far the end of an emphasis may stand from its beginning. */
const REACH = 400;
const DEEPEST = 6;

/** Whether attributes hide their element. */
export function isHidden(attributes: string): boolean {
  return attributes !== '' && HIDDEN.test(attributes);
}

/** What stands between two offsets of the text, read as the content of a cell. Linear. */
export function readContent(text: string, start: number, end: number, markup: Markup): Printed {
  const place = trimRange(text, start, end);
  const { start: from, end: to } = place;
  if (from === to) return { start: from, end: to, text: '' };
  if (nextSpecial(text, from, to) === to) return { start: from, end: to, text: text.slice(from, to) };
  const content = new Content();
  resolve(text, place.start, place.end, markup, content, 0);
  return content.finish(place.start);
}

function resolve(text: string, start: number, end: number, markup: Markup, content: Content, depth: number): void {
  let at = start;
  while (at < end) {
    const next = nextSpecial(text, at, end);
    if (next > at) content.add(text.slice(at, next), at, next);
    if (next === end) return;
    at = special(text, next, end, markup, content, depth);
  }
}

function nextSpecial(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80 ? SPECIAL[code] === 1 : code === LINE_SEPARATOR) return at;
  }
  return end;
}

/** Reads what begins with a special character; the offset behind it. */
function special(text: string, at: number, end: number, markup: Markup, content: Content, depth: number): number {
  const char = text.charAt(at);
  const literal = (until = at + 1): number => {
    content.add(text.slice(at, until), at, until);
    return until;
  };
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    return found !== null && at + found[0].length <= end ? found : null;
  };
  const drop = (length: number): number => {
    content.drop(at, at + length);
    return at + length;
  };
  switch (char) {
    case '\n':
    case '\r':
    case '\u2028':
      if (markup.flowing) content.add(' ', at, at + 1);
      else content.break();
      return at + 1;
    case '\\':
      if (!markup.escapes || at + 1 >= end || !PUNCTUATION.test(text.charAt(at + 1))) return literal();
      content.add(text.charAt(at + 1), at, at + 2);
      return at + 2;
    case '&': {
      const entity = match(ENTITY)?.[0];
      if (entity === undefined) return literal();
      const decoded = decodeHTML(entity);
      if (decoded === entity) return literal();
      content.add(decoded, at, at + entity.length);
      return at + entity.length;
    }
    case '<':
      return tag(text, at, end, content, match);
    case '$': {
      const number = match(MATHEMATICS);
      if (number === null) return literal();
      content.add(number[1]!, at, at + number[0].length);
      return at + number[0].length;
    }
    case '^': {
      const raised = match(RAISED);
      return raised === null ? literal() : drop(raised[0].length);
    }
    case '!':
      return text.charAt(at + 1) === '[' ? at + 1 : literal();
    case '[': {
      const note = match(FOOTNOTE);
      if (note !== null) return drop(note[0].length);
      const link = match(LINK);
      if (link === null || depth >= DEEPEST) return literal();
      resolve(text, at + 1, at + 1 + link[1]!.length, markup, content, depth + 1);
      return at + link[0].length;
    }
    default:
      return emphasis(text, at, end, markup, content, depth) ?? literal();
  }
}

function tag(text: string, at: number, end: number, content: Content, match: (pattern: RegExp) => RegExpExecArray | null): number {
  const comment = match(COMMENT);
  if (comment !== null) return at + comment[0].length;
  const found = match(TAG);
  if (found === null) {
    content.add('<', at, at + 1);
    return at + 1;
  }
  const after = at + found[0].length;
  const name = (found[2] ?? found[5]!).toLowerCase();
  const closing = (found[1] ?? found[4]) === '/';
  if (BLOCKS.has(name)) content.break();
  const attributes = found[3] ?? found[6] ?? '';
  if (closing || attributes.endsWith('/') || name === 'br' || name === 'input' || name === 'img') return after;
  if (!LEFT_OUT.has(name) && !isHidden(attributes)) return after;
  const close = closeOf(text, name, after, end);
  content.drop(at, close);
  return close;
}

/** Offset behind the end tag of an element, or `end` where it is not closed. */
function closeOf(text: string, name: string, from: number, end: number): number {
  let open = 1;
  for (const found of text.slice(from, end).matchAll(new RegExp(`<(/?)${name}(?=[\\s/>])[^<>]*>`, 'gi'))) {
    open += found[1] === '/' ? -1 : 1;
    if (open === 0) return from + found.index + found[0].length;
  }
  return end;
}

/** Reads `**3**`, `*3*`, `__3__`, `_3_`, `` `3` `` (3) and `~~3~~` (nothing); `null` where none begins at `at`. */
function emphasis(text: string, at: number, end: number, markup: Markup, content: Content, depth: number): number | null {
  const char = text.charAt(at);
  let length = 1;
  while (length < 3 && text.charAt(at + length) === char && at + length < end) length++;
  if (char === '~' && length !== 2) return null;
  const mark = char.repeat(length);
  const from = at + length;
  const first = text.charAt(from);
  if (from >= end || first === char || first.trim() === '' || depth >= DEEPEST) return null;
  if (char === '_' && at > 0 && /[\da-zA-Z]/.test(text.charAt(at - 1))) return null;
  const within = text.slice(from, Math.min(end, from + REACH));
  for (let found = within.indexOf(mark); found >= 0; found = within.indexOf(mark, found + 1)) {
    const close = from + found;
    if (text.charAt(close - 1).trim() === '' || text.charAt(close + length) === char) continue;
    if (char === '_' && /[\da-zA-Z]/.test(text.charAt(close + length)) && close + length < end) continue;
    if (char === '~') content.drop(at, close + length);
    else if (char === '`') content.add(text.slice(from, close), from, close);
    else resolve(text, from, close, markup, content, depth + 1);
    return close + length;
  }
  return null;
}
