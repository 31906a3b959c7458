/** Scopes that find a number to be of less, or of something else, than its words say: a refusal, a class, some of the bodies, several outcomes. */
import { ACTING_BODIES, CLASS_BEFORE, REFUSAL, SIBLINGS } from '../lexicon/grammar.ts';
import { tagsOf } from './keywords.ts';
import type { Label } from './label.ts';
import type { Counts } from './productions.ts';

/** 法律法规禁止公开12件, 暂不公开3件: a word of refusal right before 公开. */
export function refused(label: Label, { text }: Counts): Label {
  const token = label.tokens.find((one) => (one.tag === 'publish' || one.tag === 'granted' || one.tag === 'information') && REFUSAL.test(text.slice(Math.max(0, one.start - 3), one.start)));
  return token === undefined ? label : ofNone(label);
}

/** 财务公开信息612条, 低保公开信息20条: a class stands before 公开, which is a part of its name. */
export function classBefore(label: Label, { text }: Counts): Label {
  const verb = label.tokens.find((token) => token.tag === 'publish' && text.startsWith('公开', token.start));
  return verb !== undefined && CLASS_BEFORE.test(text.slice(Math.max(0, verb.start - 4), verb.start)) ? ofNone(label) : label;
}

/** 已公开或部分公开53件: an outcome behind a joint has another before it, known or not. */
export function jointOutcome(label: Label, { text }: Counts, _index: number, from: number): Label {
  const first = label.tokens.find((token) => JOINED.has(SIBLINGS[token.tag] ?? ''));
  if (first === undefined || first.start >= label.right.start) return label;
  const joint = /(?:以及|或者|[、和与或]|(?<!涉)及)["“]?$/.exec(text.slice(Math.max(from, first.start - 3), first.start));
  if (joint === null) return label;
  const at = first.start - joint[0].length;
  return at > from && at > label.left.start && /[\u4e00-\u9fff"”)]/.test(text.charAt(at - 1)) ? ofNone(label) : label;
}

const JOINED: ReadonlySet<string> = new Set(['outcome', 'ground', 'result']);

/** 因投诉举报引发的43件: what led to what is counted. */
export function causedBy(label: Label, { text }: Counts): Label {
  const dispute = label.tokens.findLast((token) => SIBLINGS[token.tag] === 'dispute');
  return dispute !== undefined && /^而?(?:引发|引起|导致)/.test(text.slice(dispute.end, dispute.end + 3)) ? ofNone(label) : label;
}

/** 依申请公开政府信息4件: with no verb it may be asked for or handed out. */
export function onApplication(label: Label, { text }: Counts): Label {
  const token = label.tokens.find((one) => one.tag === 'app' && /^依申请公开(?:政府)?信息$/.test(text.slice(one.start, one.end)));
  return token !== undefined && label.tokens.every((one) => one === token || one.tag === 'skip') ? ofNone(label) : label;
}

/** 主办人大代表建议2件、协办5件: what is handled together with others is told apart. */
export function handledApart(label: Label, { text, span }: Counts): Label {
  if (!['congress', 'consultative', 'bothProposals'].some((tag) => label.tags.has(tag))) return label;
  const own = APART.exec(text.slice(label.left.start, label.left.end))?.[0];
  return own !== undefined && [...text.slice(span.start, span.end).matchAll(new RegExp(APART, 'g'))].some(([word]) => word !== own) ? ofNone(label) : label;
}

const APART = /主办|协办|会办|分办/;

/** 省级政策解读转载36件: what others wrote. */
export function reposted(label: Label, { text }: Counts): Label {
  return label.tags.has('interpretation') && /转载|转发/.test(text.slice(label.left.start, label.left.end)) ? ofNone(label) : label;
}

/** 仍有6个部门全年公开信息不足50条: what some of the bodies did. */
export function someBodies(label: Label, { text, quantities, span }: Counts, index: number): Label {
  const bodies = quantities[index - 1];
  if (bodies === undefined || !/^[个家]$/.test(bodies.unit ?? '') || label.tags.has('subset')) return label;
  const between = text.slice(bodies.end, quantities[index]!.start);
  if (!ACTING_BODIES.test(between) || /[,，;:、]/.test(between)) return label;
  const clause = text.slice(span.start, bodies.number);
  // 全县26个部门: all of them.
  if (/(?:全[省市县区州旗镇乡]|各|所有|全部|全体)[^,，;。]{0,6}$/.test(clause)) return label;
  return ofNone(label);
}

function ofNone(label: Label): Label {
  return { ...label, unknown: true, tags: new Set([...tagsOf(label.tokens), 'several']) };
}
