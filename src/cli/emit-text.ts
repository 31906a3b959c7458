/** `--emit-text`: beside the reports the texts in which their places stand, one file a report. */
import { realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from './exit.ts';
import { STDIN } from './inputs.ts';
import { makeFolder, nameOf, openWhole, outputNames } from './output.ts';
import type { Rendered } from './work.ts';

/**
 * @param paths all paths that will be read, in their order
 * @returns writes the text of an outcome that has one
 * @throws UsageError where a text would be written over an input
 */
export function openTexts(folder: string, paths: readonly string[]): (outcome: Rendered) => Promise<void> {
  const names = new Map(Array.from(outputNames(paths), ([path, name]) => [path, name.replace(/\.json$/, '.txt')]));
  const inputs = new Set(paths.filter((path) => path !== STDIN && statSync(path, { throwIfNoEntry: false }) !== undefined).map((path) => realpathSync(path)));
  for (const name of names.values()) {
    const target = join(folder, name);
    if (statSync(target, { throwIfNoEntry: false }) !== undefined && inputs.has(realpathSync(target))) {
      throw new UsageError(`--emit-text ${folder} would write over the input ${target}`);
    }
  }
  makeFolder(folder);
  return async (outcome) => {
    if (!('piece' in outcome) || outcome.text === undefined) return;
    const target = join(folder, nameOf(names, outcome.path)!.replace(/\.json$/, '.txt'));
    makeFolder(dirname(target));
    const file = await openWhole(target);
    await file.write(outcome.text);
    await file.commit();
  };
}
