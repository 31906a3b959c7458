// What a report costs, as a ratio to a baseline in the same run on the same bytes: decoding, NFKC and splitting into lines.
// Baseline and pipeline take turns file by file; what counts is the sum of each one's shortest times, with the ratios of
// both halves of the rounds behind it.
//   npm run bench [-- --quick] [-- --against REF] [-- --docs] [-- PATH…]
//     --quick         fewer rounds
//     --against REF   the pipeline of another commit beside it, in turn with this one
//     --docs          writes the tables into docs/speed.md; `npm run readme` takes the summary from there
import { createHash } from 'node:crypto';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { parseReport } from '../dist/pipeline.js';
import { fixtures, HOSTILE, layouts, repeated, sharedReports, textsBelow } from './bench/inputs.mjs';
import { pairs, ratio, shown, sum, table } from './bench/pairs.mjs';
import { intoPage } from './docs/markers.mjs';

const AIM = { fixtures: 15, tables: 6, prose: 5, layout: 40, cold: 10, first: 30, start: 2, slope: 20, hostileMs: 1000 };
const root = fileURLToPath(new URL('..', import.meta.url));
const args = process.argv.slice(2);
const against = args.includes('--against') ? args[args.indexOf('--against') + 1] : null;
const paths = args.filter((arg) => !arg.startsWith('--') && arg !== against);
const quick = args.includes('--quick');
const ROUNDS = quick ? { rounds: 8, warmUp: 6 } : { rounds: 24, warmUp: 16 };

let sink = 0;
const misses = [];
const text = [];

function baseline({ bytes, encoding = 'utf-8' }) {
  sink += new TextDecoder(encoding).decode(bytes).normalize('NFKC').split(/\r\n|\r|\n/).length;
}

/** The whole of it: the digest as the command makes it, by the platform, and the output. */
const wholeOf = (parse) => ({ path, bytes }) => {
  const parsed = parse(bytes, { path, sha256: createHash('sha256').update(bytes).digest('hex') });
  sink += JSON.stringify(parsed).length;
};
const whole = wholeOf(parseReport);

function held(name, value, aim) {
  if (value > aim) misses.push(`${name}: ${value.toFixed(1)}, the aim is ${aim}`);
}

const withEncoding = (inputs) => inputs.map((input) => ({ ...input, encoding: parseReport(input.bytes).source.encoding ?? 'utf-8' }));

/** Shortest times of every stage, input by input. */
function stagesOf(inputs, { rounds }) {
  const sums = {};
  for (const { path, bytes } of inputs) {
    const least = {};
    for (let round = 0; round < rounds; round++) {
      let last = performance.now();
      const onStage = (stage) => {
        const now = performance.now();
        least[stage] = Math.min(least[stage] ?? Infinity, now - last);
        last = performance.now();
      };
      parseReport(bytes, { path, sha256: '0'.repeat(64), onStage });
    }
    for (const [stage, time] of Object.entries(least)) sums[stage] = (sums[stage] ?? 0) + time;
  }
  return sums;
}

function overall() {
  const sets = paths.length > 0 ? { 'the given paths': paths.flatMap(textsBelow) } : { 'the fixtures': fixtures(), 'real reports': sharedReports() };
  const rows = [];
  let stages = null;
  for (const [name, found] of Object.entries(sets)) {
    if (found.length === 0) continue;
    const inputs = withEncoding(found);
    const timed = pairs(inputs, { baseline, whole }, ROUNDS);
    const ratios = ratio(timed.whole, timed.baseline);
    const each = timed.whole.minima.map((time, index) => time / timed.baseline.minima[index]);
    const worst = each.indexOf(Math.max(...each));
    rows.push([name, inputs.length, (sum(inputs.map(({ bytes }) => bytes.length)) / inputs.length / 1024).toFixed(1), (timed.whole.sum / inputs.length).toFixed(2), shown(ratios), `${each[worst].toFixed(0)} (${inputs[worst].name.replaceAll('\\', '/')})`]);
    held(`pipeline over ${name}`, ratios.ratio, AIM.fixtures);
    if (stages === null) {
      const sums = stagesOf(inputs, ROUNDS);
      stages = Object.entries(sums).map(([stage, time]) => [stage, (time / inputs.length).toFixed(3), (time / timed.baseline.sum).toFixed(1)]);
      held('stage tables', sums.tables / timed.baseline.sum, AIM.tables);
      held('stages outline, metadata and facts', (sums.outline + sums.metadata + sums.facts) / timed.baseline.sum, AIM.prose);
    }
  }
  text.push(...table(['over', 'texts', 'KB each', 'ms each', '× baseline (halves of the rounds)', 'worst'], ['---', '---:', '---:', '---:', '---:', '---'], rows), '');
  text.push(`Stage by stage, over ${Object.keys(sets)[0]}:`, '', ...table(['stage', 'ms', '× baseline'], ['---', '---:', '---:'], stages), '');
}

