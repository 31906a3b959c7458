// The command at scale, over reports made from the fixtures, no two alike: reports a second by workers, memory by number
// of reports, start-up as a ratio to an empty program, time and size by output format.
//   npm run bench:scale [-- --reports N --many N --docs]     (default 2000 and 50000)     --docs writes the tables into docs/scale.md
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { intoPage } from './docs/markers.mjs';

const MEMORY_AIM = 1.2;
const START_AIM = 2;
const SPEED_AIM = 3;
const STARTS = 15;

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'bin', 'gov-report.js');
const option = (name, otherwise) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const few = option('--reports', 2000);
const many = option('--many', 50_000);
const work = mkdtempSync(join(tmpdir(), 'gov-report-bench-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));

const texts = readdirSync(join(root, 'fixtures'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('report.txt')).sort().map((name) => readFileSync(join(root, 'fixtures', name)));

/** A folder of so many reports. */
function reports(count) {
  const folder = join(work, `in-${count}`);
  for (let index = 0; index < count; index++) {
    const below = join(folder, String(index % 100));
    if (index < 100) mkdirSync(below, { recursive: true });
    writeFileSync(join(below, `${index}.txt`), Buffer.concat([texts[index % texts.length], Buffer.from(`\n${index}\n`)]));
  }
  return folder;
}

// Reads the peak of its own process at its end, the workers' included, and tells it through standard error.
const PEAK = `data:text/javascript,process.on('exit',()=>process.stderr.write('peak='+process.resourceUsage().maxRSS+'\\n'))`;

/** Seconds and peak megabytes of one command. */
function run(args) {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--import', PEAK, bin, ...args], { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`${args.join(' ')}: exit ${status}\n${stderr}`);
  return { seconds, megabytes: Number(/peak=(\d+)/.exec(stderr)[1]) / 1024 };
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const rows = (head, align, lines) => ['', `| ${head.join(' | ')} |`, `|${align.join('|')}|`, ...lines.map((line) => `| ${line.join(' | ')} |`)];
const misses = [];
const text = [`Node ${process.versions.node}, ${availableParallelism()} cores, ${few} reports of ${(texts.reduce((sum, one) => sum + one.length, 0) / texts.length / 1024).toFixed(1)} KB in the mean.`];

const folder = reports(few);
const out = join(work, 'out');
run(['parse', folder, '-q', '-o', `${out}.ndjson`]);
const jobs = [...new Set([1, 2, availableParallelism()])];
const speeds = jobs.map((count) => ({ count, ...run(['parse', folder, '-q', '-j', String(count), '-o', `${out}.ndjson`]) }));
text.push(...rows(['workers', 'reports/s', '× one', 'peak MB'], ['---:', '---:', '---:', '---:'],
  speeds.map(({ count, seconds, megabytes }) => [count, (few / seconds).toFixed(0), (speeds[0].seconds / seconds).toFixed(2), megabytes.toFixed(0)])));
const four = speeds.find(({ count }) => count === 4);
if (four && speeds[0].seconds / four.seconds < SPEED_AIM) misses.push(`4 workers do ${(speeds[0].seconds / four.seconds).toFixed(2)} times as much as one, the aim is ${SPEED_AIM}`);

text.push(...rows(['format', 'reports/s', 'MB written'], ['---', '---:', '---:'], ['ndjson', 'json', 'csv', 'xlsx', 'parquet'].map((format) => {
  const file = `${out}.${format}`;
  const { seconds } = run(['parse', folder, '-q', '-o', file]);
  return [format, (few / seconds).toFixed(0), (statSync(file).size / 1e6).toFixed(1)];
})));

const empty = join(work, 'empty.mjs');
writeFileSync(empty, '');
writeFileSync(join(work, 'one.txt'), texts[0]);
const starts = { 'an empty program': [empty], '`--version`': [bin, '--version'], 'one small file': [bin, 'parse', join(work, 'one.txt')] };
const times = Object.fromEntries(Object.keys(starts).map((name) => [name, []]));
for (let round = 0; round < STARTS; round++) {
  for (const [name, args] of Object.entries(starts)) {
    const started = performance.now();
    spawnSync(process.execPath, args, { stdio: 'ignore' });
    times[name].push(performance.now() - started);
  }
}
const base = median(times['an empty program']);
text.push(...rows(['start of', 'ms', '× empty'], ['---', '---:', '---:'], Object.entries(times).map(([name, values]) => [name, median(values).toFixed(0), (median(values) / base).toFixed(2)])));
for (const [name, values] of Object.entries(times)) if (median(values) / base > START_AIM) misses.push(`start of ${name} takes ${(median(values) / base).toFixed(2)} times an empty program, the aim is ${START_AIM}`);

const small = run(['parse', folder, '-q', '-o', `${out}.ndjson`]).megabytes;
const memory = [[few, small.toFixed(0), '1.00']];
if (many > 0) {
  const large = run(['parse', reports(many), '-q', '-o', `${out}.ndjson`]).megabytes;
  memory.push([many, large.toFixed(0), (large / small).toFixed(2)]);
  if (large / small > MEMORY_AIM) misses.push(`${many} reports take ${(large / small).toFixed(2)} times the memory of ${few}, the aim is ${MEMORY_AIM}`);
}
text.push(...rows(['reports', 'peak MB', '×'], ['---:', '---:', '---:'], memory));
text.push('', ...(misses.length > 0 ? ['What falls short of its aim:', '', ...misses.map((miss) => `- ${miss}`)] : ['All of it within its aims.']));
console.log(text.join('\n'));
if (process.argv.includes('--docs')) intoPage('docs/scale.md', 'scale', text.join('\n'));
for (const miss of misses) console.error(`bench: ${miss}`);
