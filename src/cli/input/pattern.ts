/** Glob patterns. */
import { statSync } from 'node:fs';

const MAGIC = /[*?[\]{}()!]/;

/** Whether a path that does not exist may be a pattern. */
export function isPattern(path: string): boolean {
  return MAGIC.test(path);
}

/**
 * The files that a pattern matches, in no order. What stands before its first part that does not exist is a path, whatever
 * characters it has: `d (2)/*.txt`. Brackets in the rest are magic, or where that matches nothing, themselves.
 */
export async function matching(pattern: string): Promise<string[]> {
  const { default: fastGlob } = await import('fast-glob');
  const { folder, rest } = split(process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern);
  if (rest === '') return [];
  const options = { onlyFiles: true, suppressErrors: true, ...(folder === '' ? {} : { cwd: folder }) };
  let found = await fastGlob(rest, options);
  if (found.length === 0 && /[[\]{}()!]/.test(rest)) found = await fastGlob(rest.replace(/[[\]{}()!+@]/g, '\\$&'), options);
  return found.map((path) => (folder === '' || folder.endsWith('/') ? folder + path : `${folder}/${path}`));
}

/** The longest head of a pattern that is a folder, and the rest. */
function split(pattern: string): { folder: string; rest: string } {
  let folder = '';
  let at = 0;
  for (let slash = pattern.indexOf('/'); slash >= 0; slash = pattern.indexOf('/', slash + 1)) {
    const head = slash === 0 ? '/' : pattern.slice(0, slash);
    try {
      if (!statSync(head).isDirectory()) break;
    } catch {
      break;
    }
    folder = head;
    at = slash + 1;
  }
  return { folder, rest: pattern.slice(at).replace(/^\/+/, '') };
}
