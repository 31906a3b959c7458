/** What stands around a number: the words that say what it counts. */
import { BARE_LEAD, BARE_REAR, EXCEPT_END, EXISTS, SIBLINGS, STATES, STILL } from '../lexicon/grammar.ts';
import { isVerb, tagsOf, within, type Token } from './keywords.ts';
import type { Quantity } from './quantities.ts';
import { isDigit } from '../text/chars.ts';
import { isBoundary, type Span } from './sentence.ts';

export interface Label {
  /** Words of the clause before the number. */
  left: Span;
  /** The noun behind it (收到 3 件申请), empty where it stands before. */
  right: Span;
  /** The noun phrase counted. */
  noun: Span;
  tokens: readonly Token[];
  tags: ReadonlySet<string>;
  /** Whether the noun has words the lexicon does not know: then it is another, narrower thing. */
  unknown: boolean;
}

export const CHANNELS: ReadonlySet<string> = new Set(['gazette', 'website', 'weibo', 'wechat', 'newMedia', 'app2', 'otherWays', 'otherMedium']);
/** Behind a number these open a new statement, not its noun. */
const NO_NOUN = /^(?:[,，。;:、)(〔〕\]"]|均|全部|已|并|被|由|为|都|其|占|同比|较|比|等|以|且|和|及|与|,|左右|以上|次$)/;
/** 、 */
const JOINT = 0x3001;
const LEAD_WINDOW = 120;
/** A bracket longer than this is no aside. */
const HOLE = 40;

/**
 * What stands behind a number that has nothing before it: 有5件被维持, 40件办结, 除4件结转下年度外. `null` where a label stands before
 * it, or where what follows says nothing that is counted. `first`: whether nothing was counted before it in its sentence.
 */
export function rearLabel(text: string, tokens: readonly Token[], quantity: Quantity, from: number, to: number, first: boolean): Label | null {
  const next = text.charCodeAt(quantity.end);
  if (quantity.end >= to || isBoundary(next) || next === JOINT) return null;
  // 2件同意公开、1件不予公开: what stands before the joint is the other number's.
  const left = text.charAt(quantity.start - 1) === '、' ? quantity.start : clauseStart(text, from, quantity.start);
  const lead = text.slice(left, quantity.start);
  const exists = EXISTS.test(lead) || (!first && STILL.test(lead));
  // 征求意见后2件同意公开: words that name nothing counted stand before it, and its own behind.
  const bare = BARE_LEAD.test(lead) || exists;
  if (!bare && STILL.test(lead)) return null;
  if (!bare && within(tokens, left, quantity.start).some((token) => token.tag !== 'skip' && token.tag !== 'aboutApp')) return null;
  let end = quantity.end;
  while (end < to && !isBoundary(text.charCodeAt(end)) && text.charAt(end) !== '、') end++;
  if (end === quantity.end) return null;
  end = rearEnd(text, within(tokens, quantity.end, end), quantity.end, end);
  if (text.charAt(end - 1) === '外') end -= EXCEPT_END.exec(text.slice(quantity.end, end))?.[0].length ?? 0;
  const behind = within(tokens, quantity.end, end);
  const bareEnd = quantity.end + (BARE_REAR.exec(text.slice(quantity.end, end))?.[0].length ?? 0);
  // 涉及 of 涉及政府信息公开 is a part of that word.
  const start = behind.find((token) => token.start < bareEnd && token.end > bareEnd)?.start ?? bareEnd;
  if (!behind.some((token) => STATES.has(token.tag)) || (!bare && (behind[0]!.start > quantity.end || !STATES.has(behind[0]!.tag)))) return null;
  // 其中十件已答复 says how far its members are, not how many were answered.
  if (lead.includes('其中') && /^(?:均|都)?已/.test(text.slice(quantity.end, end)) && behind.every((token) => token.tag === 'replied' || token.tag === 'skip')) return null;
  const rear = { start: quantity.end, end };
  return {
    left: { start: left, end: quantity.start },
    right: rear,
    noun: rear,
    tokens: behind,
    tags: new Set(behind.map((token) => token.tag)),
    unknown: !bare || residue(text, behind, { start: Math.min(start, behind.find((token) => STATES.has(token.tag))!.start), end }),
  };
}

/** Where the words behind a number turn to something else: 申请顺延到下年度|答复, 兼职人员|负责此项工作. */
function rearEnd(text: string, behind: readonly Token[], start: number, end: number): number {
  let said = false;
  let settled = false;
  for (const token of behind) {
    const state = STATES.has(token.tag);
    if (said && (state ? settled && isVerb(token) : isVerb(token))) return token.start;
    if (token.start > start && token.end - token.start === 1 && '并且'.includes(text.charAt(token.start))) return token.start;
    said ||= state;
    settled ||= SETTLED.has(SIBLINGS[token.tag] ?? '');
    // 2件不属于本机关职责|告知其向有关部门申请: what was done about it.
    if (settled && SETTLED.has(SIBLINGS[token.tag] ?? '') && DONE_ABOUT.test(text.slice(token.end, token.end + 4))) return token.end;
  }
  return end;
}

const DONE_ABOUT = /^(?:,|，)?(?:已|均|并)?(?:告知|建议|引导|转送|移送|移交)/;
/** Classes of words behind which a case is done with. */
const SETTLED: ReadonlySet<string> = new Set(['outcome', 'result', 'stage']);

/** Reads the label of a quantity. `from` is where the previous quantity ended, `to` where the next begins. */
export function labelOf(text: string, tokens: readonly Token[], quantity: Quantity, from: number, to: number): Label {
  let left = leftBound(text, from, quantity.start);
  let inside = within(tokens, left, quantity.start);
  // 全年，共 20 条 : a clause that names nothing is read with the one before it.
  let some = false;
  for (let tries = 0; tries < 3 && left > from && !isDigit(text.charCodeAt(left - 2)) && !names(text, inside, left, quantity.start); tries++) {
    // 收到的申请中，有33件是关于…的: some of them, told by what they are about.
    some ||= text.charAt(left - 2) === '中';
    left = leftBound(text, from, left - 1);
    inside = within(tokens, left, quantity.start);
  }
  const hole = holeBefore(text, from, quantity.start);
  // 诉讼（复议后起诉）0件: of one kind of suits, though the kind stands in a bracket.
  if (hole !== null) inside = inside.filter((token) => token.end <= hole.start || token.tag === 'suitKind' || token.tag === 'instance');
  const end = hole?.start ?? quantity.start;
  const verbs = inside.filter(isVerb);
  const verb = verbs.at(-1);
  const nounStart = verb?.end ?? firstNoun(inside)?.start ?? left;
  const nounInside = inside.filter((token) => token.start >= nounStart);
  const leftEmpty = verb !== undefined && !names(text, nounInside, nounStart, end);
  let right: Span = { start: quantity.end, end: quantity.end };
  if ((leftEmpty || (verb === undefined && !names(text, inside, left, end))) && opensNoun(text, quantity.end)) {
    right = { start: quantity.end, end: rightBound(text, quantity.end, to, tokens) };
  }
  const behind = within(tokens, right.start, right.end);
  const lead = leadChannels(tokens, from, left);
  // Of several verbs the last says what was done: 公开包括…要求公开的政府信息 881 条.
  const all = [...lead, ...inside.filter((token) => token.tag !== 'verb' || token === verb), ...behind];
  const hasRight = right.end > right.start;
  const noun = hasRight ? right : { start: nounStart, end };
  const counted = hasRight || verb !== undefined ? noun : { start: left, end };
  return {
    left: { start: left, end },
    right,
    noun: counted,
    tokens: all,
    tags: new Set(all.map((token) => token.tag)),
    unknown: some || residue(text, hasRight ? behind : nounInside, noun) || strangeSubject(text, inside, verb),
  };
}

/** 财政信息主动公开 12 条: the noun before the verb carries words that make it a class of its own. */
function strangeSubject(text: string, inside: readonly Token[], verb: Token | undefined): boolean {
  if (verb === undefined || (verb.tag !== 'publish' && verb.tag !== 'proactive')) return false;
  const index = inside.lastIndexOf(verb);
  const noun = inside[index - 1];
  if (noun === undefined || noun.end !== verb.start || noun.tag !== 'information') return false;
  const before = inside[index - 2];
  if (before !== undefined && before.end === noun.start) return before.tag === 'foreign' || before.tag === 'categoryWord';
  return /[\u4e00-\u9fff]/.test(text.charAt(noun.start - 1)) && noun.end - noun.start === 2;
}

export function leftBound(text: string, from: number, at: number): number {
  let start = at;
  // A colon or bracket right before the number belongs to its label: 政府信息数：25 条.
  const hole = holeBefore(text, from, start);
  if (hole !== null) start = hole.start;
  else if (start > from && isBoundary(text.charCodeAt(start - 1))) start--;
  return clauseStart(text, from, start);
}

/** A bracket right before the number: 其他处理（含撤回）3 件. */
function holeBefore(text: string, from: number, at: number): Span | null {
  if (text.charAt(at - 1) !== ')') return null;
  const least = Math.max(from, at - HOLE + 1);
  const open = text.slice(least, at).lastIndexOf('(');
  return open >= 0 ? { start: least + open, end: at } : null;
}

/** Where the clause begins in which `at` stands. */
export function clauseStart(text: string, from: number, at: number): number {
  let start = at;
  while (start > from && !isBoundary(text.charCodeAt(start - 1))) start--;
  return start;
}

function opensNoun(text: string, at: number): boolean {
  return !NO_NOUN.test(text.slice(at, at + 4)) || RELATIVE.test(text.slice(at, at + 28));
}

/** A clause that describes a noun, up to its 的. */
export const RELATIVE = /^(?:由|面向|针对|为)[^,，;。:的]{2,24}的/;

function rightBound(text: string, from: number, to: number, tokens: readonly Token[]): number {
  let end = from;
  while (end < to && !isBoundary(text.charCodeAt(end)) && text.charAt(end) !== '、') end++;
  // 3次由各科室参加的培训: verbs of a clause that describes the noun do not end it.
  const described = RELATIVE.exec(text.slice(from, end));
  // 新收52件办结49件: behind a verb of its own another begins the next count.
  if (isDigit(text.charCodeAt(to)) && within(tokens, from, end).some((token) => token.start === from && SIBLINGS[token.tag] === 'stage' && token.end === to)) return from;
  for (const token of within(tokens, from + (described === null ? 1 : described[0].length), end)) {
    if (isVerb(token) || (token.end - token.start === 1 && '并且均已和'.includes(text.charAt(token.start)))) return token.start;
  }
  return end;
}

function firstNoun(tokens: readonly Token[]): Token | undefined {
  return tokens.find((token) => token.tag !== 'skip' && token.tag !== 'via' && !CHANNELS.has(token.tag) && !isVerb(token)) ?? tokens.find((token) => CHANNELS.has(token.tag));
}

/** Whether a stretch names anything: a token that is no filler, or a word unknown to the lexicon that is no date. */
function names(text: string, tokens: readonly Token[], start: number, end: number): boolean {
  if (tokens.some((token) => token.tag !== 'skip' && token.tag !== 'difference' && token.tag !== 'future')) return true;
  return residue(text, tokens, { start, end });
}

const DATE = /(?:\d{4}年度?|\d+月份?|\d+日|至|起|止|截至|截止|底|末|[\d.年月日—–-])+/g;

/** Whether a stretch holds words that no token covers. */
export function residue(text: string, tokens: readonly Token[], span: Span): boolean {
  let at = span.start;
  let rest = '';
  for (const token of tokens) {
    if (token.start < at) continue;
    rest += text.slice(at, token.start);
    at = token.end;
  }
  rest += text.slice(at, Math.max(at, span.end));
  return /[\u4e00-\u9fffA-Za-z]/.test(rest.slice(0, 200).replace(DATE, ''));
}

/** Channels of a leading clause: 通过网站、微信等渠道，公开信息 30 条. */
function leadChannels(tokens: readonly Token[], from: number, left: number): Token[] {
  const start = Math.max(from, left - LEAD_WINDOW);
  if (left - start < 4) return [];
  const ahead = within(tokens, start, left);
  const via = ahead.findLastIndex((token) => token.tag === 'via');
  return via < 0 ? [] : ahead.slice(via).filter((token) => CHANNELS.has(token.tag));
}

/** A label with other tokens. */
export function withTokens(label: Label, tokens: readonly Token[]): Label {
  return { ...label, tokens, tags: tagsOf(tokens) };
}
