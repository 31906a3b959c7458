/**
 * Mutated reports by the thousand: whatever the text, the report of it holds together. `FUZZ_SEED=N` looks at others,
 * `FUZZ_INPUTS=N` at more. What fails is made as small as it still fails before it is shown.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { decode } from '../src/decode/decode.ts';
import { parseReport } from '../src/pipeline.ts';
import { reportSchema, type Report } from '../src/index.ts';
import { lineStarts } from './helpers/places.ts';
import { minimised } from './helpers/minimise.ts';
import { mutated, randomOf } from './helpers/mutate.ts';
import { worked } from './helpers/worked.ts';

const SEED = Number(process.env['FUZZ_SEED'] ?? 20_080_501);
const INPUTS = Number(process.env['FUZZ_INPUTS'] ?? 10_000);
/** An input may cost so many times as much as an ordinary one of its size. */
const COST = 100;
/** Faults that are shown. */
const SHOWN = 5;

const ROOT = join(import.meta.dirname, '..', 'fixtures');
const fixtures = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((name) => /report\.\w+$/.test(name)).sort().map((name) => decode(readFileSync(join(ROOT, name))).text);

/** What is wrong with the report of a text, `null` for nothing. */
function fault(text: string, ordinary: (length: number) => number): string | null {
  let report: Report;
  const started = worked();
  try {
    report = parseReport(text);
  } catch (error) {
    return `throws ${String(error).split('\n')[0]!}`;
  }
  const most = COST * ordinary(text.length);
  if (worked() - started > most && fastest(text) > most) return 'costs too much';
  return wrongIn(report, text);
}

/** Milliseconds that a text takes where nothing else is in its way. */
function fastest(text: string): number {
  return Math.min(...Array.from({ length: 3 }, () => {
    const started = worked();
    parseReport(text);
    return worked() - started;
  }));
}

function wrongIn(report: Report, text: string): string | null {
  const checked = reportSchema.safeParse(JSON.parse(JSON.stringify(report)));
  if (!checked.success) return `breaks the schema: ${checked.error.issues[0]?.path.join('.') ?? ''}`;
  const starts = lineStarts(text);
  const names = new Set(report.cells.map(({ cell }) => cell));
  const taken = new Map<string, string>();
  for (const { cell, raw, line, column, status } of report.cells) {
    if (line === null || column === null || raw === null || raw === '') continue;
    const start = starts[line - 1];
    if (start === undefined || !text.startsWith(raw, start + column - 1)) return `raw of a${status === 'unreadable' ? 'n unreadable' : ''} cell does not stand at its place`;
    const place = `${line}:${column}`;
    if (status !== 'reported') continue;
    // A cell merged over headings says the same under each, in its own row.
    const row = cell.slice(0, cell.lastIndexOf('.'));
    if ((taken.get(place) ?? row) !== row) return 'one printed number is the value of cells in two rows';
    taken.set(place, row);
  }
  for (const { code, cells } of report.findings) {
    if (cells.some((cell) => !names.has(cell) && !cell.startsWith('indicators'))) return `a finding ${code} is about a cell that does not exist`;
  }
  return null;
}

test(`${INPUTS} mutated reports hold together (seed ${SEED})`, () => {
  for (const text of fixtures) parseReport(text);
  const perUnit = fixtures.map((text) => fastest(text) / text.length).sort((a, b) => a - b)[fixtures.length >> 1]!;
  // Of a text of a few lines the fixed cost counts.
  const ordinary = (length: number): number => perUnit * Math.max(length, 1000);
  const faults = new Map<string, string>();
  const random = randomOf(SEED);
  for (let index = 0; index < INPUTS && faults.size < SHOWN; index++) {
    const text = mutated(fixtures, random);
    const found = fault(text, ordinary);
    if (found !== null && !faults.has(found)) faults.set(found, minimised(text, (smaller) => fault(smaller, ordinary) === found));
  }
  expect(Object.fromEntries(faults)).toEqual({});
}, 3_600_000);
