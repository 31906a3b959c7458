/** What the prose is about, from token to token. */
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
