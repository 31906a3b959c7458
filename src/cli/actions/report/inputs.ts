/** Pages that this command has written are no reports, though they stand among them. */
import { closeSync, openSync, readSync } from 'node:fs';
import { GENERATOR } from '../../../page/html.ts';
import type { Selection } from '../../input/inputs.ts';
import { fsPath } from '../../input/raw-names.ts';

/** The head of a page is longer than that, the mark in it stands before. */
const HEAD = 1024;

/** The selection without pages of ours that a folder or a pattern brought in. What is named itself stays. */
export function withoutOwnPages(selection: Selection, named: readonly string[]): Selection {
  const asked = new Set(named);
  return { ...selection, paths: selection.paths.filter((path) => asked.has(path) || !/\.html?$/i.test(path) || !isOwnPage(path)) };
}

function isOwnPage(path: string): boolean {
  try {
    const file = openSync(fsPath(path), 'r');
    try {
      const head = Buffer.alloc(HEAD);
      return head.subarray(0, readSync(file, head)).includes(GENERATOR);
    } finally {
      closeSync(file);
    }
  } catch {
    // Whoever reads it says what is wrong with it.
    return false;
  }
}
