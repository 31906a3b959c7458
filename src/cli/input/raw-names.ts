/**
 * Names of files that are not UTF-8, as disks and archives from old Chinese systems leave them. They are shown with their bytes as `\xHH`,
 * and found again by what is shown.
 */
import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';

const raw = new Map<string, Buffer>();

/** A name as it is shown. */
export function shownName(name: Buffer): string {
  if (isUtf8(name)) return name.toString('utf8');
  let shown = '';
  for (let at = 0; at < name.length;) {
    const length = [1, 2, 3, 4].find((one) => isUtf8(name.subarray(at, at + one)) && at + one <= name.length);
    if (length === undefined) shown += `\\x${name[at]!.toString(16).toUpperCase()}`;
    else shown += name.toString('utf8', at, at + length);
    at += length ?? 1;
  }
  return shown;
}

/** Remembers what a shown path stands for; returns it. */
export function rememberPath(shown: string, bytes: Buffer): string {
  if (!isUtf8(bytes)) raw.set(shown, bytes);
  return shown;
}

/** What the file system is to be asked for. */
export function fsPath(shown: string): string | Buffer {
  return raw.get(shown) ?? shown;
}

/** The arguments of this process as they were given: Node decodes them, and what is not UTF-8 is lost in that. Linux keeps them. */
export function rawArguments(args: readonly string[]): string[] {
  if (!args.some((arg) => arg.includes('\uFFFD'))) return [...args];
  try {
    const parts: Buffer[] = [];
    const line = readFileSync('/proc/self/cmdline');
    for (let at = 0; at < line.length;) {
      const end = line.indexOf(0, at);
      parts.push(line.subarray(at, end < 0 ? line.length : end));
      at = end < 0 ? line.length : end + 1;
    }
    const own = parts.slice(-args.length);
    return args.map((arg, index) => (own[index]?.toString('utf8') === arg && arg.includes('\uFFFD') ? rememberPath(shownName(own[index]), own[index]) : arg));
  } catch {
    return [...args];
  }
}
