/** Zeros in words: 未收到…申请, 没有发生…, 无…, 均为零, 零投诉. A negation that counts nothing (没有及时) is none. */
import { NOT_HELD, NUMBER_OF_BODIES, OF_SOME, SIBLINGS } from '../lexicon/grammar.ts';
import { ZERO_METRICS, type Topic } from '../lexicon/metrics.ts';
import { isVerb, within, type Token } from './keywords.ts';
import { isBoundary, type Span } from './sentence.ts';

export interface StatedZero {
  metric: string | null;
  subject: Span;
  /** Offset of the negation. */
  at: number;
}

/** A negation of something happening; what did not happen follows or, with `均未发生`, precedes. */
const STRONG = /(?:均|都|暂|还|尚|也|亦|并|仍)?(?:未|没有?|从未)(?:再)?(?:收到|接到|接收到?|发生过?|出现过?|产生|受理|收取|被|因|引发|引起|接受|存在|有(?![效时关])|办理|接(?=[^\u89e6\u8fd1])|向(?=[^社]|社会组织)|收费|征收|涉及|对(?=[^外]))|没有(?=[^\u53ca\u5f62\u5b8c\u5f97\u505a\u660e\u5efa\u5236\u771f\u5f15])|无(?![法障偿需关论条毫锡缝纸效疑正微形为极棣为阻线声人机])|无(?=人(?:向|提出|申请|提起|举报|投诉))|不(?:收取|存在)(?=[^,，;]{0,20}(?:费|申请|复议|诉讼|投诉|延期|结转|泄密))|零(?=(?:举报|投诉|泄密|失泄密|申请|收费|复议|诉讼|行政复议|行政诉讼|失密))/g;
/** What was not held or set up. Of the plans and the problems of some it is said as well, and then it is no count. */
const HELD = new RegExp(`(?:未|没有?|从未)(?=${NOT_HELD})`, 'g');
const ALL_ZERO = /(?:均|都|皆|全|各)?(?:为|是)(?:零|0)(?![\d.%条件次个篇人份起宗项万元])|(?:均|都|也)(?:未发生|没有发生|未出现|未产生|无)(?=$|[,，;)])|(?:均|都)?(?:实现|保持)?零发生/g;
const CAUSE = /(?:因|由|就|对|关于|针对|涉及|有关)$/;

/** What a zero can be said of. `topic` decides a bare 申请. */
export interface ZeroContext {
  topic: Topic | null;
  /** Metrics of the heading, for a sentence that says only 未发生. */
  heading: readonly Token[];
  /** Set under problems and plans, where what is missing is told and not counted. */
  wanting: boolean;
}

