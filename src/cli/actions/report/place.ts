/** Where the page goes: one file, or a folder. */
import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UsageError } from '../../exit.ts';
import { disk } from '../../output/disk.ts';
import { attempt } from '../../output/pending.ts';
import { openWhole, placeOf } from '../../output/whole-file.ts';
import type { PageFile } from './pages.ts';

export interface PagePlace {
  asked: 'file' | 'folder';
  /** The folder that pages go into; `null` for one file. */
  folder: string | null;
  /** What to open in a browser. */
  open: string;
}

/**
 * The place that `-o` names.
 *
 * @param many whether there are too many reports for one file: `audit.html` becomes the folder `audit`
 * @param inputs paths that must not be written over
 * @throws UsageError where an input would be
 */
export function placeFor(output: string, many: boolean, inputs: readonly string[]): PagePlace {
  const asked = /[/\\]$/.test(output) || statSync(output, { throwIfNoEntry: false })?.isDirectory() === true ? 'folder' : 'file';
  const folder = asked === 'folder' ? output.replace(/(?<=.)[/\\]+$/, '') : many ? output.replace(/\.x?html?$/i, '') : null;
  if (asked === 'file' && folder === output) throw new UsageError(`so many reports make a folder: -o ${output}/, or a name in .html`);
  const open = folder === null ? output : join(folder, 'index.html');
  for (const input of inputs) {
    const path = resolve(input);
    if (path === resolve(open) || (folder !== null && dirname(path) === resolve(folder, 'pages'))) throw new UsageError(`cannot write ${open}: ${input} is an input`);
  }
  return { asked, folder, open };
}

/** Writes the files, each whole or not at all, the one to open last. */
export async function writeFiles(place: PagePlace, files: Iterable<PageFile>): Promise<void> {
  const own: PageFile[] = [];
  const folders = new Set<string>();
  for (const file of files) {
    if (file.name === 'index.html') own.push(file);
    else if (place.folder !== null) await write(join(place.folder, file.name), file, folders);
  }
  for (const file of own) await write(place.open, file, folders);
}

async function write(path: string, { pieces }: PageFile, folders: Set<string>): Promise<void> {
  const parent = dirname(path);
  if (!folders.has(parent)) await attempt(path, () => { disk.makeFolder(parent); });
  folders.add(parent);
  const file = await openWhole(placeOf(path));
  for (const piece of pieces) await file.write(Buffer.from(piece));
  await file.commit();
}
