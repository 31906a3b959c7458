/** What the prose is about, from token to token. */
import { SIBLINGS } from '../lexicon/grammar.ts';
import { TOPIC_OF_TAG, type Topic } from '../lexicon/metrics.ts';
import type { Token } from './keywords.ts';
import type { Label } from './label.ts';

/** A tag decides the topic of what follows it; 信息 alone does so only where nothing else has. */
const WEAK = new Set(['information', 'fee', 'training', 'carriedOver', 'carriedForward']);

/** Topics that a word of the form about applications ends. */
const YIELDING: ReadonlySet<Topic> = new Set(['disclosure', 'fees', 'training']);

/** Follows what the prose is about from token to token. */
export class TopicState {
  topic: Topic | null;
  private strong = false;

  constructor(topic: Topic | null) {
    this.topic = topic;
  }

  see({ tag, ofForm }: Token): void {
    if (ofForm === true && (this.topic === null || YIELDING.has(this.topic))) {
      this.topic = 'applications';
      this.strong = true;
      return;
    }
    const opened = TOPIC_OF_TAG[tag];
    if (opened === undefined || (WEAK.has(tag) && (this.strong || (this.topic !== null && this.topic !== 'foreign')))) return;
    this.topic = opened;
    this.strong = !WEAK.has(tag);
  }
}

/** The topic behind a stretch that counts nothing. */
export function topicAfter(tokens: readonly Token[], topic: Topic | null): Topic | null {
  const state = new TopicState(topic);
  for (const token of tokens) state.see(token);
  return state.topic;
}

/** The topic a label names by itself, or that of what stands before it. */
export function topicOf(label: Label, inherited: Topic | null): Topic | null {
  const order = ['foreign', 'noApp', 'recon', 'lit', 'congress', 'consultative', 'bothProposals', 'complaint', 'app', 'consult', 'proactive'];
  if (label.tags.has('recon') && label.tags.has('lit')) return 'disputes';
  const tag = order.find((one) => label.tags.has(one));
  if (tag !== undefined) return TOPIC_OF_TAG[tag] ?? inherited;
  return inherited;
}

const OTHER_TOPICS: ReadonlySet<string> = new Set(['foreign', 'noApp', 'recon', 'lit', 'complaint', 'congress', 'consultative', 'bothProposals', 'consult', 'hall']);
/** Outcomes in whose names information is spoken of. */
const OF_INFORMATION: ReadonlySet<string> = new Set(['granted', 'partial', 'denied', 'notThisAgency', 'notExist', 'alreadyPublic', 'stateSecret', 'tradeSecret', 'privacy']);
/** Two of these in one sentence are answers to applications: 同意公开的56件，不同意公开的3件. */
const ANSWERED: ReadonlySet<string> = new Set(['granted', 'partial', 'denied', 'notThisAgency', 'notExist', 'alreadyPublic']);
const OF_APPLICATIONS: ReadonlySet<string> = new Set(['way', 'applicant', 'outcome', 'ground', 'stage']);

/** Whether the sentence as a whole, its end included, speaks of applications and of nothing beside them. */
export function speaksOfApplications(text: string, tokens: readonly Token[]): boolean {
  if (tokens.some((token) => OTHER_TOPICS.has(token.tag))) return false;
  if (tokens.some((token) => token.tag === 'app' || token.ofForm === true)) return true;
  // 申请内容涉及国家秘密不予公开1件: of nothing else is that said.
  if (tokens.some(({ tag }) => tag === 'request' || tag === 'aboutApp' || tag === 'replied') && tokens.some(({ tag }) => OF_INFORMATION.has(tag))) return true;
  if (new Set(tokens.filter(({ tag }) => ANSWERED.has(tag)).map(({ tag }) => tag)).size > 1) return true;
  const asked = new Set(tokens.filter((token) => SIBLINGS[token.tag] === 'way' && text.slice(token.start, token.end).endsWith('申请')).map((token) => token.tag));
  // 收到申请的渠道：在线平台33件，信函19件: services are not asked for by letter.
  const ways = new Set(tokens.filter(({ tag }) => SIBLINGS[tag] === 'way').map(({ tag }) => tag));
  if (ways.size > 1 && (ways.has('letter') || ways.has('fax')) && tokens.some(({ tag }) => tag === 'request')) return true;
  return asked.size > 1 || (asked.size === 1 && tokens.some((token) => token.tag === 'gi'));
}

/** 网络申请9件，邮寄申请2件，以上共受理政府信息公开申请11件: the topic stands behind what it is the topic of. */
export function ofSentence(label: Label, topic: Topic | null, applications: () => boolean): Topic | null {
  if (topic !== null && topic !== 'disclosure') return topic;
  if (label.tokens.some((token) => SIBLINGS[token.tag] === 'document')) return topic;
  return label.tokens.some((token) => OF_APPLICATIONS.has(SIBLINGS[token.tag] ?? '')) && applications() ? 'applications' : topic;
}
