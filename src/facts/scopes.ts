/**
 * What reaches a number from farther than its own clause, and what stands in its clause without being counted: a shared verb,
 * actor or channel, a cause, a description. Each scope takes a label and gives it back, changed or not.
 */
import { ATTEND_LEAD, CAUSE_LEAD, CHANNEL_ROLE, SENT_LEAD, SENT_REAR, SIBLINGS, TAKES_PART } from '../lexicon/grammar.ts';
import { RATE_UNITS } from '../lexicon/units.ts';
import { amongDisputes, narrower } from './among.ts';
import { carriedNext, peopleBehind, relativeClause, timesBefore } from './behind.ts';
import { isVerb, within } from './keywords.ts';
import { CHANNELS, clauseStart, withTokens, type Label } from './label.ts';
import { causedBy, classBefore, handledApart, jointOutcome, onApplication, refused, reposted, someBodies } from './narrowing.ts';
import type { Counts, Reading } from './productions.ts';
import type { Quantity } from './quantities.ts';

export type Scope = (label: Label, counts: Counts, index: number, from: number, before: readonly Reading[]) => Label;

/** 制定政府规章0件，规范性文件14件: the verb of the first document is that of the next ones. */
function sharedVerb(label: Label, { text, quantities }: Counts, index: number, from: number, before: readonly Reading[]): Label {
  const previous = before.at(-1)?.label;
  if (previous === undefined || !label.tokens.some((token) => SIBLINGS[token.tag] === 'document')) return label;
  if (label.tokens.some(isVerb) || label.tags.has('subset') || !/^[,，、]?(?:行政)?$/.test(text.slice(quantities[index - 1]!.end, firstStart(label)))) return label;
  const taken = previous.tokens.filter((token) => isVerb(token) || CHANNELS.has(token.tag));
  if (from > label.left.start || !taken.some((token) => token.tag === 'issue' || token.tag === 'publish' || token.tag === 'proactive')) return label;
  return withTokens(label, [...taken, ...label.tokens]);
}

/** 制发规范性文件22件，主动公开22件: a verb without an object has that of the clause before. */
function sharedObject(label: Label, { text, quantities }: Counts, index: number, from: number, before: readonly Reading[]): Label {
  const previous = before.at(-1)?.label;
  const [last, quantity] = [quantities[index - 1], quantities[index]!];
  if (previous === undefined || last === undefined || last.unit !== quantity.unit || quantity.value > last.value || label.right.end > label.right.start) return label;
  if (label.tokens.some((token) => token.tag !== 'proactive' && token.tag !== 'publish' && token.tag !== 'skip') || !previous.tags.has('issue')) return label;
  if (!/^[,，、](?:其中|均|已|全部)*(?:主动|对外|向社会)?公开(?:了)?$/.test(text.slice(last.end, quantity.start)) || from > label.left.start) return label;
  const objects = previous.tokens.filter((token) => SIBLINGS[token.tag] === 'document' || token.tag === 'otherDocuments');
  return objects.length === 1 ? withTokens(label, [...label.tokens, objects[0]!]) : label;
}

/** 通过政府网站提交的92件: what is brought forward through a site is asked online. */
function throughSite(label: Label, { text, quantities }: Counts, index: number): Label {
  const site = label.tokens.find((token) => token.tag === 'website');
  if (site === undefined || label.tags.has('publish') || label.tags.has('proactive')) return label;
  if (!/^[^,，;。:()\d]{0,8}(?:提交|提出|递交|发起|申请)(?:申请)?的?(?:有|为)?$/.test(text.slice(site.end, quantities[index]!.start))) return label;
  return withTokens(label, label.tokens.map((token) => (token === site ? { ...token, tag: 'online' } : token)));
}

