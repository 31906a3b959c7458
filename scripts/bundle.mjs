// Bundles the command into dist/bin. Node spends most of a start on finding and opening modules, and there would be some two
// hundred: a run on text loads two files, whatever a format needs beyond them is loaded when such a file comes.
// Not minified: that gains nothing that can be measured, and a stack in a bug report is to be readable.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
// A code cache holds for the flags it was made with.
import '../bin/engine.js';
import { ERAS } from '../dist/forms/registry.js';
import { bundlePage } from './bundle-page.mjs';
import { cachedScripts } from './bundle-scripts.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = join(root, 'dist', 'bin');
/** Loaded by the readers and writers that need them, from the packages as they are installed. */
const EXTERNAL = [/^node:/, /^pdfjs-dist/, 'fast-glob', 'fflate', 'hyparquet-writer', 'iconv-lite', 'mammoth', 'parse5', 'postal-mime', 'yauzl'];
/** What every command loads; the rest of the command line comes with its action. */
const COMMAND = /[\\/]src[\\/]cli[\\/](?!actions|render|terminal[\\/]colour|input[\\/]source|work[\\/]worker)|[\\/]src[\\/](?:messages[\\/](?:language|help|said)|emit[\\/]emitter)\.ts|[\\/]node_modules[\\/]commander[\\/]/;
/** What every report passes through. */
const CORE = /[\\/]src[\\/](?!cli|index|page|series|messages|emit[\\/](?!json\.)|read[\\/](?:word|pdf|zip\.)|schema[\\/](?:report|members|tables|flat|json-schema)\.)|[\\/]node_modules[\\/](?:@noble|entities)[\\/]/;

/** `src/cli/commands/eras.ts` as the list it re-exports: what every command loads holds no forms. */
const erasAlone = {
  name: 'eras-alone',
  load: (id) => (/[\\/]src[\\/]cli[\\/]commands[\\/]eras\.ts$/.test(id) ? `export const ERA_NAMES = ${JSON.stringify(ERAS)};` : null),
};

rmSync(out, { recursive: true, force: true });
const bundle = await rolldown({
  cwd: root,
  input: { main: 'src/cli/main.ts', worker: 'src/cli/work/worker.ts' },
  platform: 'node',
  preserveEntrySignatures: 'allow-extension',
  external: EXTERNAL,
  plugins: [erasAlone],
});
const { output } = await bundle.write({
  dir: out,
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: '[name].js',
  codeSplitting: {
    groups: [
      { name: 'command', test: COMMAND, includeDependenciesRecursively: false },
      { name: 'core', test: CORE, includeDependenciesRecursively: false },
    ],
  },
});
await bundle.close();
await cachedScripts(out, ['command', 'core'], async () => {
  const { run } = await import(pathToFileURL(join(out, 'main.js')).href);
  const fixtures = join(root, 'fixtures');
  const folder = mkdtempSync(join(tmpdir(), 'gov-report-build-'));
  const texts = readdirSync(fixtures, { recursive: true }).map(String).filter((path) => /\.(?:txt|md)$/.test(path)).sort();
  await run(['parse', ...texts.map((path) => join(fixtures, path)), '-q', '-j', '1', '-o', join(folder, 'reports.ndjson')], process);
  rmSync(folder, { recursive: true, force: true });
});

/** The folder of the package that a module belongs to. */
function packageOf(module) {
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(module)?.[0];
}

const modules = [...output.flatMap((chunk) => chunk.moduleIds ?? []), ...await bundlePage(root)];
const packages = new Set(modules.map((module) => packageOf(resolve(root, module))).filter((folder) => folder !== undefined && existsSync(folder)));
const licences = [...packages].sort().map((folder) => {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const licence = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
  if (licence === undefined) throw new Error(`${name} comes without a licence`);
  return `${name} ${version}\n\n${readFileSync(join(folder, licence), 'utf8').trim()}\n`;
});
writeFileSync(join(out, 'LICENSES.txt'), licences.join('\n----\n\n'));

// The manual page, from the help of the command that was just built.
const manual = spawnSync(process.execPath, [join(root, 'bin', 'gov-report.js'), 'man', '--lang', 'en'], { encoding: 'utf8' });
if (manual.status !== 0) throw new Error(`no manual page: ${manual.stderr}`);
writeFileSync(join(root, 'dist', 'gov-report.1'), manual.stdout);
