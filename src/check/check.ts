import { finding } from '../findings/catalogue.ts';
import { FORMS, type Registry } from '../forms/registry.ts';
import type { Finding } from '../schema/report.ts';
import { evaluateArithmetic } from './arithmetic.ts';
import { evaluateDocument } from './document.ts';
import { evaluateFigures } from './figures.ts';
import { evaluateImplications, evaluateNumbers } from './numbers.ts';
import { viewOf, type CheckedReport, type RuleOutcome, type View } from './outcome.ts';
import { evaluateProse } from './prose.ts';
import { evaluateWholes } from './wholes.ts';

export type { CheckedReport, Outcome, RuleOutcome } from './outcome.ts';

function evaluate(view: View, brokenOnly: boolean): RuleOutcome[] {
  const outcomes = [
    ...view.form.relations.flatMap((relation) => evaluateArithmetic(view, relation, brokenOnly)),
    ...evaluateImplications(view), ...evaluateWholes(view, brokenOnly), ...evaluateNumbers(view), ...evaluateProse(view), ...evaluateFigures(view), ...evaluateDocument(view),
  ];
  return brokenOnly ? outcomes.filter((outcome) => outcome.outcome === 'broken') : outcomes;
}

/**
 * Holds a report against every rule of its form: one outcome for each column, row, fact or document a rule applies to, in
 * the order of the catalogue.
 *
 * @throws RangeError where the report's era is none of the registry's
 */
export function evaluateRules(report: CheckedReport, forms: Registry = FORMS): RuleOutcome[] {
  return evaluate(viewOf(report, forms), false);
}

/**
 * A whole of 0 over filled parts breaks its sum too; the sum says more. Bounds it breaks once a part, and there the zero
 * says more.
 */
function withoutRepeats({ form }: View, broken: readonly RuleOutcome[]): RuleOutcome[] {
  const zeros = broken.filter((outcome) => outcome.code === 'numbers/zero-total');
  if (zeros.length === 0) return [...broken];
  const whole = (outcome: RuleOutcome): string | undefined => outcome.cells.at(-1);
  const bounds = new Set(form.relations.filter(({ relation }) => relation === '<=').map(({ code }) => code));
  const isBound = (outcome: RuleOutcome): boolean => bounds.has(outcome.code);
  const isSum = (outcome: RuleOutcome): boolean => outcome.difference !== null && outcome.code !== 'numbers/zero-total' && !isBound(outcome);
  return broken.filter((outcome) => {
    if (outcome.code === 'numbers/zero-total') return !broken.some((other) => isSum(other) && whole(other) === whole(outcome));
    return !(isBound(outcome) && zeros.some((zero) => whole(zero) === whole(outcome)));
  });
}

/**
 * Holds a report against the rules of its form. Gets the report without its findings.
 *
 * @throws RangeError where the report's era is none of the registry's
 */
export function check(report: CheckedReport, forms: Registry = FORMS): Finding[] {
  const view = viewOf(report, forms);
  return withoutRepeats(view, evaluate(view, true)).map((outcome) => finding(outcome.code, outcome.args, outcome.place, outcome.cells.filter((cell) => view.cells.has(cell))));
}
