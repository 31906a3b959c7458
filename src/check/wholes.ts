/** Wholes that are zero or blank over filled parts. */
import { cellLabel } from '../forms/cells.ts';
import type { Form, Relation } from '../forms/form.ts';
import type { CheckCode } from '../findings/check.ts';
import { sumText } from './arithmetic.ts';
import { exact, placeOfCell, valueOf, type Outcome, type RuleOutcome, type View } from './outcome.ts';

/** A whole and the parts that count the same cases, as one of the form's relations has them. */
interface Group {
  whole: string;
  parts: readonly string[];
  tells: NonNullable<Relation['whole']>;
}

const known = new WeakMap<Form, readonly Group[]>();

function groupsOf(form: Form): readonly Group[] {
  let groups = known.get(form);
  if (groups === undefined) known.set(form, (groups = form.relations.flatMap(groupsOfRelation)));
  return groups;
}

/** Of a sum each instance is a group; of bounds, those of one whole. */
function groupsOfRelation({ relation, instances, whole: tells }: Relation): Group[] {
  if (tells === undefined) return [];
  if (relation === '=') {
    return instances.map(({ key, left }) => ({ whole: key, parts: left.filter((term) => typeof term === 'string'), tells }));
  }
  const parts = new Map<string, string[]>();
  for (const { key, right: [whole] } of instances) {
    if (typeof whole !== 'string') continue;
    const others = parts.get(whole);
    if (others === undefined) parts.set(whole, [key]);
    else others.push(key);
  }
  return [...parts].map(([whole, keys]) => ({ whole, parts: keys, tells }));
}

/** A whole that is blank (`statistics/blank-parent`) or 0 (`numbers/zero-total`) over parts that are filled in. */
export function evaluateWholes(view: View, brokenOnly: boolean): RuleOutcome[] {
  const outcomes: RuleOutcome[] = [];
  for (const { whole, parts, tells } of groupsOf(view.form)) {
    if (!view.tables.has(whole.slice(0, whole.indexOf('.')))) continue;
    const cell = view.cells.get(whole);
    if (brokenOnly && cell?.value != null && cell.value !== 0) continue;
    const filled = parts.filter((path) => (valueOf(view, path) ?? 0) > 0);
    const blank = cell?.status === 'blank' || cell?.status === 'notApplicable';
    const decided: Outcome = filled.length > 0 ? 'broken' : 'kept';
    const judge = (code: CheckCode, outcome: Outcome): void => {
      if (!brokenOnly || outcome === 'broken') outcomes.push(wholeOutcome(view, code, outcome, whole, filled.length > 0 ? filled : parts));
    };
    if (tells.includes('zero')) judge('numbers/zero-total', cell?.value === 0 ? decided : cell?.value == null ? 'undecided' : 'kept');
    if (tells.includes('blank')) judge('statistics/blank-parent', blank ? decided : cell?.value == null ? 'undecided' : 'kept');
  }
  return outcomes;
}

function wholeOutcome(view: View, code: CheckCode, outcome: Outcome, whole: string, parts: readonly string[]): RuleOutcome {
  const values = parts.map((path) => valueOf(view, path) ?? 0);
  const left = exact(values.reduce((sum, value) => sum + value, 0));
  const right = valueOf(view, whole);
  const scope = cellLabel(view.form, whole);
  return {
    code, outcome, cells: [...parts, whole], left, right, difference: right === null ? null : exact(left - right),
    args: outcome === 'broken' ? { scope, left, leftSum: sumText(values, left), ...(right === null ? {} : { right, difference: left - right }) } : {},
    place: placeOfCell(view, whole),
  };
}