export function scanZeros(text: string, span: Span, tokens: readonly Token[], quantities: readonly Span[], context: ZeroContext): StatedZero[] {
  const slice = text.slice(span.start, span.end);
  const zeros: StatedZero[] = [];
  const taken = new Set<string>();
  const add = (found: readonly { metric: string | null; span: Span }[], at: number): void => {
    for (const { metric, span: subject } of found) {
      const key = metric ?? text.slice(subject.start, subject.end);
      if (taken.has(key)) continue;
      taken.add(key);
      zeros.push({ metric, subject, at });
    }
  };
  for (const match of slice.matchAll(ALL_ZERO)) {
    const at = span.start + match.index;
    const start = Math.max(span.start, lastQuantityEnd(quantities, at), clauseStart(text, span.start, at));
    const inside = within(tokens, start, at);
    add(named(text, { start, end: at }, inside, context), at);
  }
  for (const match of slice.matchAll(HELD)) {
    const at = span.start + match.index;
    if (context.wanting || ofSome(text.slice(clauseStart(text, span.start, at), at))) continue;
    const from = at + match[0].length;
    const end = reachOf(text, from, span.end);
    if (quantities.some((quantity) => quantity.start < end && quantity.end > from)) continue;
    add(named(text, { start: from, end }, within(tokens, from, end), context).filter(({ metric }) => metric !== null && HELD_METRICS.test(metric)), at);
  }
  let done = span.start;
  for (const match of slice.matchAll(STRONG)) {
    const at = span.start + match.index;
    if (at < done) continue;
    if (ofSome(text.slice(clauseStart(text, span.start, at), at))) continue;
    const from = at + match[0].length - (/[被因]$/.test(match[0]) ? 1 : 0);
    const weak = match[0] === '无' || match[0] === '没有';
    if (/[有并毫]$/.test(text.slice(span.start, at).slice(-1)) && match[0] === '无') continue;
    const end = reachOf(text, from, span.end);
    if (quantities.some((quantity) => quantity.start < end && quantity.end > from)) continue;
    done = end;
    const object = within(tokens, from, end);
    // 有1件行政复议，未被纠错: how that one ended, not that there was none.
    if (match[0].endsWith('被') && object.some((token) => token.tag === 'corrected') && (quantities.some((one) => one.end <= at) || /[该均其此都]/.test(text.slice(clauseStart(text, span.start, at), at + 1)))) continue;
    const found = named(text, { start: from, end }, object, context);
    if (found.length === 0 && object.some((token) => token.tag === 'corrected')) {
      // 行政复议3件，未出现被纠错情况: of the dispute named last.
      const dispute = tokens.findLast((token) => token.end <= at && (token.tag === 'recon' || token.tag === 'lit'));
      const kind = dispute?.tag ?? courtOf(text.slice(from, end));
      if (kind !== null) found.push({ metric: kind === 'recon' ? 'reconsideration.corrected' : 'litigation.corrected', span: { start: from, end } });
    }
    if (found.some((one) => one.metric !== null)) {
      add(found, at);
      continue;
    }
    const rest = text.slice(from, end);
    if (/(?:收费|征收|收取)$/.test(match[0]) && rest === '') {
      add([{ metric: ZERO_METRICS['fee']!, span: { start: at, end } }], at);
      continue;
    }
    if (/^(?:的?情况|的?现象|过)?$/.test(rest)) {
      // 行政复议、行政诉讼：未发生 and, under a heading that says what, a bare 未发生.
      const start = clauseStart(text, span.start, at > span.start && text.charAt(at - 1) === ':' ? at - 1 : at);
      const before = within(tokens, start, at);
      const subject = named(text, { start, end: at }, before, context).filter((one) => one.metric !== null);
      if (subject.length > 0) add(subject, at);
      else add(ofHeading(context, { start: at, end: Math.max(end, at + match[0].length) }), at);
    } else if (!weak && /(?:收到|接到|发生|出现)/.test(match[0]) && /(?:情况|情形|事件|行为|申请|案件|问题|现象|事故|投诉)$/.test(rest) && !/^(?:的|时)/.test(rest)) {
      add([{ metric: null, span: { start: from, end } }], at);
    }
  }
  return zeros;
}

/** 无逾期答复, 不存在应答复未答复的申请: what was done badly is none, not what was done. */
const LATE = /逾期|超期|超时|超出|拖延|推诿|违规|违法|不当|不按|应[^,，]{0,6}$/;
/** What may be said not to have been held or set up. */
const HELD_METRICS = /^(?:response|resources|disclosure|training|applications\.closed\.extended)/;

/** 部分单位未…, 23个单位没有收到申请: what some of the bodies did not. */
function ofSome(clause: string): boolean {
  return OF_SOME.test(clause) || (!clause.includes('全') && NUMBER_OF_BODIES.test(clause));
}

/** Where the reach of a negation ends: with its clause, or where the next one begins. */
function reachOf(text: string, from: number, last: number): number {
  let end = from;
  while (end < last && !opensClause(text.charCodeAt(end)) && end - from < 120) {
    if (end > from + 1 && '未没无零'.includes(text.charAt(end)) && /^(?:未|没有|无(?!法)|零[举投申复诉])/.test(text.slice(end, end + 3))) break;
    end++;
  }
  return end;
}

