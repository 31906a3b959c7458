/** Rules on single cells: sign and decimals; and on wholes that are zero or blank over filled parts. */
import type { CheckCode } from '../../findings/check.ts';
import { templateCells } from '../../templates/eras.ts';
import type { Era } from '../../schema/report.ts';
import { sumText } from '../arithmetic.ts';
import { exact, placeOfCell, valueOf, verdict, type Outcome, type RuleOutcome, type View } from '../outcome.ts';
import { TABLE_RULES } from './tables.ts';

/** 本年增/减 of the form of 2019. */
const SIGNED = /^disclosure\.\w+\.change$/;
/** Money, in 元 or 万元. */
const AMOUNT = /\.amount$|^statistics\.(fees|resources\.funding)$/;

interface CellKind {
  path: string;
  label: string;
  signed: boolean;
  amount: boolean;
}

const kinds = new Map<Era, ReadonlyMap<string, CellKind>>();

function kindsOf(era: Era): ReadonlyMap<string, CellKind> {
  let known = kinds.get(era);
  if (known === undefined) {
    known = new Map(templateCells(era).map(({ path, labels }) => [
      path, { path, label: labels.slice(-2).join(' '), signed: SIGNED.test(path), amount: AMOUNT.test(path) },
    ]));
    kinds.set(era, known);
  }
  return known;
}

/** Label of a cell as findings name it: row and column. */
export function cellLabel(era: Era, path: string): string {
  return kindsOf(era).get(path)?.label ?? path;
}

/**
 * Sign and decimals of every cell. Cells that keep the rules yield one outcome a rule for the whole report, so that
 * the list stays readable.
 */
export function evaluateNumbers(view: View): RuleOutcome[] {
  const known = kindsOf(view.report.template.era);
  const broken: RuleOutcome[] = [];
  let printed = 0;
  let filled = 0;
  for (const cell of view.report.cells) {
    if (cell.status !== 'missing') printed++;
    const kind = known.get(cell.cell);
    const place = { line: cell.line, column: cell.column };
    const scope = kind?.label ?? cell.cell;
    if (cell.value === null) continue;
    filled++;
    const single = (code: 'numbers/negative' | 'numbers/fraction'): RuleOutcome =>
      ({ ...verdict(code, 'broken', { scope, left: cell.value }, place, [cell.cell]), left: cell.value });
    if (cell.value < 0 && !kind?.signed) broken.push(single('numbers/negative'));
    if (!Number.isInteger(cell.value) && !kind?.amount) broken.push(single('numbers/fraction'));
  }
  const rest = printed === 0 ? 'notApplicable' : filled === 0 ? 'undecided' : 'kept';
  for (const code of ['numbers/negative', 'numbers/fraction'] as const) {
    if (!broken.some((outcome) => outcome.code === code)) broken.push(verdict(code, rest));
  }
  return broken;
}

interface Group {
  whole: string;
  parts: readonly string[];
}

/** Wholes over rows that count the same cases, as the sums of the forms have them; （七）总计 has the whole column above it. */
function groupsOf(era: Era): Group[] {
  const sums = TABLE_RULES
    .filter((rule) => rule.relation === '=' && rule.table !== 'applications' && rule.eras.includes(era))
    .flatMap((rule) => rule.instances)
    .map(({ key, left }) => ({ whole: key, parts: left.filter((term) => typeof term === 'string') }));
  const channels = TABLE_RULES.find((rule) => rule.code === 'statistics/channels' && rule.eras.includes(era))?.instances ?? [];
  const total = channels[0]?.right[0];
  if (typeof total !== 'string') return sums;
  return [{ whole: total, parts: channels.map(({ key }) => key) }, ...sums];
}

const GROUPS: Readonly<Record<Era, readonly Group[]>> = {
  narrative: [], statistics: groupsOf('statistics'), '2019': groupsOf('2019'), '2021': groupsOf('2021'),
};

/**
 * A whole that is blank (`statistics/blank-parent`) or 0 (`numbers/zero-total`) over parts that are filled in. In the forms
 * of 2019 and 2021 a blank whole is left to the reader: some agencies leave 总计 blank throughout.
 */
export function evaluateWholes(view: View, brokenOnly: boolean): RuleOutcome[] {
  const { era } = view.report.template;
  const outcomes: RuleOutcome[] = [];
  for (const { whole, parts } of GROUPS[era]) {
    if (!view.tables.has(whole.slice(0, whole.indexOf('.')))) continue;
    const cell = view.cells.get(whole);
    if (brokenOnly && cell?.value != null && cell.value !== 0) continue;
    const filled = parts.filter((path) => (valueOf(view, path) ?? 0) > 0);
    const blank = cell?.status === 'blank' || cell?.status === 'notApplicable';
    const decided: Outcome = filled.length > 0 ? 'broken' : 'kept';
    const judge = (code: CheckCode, outcome: Outcome): void => {
      if (!brokenOnly || outcome === 'broken') outcomes.push(wholeOutcome(view, code, outcome, whole, filled.length > 0 ? filled : parts));
    };
    judge('numbers/zero-total', cell?.value === 0 ? decided : cell?.value == null ? 'undecided' : 'kept');
    if (era === 'statistics') judge('statistics/blank-parent', blank ? decided : cell?.value == null ? 'undecided' : 'kept');
  }
  return outcomes;
}

function wholeOutcome(view: View, code: CheckCode, outcome: Outcome, whole: string, parts: readonly string[]): RuleOutcome {
  const values = parts.map((path) => valueOf(view, path) ?? 0);
  const left = exact(values.reduce((sum, value) => sum + value, 0));
  const right = valueOf(view, whole);
  const scope = cellLabel(view.report.template.era, whole);
  return {
    code, outcome, cells: [...parts, whole], left, right, difference: right === null ? null : exact(left - right),
    args: outcome === 'broken' ? { scope, left, leftSum: sumText(values, left), ...(right === null ? {} : { right, difference: left - right }) } : {},
    place: placeOfCell(view, whole),
  };
}

const TRAINEES = 'statistics.training.trainees';
const SESSIONS = 'statistics.training.sessions';

/** People trained although no session was held. */
export function evaluateTrainees(view: View): RuleOutcome[] {
  if (view.report.template.era !== 'statistics') return [];
  if (!view.tables.has('statistics')) return [verdict('statistics/trainees', 'notApplicable')];
  const trainees = valueOf(view, TRAINEES);
  const sessions = view.cells.get(SESSIONS);
  const base = { cells: [SESSIONS, TRAINEES], left: trainees, right: sessions?.value ?? null, difference: null, place: placeOfCell(view, TRAINEES) };
  const lost = sessions === undefined || sessions.status === 'missing' || sessions.status === 'unreadable';
  if (trainees === null || (lost && trainees > 0)) return [{ ...base, code: 'statistics/trainees', outcome: 'undecided', args: {} }];
  const broken = trainees > 0 && !((sessions?.value ?? 0) > 0);
  return [{ ...base, code: 'statistics/trainees', outcome: broken ? 'broken' : 'kept', args: broken ? { left: trainees } : {} }];
}
