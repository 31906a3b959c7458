// Turns the bundled core into a script with a code cache. Node compiles a module anew in every process and in every worker; of
// a script V8 takes the code that another process has compiled, as long as version and flags are the same, and compiles it
// itself where they are not. On one small text that is a quarter of what a run costs beyond an empty program.
//   core.js          the module: evaluates the script, exports what the bundle exported
//   core.script.js   the code of the bundle as one function
//   core-….cache     what V8 made of it; its name says of which script, and for which V8 and processor
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const IMPORT = /^import \{ ([^}]+) \} from "(node:[^"]+)";\n/gm;
/** A script cannot load modules once its code comes from a cache: the module does it for it. */
const LOAD = /\bawait import\(/g;
const EXPORT = /^export \{ ([^}]+) \};\s*$/m;

const COMMENT = /\/\*[^]*?\*\//g;

/** Of a cache V8 itself looks at no more than its own version, its flags and the length of the script. */
const OF_THIS_MACHINE = '${process.versions.v8}-${process.platform}-${process.arch}';

/** The module beside the script. */
const module = (imports, parameters, exported, digest) => `import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";
${imports}
const filename = fileURLToPath(new URL("./core.script.js", import.meta.url));
const cache = fileURLToPath(new URL(\`./core-${digest}-${OF_THIS_MACHINE}.cache\`, import.meta.url));
export const script = new Script(readFileSync(filename, "utf8"), {
	filename,
	cachedData: existsSync(cache) ? readFileSync(cache) : void 0
});
const core = script.runInThisContext()(${['(specifier) => import(specifier)', ...parameters].join(', ')});
${exported.map((name) => `export const ${name} = core.${name};`).join('\n')}
`;

/**
 * @param folder of the bundle
 * @param warmUp is called with the core's exports, and with what it runs of them the cache is filled
 */
export async function scriptOfCore(folder, warmUp) {
  const path = join(folder, 'core.js');
  const bundled = readFileSync(path, 'utf8');
  const imports = [...bundled.matchAll(IMPORT)];
  const exported = EXPORT.exec(bundled)[1].split(', ').map((pair) => pair.split(' as '));
  const parameters = imports.map(([, names]) => names.replaceAll(' as ', ': ')).map((names) => `{ ${names} }`);
  const body = bundled.replaceAll(IMPORT, '').replaceAll(LOAD, 'await load_(').replace(EXPORT, () => `return { ${exported.map(([own, name = own]) => `${name}: ${own}`).join(', ')} };`);
  if (/^(?:import|export)\b|\bimport(?:\(|\.meta)/m.test(body.replaceAll(COMMENT, ''))) throw new Error('the bundled core imports or exports in a way that is not known');
  const code = `"use strict"; (function (${['load_', ...parameters].join(', ')}) { ${body}\n})`;
  const digest = createHash('sha256').update(code).digest('hex').slice(0, 16);
  writeFileSync(join(folder, 'core.script.js'), code);
  writeFileSync(path, module(
    imports.map(([, , from], index) => `import * as $${index} from "${from}";`).join('\n'), imports.map((_, index) => `$${index}`),
    exported.map(([own, name = own]) => name), digest,
  ));
  const core = await import(pathToFileURL(path).href);
  await warmUp(core);
  const { v8 } = process.versions;
  writeFileSync(join(folder, `core-${digest}-${v8}-${process.platform}-${process.arch}.cache`), core.script.createCachedData());
}
