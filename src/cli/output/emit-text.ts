/** `--emit-text`: beside the reports the texts in which their places stand, one file a report. */
import { realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '../exit.ts';
import { STDIN } from '../input/inputs.ts';
import { disk } from './disk.ts';
import { isBelow, OutputNames } from './names.ts';
import { attempt } from './pending.ts';
import { openWhole, placeOf } from './whole-file.ts';
import type { Rendered } from '../work/work.ts';

/**
 * @param paths all paths that will be read, in their order
 * @returns writes the text of an outcome that has one
 * @throws UsageError where a text would be written over an input, or its name leads out of the folder
 */
export function openTexts(folder: string, paths: readonly string[]): (outcome: Rendered) => Promise<void> {
  const names = new OutputNames(paths);
  const targetOf = (path: string): string => join(folder, names.of(path)!.replace(/\.json$/, '.txt'));
  const inputs = new Set(paths.filter((path) => path !== STDIN && statSync(path, { throwIfNoEntry: false }) !== undefined).map((path) => realpathSync(path)));
  const refuseInput = (target: string): void => {
    if (statSync(target, { throwIfNoEntry: false }) === undefined || !inputs.has(realpathSync(target))) return;
    throw new UsageError(`--emit-text ${folder} would write over the input ${target}`);
  };
  for (const path of paths) refuseInput(targetOf(path));
  return async (outcome) => {
    if (!('piece' in outcome) || outcome.text === undefined) return;
    const target = targetOf(outcome.path);
    if (!isBelow(folder, target)) throw new UsageError(`--emit-text ${folder}: the name of ${outcome.path} leads out of it`);
    await attempt(target, () => { disk.makeFolder(dirname(target)); });
    refuseInput(target);
    const file = await openWhole(placeOf(target));
    await file.write(Buffer.from(outcome.text));
    await file.sync();
    await file.commit();
  };
}