/** 被法院判决败诉的政府信息公开案件0件: who decided says which kind of dispute it was. */
function byCourt(label: Label, { text }: Counts): Label {
  if (label.tags.has('recon') || label.tags.has('lit') || !(label.tags.has('gi') || label.tags.has('replied') || label.tags.has('app'))) return label;
  const result = label.tokens.find((token) => SIBLINGS[token.tag] === 'result' && token.tag !== 'otherResult' && token.tag !== 'pending');
  if (result === undefined) return label;
  const words = text.slice(label.left.start, result.end);
  const judged = /法院|判决|败诉/.test(words);
  if (judged === words.includes('复议')) return label;
  const kept = label.tokens.filter((token) => token.tag !== 'replied' && token.tag !== 'app' && token.tag !== 'foreign');
  return withTokens(label, [...kept, { tag: judged ? 'lit' : 'recon', start: result.start, end: result.start }]);
}

/** 通过县公众信息网公开信息3200条: a medium the lexicon does not know is a site where it is called a net, and else no number of all. */
function namedMedium(label: Label, { text }: Counts): Label {
  const via = label.tokens.findIndex((token) => token.tag === 'via');
  const verb = label.tokens.findIndex((token, at) => at > via && (token.tag === 'publish' || token.tag === 'proactive'));
  if (via < 0 || verb < 0 || label.tokens.some((token) => CHANNELS.has(token.tag))) return label;
  const { end: from } = label.tokens[via]!;
  const { start: to } = label.tokens[verb]!;
  const name = text.slice(from, to);
  if (SITE.test(name)) return withTokens(label, [...label.tokens.slice(0, verb), { tag: 'website', start: to - 1, end: to }, ...label.tokens.slice(verb)]);
  return label;
}