async function byLayout() {
  const rows = (await layouts(quick ? 3 : 6)).map(({ name, inputs }) => {
    const timed = pairs(inputs, { baseline, whole }, { rounds: Math.ceil(ROUNDS.rounds / 2), warmUp: 4 });
    return { name, size: sum(inputs.map(({ bytes }) => bytes.length)) / inputs.length / 1024, ratios: ratio(timed.whole, timed.baseline) };
  }).sort((a, b) => b.ratios.ratio - a.ratios.ratio);
  held(`slowest layout (${rows[0].name})`, rows[0].ratios.ratio, AIM.layout);
  text.push('Layout by layout, as the torture draws them, slowest first:', '');
  text.push(...table(['layout', 'KB each', '× baseline'], ['---', '---:', '---:'], rows.map(({ name, size, ratios }) => [name, size.toFixed(1), shown(ratios)])), '');
}

/** Milliseconds, the least of a few tries. */
function least(tries, work) {
  let best = Infinity;
  for (let i = 0; i < tries; i++) {
    const started = performance.now();
    work();
    best = Math.min(best, performance.now() - started);
  }
  return best;
}

function hostile() {
  const rows = Object.entries(HOSTILE).map(([name, unit]) => {
    const four = { bytes: repeated(unit, 4096) };
    const small = { bytes: repeated(unit, 1e6 / 16) };
    const large = { bytes: repeated(unit, 1e6) };
    whole(four);
    const times = { four: least(3, () => whole(four)), small: least(2, () => whole(small)), large: least(1, () => whole(large)) };
    const base = { four: least(3, () => baseline(four)), large: least(3, () => baseline(large)) };
    held(`1 MB of ${name}, milliseconds`, times.large, AIM.hostileMs);
    held(`16 times as much of ${name}, times the cost`, times.large / times.small, AIM.slope);
    return [name, times.four.toFixed(1), (times.four / base.four).toFixed(0), times.large.toFixed(0), (times.large / base.large).toFixed(0), (times.large / times.small).toFixed(1)];
  });
  text.push('Of what no report is, 4 KB and a megabyte, and how often a megabyte takes the time of a sixteenth:', '');
  text.push(...table(['of', '4 KB: ms', '× baseline', '1 MB: ms', '× baseline', '16 × more costs'], ['---', '---:', '---:', '---:', '---:', '---:'], rows), '');
}

const node = (args) => spawnSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).stdout;

