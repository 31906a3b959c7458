/** Evaluates the rules that are sums or bounds between cells of one table. */
import type { Relation, Term } from '../forms/form.ts';
import { exact, isPrinted, placeOfCell, valueOf, verdict, type Outcome, type RuleOutcome, type View } from './outcome.ts';

interface Side {
  sum: number;
  printed: number;
  blanks: number;
  negative: boolean;
}

/** The cells that a term stands for in this report. */
export function resolve(view: View, term: Term): readonly string[] {
  if (typeof term === 'string') return [term];
  const filled = term.oneOf.find((paths) => paths.some((path) => valueOf(view, path) !== null));
  return filled ?? term.oneOf.find((paths) => paths.some((path) => isPrinted(view, path))) ?? term.oneOf[0] ?? [];
}

function sideOf(view: View, terms: readonly Term[]): Side {
  const side: Side = { sum: 0, printed: 0, blanks: 0, negative: false };
  for (const term of terms) {
    if (typeof term === 'string') addCell(view, side, term);
    else for (const path of resolve(view, term)) addCell(view, side, path);
  }
  side.sum = exact(side.sum);
  return side;
}

function addCell(view: View, side: Side, path: string): void {
  const value = view.cells.get(path)?.value ?? null;
  if (value === null) {
    side.blanks++;
    return;
  }
  side.printed++;
  side.sum += value;
  if (value < 0) side.negative = true;
}

/**
 * Tolerance is zero. A blank leaves a rule undecided, unless the printed values of the side with the blank already exceed
 * the other, which has none; that holds only of values that are not negative.
 */
function compare(left: Side, right: Side, relation: '=' | '<='): Outcome {
  if (left.printed === 0 || right.printed === 0) return 'undecided';
  const signed = left.negative || right.negative;
  if (relation === '<=') {
    if (right.blanks > 0) return 'undecided';
    if (left.sum > right.sum) return left.blanks > 0 && signed ? 'undecided' : 'broken';
    return left.blanks > 0 ? 'undecided' : 'kept';
  }
  if (left.blanks === 0 && right.blanks === 0) return left.sum === right.sum ? 'kept' : 'broken';
  if (signed) return 'undecided';
  if (right.blanks === 0 && left.sum > right.sum) return 'broken';
  if (left.blanks === 0 && right.sum > left.sum) return 'broken';
  return 'undecided';
}

/** `21 + 3 = 24`: the values that are not zero; the sum alone where there are fewer than two. */
export function sumText(values: readonly number[], sum: number): string {
  const shown = values.filter((value) => value !== 0);
  return shown.length < 2 ? String(sum) : `${shown.join(' + ')} = ${String(sum)}`;
}

/**
 * One outcome for each column, row or group the rule applies to; with `brokenOnly` only those it breaks on, at a fraction of
 * the cost.
 */
export function evaluateArithmetic(view: View, rule: Relation, brokenOnly: boolean): RuleOutcome[] {
  if (!view.tables.has(rule.table)) return rule.optional || brokenOnly ? [] : [verdict(rule.code, 'notApplicable')];
  const outcomes: RuleOutcome[] = [];
  for (const instance of rule.instances) {
    if (rule.optional && !isPrinted(view, instance.key)) continue;
    const left = sideOf(view, instance.left);
    const right = sideOf(view, instance.right);
    const outcome = compare(left, right, rule.relation);
    if (brokenOnly && outcome !== 'broken') continue;
    const leftCells = instance.left.flatMap((term) => resolve(view, term));
    const rightCells = instance.right.flatMap((term) => resolve(view, term));
    if (rule.optional && !leftCells.some((path) => isPrinted(view, path))) continue;
    const difference = exact(left.sum - right.sum);
    const values = (cells: readonly string[]): number[] => cells.map((path) => valueOf(view, path) ?? 0);
    outcomes.push({
      code: rule.code,
      outcome,
      cells: [...leftCells, ...rightCells],
      left: left.sum,
      right: right.sum,
      difference,
      args: outcome === 'broken'
        ? {
          scope: instance.scope, left: left.sum, right: right.sum, difference,
          leftSum: sumText(values(leftCells), left.sum), rightSum: sumText(values(rightCells), right.sum),
        }
        : {},
      place: placeOfCell(view, instance.key),
    });
  }
  return outcomes;
}
