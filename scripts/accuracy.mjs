// Runs the built command over the samples in ../shared, has their own score.py score what came out, prints the tables and
// fails below the floors.
//   npm run accuracy [-- --docs] [-- --check]
//     --docs    writes the tables into docs/accuracy.md
//     --check   fails where docs/accuracy.md has other figures than were measured now
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { COUNTED, FLOORS, MISREAD, NAMES, RAW } from './floors.mjs';
import { intoPage, partOf } from './docs/markers.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const shared = join(root, '..', 'shared');
const bin = join(root, 'bin', 'gov-report.js');
const work = mkdtempSync(join(tmpdir(), 'gov-report-accuracy-'));
const failures = [];
/** Rows of the table of aims and floors. */
const held = [];
const markdown = [];
const skipped = [];

function run(name, inputs) {
  const result = join(work, `${name}.ndjson`);
  const { status, stderr } = spawnSync(process.execPath, [bin, 'parse', ...inputs, '-o', result], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`gov-report parse ended with ${status}:\n${stderr}`);
  return result;
}

function python(script, args) {
  const { error, stdout, stderr } = spawnSync('python3', [script, ...args], { encoding: 'utf8', maxBuffer: 64 << 20 });
  if (error) throw error;
  if (stdout === '') throw new Error(stderr);
  return stdout.trimEnd();
}

function show(title, table, short = table) {
  console.log(`\n${title}\n${table}`);
  markdown.push(`${title}:`, '', '```', short, '```', '');
}

function hold(group, values) {
  for (const [name, { aim, floor }] of Object.entries(FLOORS[group])) {
    const value = values[name];
    const atLeast = (bound) => (COUNTED.includes(name) ? value <= bound : value >= bound);
    held.push(`| ${NAMES[group]} | ${name} | ${value} | ${aim ?? '–'} | ${floor} | ${aim === null ? '–' : atLeast(aim) ? 'reached' : '**not reached**'} |`);
    if (!atLeast(floor)) failures.push(`${NAMES[group]}: ${name} ${value} (floor ${floor})`);
  }
}

/** The ALL row of cases/score.py: name docs out recall precision perfect era year agency title. */
function totals(table) {
  const row = table.split('\n').find((line) => line.startsWith('ALL'));
  const [, , , recall, precision, perfect, era, year, agency, title] = row.trim().split(/\s+/).map(Number);
  return { recall, precision, perfect, era, year, agency, title };
}

const ending = (folder, pattern) => readdirSync(folder).filter((name) => pattern.test(name)).map((name) => join(folder, name));

/** Faults in cells, indicators and era, as far as the lines of reports/score.py tell. */
const tableFaults = (table) => table.split('\n').slice(0, -1).filter((line) => !/^\S+ (?:title|year|agency|documentNumber|publishedOn|signedOn|period|sections|headings) /.test(line)).length;

/** A folder of reports with a truth each. */
function reports(group, title, folder) {
  const result = run(group, ending(folder, /\.(?:txt|html)$/));
  const score = (...args) => python(join(shared, 'reports', 'score.py'), [folder, result, ...args]);
  const table = score();
  const last = table.split('\n').at(-1);
  // Every fault is a line of its own: for the console, not for the page.
  show(title, table, last);
  hold(group, { 'table faults': tableFaults(table), faults: Number(/(\d+) faults in all/.exec(last)?.[1] ?? NaN) });
  return score;
}

const SCORES = {
  cases(folder) {
    const result = run('cases', [join(folder, 'text')]);
    const score = (...args) => python(join(folder, 'score.py'), [folder, result, ...args]);
    show('Made-up reports by layout', score('--by', 'layout', '--skip', `${RAW},${MISREAD}`));
    show('The same by era', score('--by', 'era', '--skip', `${RAW},${MISREAD}`));
    show(`Layout ${RAW} (empty cells leave no trace) by era`, score('--by', 'era', '--only', RAW));
    show(`Layout ${MISREAD} (digits misread by the recognition itself)`, score('--by', 'era', '--only', MISREAD));
    hold('cases', totals(score('--skip', `${RAW},${MISREAD}`)));
    hold('rawCases', totals(score('--only', RAW)));
    hold('misread', totals(score('--only', MISREAD)));
  },
  reports(folder) {
    const score = reports('reports', 'Real reports, read by hand', folder);
    show('Facts of their prose (no floor here)', score('--facts', '--quiet'));
  },
  probes(folder) {
    reports('probes', 'Probes, a small document for each kind of trouble', folder);
  },
  heads(folder) {
    const table = python(join(folder, 'score.py'), [folder, run('heads', ending(folder, /\.txt$/))]);
    show('Heads of real pages', table);
    const last = table.split('\n').at(-1);
    hold('heads', Object.fromEntries(last.split('; ').map((part) => part.split(' ')).map(([name, value]) => [name, Number(value)])));
  },
};

try {
  execFileSync('python3', ['--version'], { stdio: 'ignore' });
} catch {
  console.error('accuracy: SKIPPED, python3 is not there and the score.py scripts need it. NOTHING was measured.');
  process.exit(process.argv.includes('--strict') ? 1 : 0);
}
try {
  for (const [name, score] of Object.entries(SCORES)) {
    const folder = join(shared, name);
    if (existsSync(folder)) score(folder);
    else {
      skipped.push(name);
      console.error(`accuracy: SKIPPED ${name}: ../shared/${name} is not there. Its floor was NOT checked.`);
    }
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
const table = ['| over | what | measured | aim | floor | the aim is |', '|---|---|---:|---:|---:|---|', ...held].join('\n');
console.log(`\n${table}`);
const measured = [table, '', ...markdown].join('\n').trimEnd();
const complete = skipped.length === 0;
if (process.argv.includes('--docs')) {
  if (!complete) throw new Error('not all was measured, docs/accuracy.md stays as it is');
  intoPage('docs/accuracy.md', 'accuracy', measured);
} else if (process.argv.includes('--check') && complete && partOf('docs/accuracy.md', 'accuracy') !== measured) {
  failures.push('docs/accuracy.md has other figures: run npm run accuracy -- --docs and npm run readme');
}
if (failures.length > 0) {
  console.error(`\naccuracy:\n  ${failures.join('\n  ')}`);
  process.exitCode = 1;
}