/** The metrics that a stretch names: 举报、投诉、行政复议和行政诉讼 are three. */
function named(text: string, span: Span, tokens: readonly Token[], context: ZeroContext): { metric: string | null; span: Span }[] {
  const found: { metric: string | null; span: Span }[] = [];
  // 无涉及政府信息公开的来信来访和投诉: what they are about is said.
  const about = tokens.some((token) => token.tag === 'gi');
  const letters = (token: Token): boolean => about && /^(?:来信|来访|来信来访|信访)$/.test(text.slice(token.start, token.end));
  if (tokens.some((token) => (token.tag === 'foreign' && !letters(token)) || token.tag === 'noApp' || token.tag === 'noComplaint')) return found;
  const disputes = tokens.some((token) => token.tag === 'recon' || token.tag === 'lit' || token.tag === 'complaint' || token.tag === 'fee' || token.tag === 'leak' || token.tag === 'waiver');
  const application = tokens.some((token) => token.tag === 'app') || context.topic === 'applications';
  const charged = tokens.some((token) => token.tag === 'charge') && tokens.some((token) => token.tag === 'fee' || token.tag === 'waiver');
  let start = span.start;
  for (const [index, token] of tokens.entries()) {
    let metric = ZERO_METRICS[token.tag] ?? null;
    if (token.tag === 'waiver') {
      found.push({ metric: null, span: token });
      continue;
    }
    if (metric === null) continue;
    // 未向申请人、咨询人收取费用: what is not charged is the fee alone.
    if (charged && token.tag !== 'fee') continue;
    // 没有应公开而不予公开的情况 denies that anything was kept back.
    if (metric.startsWith('applications.') && LATE.test(text.slice(span.start, token.start))) continue;
    // 没有因答复不当被复议: what would have led to it.
    if (metric.startsWith('applications.') && disputes && token.tag !== 'app' && token.tag !== 'request' && causeBefore(text, span.start, token.start)) continue;
    if (token.tag === 'denied' && /应|[而却但]$/.test(text.slice(span.start, token.start))) continue;
    if ((token.tag === 'recon' || token.tag === 'lit') && tokens.some((other, at) => other.tag === 'corrected' && (at > index || text.charAt(other.end) === '的'))) metric = metric.replace('total', 'corrected');
    // 以信函、传真等形式提出的申请: ways that are only examples.
    if (SIBLINGS[token.tag] === 'way' && tokens.some((other) => other.start > token.end && (other.tag === 'app' || other.tag === 'request')) && EXAMPLES.test(text.slice(lastWay(tokens).end, span.end))) continue;
    // 没有申请被不予处理: of the answer, not of what was asked.
    if ((token.tag === 'app' || token.tag === 'request') && tokens.slice(index + 1).some((other) => SIBLINGS[other.tag] === 'outcome' || other.tag === 'carriedForward' || other.tag === 'carry')) continue;
    // 没有诉讼有关支出: of what it costs.
    if (/^(?:有关|相关|方面|案件)?的?(?:支出|经费|开支)/.test(text.slice(token.end, token.end + 8)) && token.tag !== 'fee') continue;
    const next = text.charAt(token.end);
    const listed = token.end >= span.end || /[、,，及与]/.test(next) || /^(?:和|及|以及|或|的?(?:情况|情形|事项|件|案件|现象|事件)?$|情况|为|均|都|或者|的?情况)/.test(text.slice(token.end, span.end));
    if (token.tag === 'app' || token.tag === 'request') {
      // 因政府信息公开申请提起的行政复议 speaks of the review, not of the application.
      if (disputes && (token.tag === 'request' || !listed || CAUSE.test(text.slice(start, token.start)) || causeBefore(text, span.start, token.start))) continue;
      if (token.tag === 'request' && !application) {
        if (context.topic === 'reconsideration') metric = 'reconsideration.total';
        else if (context.topic === 'litigation') metric = 'litigation.total';
        else if (tokens.some((other) => other.tag === 'recon' || other.tag === 'lit')) continue;
        else if (context.topic === 'disputes' || context.topic === 'foreign' || context.topic === 'complaints') continue;
        else if (!tokens.some((other) => other.tag === 'gi' || other.tag === 'information') && !/^(?:政府|公众|群众|公民)?$/.test(text.slice(span.start, token.start))) continue;
      }
      const asker = index > 0 && text.slice(tokens[index - 1]!.end, token.start).length < 8 ? tokens.slice(0, index).filter((other) => other.tag === 'organization' || other.tag === 'naturalPerson') : [];
      // 未收到法人和其他组织提出的申请: of one kind of those who ask.
      if (asker.length === 1 && !/公民/.test(text.slice(span.start, token.start))) metric = asker[0]!.tag === 'organization' ? 'applications.received.organizations' : 'applications.received.naturalPerson';
    } else if (metric.startsWith('applications.received.') && tokens.some((other) => other.tag === 'fee')) continue;
    else if (metric.startsWith('applications.') && !metric.startsWith('applications.carried') && !application) continue;
    // 无逾期答复: what was late is none, not what was answered.
    else if (/^applications\.(?:closed|replied)\.total/.test(metric) && token.start > span.start + 1) continue;
    else if (/^applications\.(?:closed|replied\.total)/.test(metric) && tokens.slice(index + 1).some((other) => other.tag === 'app' || other.tag === 'request' || isVerb(other))) continue;
    else if (token.tag === 'fee' && /^(?:标准|项目|依据|目录)/.test(text.slice(token.end, token.end + 2))) continue;
    else if ((token.tag === 'normative' || token.tag === 'regulations') && !tokens.some((other) => other.tag === 'issue')) continue;
    if (found.some((one) => one.metric === metric)) continue;
    found.push({ metric, span: token });
    start = token.end;
  }
  return found;
}

