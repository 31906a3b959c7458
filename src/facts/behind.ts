/** Scopes that read what stands behind a number and its clause: where a case went to, what was held so many times. */
import { CARRIED_ON, SIBLINGS, TIMES_LEAD } from '../lexicon/grammar.ts';
import { tagsOf, within } from './keywords.ts';
import { RELATIVE, residue, type Label } from './label.ts';
import type { Counts, Reading } from './productions.ts';

/** 尚有4件未办结，结转下年度办理; 收到的2件尚在办理期限内，结转2023年办理: the clause behind says where they went. */
export function carriedNext(label: Label, { text, quantities, span, year }: Counts, index: number): Label {
  const quantity = quantities[index]!;
  if (label.tags.has('carriedForward') || label.tags.has('carriedOver') || !/^[件宗份起]$/.test(quantity.unit ?? '')) return label;
  const to = quantities[index + 1]?.start ?? span.end;
  const behind = CARRIED_ON.exec(text.slice(quantity.end, Math.min(to, quantity.end + 48)));
  if (behind === null || (behind[1] !== undefined && year !== null && Number(behind[1]) !== year + 1)) return label;
  const start = quantity.end;
  const tokens = [{ tag: 'carriedForward', start, end: start + behind[0].length }];
  return { ...label, tokens, tags: tagsOf(tokens), unknown: false };
}

/** 开展专题培训2期60人: who was trained stands right behind how often. */
export function peopleBehind(label: Label, { text, quantities }: Counts, index: number, _from: number, before: readonly Reading[]): Label {
  const last = quantities[index - 1];
  const previous = before.at(-1)?.label;
  if (last === undefined || previous === undefined || previous.unknown || !/^(?:人|人次|名)$/.test(quantities[index]!.unit ?? '')) return label;
  const trained = previous.tags.has('training') && !['attend', 'foreignTraining', 'meeting', 'future', 'subset'].some((tag) => previous.tags.has(tag));
  if (!trained || !/^[次场期班]/.test(last.unit ?? '')) return label;
  const { start, end } = quantities[index]!;
  const between = text.slice(Math.max(last.end, previous.right.end), start);
  if (!/^[、,，]?共?$/.test(between) && !(/^[、,，](?:约|共|累计)?有?$/.test(between) && /^[^,，;。]{0,6}(?:参加|参训|参与|受训)/.test(text.slice(end, end + 12)))) return label;
  const tokens = [{ tag: 'trainee', start: last.start, end: last.end }];
  return { ...label, tokens, tags: tagsOf(tokens), unknown: false };
}

/** 组织了3次由各科室参加的信息公开培训: of a noun that a clause describes, only the noun is counted. */
export function relativeClause(label: Label, { text }: Counts): Label {
  const { start, end } = label.right;
  const clause = RELATIVE.exec(text.slice(start, end));
  if (clause === null) return label;
  const noun = { start: start + clause[0].length, end };
  const behind = within(label.tokens, noun.start, end);
  if (!behind.some((token) => SIBLINGS[token.tag] === 'event')) return label;
  const kept = label.tokens.filter((token) => token.start < start || token.start >= noun.start);
  return { ...label, noun, tokens: kept, tags: tagsOf(kept), unknown: residue(text, behind, noun) };
}

/** 先后两次组织业务培训: how many times stands before what was done. */
export function timesBefore(label: Label, { text, tokens, quantities, span }: Counts, index: number): Label {
  const quantity = quantities[index]!;
  if (!/^[次场]$/.test(quantity.unit ?? '') || !TIMES_LEAD.test(text.slice(Math.max(span.start, quantity.start - 4), quantity.start))) return label;
  const to = quantities[index + 1]?.start ?? span.end;
  const clause = /^[^,，;。:]{0,32}/.exec(text.slice(quantity.end, to))![0];
  const behind = within(tokens, quantity.end, quantity.end + clause.length);
  if (behind[0]?.tag !== 'hold' || behind[0].start !== quantity.end) return label;
  const events = behind.filter((token) => token.tag !== 'skip' && token.tag !== 'gi');
  return { ...label, tokens: events, tags: tagsOf(events), unknown: false };
}
