// One fresh process that reads the files it is given once and tells the processor time it took:
//   node scripts/bench/cold.mjs baseline|pipeline|nothing FILE…
// In milliseconds: `cpu` of the whole process, `first` of the first file on the clock.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const [, , way, list] = process.argv;
const files = list === undefined ? [] : readFileSync(list, 'utf8').split('\n').filter((line) => line !== '');
let sink = 0;
let first = 0;
const work = way === 'pipeline' ? await pipeline() : way === 'baseline' ? baseline : null;
if (work !== null) {
  for (const file of files) {
    const bytes = readFileSync(file);
    const started = performance.now();
    sink += work(bytes, file);
    if (file === files[0]) first = performance.now() - started;
  }
}
const { user, system } = process.cpuUsage();
process.stdout.write(JSON.stringify({ cpu: (user + system) / 1000, first, sink }));

function baseline(bytes) {
  return new TextDecoder().decode(bytes).normalize('NFKC').split(/\r\n|\r|\n/).length;
}

async function pipeline() {
  const { parseReport } = await import('../../dist/pipeline.js');
  return (bytes, path) => JSON.stringify(parseReport(bytes, { path, sha256: createHash('sha256').update(bytes).digest('hex') })).length;
}
