/** What the scripts over `../shared` do, on the modules of the tests. */
import { CORPORA, countsOf, samples, type Corpus } from './corpora.ts';
import { floorsTable, readFloors, rewrite, writeFloors, type Floors } from './floors.ts';

/** The list of the faults that are tolerated today, as lines. */
export function listFloors(): string[] {
  return CORPORA.flatMap((corpus) => floorsTable(corpus, readFloors(corpus)));
}

/**
 * Writes the lists anew from what is read now.
 *
 * @param accepted files, as `CORPUS/FILE` or `FILE`, whose numbers may rise
 * @returns lines for people, and whether a number would have had to rise
 */
export async function writeAllFloors(accepted: readonly string[]): Promise<{ lines: string[]; refused: boolean }> {
  const lines: string[] = [];
  const used = new Set<string>();
  let refused = false;
  for (const corpus of CORPORA) {
    const now = await measure(corpus);
    if (now === null) {
      lines.push(`${corpus}: SKIPPED, its folder in ../shared is not there`);
      continue;
    }
    const result = rewrite(readFloors(corpus), now, (file) => {
      const names = [file, `${corpus}/${file}`].filter((name) => accepted.includes(name));
      for (const name of names) used.add(name);
      return names.length > 0;
    });
    writeFloors(corpus, result.floors);
    refused ||= result.refused.length > 0;
    const tell = (what: string, files: readonly string[]): string[] =>
      files.map((file) => `${corpus}/${file}: ${what}`);
    lines.push(
      ...tell('taken into the list', result.added),
      ...tell('no longer there', result.gone),
      ...tell('lowered', result.lowered),
      ...tell('RAISED, as accepted', result.accepted),
      ...tell(
        `REFUSED: it has more faults than before; mend it, or accept it with --accept-regression and its name`,
        result.refused,
      ),
      floorsTable(corpus, result.floors)[0]!,
    );
  }
  lines.push(
    ...accepted
      .filter((name) => !used.has(name))
      .map((name) => `${name}: has no number that rises, nothing was accepted`),
  );
  return { lines, refused };
}

async function measure(corpus: Corpus): Promise<Floors | null> {
  const all = samples(corpus);
  if (all === null) return null;
  const floors: Floors = {};
  for (const sample of all) floors[sample.file] = (await countsOf(sample)).counts;
  return floors;
}
