/** Holds a parsed report against the truths of its document. */
import type { Report, TableTree } from '../../src/index.ts';
import { bareLabel, indicatorKey } from './model/indicator-key.ts';
import type { TortureDocument } from './document.ts';
import type { Truth } from './model/types.ts';

/** Counts of one document, or of many. */
export interface Score {
  documents: number;
  /** Cells that are judged. */
  cells: number;
  /** Cells whose truth is a number (those that may also be `null` included). */
  printed: number;
  /** Cells that came out as they should, `null` where that is right. */
  right: number;
  /** Numbers that came out as printed. */
  rightValues: number;
  /** Numbers that came out. */
  values: number;
  /** `null` for a cell for which something is printed, with and without a finding that names it. */
  nullTold: number;
  nullSilent: number;
  /** `null` without a finding for a cell that the text does not have at all. */
  absentSilent: number;
  wrongTold: number;
  wrongSilent: number;
  /** A printed number whose cell ended as `blank`. */
  asBlank: number;
  /** Numbers that came out as printed, but with a place that is not theirs. */
  misplaced: number;
  /** Another era came out. */
  era: number;
}

export interface Fault {
  kind: 'wrong silent' | 'wrong told' | 'null silent' | 'null told' | 'absent silent' | 'blank' | 'misplaced';
  cell: string;
  got: string;
  want: string;
}

export const emptyScore = (): Score => ({ documents: 0, cells: 0, printed: 0, right: 0, rightValues: 0, values: 0, nullTold: 0, nullSilent: 0, absentSilent: 0, wrongTold: 0, wrongSilent: 0, asBlank: 0, misplaced: 0, era: 0 });

export function addScore(into: Score, score: Score): void {
  for (const name of Object.keys(into) as (keyof Score)[]) into[name] += score[name];
}

/** What of a report is looked at. */
type Judged = Pick<Report, 'tables' | 'cells' | 'findings' | 'template'>;

/** Scores a report. */
export function scoreReport(report: Judged, { truths, places, text, era }: Pick<TortureDocument, 'truths' | 'places' | 'text' | 'era'>): { score: Score; faults: Fault[] } {
  const score = emptyScore();
  const faults: Fault[] = [];
  score.documents = 1;
  if (report.template.era !== era) score.era = 1;
  const got = valuesOf(report, [...truths.keys()].some((key) => key.startsWith('indicators.')));
  const named = namedBy(report);
  const isMisplaced = placeCheck(report, text, places);
  const blank = new Set(report.cells.filter((cell) => cell.status === 'blank').map((cell) => cell.cell));
  for (const [key, truth] of truths) {
    score.cells++;
    if (truth.value !== null) score.printed++;
    const values = got.get(key) ?? [];
    got.delete(key);
    const numbers = [...new Set(values.filter((value) => value !== null))];
    const told = named(key);
    const fault = (kind: Fault['kind']): void => {
      faults.push({ kind, cell: key, got: numbers.length > 0 ? numbers.join(' and ') : 'null', want: wanted(truth) });
    };
    if (truth.shown !== 'empty' && truth.shown !== 'absent' && numbers.length === 0 && blank.has(key)) {
      score.asBlank++;
      fault('blank');
    }
    if (numbers.length > 0) {
      score.values++;
      if (numbers.length === 1 && numbers[0] === truth.value) {
        score.right++;
        score.rightValues++;
        if (isMisplaced(key)) {
          score.misplaced++;
          fault('misplaced');
        }
      } else {
        score[told ? 'wrongTold' : 'wrongSilent']++;
        fault(told ? 'wrong told' : 'wrong silent');
      }
      continue;
    }
    if (truth.value === null || truth.orNull) score.right++;
    if (truth.shown === 'absent') {
      if (!told) { score.absentSilent++; fault('absent silent'); }
    } else if (truth.shown !== 'empty') {
      score[told ? 'nullTold' : 'nullSilent']++;
      if (!told || (truth.value !== null && !truth.orNull)) fault(told ? 'null told' : 'null silent');
    }
  }
  for (const [key, values] of got) {
    for (const value of values) {
      if (value === null) continue;
      score.values++;
      const told = named(key);
      score[told ? 'wrongTold' : 'wrongSilent']++;
      faults.push({ kind: told ? 'wrong told' : 'wrong silent', cell: key, got: String(value), want: 'no such cell' });
    }
  }
  return { score, faults };
}

const wanted = (truth: Truth): string => (truth.value === null ? truth.shown : `${truth.value}${truth.orNull ? ' or null' : ''}`);

/** Every value by address; an address has several where rows of one label came out. */
function valuesOf(report: Judged, local: boolean): Map<string, (number | null)[]> {
  const got = new Map<string, (number | null)[]>();
  const put = (key: string, value: number | null): void => {
    const before = got.get(key);
    if (before === undefined) got.set(key, [value]);
    else before.push(value);
  };
  const walk = (tree: TableTree, path: string): void => {
    for (const [code, leaf] of Object.entries(tree)) {
      if (code === 'amountUnit' || typeof leaf === 'string') continue;
      if (leaf === null || typeof leaf === 'number') put(`${path}.${code}`, leaf);
      else walk(leaf, `${path}.${code}`);
    }
  };
  const { indicators, ...trees } = report.tables;
  for (const [name, tree] of Object.entries(trees)) if (tree !== undefined) walk(tree as TableTree, name);
  // A form's own table read as a local one is a table lost, not a set of wrong values.
  if (local) for (const one of indicators ?? []) for (const [column, value] of Object.entries(one.values)) put(indicatorKey(one.label, column), value);
  return got;
}

/** Whether a cell's line and column lie outside of everything that is printed for it. */
function placeCheck(report: Judged, text: string, places: TortureDocument['places']): (key: string) => boolean {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  const cells = new Map(report.cells.map((cell) => [cell.cell, cell]));
  return (key) => {
    const cell = cells.get(key);
    const printed = places.get(key);
    if (cell?.line == null || cell.column === null || printed === undefined) return false;
    const offset = (starts[cell.line - 1] ?? -1) + cell.column - 1;
    return !printed.some(({ start, end }) => offset >= start && offset < Math.max(end, start + 1));
  };
}

/** Whether a finding names the cell: by its address, or an indicator by its label in the arguments. */
function namedBy(report: Judged): (key: string) => boolean {
  const cells = new Set(report.findings.flatMap((finding) => finding.cells));
  const words = new Set(report.findings.flatMap((finding) => Object.values(finding.args).flatMap((value) => (typeof value === 'string' ? [bareLabel(value)] : Array.isArray(value) ? value.filter((one) => typeof one === 'string').map(bareLabel) : []))));
  return (key) => {
    if (cells.has(key)) return true;
    if (!key.startsWith('indicators.')) return false;
    const label = key.slice('indicators.'.length, key.lastIndexOf('.'));
    return words.has(label) || [...words].some((word) => word.length > label.length && word.includes(label));
  };
}
