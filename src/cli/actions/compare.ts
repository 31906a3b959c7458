/** What differs between an expected report and the one that came out. */
import type { Report } from '../../schema/report.ts';

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

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const isTree = (value: unknown): value is Record<string, Json> => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Compares what the expectation names, at any depth: a member it leaves out is not judged, in the report or in a table or an
 * entry of a list. A list of whole entries, as `--update` writes it, is judged as a whole; one with an entry that leaves members
 * out names those entries alone. `source.path` depends on where the command runs and is never judged; a cell that differs in
 * `tables` is named there alone.
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
    for (const [key, value] of Object.entries(expected)) {
      const name = /^[\w.]+$/.test(key) ? `${member}.${key}` : `${member}[${JSON.stringify(key)}]`;
      if (!Object.hasOwn(actual, key)) found.push({ member: name, expected: value, actual: undefined, line: null });
      else compare(name, value, actual[key]!, found);
    }
  } else if (Array.isArray(expected) && Array.isArray(actual)) compareLists(member, expected, actual, found);
  else if (expected !== actual) found.push({ member, expected, actual, line: null });
}

/** Whether everything that the expectation names is so. */
function holds(expected: Json, actual: Json): boolean {
  const found: Difference[] = [];
  compare('', expected, actual, found);
  return found.length === 0;
}

/** Whether an entry has all members that the entries of the report have. */
function isWhole(entry: Json, actual: readonly Json[]): boolean {
  if (!isTree(entry)) return true;
  const trees = actual.filter(isTree);
  return trees.length === 0 || Object.keys(trees[0]!).filter((key) => trees.every((tree) => Object.hasOwn(tree, key))).every((key) => Object.hasOwn(entry, key));
}

/** What an entry is about: its cell, its metric, its code, its heading. */
function subjectOf(entry: Json): string | null {
  if (!isTree(entry)) return null;
  for (const key of ['cell', 'metric', 'subject', 'code', 'title', 'label', 'signal']) if (typeof entry[key] === 'string') return `${key} ${entry[key]}`;
  return null;
}

/**
 * Pairs the entries of an expectation with those of the report: first those that hold, then those about the same. Cells have one
 * entry each; of anything else one entry too many is one difference, not a cascade.
 */
export function pairEntries(expected: readonly Json[], actual: readonly Json[]): { pairs: [expected: number, actual: number | null][]; rest: number[] } {
  const free = new Set(actual.keys());
  const bySubject = new Map<string, number[]>();
  for (const [index, entry] of actual.entries()) {
    const subject = subjectOf(entry);
    if (subject !== null) bySubject.set(subject, [...bySubject.get(subject) ?? [], index]);
  }
  const byText = new Map<string, number[]>();
  for (const [index, entry] of actual.entries()) byText.set(JSON.stringify(entry), [...byText.get(JSON.stringify(entry)) ?? [], index]);
  const partners = new Map<number, number>();
  const take = (index: number, partner: number | undefined): void => {
    if (partner === undefined) return;
    free.delete(partner);
    partners.set(index, partner);
  };
  const amongst = (entry: Json): number[] => {
    const subject = subjectOf(entry);
    return (subject === null ? [...free] : bySubject.get(subject) ?? []).filter((index) => free.has(index));
  };
  for (const [index, entry] of expected.entries()) take(index, byText.get(JSON.stringify(entry))?.find((one) => free.has(one)));
  for (const [index, entry] of expected.entries()) if (!partners.has(index)) take(index, amongst(entry).find((one) => holds(entry, actual[one]!)));
  for (const [index, entry] of expected.entries()) if (!partners.has(index) && subjectOf(entry) !== null) take(index, amongst(entry)[0]);
  return { pairs: [...expected.keys()].map((index) => [index, partners.get(index) ?? null]), rest: [...free] };
}

function compareLists(member: string, expected: readonly Json[], actual: readonly Json[], found: Difference[]): void {
  const whole = expected.every((entry) => isWhole(entry, actual));
  const { pairs, rest } = pairEntries(expected, actual);
  const nameOf = (entry: Json, index: number): string => `${member}[${isTree(entry) && typeof entry['cell'] === 'string' ? entry['cell'] : String(index)}]`;
  const left = whole ? [...rest] : [];
  const gone = pairs.filter(([, partner]) => partner === null).map(([index]) => index);
  const before = found.length;
  for (const [index, partner] of pairs) if (partner !== null) compare(nameOf(expected[index]!, index), expected[index]!, actual[partner]!, found);
  for (const index of gone) {
    // As many gone as come: the entries were changed.
    const partner = gone.length === left.length ? left[gone.indexOf(index)] : undefined;
    const name = nameOf(expected[index]!, index);
    if (partner === undefined || isCell(expected[index]!)) found.push({ member: name, expected: expected[index], actual: undefined, line: null });
    else compare(name, expected[index]!, actual[partner]!, found);
  }
  if (gone.length !== left.length || left.some((index) => isCell(actual[index]!))) {
    for (const index of left) found.push({ member: nameOf(actual[index]!, index), expected: undefined, actual: actual[index], line: null });
  }
  const order = pairs.map(([, partner]) => partner);
  if (whole && found.length === before && order.some((partner, index) => index > 0 && partner! < order[index - 1]!)) {
    found.push({ member: `${member} (order)`, expected, actual, line: null });
  }
}

function isCell(entry: Json): boolean {
  return isTree(entry) && typeof entry['cell'] === 'string';
}

/** What comes out of the members that an expectation names: what `--update` writes in its place. */
export function namedMembers(expected: Json, actual: Json): Json {
  if (isTree(expected) && isTree(actual)) {
    return Object.fromEntries(Object.keys(expected).filter((key) => Object.hasOwn(actual, key)).map((key) => [key, namedMembers(expected[key]!, actual[key]!)]));
  }
  if (!Array.isArray(expected) || !Array.isArray(actual) || expected.every((entry) => isWhole(entry, actual))) return actual;
  return pairEntries(expected, actual).pairs.flatMap(([index, partner]) => (partner === null ? [] : [namedMembers(expected[index]!, actual[partner]!)]));
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
