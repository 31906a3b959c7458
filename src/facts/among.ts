/** Scopes of disputes: what of a wider kind is about information. */
import { NARROW_LEAD, SIBLINGS } from '../lexicon/grammar.ts';
import { within } from './keywords.ts';
import { clauseStart, withTokens, type Label } from './label.ts';
import type { Counts, Reading } from './productions.ts';

/** 行政复议案件86件，其中涉及政府信息公开的11件: the part is of the same kind as its whole. */
export function narrower(label: Label, { text, quantities }: Counts, index: number, _from: number, before: readonly Reading[]): Label {
  const previous = before.at(-1)?.label;
  if (previous === undefined || !label.tags.has('gi') || label.tokens.some((token) => !['gi', 'skip', 'verb', 'categoryWord'].includes(token.tag))) return label;
  if (!NARROW_LEAD.test(text.slice(quantities[index - 1]!.end, quantities[index]!.start))) return label;
  const kinds = previous.tokens.filter((token) => token.tag === 'recon' || token.tag === 'lit');
  if (new Set(kinds.map((token) => token.tag)).size !== 1) return label;
  return withTokens({ ...label, unknown: false }, [...label.tokens, kinds[0]!]);
}

/** 行政复议案件中，涉及政府信息公开的有46件: the wider kind has no number. */
export function amongDisputes(label: Label, { text, tokens }: Counts, _index: number, from: number): Label {
  if (!label.tags.has('gi') || label.tokens.some((token) => !['gi', 'skip', 'verb'].includes(token.tag)) || label.right.end > label.right.start) return label;
  const comma = label.left.start - 1;
  if (!/中[,，]$/.test(text.slice(Math.max(from, comma - 1), comma + 1))) return label;
  const disputes = within(tokens, clauseStart(text, from, comma), comma).filter((token) => SIBLINGS[token.tag] === 'dispute');
  return disputes.length === 1 ? withTokens({ ...label, unknown: false }, [disputes[0]!, ...label.tokens]) : label;
}
