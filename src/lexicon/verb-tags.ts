/** Tags of the lexicon of counts that are verbs: what stands behind one of them is what it does something to. */
export const VERB_TAGS: ReadonlySet<string> = new Set([
  'recv', 'closed', 'onTime', 'extended', 'replied', 'proactive', 'publish', 'issue', 'hold', 'charge', 'verb', 'attend', 'answerVerb', 'respond', 'review',
]);
