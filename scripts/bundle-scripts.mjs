// Turns what a run on text loads into scripts with a code cache. Node compiles a module anew in every process and in every worker;
// of a script V8 takes the code that another process has compiled, as long as version and flags are the same, and compiles it
// itself where they are not. On one small text that is a quarter of what a run costs beyond an empty program.
//   core.js          the module: evaluates the script, exports what the bundle exported
//   core.script.js   the code of the bundle as one function
//   core-….cache     what V8 made of it; its name says of which script, and for which V8 and processor
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const IMPORT = /^import \{ ([^}]+) \} from "(node:[^"]+)";\n/gm;
const EXPORT = /^export \{ ([^}]+) \};\s*$/m;
const COMMENT = /\/\*[^]*?\*\//g;
/** A script cannot load modules once its code comes from a cache, nor ask where it is: the module does it for it. */
const LOAD = /\bimport\(/g;
const PLACE = /\bimport\.meta\.url\b/g;

/** Of a cache V8 itself looks at no more than its own version, its flags and the length of the script. */
const OF_THIS_MACHINE = '${process.versions.v8}-${process.platform}-${process.arch}';

/** The module beside the script. */
const module = (name, imports, exported, digest) => `import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";
${imports.map(([, , from], index) => `import * as $${index} from "${from}";`).join('\n')}
const filename = fileURLToPath(new URL("./${name}.script.js", import.meta.url));
const cache = fileURLToPath(new URL(\`./${name}-${digest}-${OF_THIS_MACHINE}.cache\`, import.meta.url));
export const script = new Script(readFileSync(filename, "utf8"), {
	filename,
	cachedData: existsSync(cache) ? readFileSync(cache) : void 0
});
const exported = script.runInThisContext()(${['(specifier) => import(specifier)', 'import.meta.url', ...imports.map((_, index) => `$${index}`)].join(', ')});
${exported.map((name) => `export const ${name} = exported.${name};`).join('\n')}
`;

/**
 * @param folder of the bundle
 * @param names of its modules that become scripts; they import modules of Node alone
 * @param warmUp runs what the caches are to hold
 */
export async function cachedScripts(folder, names, warmUp) {
  const digests = names.map((name) => scriptOf(folder, name));
  await warmUp();
  const { v8 } = process.versions;
  for (const [index, name] of names.entries()) {
    const { script } = await import(pathToFileURL(join(folder, `${name}.js`)).href);
    writeFileSync(join(folder, `${name}-${digests[index]}-${v8}-${process.platform}-${process.arch}.cache`), script.createCachedData());
  }
}

/** Writes a module's script and the module in its new form; returns the script's digest. */
function scriptOf(folder, name) {
  const path = join(folder, `${name}.js`);
  const bundled = readFileSync(path, 'utf8');
  const imports = [...bundled.matchAll(IMPORT)];
  const exported = EXPORT.exec(bundled)[1].split(', ').map((pair) => pair.split(' as '));
  const parameters = imports.map(([, names]) => `{ ${names.replaceAll(' as ', ': ')} }`);
  const body = bundled.replaceAll(IMPORT, '').replaceAll(LOAD, 'load_(').replaceAll(PLACE, 'place_')
    .replace(EXPORT, () => `return { ${exported.map(([own, as = own]) => `${as}: ${own}`).join(', ')} };`);
  if (/^(?:import|export)\b|\bimport\.meta\b/m.test(body.replaceAll(COMMENT, ''))) throw new Error(`${name}.js imports or exports in a way that is not known`);
  const code = `"use strict"; (function (${['load_', 'place_', ...parameters].join(', ')}) { ${body}\n})`;
  const digest = createHash('sha256').update(code).digest('hex').slice(0, 16);
  writeFileSync(join(folder, `${name}.script.js`), code);
  writeFileSync(path, module(name, imports, exported.map(([own, as = own]) => as), digest));
  return digest;
}
