// Bundles the page into dist/page: one script for pages of reports, one with the parser in it for the workbench, one style.
// Minified, as every page carries its script. Returns what was bundled, for the licences.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

/** Read by no browser page: what asks for it says so. */
const ABSENT = { name: 'absent', resolveId: (id) => (id === 'iconv-lite' ? '\0absent' : null), load: (id) => (id === '\0absent' ? 'export default { decode() { throw new Error("this encoding is read on the command line"); } };' : null) };

export async function bundlePage(root) {
  const out = join(root, 'dist', 'page');
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const modules = [];
  for (const [name, input] of [['page', 'src/page/main.ts'], ['workbench', 'src/page/workbench/main.tsx']]) {
    const bundle = await rolldown({
      cwd: root, input, platform: 'browser', plugins: [ABSENT],
      transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    });
    const { output } = await bundle.write({ file: join(out, `${name}.js`), format: 'iife', minify: true, codeSplitting: false });
    await bundle.close();
    modules.push(...output.flatMap((chunk) => chunk.moduleIds ?? []));
  }
  const styles = readdirSync(join(root, 'src/page/style')).filter((file) => file.endsWith('.css')).sort().map((file) => join(root, 'src/page/style', file));
  const css = [join(root, 'node_modules/uplot/dist/uPlot.min.css'), ...styles].map((file) => readFileSync(file, 'utf8').trim()).join('\n');
  writeFileSync(join(out, 'page.css'), `${css}\n`);
  return modules;
}
