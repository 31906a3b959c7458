/**
 * The faults that are tolerated today, file by file. Every file that is known stands in the list, the perfect ones
 * with no fault; a file may have as many faults of each kind as the list says, no more and no fewer, so that the list
 * only shrinks.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Corpus } from './corpora.ts';
import type { Counts, FaultKind } from './fault.ts';

/** By the name of the file. */
export type Floors = Record<string, Counts>;

const FOLDER = join('test', 'shared', 'floors');
const path = (corpus: Corpus): string => join(FOLDER, `${corpus}.json`);

/**
 * The list of a corpus, empty where there is none yet. Paths are those of the checkout's root, where tests and
 * scripts run.
 */
export function readFloors(corpus: Corpus): Floors {
  return existsSync(path(corpus)) ? (JSON.parse(readFileSync(path(corpus), 'utf8')) as Floors) : {};
}

/** One line a file, so that changes to several files come together without conflict. */
export function writeFloors(corpus: Corpus, floors: Floors): void {
  const rows = Object.keys(floors)
    .sort()
    .map((file) => `  ${JSON.stringify(file)}: ${JSON.stringify(floors[file])}`);
  writeFileSync(path(corpus), `{\n${rows.join(',\n')}\n}\n`);
}

/** The kinds that any of them counts, in order. */
function kindsIn(...all: readonly Counts[]): FaultKind[] {
  return [...new Set(all.flatMap((counts) => Object.keys(counts) as FaultKind[]))].sort();
}

/** Two counts kind by kind; a kind without any is left out. */
function combine(a: Counts, b: Counts, by: (a: number, b: number) => number): Counts {
  return Object.fromEntries(
    kindsIn(a, b)
      .map((kind) => [kind, by(a[kind] ?? 0, b[kind] ?? 0)] as const)
      .filter(([, count]) => count > 0),
  );
}

export interface Difference {
  kind: FaultKind;
  floor: number;
  now: number;
}

/** The kinds whose numbers are not those of the list. */
export function differences(floor: Counts, now: Counts): Difference[] {
  return kindsIn(floor, now)
    .map((kind) => ({ kind, floor: floor[kind] ?? 0, now: now[kind] ?? 0 }))
    .filter((one) => one.floor !== one.now);
}

/** What a test says about a file that is not at its floor; `null` where it is. */
export function complaint(name: string, floor: Counts, now: Counts, faults: readonly string[]): string | null {
  const all = differences(floor, now);
  if (all.length === 0) return null;
  const tell = (list: readonly Difference[]): string =>
    list.map(({ kind, floor: was, now: is }) => `${kind} ${is}, floor ${was}`).join('; ');
  const more = all.filter((one) => one.now > one.floor);
  const fewer = all.filter((one) => one.now < one.floor);
  return [
    ...(more.length === 0 ? [] : [`${name} has MORE faults than its floor: ${tell(more)}`]),
    ...(fewer.length === 0
      ? []
      : [`${name} has fewer faults than its floor: ${tell(fewer)}; \`npm run floors\` lowers the list`]),
    ...(more.length === 0 ? [] : faults.map((fault) => `  ${fault}`)),
  ].join('\n');
}

export interface Rewritten {
  floors: Floors;
  /** Files that were not in the list. */
  added: string[];
  /** Files of the list that are no longer there. */
  gone: string[];
  lowered: string[];
  /** Files with a number that rises, and was not accepted: it stays as it was in the list. */
  refused: string[];
  /** Files with a number that rises, and was accepted. */
  accepted: string[];
}

/**
 * The list anew: numbers fall by themselves, none rises but in the files that `accept` names.
 *
 * @param now every file that is there, with its faults
 */
export function rewrite(before: Floors, now: Floors, accept: (file: string) => boolean): Rewritten {
  const result: Rewritten = {
    floors: {},
    added: [],
    gone: Object.keys(before).filter((file) => now[file] === undefined),
    lowered: [],
    refused: [],
    accepted: [],
  };
  for (const [file, counts] of Object.entries(now)) {
    const floor = before[file];
    result.floors[file] = counts;
    if (floor === undefined) {
      result.added.push(file);
      continue;
    }
    const all = differences(floor, counts);
    if (all.some((one) => one.now < one.floor)) result.lowered.push(file);
    if (!all.some((one) => one.now > one.floor)) continue;
    if (accept(file)) result.accepted.push(file);
    else {
      result.refused.push(file);
      result.floors[file] = combine(floor, counts, Math.min);
    }
  }
  return result;
}

/** Rows of file, kinds and counts for the files with faults, and the totals of every kind. */
export function floorsTable(corpus: string, floors: Floors): string[] {
  const faulty = Object.entries(floors).filter(([, counts]) => Object.keys(counts).length > 0);
  const tell = (counts: Counts): string =>
    kindsIn(counts)
      .map((kind) => `${kind} ${counts[kind]!}`)
      .join('  ');
  const width = Math.max(0, ...faulty.map(([file]) => file.length));
  const totals = faulty.map(([, counts]) => counts).reduce((sum, counts) => combine(sum, counts, (a, b) => a + b), {});
  return [
    `${corpus}: ${faulty.length} of ${Object.keys(floors).length} files have faults${faulty.length === 0 ? '' : `: ${tell(totals)}`}`,
    ...faulty.map(([file, counts]) => `  ${file.padEnd(width)}  ${tell(counts)}`),
  ];
}