const EXAMPLES = /^(?:申请)?等/;

function lastWay(tokens: readonly Token[]): Token {
  return tokens.findLast((token) => SIBLINGS[token.tag] === 'way')!;
}

/** 被复议机关撤销, 被法院判决败诉: who corrected. */
function courtOf(words: string): 'recon' | 'lit' | null {
  const reviewed = words.includes('复议');
  const judged = /法院|判决|诉讼|败诉/.test(words);
  return reviewed === judged ? null : reviewed ? 'recon' : 'lit';
}

function causeBefore(text: string, from: number, at: number): boolean {
  return /(?:因|由于|就|关于|有关|对|针对)/.test(text.slice(Math.max(from - 1, at - 12), at));
}

function ofHeading(context: ZeroContext, span: Span): { metric: string | null; span: Span }[] {
  const metrics = new Set<string>();
  const tags = new Set(context.heading.map((token) => token.tag));
  const disputed = tags.has('recon') || tags.has('lit') || tags.has('fee') || tags.has('complaint');
  for (const tag of tags) {
    const metric = ZERO_METRICS[tag];
    if (metric === undefined || !['app', 'recon', 'lit', 'fee', 'complaint', 'leak', 'consult'].includes(tag)) continue;
    if (tag === 'app' && disputed) continue;
    metrics.add(metric);
  }
  return [...metrics].map((metric) => ({ metric, span }));
}

function clauseStart(text: string, from: number, at: number): number {
  let start = at;
  while (start > from && at - start < 120 && !opensClause(text.charCodeAt(start - 1))) start--;
  return start;
}

/** A comma, semicolon, colon or opening bracket. */
function opensClause(code: number): boolean {
  return isBoundary(code) && code !== 0x29;
}

function lastQuantityEnd(quantities: readonly Span[], at: number): number {
  let end = 0;
  for (const quantity of quantities) if (quantity.end <= at) end = quantity.end;
  return end;
}
