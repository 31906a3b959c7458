/** The readable files below a folder. */
import { readdir, realpath, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { READABLE } from '../output/formats.ts';
import { reason } from '../terminal/io.ts';
import type { Unreadable } from './inputs.ts';
import { fsPath, rememberPath, shownName } from './raw-names.ts';

export interface Walked {
  /** Sorted by code units in each folder. */
  paths: string[];
  errors: Unreadable[];
  /** Files that no reader takes. */
  others: number;
}

/** What programs leave beside documents and nobody means: Word's locks, what a Mac or Windows adds. */
const LEFT_BEHIND = /^(?:\._|\.DS_Store$|~\$|__MACOSX$|Thumbs\.db$|desktop\.ini$)/i;
/** On a disk hidden files too. */
const HIDDEN = /^(?:\.|node_modules$)/;

/** Whether a path in an archive is none that a person means, going by any of its names. */
export function isLeftBehind(path: string): boolean {
  return path.split('/').some((name) => LEFT_BEHIND.test(name));
}

/** Links are followed, a folder is entered once; what programs leave behind is passed over. */
export async function walk(folder: string): Promise<Walked> {
  const walked: Walked = { paths: [], errors: [], others: 0 };
  await enter(folder, new Set(), walked);
  return walked;
}

async function enter(folder: string, entered: Set<string>, walked: Walked): Promise<void> {
  let names: Buffer[];
  try {
    const real = await realpath(fsPath(folder), 'latin1');
    if (entered.has(real)) return;
    entered.add(real);
    names = await readdir(fsPath(folder), 'buffer');
  } catch (error) {
    walked.errors.push({ path: folder, error: reason(error) });
    return;
  }
  const base = folder.replace(/[\\/]+$/, '');
  const shown = names.map((bytes) => ({ name: shownName(bytes), bytes })).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (const { name, bytes } of shown) {
    if (HIDDEN.test(name) || LEFT_BEHIND.test(name)) continue;
    const parent = fsPath(folder);
    const path = rememberPath(`${base}/${name}`, Buffer.concat([Buffer.from(parent), Buffer.from('/'), bytes]));
    const info = await stat(fsPath(path)).catch(() => null);
    if (info?.isDirectory()) await enter(path, entered, walked);
    else if (!READABLE.has(extname(name).toLowerCase())) walked.others++;
    // A dangling link is named later, a pipe or a device would be waited for for ever.
    else if (info === null || info.isFile()) walked.paths.push(path);
  }
}