const SITE = /[\u4e00-\u9fff]网(?:站|页)?(?:平台)?["”]?(?:主动|向社会|对外|累计|共)*$/;

/** 共有6人次提出申请: who brings an application forward is heard from. */
function broughtForward(label: Label, { text, quantities }: Counts, index: number): Label {
  const { end } = quantities[index]!;
  if (label.right.start !== end || label.right.end === end || label.tags.has('recv')) return label;
  if (!/^(?:群众|公民|申请人)?(?:提出|提交|递交)/.test(text.slice(end, end + 6))) return label;
  const behind = label.tokens.filter((token) => token.start >= end);
  return behind.some((token) => token.tag === 'request' || token.tag === 'app') ? withTokens(label, [...label.tokens, { tag: 'recv', start: end, end: behind[0]!.end }]) : label;
}

/** 主要负责同志出席新闻发布会2场，接受在线访谈1次: one actor over two verbs. */
function sharedActor(label: Label, { text, quantities }: Counts, index: number, _from: number, before: readonly Reading[]): Label {
  const previous = before.at(-1)?.label;
  if (previous === undefined || label.tags.has('principal') || !(label.tags.has('press') || label.tags.has('interview'))) return label;
  const actor = previous.tokens.find((token) => token.tag === 'principal');
  const between = text.slice(quantities[index - 1]!.end, quantities[index]!.start);
  return actor !== undefined && ATTEND_LEAD.test(between) ? withTokens(label, [actor, ...label.tokens]) : label;
}

/** 县长、副县长等县领导参加访谈3次: one among others who did it. */
function amongLeaders(label: Label, { text }: Counts): Label {
  const actor = label.tokens.find((token) => token.tag === 'principal');
  return actor !== undefined && /^(?:[、和及与]|等)/.test(text.slice(actor.end, actor.end + 1)) ? withTokens(label, label.tokens.filter((token) => token !== actor)) : label;
}

/** 政府网站发挥主渠道作用，全年发布信息4120条: a channel that a clause before is about. */
function channelSubject(label: Label, { text, tokens, quantities, span }: Counts, index: number, from: number): Label {
  if (!label.tags.has('publish') || !label.tags.has('information') || label.tokens.some((token) => CHANNELS.has(token.tag))) return label;
  const start = clauseStart(text, from, label.left.start);
  const least = index === 0 ? span.start : quantities[index - 1]!.end;
  const ahead = text.slice(least, start);
  const about = within(tokens, least, start).filter((token) => CHANNELS.has(token.tag));
  if (about.length !== 1 || !(CHANNEL_ROLE.test(ahead) || ahead === `${text.slice(about[0]!.start, about[0]!.end)}:`) || /[共总合]|累计/.test(text.slice(start, quantities[index]!.start))) return label;
  const channel = about[0]!;
  const subject = within(tokens, least, channel.start).every((token) => token.tag === 'skip');
  return subject && channel.start - least < 12 ? withTokens(label, [channel, ...label.tokens]) : label;
}

/** 因不服政府信息公开答复被申请行政复议4件, 对申请答复不服提起诉讼: what led to a dispute is not what is counted. */
function cause(label: Label, { text }: Counts): Label {
  const dispute = label.tokens.find((token) => token.tag === 'recon' || token.tag === 'lit' || token.tag === 'complaint');
  if (dispute === undefined || !CAUSE_LEAD.test(text.slice(label.left.start, dispute.start))) return label;
  const kept = label.tokens.filter((token) => token.start >= dispute.start || !['stage', 'outcome', 'ground'].includes(SIBLINGS[token.tag] ?? ''));
  return kept.length === label.tokens.length ? label : withTokens({ ...label, unknown: false }, kept);
}

/** 申请人为自然人的申请, 以我办为被申请人的行政复议: a description, not 申请人 themselves. */
function description(label: Label, { text }: Counts): Label {
  const kept = label.tokens.filter((token) => token.tag !== 'aboutApp' || !(DESCRIBES.test(text.slice(token.end, token.end + 3)) || text.charAt(token.start - 1) === '被' || text.startsWith('告知', token.start - 2)));
  return kept.length === label.tokens.length ? label : withTokens(label, kept);
}

const DESCRIBES = /^(?:(?:身份)?[为是系的]|通过|以|采[取用]|直接|提出|要求|提交|涉及|属于|不)/;

/** 镇（街道）受理申请40件: an actor whose name ends with a bracket, which parts clauses elsewhere. */
function bracketActor(label: Label, { text, tokens }: Counts, _index: number, from: number): Label {
  if (text.charAt(label.left.start - 1) !== ')') return label;
  const open = text.slice(Math.max(from, label.left.start - 24), label.left.start).lastIndexOf('(');
  // 县本级(县政府及县政府办公室)受理21件: the actor stands before the bracket.
  const aside = open < 0 ? -1 : Math.max(from, label.left.start - 24) + open;
  const actor = within(tokens, Math.max(from, label.left.start - 40), label.left.start).findLast((token) => token.end === label.left.start || token.end === aside);
  return actor?.tag === 'subset' ? withTokens(label, [actor, ...label.tokens]) : label;
}

/** 通过门户网站信息公开专栏公开信息: a column that names where on the site. */
function place(label: Label, { text }: Counts): Label {
  const column = label.tokens.findIndex((token) => token.tag === 'column');
  if (column < 0) return label;
  const verb = label.tokens[column + 1];
  const site = label.tokens.slice(0, column).some((token) => token.tag === 'website');
  const via = label.tokens.slice(0, column).some((token) => token.tag === 'via') || /在[^,，;]{0,12}$/.test(text.slice(label.left.start, label.tokens.find((token) => token.tag === 'website')?.start));
  if (!site || !via || verb === undefined || !(verb.tag === 'publish' || verb.tag === 'proactive')) return label;
  return withTokens(label, label.tokens.filter((_, index) => index !== column));
}

/** 政务服务中心受理申请20431件，办结20400件: applications for services. */
function serviceHall(label: Label, { text, tokens, quantities, span }: Counts, index: number): Label {
  if (label.tags.has('app') || !['recv', 'closed', 'replied', 'request', 'onTime'].some((tag) => label.tags.has(tag))) return label;
  if (!tokens.some((token) => token.tag === 'hall')) return label;
  const { start: at } = quantities[index]!;
  const semicolon = text.slice(span.start, at).lastIndexOf(';');
  const ahead = within(tokens, span.start + semicolon + 1, at);
  const hall = ahead.findLastIndex((token) => token.tag === 'hall');
  return hall < 0 || ahead.slice(hall).some((token) => token.tag === 'app') ? label : withTokens(label, [...label.tokens, { ...ahead[hall]!, tag: 'foreign' }]);
}

/** 公民、法人和其他组织提出的申请: everybody who can apply is no kind of applicant. */
function everybody(label: Label, { text }: Counts): Label {
  const natural = label.tokens.find((token) => token.tag === 'naturalPerson');
  const other = label.tokens.find((token) => token.tag === 'organization');
  if (natural === undefined || other === undefined || !/^[、和,，及]$/.test(text.slice(natural.end, other.start)) || !text.slice(other.start, other.end).includes('组织')) return label;
  return ['app', 'request', 'consult'].some((tag) => label.tags.has(tag)) ? withTokens(label, label.tokens.filter((token) => token !== natural && token !== other)) : label;
}

/** 非政府信息、信息不存在10件: one number of several outcomes is of none of them. */
function several(label: Label, { text }: Counts): Label {
  const words = label.tokens.filter((token) => token.tag !== 'skip');
  const listed = words.some((token, index) => {
    const next = words[index + 1];
    if (next === undefined || next.tag === token.tag) return false;
    const marked = token.tag === 'app' && next.tag === 'denied';
    if (!marked && !(ONE_EACH.has(SIBLINGS[token.tag] ?? '') && ONE_EACH.has(SIBLINGS[next.tag] ?? ''))) return false;
    if (OF_ONE.has(token.tag) && OF_ONE.has(next.tag)) return false;
    return /^["”的申请方式情形]{0,4}(?:[、和与及或]|以及|或者)["“]?$/.test(text.slice(token.end, next.start));
  });
  return listed ? { ...label, unknown: true, tags: new Set([...label.tags, 'several']) } : label;
}

const ONE_EACH: ReadonlySet<string> = new Set(['outcome', 'ground', 'result', 'applicant', 'way', 'staff']);
/** 维持或驳回 is one outcome of a suit. */
const OF_ONE: ReadonlySet<string> = new Set(['upheld', 'dismissed']);

/** 选派4人次参加上级培训: who is sent to a training is trained. */
function sent(label: Label, { text, tokens, quantities, span }: Counts, index: number, from: number): Label {
  const quantity: Quantity = quantities[index]!;
  if (!/^(?:人|人次|名|位)$/.test(quantity.unit ?? '')) return label;
  const to = quantities[index + 1]?.start ?? span.end;
  const rear = /^[^,，;。]{0,40}/.exec(text.slice(quantity.end, to))![0];
  const behind = within(tokens, quantity.end, quantity.end + rear.length);
  if (!(SENT_LEAD.test(text.slice(from, quantity.start)) ? SENT_REAR : TAKES_PART).test(rear) || !behind.some((token) => token.tag === 'training' || token.tag === 'trainee') || behind.some((token) => token.tag === 'foreignTraining')) return label;
  return withTokens({ ...label, unknown: false }, [{ tag: 'trainee', start: quantity.end, end: quantity.end + rear.length }]);
}

/** 2021年结转的4件, 结转2023年继续办理3件, 办结22件、结转1件: from or to which year. */
export function carry(label: Label, { text, quantities, year }: Counts, index: number, _from: number, before: readonly Reading[]): Label {
  const at = label.tokens.findIndex((token) => token.tag === 'carry');
  if (at < 0) return label;
  const token = label.tokens[at]!;
  const to = /^(?:至|到|入)?(\d{4})年/.exec(text.slice(token.end, token.end + 8)) ?? /^(?:至|到|入)(\d{4})年/.exec(text.slice(quantities[index]!.end, quantities[index]!.end + 8));
  const from = /(\d{4})年度?$/.exec(text.slice(Math.max(0, token.start - 6), token.start));
  const done = before.some(({ label: { tags } }) => tags.has('closed') || tags.has('replied') || tags.has('onTime'));
  let tag: string | null = null;
  if (to !== null) tag = year === null || Number(to[1]) === year + 1 ? 'carriedForward' : null;
  else if (from !== null) tag = year === null || Number(from[1]) === year - 1 ? 'carriedOver' : null;
  else if (done && label.tokens.every((one) => one.tag === 'carry' || one.tag === 'skip' || one.tag === 'request' || one.tag === 'app')) tag = 'carriedForward';
  if (tag === null) return label;
  return withTokens({ ...label, unknown: false }, label.tokens.map((one, place) => (place === at ? { ...one, tag: tag } : one)));
}

/** 网站占1120条: with a count, 占 is no share. */
function countedShare(label: Label, { quantities }: Counts, index: number): Label {
  const quantity = quantities[index]!;
  const last = label.tokens.findLast((token) => token.end <= quantity.start);
  if (last?.tag !== 'share' || last.end !== quantity.start || quantity.unit === null || RATE_UNITS.has(quantity.unit)) return label;
  return withTokens(label, label.tokens.filter((token) => token !== last));
}

/** 维持3件、纠正1件、其他2件: what is left of a list of results. */
function restOfResults(label: Label, _counts: Counts, _index: number, _from: number, before: readonly Reading[]): Label {
  if (label.unknown || !label.tags.has('rest') || label.tokens.some((token) => token.tag !== 'rest' && token.tag !== 'skip')) return label;
  if (before.at(-1)?.label.tokens.some((token) => SIBLINGS[token.tag] === 'result') !== true) return label;
  return withTokens(label, label.tokens.map((token) => (token.tag === 'rest' ? { ...token, tag: 'otherResult' } : token)));
}

/** 其中区政府收到87件，街道办事处收到82件: a body that is named within a whole is a part of it. */
function actorOfPart(label: Label, { text, span }: Counts, index: number): Label {
  if (label.tags.has('subset')) return label;
  const start = text.charAt(label.left.start) === ' ' ? label.left.start + 1 : label.left.start;
  const actor = PART_ACTOR.exec(text.slice(start, start + 32));
  if (actor === null || text.slice(start, start + actor[0].length).includes('全')) return label;
  const ahead = text.slice(span.start, start + 4);
  const within = ahead.lastIndexOf('其中');
  // 除县公安局收到8件外: an exception is a part as well.
  const excepted = /(?:^|[,，;])除$/.test(text.slice(span.start, start)) || text.charAt(start) === '除';
  if (!excepted && (within < 0 || (index === 0 && within > 2))) return label;
  // 不属于本行政机关公开15件 begins with no actor.
  const end = start + actor[0].length;
  if (label.tokens.some((token) => SIBLINGS[token.tag] !== undefined && token.start < end)) return label;
  return withTokens(label, [{ tag: 'subset', start, end }, ...label.tokens]);
}

/** 县政府办公室受理33件: whether a body that is not all of those who report stands at the head of the clause. */
export function namesBody(text: string, label: Label): boolean {
  const actor = PART_ACTOR.exec(text.slice(label.left.start, label.left.start + 32));
  return actor !== null && !/[全我本各]/.test(actor[0]);
}

/** 通过邮寄、网络等方式提出的申请58件: ways that are only examples leave the number of all. */
function anyWay(label: Label, { text }: Counts): Label {
  if (!(label.tags.has('app') || label.tags.has('request'))) return label;
  const ways = label.tokens.filter((token) => SIBLINGS[token.tag] === 'way' || token.tag === 'email');
  const last = ways.at(-1);
  if (last === undefined || ways.length < 2 || !/^等/.test(text.slice(last.end, last.end + 1))) return label;
  return withTokens(label, label.tokens.filter((token) => !ways.includes(token)));
}

/** 网站总浏览量达到153.7万次，发布信息2760条: what the channel of a count of visits published. */
function ofVisited(label: Label, { text, quantities }: Counts, index: number, _from: number, before: readonly Reading[]): Label {
  if (!label.tags.has('publish') || !label.tags.has('information') || label.tokens.some((token) => CHANNELS.has(token.tag)) || before.length === 0) return label;
  if (!before.every((one) => ['visit', 'followers', 'mean'].some((tag) => one.label.tags.has(tag))) || /[共总合]|累计/.test(text.slice(label.left.start, quantities[index]!.start))) return label;
  const named = before.flatMap((one) => one.label.tokens.filter((token) => CHANNELS.has(token.tag)));
  return new Set(named.map((token) => token.tag)).size === 1 ? withTokens(label, [named[0]!, ...label.tokens]) : label;
}

/** 公开21份、部分公开5份: the bare word beside its siblings is one of the answers. */
function bareGranted(label: Label, { text, quantities }: Counts, index: number): Label {
  const at = label.tokens.findIndex((token) => token.tag === 'publish');
  if (at < 0 || label.tokens.some((token) => token.tag !== 'publish' && token.tag !== 'skip')) return label;
  const { end } = quantities[index]!;
  if (!/^(?:\([^()]{0,12}\))?[,，、;和](?:同意|予以|准予)?(?:部分公开|不予公开|不公开)/.test(text.slice(end, end + 24))) return label;
  return withTokens(label, label.tokens.map((token, place) => (place === at ? { ...token, tag: 'granted' } : token)));
}

/** 培训力度不够，仅举办1次: the object of a verb that has none stands in the clause before. */
function objectBefore(label: Label, { text, tokens, quantities, span }: Counts, index: number, from: number): Label {
  if (label.right.end > label.right.start || !label.tags.has('hold') || label.tokens.some((token) => token.tag !== 'hold' && token.tag !== 'skip')) return label;
  const start = clauseStart(text, from, label.left.start);
  if (start <= from + 1 || !/[,，]/.test(text.charAt(start - 1)) || quantities[index]!.unit === null) return label;
  const least = clauseStart(text, Math.max(span.start, from), start - 1);
  const objects = within(tokens, least, start).filter((token) => SIBLINGS[token.tag] === 'event');
  return new Set(objects.map((token) => token.tag)).size === 1 && objects[0]!.tag !== 'interpretation' ? withTokens(label, [...label.tokens, objects[0]!]) : label;
}

/** 门户网站3980条、其他51条: what is left of a list of channels. */
function restOfChannels(label: Label, { text, quantities }: Counts, index: number, _from: number, before: readonly Reading[]): Label {
  if (label.unknown || !label.tags.has('rest') || label.tokens.some((token) => token.tag !== 'rest' && token.tag !== 'skip')) return label;
  const previous = before.at(-1)?.label;
  if (previous === undefined || !previous.tokens.some((token) => CHANNELS.has(token.tag)) || previous.tokens.some((token) => !CHANNELS.has(token.tag) && token.tag !== 'skip' && token.tag !== 'share')) return label;
  if (!/^[,，、;]/.test(text.slice(quantities[index - 1]!.end, quantities[index - 1]!.end + 1))) return label;
  return withTokens(label, label.tokens.map((token) => (token.tag === 'rest' ? { ...token, tag: 'otherWays' } : token)));
}

/** 配备人员63人，其中专职8人，兼职55人: who is parted into full-time and part-time is the staff. */
function staffWhole(label: Label, { text, quantities }: Counts, index: number): Label {
  const { end, unit } = quantities[index]!;
  if (unit === null || !'人名位'.includes(unit) || label.tags.has('staff')) return label;
  if (!(label.tags.has('worker') || /人员?$/.test(text.slice(label.noun.start, label.noun.end)) || /^(?:同志|工作人员|人员|干部)/.test(text.slice(end, end + 4)))) return label;
  if (!PARTED_STAFF.test(text.slice(end, end + 36))) return label;
  return withTokens(label, [...label.tokens, { tag: 'wholeStaff', start: label.noun.start, end: label.noun.end }]);
}

const PARTED_STAFF = /^[^,，;。:()\d]{0,20}[,，;(:]?(?:其中|包括|含|均|全部|都)?[:：,，]?(?:有)?(?:\d{1,3}[名人位])?[为是]?(?:专职|全职|兼职)/;

/** 累计发布信息2.3万条；2022年发布1530条: the verb alone takes up what was counted over the years. */
function takenUp(label: Label, { text, quantities, marks }: Counts, index: number, _from: number, before: readonly Reading[]): Label {
  const previous = before.at(-1)?.label;
  const last = quantities[index - 1];
  if (previous === undefined || last === undefined || last.unit !== quantities[index]!.unit) return label;
  const verbs = label.tokens.filter((token) => token.tag !== 'skip');
  if (verbs.length !== 1 || !isVerb(verbs[0]!) || !previous.tags.has(verbs[0]!.tag) || label.right.end > label.right.start) return label;
  const clause = text.slice(label.left.start, quantities[index]!.start);
  if (!marks.some((mark) => mark.at >= label.left.start && mark.at < quantities[index]!.start && !mark.since) || !/累计|历年|以来|截至|截止/.test(text.slice(Math.max(0, previous.left.start - 12), previous.left.end)) || clause.length > 16) return label;
  return withTokens({ ...label, unknown: previous.unknown }, previous.tokens.filter((token) => token.tag !== 'cumulative'));
}

/** 网上提交6件、现场1件: words that name a way only in a list of them. */
function bareWay(label: Label, { text, quantities }: Counts, index: number, _from: number, before: readonly Reading[]): Label {
  const previous = before.at(-1)?.label;
  if (previous === undefined || !previous.tokens.some((token) => SIBLINGS[token.tag] === 'way')) return label;
  const { start, end } = label.left;
  const words = /^[,，、;]?(?:其中|以及|和|另有|有)?(?:申请人)?(?:亲自)?到?(现场|来访|上门|窗口|来函|来信|网站|邮箱)(?:申请|提交|提出|受理|递交|的|方式)*$/.exec(text.slice(start, Math.min(end, start + 16)));
  if (words === null || quantities[index]!.unit !== quantities[index - 1]?.unit) return label;
  const tag = BARE_WAYS[words[1]!]!;
  return withTokens({ ...label, unknown: false }, [{ tag, start, end }]);
}

const BARE_WAYS: Readonly<Record<string, string>> = { 现场: 'inPerson', 来访: 'inPerson', 上门: 'inPerson', 窗口: 'inPerson', 来函: 'letter', 来信: 'letter', 网站: 'online', 邮箱: 'email' };

/** 编发政府公报12期，登载政府信息186条: what the gazette carried. */
function inGazette(label: Label, { text, quantities }: Counts, index: number, _from: number, before: readonly Reading[]): Label {
  const gazette = before.at(-1)?.label.tokens.find((token) => token.tag === 'gazette');
  if (gazette === undefined || quantities[index - 1]?.unit !== '期' || !label.tags.has('information') || label.tokens.some((token) => CHANNELS.has(token.tag))) return label;
  return /^[,，](?:共|累计|全年|合计)*(?:刊登|登载|刊载|刊发|收录|发布)/.test(text.slice(quantities[index - 1]!.end, quantities[index]!.start)) ? withTokens(label, [gazette, ...label.tokens]) : label;
}

/** 政府网站(公开591条): a channel whose number stands in a bracket behind it. */
function bracketChannel(label: Label, { text, tokens }: Counts, _index: number, from: number): Label {
  if (text.charAt(label.left.start - 1) !== '(' || label.tokens.some((token) => token.tag !== 'publish' && token.tag !== 'proactive' && token.tag !== 'skip' && token.tag !== 'information')) return label;
  const { start } = label.left;
  const channel = within(tokens, Math.max(from, start - 16), start - 1).at(-1);
  if (channel?.end !== start - 1) return label;
  if (CHANNELS.has(channel.tag)) return withTokens(label, [channel, ...label.tokens]);
  return channel.tag === 'skip' ? label : { ...label, unknown: true };
}

/** 当年受理当年答复16件，上年受理今年答复2件: parts by the years in which both happened. */
function acrossYears(label: Label, { text, quantities }: Counts, index: number): Label {
  if (!ACROSS_YEARS.test(text.slice(label.left.start, quantities[index]!.start))) return label;
  return { ...label, unknown: true, tags: new Set([...label.tags, 'several']) };
}

const ACROSS_YEARS = /(?:[当上去今本前往次]|\d{4})年度?(?:收到|受理|接收)[^,，;。]{0,6}(?:[当上去今本次下]|\d{4})年度?(?:答复|办结|办理)/;

/** 人大二次会议代表建议31件、政协十四届二次会议提案44件: who brought it stands before the session. */
function bySession(label: Label, { text, quantities }: Counts, index: number): Label {
  if (['congress', 'consultative', 'bothProposals'].some((tag) => label.tags.has(tag))) return label;
  const { start } = quantities[index]!;
  if (!/[议案]/.test(text.charAt(start - 1))) return label;
  const body = /(人大|政协)[^,，;。、人政]{0,16}(?:会议|全会|大会)(?:期间)?(?:的|代表|委员)*(?:建议|提案|议案)$/.exec(text.slice(Math.max(label.left.start, start - 32), start));
  if (body === null) return label;
  return withTokens({ ...label, unknown: false }, [...label.tokens, { tag: body[1] === '人大' ? 'congress' : 'consultative', start: start - 2, end: start }]);
}

/** 县人大代表提出的建议18件, 市政协委员提交提案27件: who brought it stands before the verb. */
function byWhom(label: Label, { text, quantities }: Counts, index: number): Label {
  if (['congress', 'consultative', 'bothProposals'].some((tag) => label.tags.has(tag))) return label;
  const { start } = quantities[index]!;
  if (!/[议案]/.test(text.charAt(start - 1))) return label;
  const body = /(人大代表|政协委员)(?:所)?(?:提出|提交|提)的?(?:书面)?(?:意见)?(?:建议|提案|议案)$/.exec(text.slice(Math.max(label.left.start, start - 20), start));
  if (body === null) return label;
  const tag = body[1] === '人大代表' ? 'congress' : 'consultative';
  return withTokens({ ...label, unknown: false }, [...label.tokens.filter((token) => token.tag !== 'foreign'), { tag, start: start - 2, end: start }]);
}

/** A body at the head of its clause. */
const PART_ACTOR = /^(?:其中[,，:]?|除)?[^,，;:。()\d、]{0,14}?(?:政府|部门|单位|办公室|机关|局|委|委员会|街道办事处|街道|镇|乡|办事处|科室|处室|中队|所|院)(?=(?:共|新|办)?(?:收到|受理|接收|收|办理|办结|答复|公开|主动公开|发布|制发|制定)[^,，;。]{0,16}\d)/;

/** In order. A map, so that a test can do without one. */
export const SCOPES = new Map<string, Scope>(Object.entries({
  relativeClause, sharedVerb, sharedObject, broughtForward, throughSite, namedMedium, byCourt, amongLeaders, sharedActor, channelSubject, cause, description,
  bracketActor, serviceHall, everybody, narrower, amongDisputes, place, anyWay, several, sent, countedShare, carry,
  restOfResults, actorOfPart, ofVisited, bareGranted, objectBefore, restOfChannels, staffWhole, takenUp, bareWay,
  inGazette, bracketChannel, acrossYears, bySession, byWhom, refused, classBefore, jointOutcome, reposted, causedBy,
  handledApart, onApplication, someBodies, carriedNext, timesBefore, peopleBehind,
}));

/** The label of a number within its sentence. */
export function scoped(own: Label, counts: Counts, index: number, from: number, before: readonly Reading[]): Label {
  // A rate is of no metric, whatever reaches it.
  if (RATE_UNITS.has(counts.quantities[index]!.unit ?? '')) return own;
  let label = own;
  for (const scope of SCOPES.values()) label = scope(label, counts, index, from, before);
  return label;
}

/** The label of a member of a list, without what only describes its cases. */
export function described(label: Label, counts: Counts): Label {
  const kept = label.tokens.filter((token) => token.tag !== 'share');
  return cause(description(kept.length < label.tokens.length ? withTokens(label, kept) : label, counts), counts);
}

function firstStart(label: Label): number {
  return label.tokens.find((token) => token.tag !== 'skip')?.start ?? label.left.start;
}
