import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check, evaluateRules } from '../../src/check/check.ts';
import { cellsOfForm } from '../../src/forms/cells.ts';
import { formOf } from '../../src/forms/registry.ts';
import { cases } from '../helpers/effort.ts';
import { lawful, reportOf } from './reports.ts';

const FORMS = [
  { era: '2019', options: {} }, { era: '2019', options: { organizations: true } }, { era: '2019', options: { otherHead: true } },
  { era: '2021', options: {} }, { era: '2021', options: { organizations: true } }, { era: '2021', options: { otherHead: true, organizations: true } },
  { era: 'statistics', options: {} },
] as const;

/** Cells that some sum of the form covers. */
function covered(era: '2019' | '2021' | 'statistics'): Set<string> {
  return new Set(formOf(era).relations.filter(({ relation }) => relation === '=').flatMap((rule) => rule.instances)
    .flatMap(({ left, right }) => [...left, ...right]).flatMap((term) => (typeof term === 'string' ? [term] : term.oneOf.flat())));
}

describe.each(FORMS)('$era $options', ({ era, options }) => {
  const cells = covered(era);

  test('a lawful report breaks no rule, and any number one off breaks one', () => {
    fc.assert(fc.property(fc.array(fc.nat(60), { minLength: 8, maxLength: 40 }), fc.nat(), (numbers, pick) => {
      let at = 0;
      const values = lawful(era, () => numbers[at++ % numbers.length]!, options);
      expect(check(reportOf(era, values))).toEqual([]);
      const printed = Object.keys(values).filter((path) => cells.has(path));
      for (let step = 0; step < 12; step++) {
        const path = printed[(pick + step * 17) % printed.length]!;
        for (const shift of [1, -1]) {
          const shifted = check(reportOf(era, { ...values, [path]: values[path]! + shift }));
          expect(shifted.filter((finding) => finding.severity === 'error'), `${path} ${String(shift)}`).not.toEqual([]);
          expect(shifted.some((finding) => finding.cells.includes(path)), path).toBe(true);
        }
      }
    }), { numRuns: cases(6, 60) });
  });

  test('blanks break no sum that printed numbers keep', () => {
    fc.assert(fc.property(fc.array(fc.nat(60), { minLength: 8, maxLength: 40 }), fc.array(fc.nat(), { maxLength: 60 }), (numbers, blanks) => {
      let at = 0;
      const values: Record<string, number | null> = lawful(era, () => numbers[at++ % numbers.length]!, options);
      const paths = Object.keys(values);
      for (const blank of blanks) values[paths[blank % paths.length]!] = null;
      expect(check(reportOf(era, values)).filter((finding) => finding.severity === 'error')).toEqual([]);
    }), { numRuns: cases(6, 60) });
  });
});

test('every cell of 三 and 四 is covered by a sum', () => {
  for (const era of ['2019', '2021'] as const) {
    const cells = covered(era);
    const open = cellsOfForm(formOf(era)).filter(({ table, path }) => table !== 'disclosure' && !cells.has(path)).map(({ path }) => path);
    expect(open).toEqual([]);
  }
});

test('anything of the right shape is judged without throwing', () => {
  const value = fc.option(fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })), { nil: null });
  fc.assert(fc.property(fc.constantFrom('narrative', 'statistics', '2019', '2021'), fc.dictionary(fc.constantFrom(...cellsOfForm(formOf('2021')).map((cell) => cell.path), ...cellsOfForm(formOf('statistics')).map((cell) => cell.path)), value), fc.string(), fc.option(fc.string(), { nil: null }), (era, cells, path, title) => {
    const outcomes = evaluateRules(reportOf(era, cells, { path, metadata: { title }, facts: [{ metric: 'applications.received.total', value: 3 }] }));
    expect(outcomes.every((outcome) => outcome.outcome !== 'broken' || Object.keys(outcome.args).length > 0)).toBe(true);
  }));
});
