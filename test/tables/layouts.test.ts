/** Every layout, every era, any figures: no number in a wrong cell; nothing lost where the layout shows its blanks. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseReport } from '../../src/pipeline.ts';
import { cases } from '../helpers/effort.ts';
import { LAYOUTS, reportOf, type Layout } from './layouts.ts';
import { make, type Made, type MakeOptions } from './lawful.ts';

const ZEROS: Readonly<Record<string, readonly string[]>> = {
  zero: ['0'], blank: [''], slash: ['/'], dash: ['—'], word: ['无'], mixed: ['0', '', '0', '/'],
};
/** Blanks among digits that run together leave nothing to count. */
const GLUED = ['digits glued', 'all glued', 'the last two values glued'];
const SEPARATED_BY_NOTHING = ['—', '/', '无', ''];

const ERAS = ['statistics', '2019', '2021'] as const;

/** Cells that hold another number than was printed, and those that lost theirs. */
function compare(made: Made, text: string): { wrong: string[]; lost: string[] } {
  const report = parseReport(text);
  const wrong: string[] = [];
  const lost: string[] = [];
  if (report.template.era !== made.era) wrong.push(`era ${report.template.era}`);
  const found = new Map(report.cells.map((cell) => [cell.cell, cell.value]));
  for (const [cell, value] of made.expected) {
    const read = found.get(cell) ?? null;
    if (read === value) continue;
    (read === null ? lost : wrong).push(`${cell} is ${String(read)}, printed ${String(value)}`);
  }
  return { wrong, lost };
}

const options: fc.Arbitrary<MakeOptions> = fc.record({
  subtotal: fc.boolean(), most: fc.constantFrom(9, 40, 3000), dense: fc.constantFrom(0.02, 0.1, 0.35, 0.8),
});

function holds(layout: Layout, made: Made, text: string): void {
  const { wrong, lost } = compare(made, text);
  expect(wrong).toEqual([]);
  if (layout.showsBlanks) expect(lost).toEqual([]);
}

describe.each(Object.entries(LAYOUTS))('%s', (name, layout) => {
  const styles = Object.entries(ZEROS).filter(([, zeros]) => !GLUED.includes(name) || !zeros.some((zero) => SEPARATED_BY_NOTHING.includes(zero)));
  test.each(styles)('zeros printed as %s', (_, zeros) => {
    fc.assert(fc.property(fc.constantFrom(...ERAS), fc.nat(), options, (era, seed, how) => {
      const made = make(era, seed, { ...how, zeros });
      holds(layout, made, reportOf(made, layout));
    }), { numRuns: cases(1, 12), seed: 20_231 });
  });
});
