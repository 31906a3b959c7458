// Bundles the torture generator with the sources as they are and runs it in this process.
//   npm run torture -- --seed N --documents M [--show N] …      --help lists the options
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const EXTERNAL = [/^node:/, /^pdfjs-dist/, 'fast-glob', 'fflate', 'hyparquet-writer', 'mammoth', 'parse5', 'yauzl'];
// Inside the project, so that the bundle finds its packages.
const out = mkdtempSync(join(root, 'node_modules', '.torture-'));
try {
  const bundle = await rolldown({ cwd: root, input: 'test/torture/main.ts', platform: 'node', external: EXTERNAL });
  await bundle.write({ dir: out, format: 'esm', entryFileNames: 'main.js', chunkFileNames: '[name].js' });
  await bundle.close();
  const { main } = await import(pathToFileURL(join(out, 'main.js')).href);
  process.exitCode = await main(process.argv.slice(2));
} finally {
  rmSync(out, { recursive: true, force: true });
}
