import { finding } from '../findings/catalogue.ts';
import type { Era, Finding } from '../schema/report.ts';
import { evaluateArithmetic } from './arithmetic.ts';
import { evaluateDocument } from './document.ts';
import { viewOf, type CheckedReport, type RuleOutcome } from './outcome.ts';
import { evaluateProse } from './prose.ts';
import { evaluateNumbers, evaluateTrainees, evaluateWholes } from './rules/numbers.ts';
import { TABLE_RULES } from './rules/tables.ts';

export type { CheckedReport, Outcome, RuleOutcome } from './outcome.ts';

const rulesByEra = new Map<Era, typeof TABLE_RULES>();

function tableRulesOf(era: Era): typeof TABLE_RULES {
  let rules = rulesByEra.get(era);
  if (rules === undefined) {
    rules = TABLE_RULES.filter((rule) => rule.eras.includes(era));
    rulesByEra.set(era, rules);
  }
  return rules;
}

function evaluate(report: CheckedReport, brokenOnly: boolean): RuleOutcome[] {
  const view = viewOf(report);
  const outcomes = [
    ...tableRulesOf(report.template.era).flatMap((rule) => evaluateArithmetic(view, rule, brokenOnly)),
    ...evaluateTrainees(view), ...evaluateWholes(view, brokenOnly), ...evaluateNumbers(view), ...evaluateProse(view), ...evaluateDocument(view),
  ];
  return brokenOnly ? outcomes.filter((outcome) => outcome.outcome === 'broken') : outcomes;
}

/**
 * Holds a report against every rule of its era: one outcome for each column, row, fact or document a rule applies to, in
 * the order of the catalogue.
 */
export function evaluateRules(report: CheckedReport): RuleOutcome[] {
  return evaluate(report, false);
}

/**
 * A whole of 0 over filled parts breaks its sum too; the sum says more. Bounds it breaks once a part, and there the zero
 * says more.
 */
function withoutRepeats(broken: readonly RuleOutcome[]): RuleOutcome[] {
  const zeros = broken.filter((outcome) => outcome.code === 'numbers/zero-total');
  if (zeros.length === 0) return [...broken];
  const whole = (outcome: RuleOutcome): string | undefined => outcome.cells.at(-1);
  const isBound = (outcome: RuleOutcome): boolean => outcome.code === 'statistics/channels' || outcome.code === 'statistics/part';
  const isSum = (outcome: RuleOutcome): boolean => outcome.difference !== null && outcome.code !== 'numbers/zero-total' && !isBound(outcome);
  return broken.filter((outcome) => {
    if (outcome.code === 'numbers/zero-total') return !broken.some((other) => isSum(other) && whole(other) === whole(outcome));
    return !(isBound(outcome) && zeros.some((zero) => whole(zero) === whole(outcome)));
  });
}

/** Holds a report against the rules of its template. Gets the report without its findings. */
export function check(report: CheckedReport): Finding[] {
  return withoutRepeats(evaluate(report, true)).map((outcome) => finding(outcome.code, outcome.args, outcome.place, [...outcome.cells]));
}
