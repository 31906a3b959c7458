/** What differs between an expected report and the one that came out. */
import type { Report } from '../schema/report.ts';

export interface Difference {
  /** Where in the report: `tables.applications.received.total`, `sections[2].title`. */
  member: string;
  /** `undefined` where one of the two has no such member. */
  expected: unknown;
  actual: unknown;
  /** 1-based line of the source that the value stands in, where it is known. */
  line: number | null;
}

/** An expectation: a report or some members of one, and whether a person has checked it. */
export type Expectation = Partial<Omit<Report, never>> & { reviewed?: boolean };

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const isTree = (value: unknown): value is Record<string, Json> => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Compares the members that the expectation has; those it leaves out are not judged. `source.path` depends on where the
 * command runs and is never judged; a cell that differs in `tables` is named there alone.
 */
export function compareReports(expected: Expectation, actual: Report): Difference[] {
  const plain = JSON.parse(JSON.stringify(actual)) as Record<string, Json>;
  const differences: Difference[] = [];
  for (const [member, value] of Object.entries(expected)) {
    if (member === 'reviewed') continue;
    if (!Object.hasOwn(plain, member)) differences.push({ member, expected: value, actual: undefined, line: null });
    else compare(member, value as Json, plain[member]!, differences);
  }
  return placed(differences.filter(({ member }) => member !== 'source.path'), actual);
}

function compare(member: string, expected: Json, actual: Json, found: Difference[]): void {
  if (isTree(expected) && isTree(actual)) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
      const name = /^[\w.]+$/.test(key) ? `${member}.${key}` : `${member}[${JSON.stringify(key)}]`;
      if (!Object.hasOwn(expected, key)) found.push({ member: name, expected: undefined, actual: actual[key], line: null });
      else if (!Object.hasOwn(actual, key)) found.push({ member: name, expected: expected[key], actual: undefined, line: null });
      else compare(name, expected[key]!, actual[key]!, found);
    }
  } else if (Array.isArray(expected) && Array.isArray(actual)) compareLists(member, expected, actual, found);
  else if (expected !== actual) found.push({ member, expected, actual, line: null });
}

/** Entries are matched by the cell they are about, or else as they stand: one entry too many is one difference, not a cascade. */
function compareLists(member: string, expected: readonly Json[], actual: readonly Json[], found: Difference[]): void {
  const key = (entry: Json): string | null => (isTree(entry) && typeof entry['cell'] === 'string' ? entry['cell'] : null);
  if (expected.every((entry) => key(entry) !== null) && actual.every((entry) => key(entry) !== null)) {
    const [wanted, got] = [expected, actual].map((list) => new Map(list.map((entry) => [key(entry)!, entry])));
    for (const name of new Set([...wanted!.keys(), ...got!.keys()])) {
      const [left, right] = [wanted!.get(name), got!.get(name)];
      if (left === undefined || right === undefined) found.push({ member: `${member}[${name}]`, expected: left, actual: right, line: null });
      else compare(`${member}[${name}]`, left, right, found);
    }
    return;
  }
  const texts = new Map<string, number>();
  for (const entry of actual) texts.set(JSON.stringify(entry), (texts.get(JSON.stringify(entry)) ?? 0) + 1);
  const take = (entry: Json): boolean => {
    const left = texts.get(JSON.stringify(entry)) ?? 0;
    texts.set(JSON.stringify(entry), left - 1);
    return left > 0;
  };
  const gone = [...expected.entries()].filter(([, entry]) => !take(entry));
  const kept = new Map<string, number>();
  for (const entry of expected) kept.set(JSON.stringify(entry), (kept.get(JSON.stringify(entry)) ?? 0) + 1);
  const come = [...actual.entries()].filter(([, entry]) => {
    const left = kept.get(JSON.stringify(entry)) ?? 0;
    kept.set(JSON.stringify(entry), left - 1);
    return left <= 0;
  });
  if (gone.length === 0 && come.length === 0) {
    if (JSON.stringify(expected) !== JSON.stringify(actual)) found.push({ member: `${member} (order)`, expected, actual, line: null });
    return;
  }
  for (let index = 0; index < Math.max(gone.length, come.length); index++) {
    const [before, after] = [gone[index], come[index]];
    const name = `${member}[${String((before ?? after)![0])}]`;
    if (before === undefined || after === undefined || gone.length !== come.length) {
      if (before !== undefined) found.push({ member: name, expected: before[1], actual: undefined, line: null });
      if (after !== undefined) found.push({ member: `${member}[${String(after[0])}]`, expected: undefined, actual: after[1], line: null });
    } else compare(name, before[1], after[1], found);
  }
}

/** Adds the lines, and drops what `cells` says again of a value that differs in `tables`. */
function placed(differences: readonly Difference[], actual: Report): Difference[] {
  const cells = new Map(actual.cells.map((cell) => [cell.cell, cell]));
  const named = new Set(differences.filter(({ member }) => member.startsWith('tables.')).map(({ member }) => member.slice('tables.'.length)));
  return differences
    .filter(({ member }) => {
      const cell = /^cells\[(.+?)\]/.exec(member)?.[1];
      return cell === undefined || !named.has(cell);
    })
    .map((difference) => ({ ...difference, line: lineOf(difference, actual, cells) }));
}

function lineOf({ member, expected, actual: value }: Difference, actual: Report, cells: ReadonlyMap<string, Report['cells'][number]>): number | null {
  const cell = /^cells\[(.+?)\]/.exec(member)?.[1] ?? (member.startsWith('tables.') ? member.slice('tables.'.length) : null);
  if (cell !== null) return cells.get(cell)?.line ?? null;
  for (const entry of [value, expected]) if (isTree(entry) && typeof entry['line'] === 'number') return entry['line'];
  const [, list, index] = /^(sections|facts|findings)\[(\d+)\]/.exec(member) ?? [];
  if (list === undefined) return null;
  const entry = actual[list as 'sections' | 'facts' | 'findings'][Number(index)];
  return entry?.line ?? null;
}
