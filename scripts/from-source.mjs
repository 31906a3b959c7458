// Loads a TypeScript module of this checkout as it stands, without a build: bundled in memory, packages left outside, and
// imported from a file that is gone again afterwards.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Below node_modules, so that packages are found from there. */
const folder = join(root, 'node_modules', '.cache', 'from-source');

/**
 * @param module path of the module from the root of the checkout
 * @returns what it exports
 */
export async function fromSource(module) {
  const bundle = await rolldown({
    cwd: root,
    input: module,
    platform: 'node',
    external: (id) => !/^(?:\.|\/|[A-Za-z]:)/.test(id) && id !== module,
  });
  const { output } = await bundle.generate({ format: 'esm', codeSplitting: false });
  await bundle.close();
  const file = join(folder, `${process.pid}-${Date.now()}.mjs`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, output[0].code);
  try {
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(file, { force: true });
  }
}
