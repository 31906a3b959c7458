/** Coordinations: A、B和C with a number for each of them. */
import { PARTED, SIBLINGS } from '../lexicon/grammar.ts';
import { scanKeywords, within, type Token } from './keywords.ts';
import type { Span } from './sentence.ts';
import type { YearMark } from './years.ts';

/** One member of a coordination: its own words, and the tokens it shares with the others. */
export interface Conjunct {
  span: Span;
  tokens: readonly Token[];
  /** The year it is, where the members are years (2021年、2022年…分别为). */
  mark?: YearMark;
}

const JOINTS = /以及|[、和与及]/g;

/**
 * The last `count` members of the coordination that ends at `to`; `null` where what stands there is none of that many.
 * Members are of one class (`SIBLINGS`); what is of no class stands before the first or behind the last and belongs to all.
 */
export function conjunctsOf(
  text: string, tokens: readonly Token[], marks: readonly YearMark[], from: number, to: number, count: number,
): Conjunct[] | null {
  const inside = parted(text, within(tokens, from, to), from, to, count);
  const spans = spansOf(text, inside, from, to);
  const years = marks.filter((mark) => mark.at >= from && mark.at < to && !mark.since);
  if (years.length === count && (spans.length < count || years.every((mark, index) => index === 0 || adjacent(text, years[index - 1]!.at, mark.at)))) {
    return years.map((mark) => ({ span: { start: from, end: to }, tokens: inside, mark }));
  }
  if (spans.length < count) return null;
  const own = spans.map((span) => within(inside, span.start, span.end));
  const classes = new Set(own.at(-1)!.map((token) => SIBLINGS[token.tag]).filter((one) => one !== undefined));
  const fitting = [...classes].filter((name) => runLength(own, name) === count);
  if (fitting.length === 0) return null;
  const first = spans.length - count;
  const shared = inside.filter((token) => !fitting.includes(SIBLINGS[token.tag] ?? ''));
  return spans.slice(first).map((span, index) => {
    const mine = own[first + index]!.filter((token) => fitting.includes(SIBLINGS[token.tag] ?? ''));
    return { span: memberSpan(span, mine, index === 0 || index === count - 1), tokens: [...shared, ...mine].sort((a, b) => a.start - b.start) };
  });
}

/** The first and the last member carry what all share: of them only their own word is shown. */
function memberSpan(span: Span, mine: readonly Token[], outer: boolean): Span {
  return outer && mine.length > 0 ? { start: mine[0]!.start, end: mine.at(-1)!.end } : span;
}

/** How many members at the end of the coordination hold a word of a class. */
function runLength(own: readonly (readonly Token[])[], name: string): number {
  let length = 0;
  while (length < own.length && own[own.length - 1 - length]!.some((token) => SIBLINGS[token.tag] === name)) length++;
  return length;
}

/** 2021年、2022年: nothing but the year and a joint between two marks. */
function adjacent(text: string, one: number, other: number): boolean {
  return /^(?:\d{4}|[上去前今本]|二[○〇零]..)年?度?[、和与及,，]?$/.test(text.slice(one, other));
}

function spansOf(text: string, tokens: readonly Token[], from: number, to: number): Span[] {
  const spans: Span[] = [];
  let start = from;
  for (const match of text.slice(from, to).matchAll(JOINTS)) {
    const at = from + match.index;
    if (tokens.some((token) => token.start <= at && token.end > at && token.end - token.start > match[0].length)) continue;
    if (at > start) spans.push({ start, end: at });
    start = at + match[0].length;
  }
  if (to > start) spans.push({ start, end: to });
  return spans;
}

/** The tokens of a stretch, words of two members read as two where the list has a number for each. */
function parted(text: string, tokens: readonly Token[], from: number, to: number, count: number): Token[] {
  if (spansOf(text, tokens, from, to).length >= count) return [...tokens];
  return tokens.flatMap((token) => {
    if (!PARTED.has(token.tag)) return [token];
    const pieces: Token[] = [];
    let start = token.start;
    for (const match of text.slice(token.start, token.end).matchAll(JOINTS)) {
      pieces.push(...scanKeywords(text, start, token.start + match.index));
      start = token.start + match.index + match[0].length;
    }
    pieces.push(...scanKeywords(text, start, token.end));
    return pieces.length > 1 ? pieces : [token];
  });
}
