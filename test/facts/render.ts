/** A fact as one line of the suite: `metric value unit qualifier @year <whole | subject`; `-` no metric, `∅` no unit. */
import type { Fact } from '../../src/schema/report.ts';

export function render(fact: Fact): string {
  const parts = [
    fact.metric ?? '-',
    fact.upper === undefined ? String(fact.value) : `${fact.value}..${fact.upper}`,
    fact.unit ?? '∅',
    ...(fact.qualifier === 'exact' ? [] : [fact.qualifier]),
    ...(fact.year === undefined ? [] : [`@${fact.year}`]),
    ...(fact.partOf === undefined ? [] : [`<${fact.partOf}`]),
  ];
  return `${parts.join(' ')} | ${fact.subject}`;
}
