/**
 * A fixed slice of the torture run, held by committed floors: what is read wrongly or lost, by layout, and only ever less.
 *
 *   UPDATE_TORTURE=1 npx vitest run test/torture      lowers the floors to what is measured now
 *   UPDATE_TORTURE=force …                            sets them anew, after a change of the generator
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { choose, makeDocument } from './document.ts';
import { addOutcome, createSummary, runDocument } from './run.ts';

const SEED = 20_140_501;
const DOCUMENTS = 248;
const FILE = join(import.meta.dirname, 'floors.json');
const COUNTED = ['wrongSilent', 'wrongTold', 'nullSilent', 'absentSilent', 'asBlank', 'misplaced', 'era'] as const;

type Counts = Record<string, number>;
const choice = choose();

test('the generator repeats itself', () => {
  for (let index = 0; index < choice.layouts.length; index++) {
    const [one, other] = [makeDocument(SEED, index, choice), makeDocument(SEED, index, choice)];
    expect(one.text).toBe(other.text);
    expect(one.truths).toEqual(other.truths);
    expect(one.text).not.toMatch(/[\u{f0000}-\u{10fffd}]|undefined|\[\[/u);
  }
});

test('no layout is read worse than its floor', async () => {
  const summary = createSummary();
  for (let index = 0; index < DOCUMENTS; index++) addOutcome(summary, await runDocument(SEED, index, choice));
  const measured: Record<string, Counts> = {};
  for (const layout of [...summary.byLayout.keys()].sort()) {
    const score = summary.byLayout.get(layout)!;
    measured[layout] = { ...Object.fromEntries(COUNTED.map((name) => [name, score[name]])), lost: score.printed - score.rightValues };
  }
  const mode = process.env['UPDATE_TORTURE'];
  const floors = (existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {}) as Record<string, Counts>;
  if (mode !== undefined) {
    for (const [layout, counts] of Object.entries(measured)) {
      for (const [name, count] of Object.entries(counts)) counts[name] = mode === 'force' ? count : Math.min(count, floors[layout]?.[name] ?? count);
    }
    writeFileSync(FILE, `{\n${Object.entries(measured).map(([layout, counts]) => ` ${JSON.stringify(layout)}: ${JSON.stringify(counts)}`).join(',\n')}\n}\n`);
    return;
  }
  const compare = (sign: 1 | -1): string[] => Object.entries(measured).flatMap(([layout, counts]) => Object.entries(counts)
    .filter(([name, count]) => sign * (count - (floors[layout]?.[name] ?? 0)) > 0)
    .map(([name, count]) => `${layout}: ${name} ${count}, floor ${floors[layout]?.[name] ?? 0}`));
  const better = compare(-1);
  if (better.length > 0) console.warn(`Better than the floors; UPDATE_TORTURE=1 npx vitest run test/torture lowers them:\n  ${better.join('\n  ')}`);
  expect(compare(1), 'worse than the floors (npm run torture -- --layout NAME --show 5 shows documents)').toEqual([]);
});
