/** The program's own files: loaded late, so that a start is quick, and perhaps not to be had by then. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { reason } from './terminal/io.ts';

const ROOT = rootFrom(dirname(fileURLToPath(import.meta.url)));

/** Read with the program itself: later it may stand where it cannot be read any more. */
export const VERSION = (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version;

/** The folder of the package, from a folder within it. */
function rootFrom(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : rootFrom(dirname(folder));
}

/** Why a part of the program could not be loaded, where an error is that of such a part; no bug, and no fault of an input. */
export function brokenInstallation(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const { code, path, message } = error as NodeJS.ErrnoException;
  if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND' || code === 'ERR_DLOPEN_FAILED') return sentence(message.split(/ imported from |\n/)[0]!);
  return path !== undefined && isOwn(path) ? sentence(`${path}: ${reason(error)}`) : null;
}

function isOwn(path: string): boolean {
  return /[\\/]node_modules[\\/]/.test(path) || ['dist', 'src', 'package.json'].some((part) => path.startsWith(join(ROOT, part)));
}

function sentence(what: string): string {
  return `a part of the program cannot be loaded (${what}): install it again`;
}