async function cold() {
  const folder = mkdtempSync(join(tmpdir(), 'gov-report-cold-'));
  try {
    const groups = await layouts(12);
    const texts = groups.flatMap(({ inputs }) => inputs).slice(0, 400).filter((_, index) => index % 2 === 0).slice(0, 200);
    const files = texts.map(({ bytes }, index) => {
      const file = join(folder, `${index}.txt`);
      writeFileSync(file, bytes);
      return file;
    });
    const lists = { all: join(folder, 'all'), one: join(folder, 'one') };
    writeFileSync(lists.all, files.join('\n'));
    writeFileSync(lists.one, files[0]);
    const child = join(root, 'scripts', 'bench', 'cold.mjs');
    const tries = quick ? 3 : 7;
    const of = (way, list) => JSON.parse(node([child, way, list]));
    const all = { baseline: Infinity, pipeline: Infinity };
    let first = Infinity;
    for (let i = 0; i < tries; i++) {
      for (const way of Object.keys(all)) all[way] = Math.min(all[way], of(way, lists.all).cpu);
      first = Math.min(first, of('pipeline', lists.one).first);
    }
    const empty = join(folder, 'empty.mjs');
    writeFileSync(empty, '');
    const starts = { empty: [empty], version: [join(root, 'bin', 'gov-report.js'), '--version'], one: [join(root, 'bin', 'gov-report.js'), 'parse', files[0], '-q', '-o', join(folder, 'out.json')] };
    const times = Object.fromEntries(Object.keys(starts).map((name) => [name, Infinity]));
    for (let i = 0; i < tries * 2; i++) for (const [name, start] of Object.entries(starts)) times[name] = Math.min(times[name], least(1, () => node(start)));
    held('cold: 200 reports in a fresh process', all.pipeline / all.baseline, AIM.cold);
    held('first report of a process, milliseconds', first, AIM.first);
    held('start of one small file', times.one / times.empty, AIM.start);
    text.push(`${files.length} different reports, each read once in a fresh process:`, '', ...table(['', 'ms', '×'], ['---', '---:', '---:'], [
      ['a process that does the baseline (processor time)', all.baseline.toFixed(0), '1.0'],
      ['a process that parses them (processor time)', all.pipeline.toFixed(0), (all.pipeline / all.baseline).toFixed(1)],
      ['the first report of a process', first.toFixed(0), ''],
      ['an empty program', times.empty.toFixed(0), '1.0'],
      ['`gov-report --version`', times.version.toFixed(0), (times.version / times.empty).toFixed(1)],
      ['`gov-report parse` of one small file', times.one.toFixed(0), (times.one / times.empty).toFixed(1)],
    ]), '');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** This checkout beside another commit of it, built aside. */
async function compare(ref) {
  const folder = mkdtempSync(join(tmpdir(), 'gov-report-against-'));
  const other = join(folder, 'checkout');
  try {
    execFileSync('git', ['worktree', 'add', '--detach', other, ref], { cwd: root, stdio: 'ignore' });
    symlinkSync(join(root, 'node_modules'), join(other, 'node_modules'));
    execFileSync('npm', ['run', '--silent', 'build'], { cwd: other, stdio: ['ignore', 'ignore', 'inherit'] });
    const { parseReport: parse } = await import(pathToFileURL(join(other, 'dist', 'pipeline.js')).href);
    const inputs = withEncoding([...fixtures(), ...sharedReports()]);
    const timed = pairs(inputs, { baseline, here: whole, there: wholeOf(parse) }, ROUNDS);
    text.push(...table(['', '× baseline'], ['---', '---:'], [['here', shown(ratio(timed.here, timed.baseline))], [ref, shown(ratio(timed.there, timed.baseline))], ['here, times there', shown(ratio(timed.here, timed.there)).replaceAll(/(\d+\.\d)\d*/g, '$1')]]), '');
  } finally {
    spawnSync('git', ['worktree', 'remove', '--force', other], { cwd: root });
    rmSync(folder, { recursive: true, force: true });
  }
}

text.push(`Node ${process.versions.node}; ${ROUNDS.rounds} rounds behind ${ROUNDS.warmUp} that warm up; shortest times, summed.`, '');
if (against !== null) await compare(against);
else {
  overall();
  if (paths.length === 0) {
    await byLayout();
    hostile();
    await cold();
  }
  text.push(...(misses.length === 0 ? ['All of it within its aims.'] : ['What falls short of its aim:', '', ...misses.map((miss) => `- ${miss}`)]));
  if (args.includes('--docs')) intoPage('docs/speed.md', 'speed', text.join('\n'));
}
console.log(text.join('\n'));
if (sink === 0) console.error('bench: nothing was measured');
for (const miss of misses) console.error(`bench: ${miss}`);
if (misses.some((miss) => miss.startsWith('1 MB'))) process.exitCode = 1;
