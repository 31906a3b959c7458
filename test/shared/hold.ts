/** The tests of a corpus: every file of it at its floor. */
import { describe, expect, test } from 'vitest';
import { countsOf, samples, type Corpus } from './corpora.ts';
import { complaint, readFloors } from './floors.ts';

/**
 * Holds every file of a corpus at its floor. A file that is not in the list is reported and fails nothing, so that
 * samples may be added; `npm run floors` takes it in.
 */
export function holdCorpus(corpus: Corpus): void {
  const all = samples(corpus);
  const floors = readFloors(corpus);
  describe(`../shared: ${corpus}`, () => {
    if (all === null) {
      console.warn(`SKIPPED: the folder of ${corpus} in ../shared is not there; NOTHING of it is tested`);
      test('is not there', () => {
        expect(all).toBeNull();
      });
      return;
    }
    test.each(all.filter(({ file }) => floors[file] !== undefined).map((sample) => [sample.file, sample] as const))(
      '%s',
      async (file, sample) => {
        const { faults, counts } = await countsOf(sample);
        expect(
          complaint(
            `${corpus}/${file}`,
            floors[file]!,
            counts,
            faults.map(({ text }) => text),
          ),
          'at its floor',
        ).toBeNull();
      },
    );
    test('files that are not in the list are reported', async () => {
      for (const sample of all.filter(({ file }) => floors[file] === undefined)) {
        const { faults } = await countsOf(sample);
        console.warn(
          `NEW: ${corpus}/${sample.file} has ${faults.length} faults and no floor; \`npm run floors\` takes it into the list`,
        );
      }
    });
  });
}
