// Runs the built command over the samples in ../shared, has their own score.py score what came out, prints the tables and
// fails below the floors.
//   npm run accuracy [-- --readme]      --readme writes the tables into README.md
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FLOORS, MISREAD, NAMES, RAW } from './floors.mjs';
import { intoReadme } from './readme.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const shared = join(root, '..', 'shared');
const bin = join(root, 'bin', 'gov-report.js');
const work = mkdtempSync(join(tmpdir(), 'gov-report-accuracy-'));
const failures = [];
/** Rows of the table of aims and floors. */
const held = [];
const markdown = [];

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
    const atLeast = (bound) => (name === 'faults' ? value <= bound : value >= bound);
    held.push(`| ${NAMES[group]} | ${name} | ${value} | ${aim} | ${floor} | ${atLeast(aim) ? 'reached' : '**not reached**'} |`);
    if (!atLeast(floor)) failures.push(`${NAMES[group]}: ${name} ${value} (floor ${floor})`);
  }
}

/** The ALL row of cases/score.py: name docs out recall precision perfect era year agency title. */
function totals(table) {
  const row = table.split('\n').find((line) => line.startsWith('ALL'));
  const [, , , recall, precision, perfect, era, year, agency, title] = row.trim().split(/\s+/).map(Number);
  return { recall, precision, perfect, era, year, agency, title };
}

const texts = (folder) => readdirSync(folder).filter((name) => name.endsWith('.txt')).map((name) => join(folder, name));

const SCORES = {
  cases(folder) {
    const result = run('cases', [join(folder, 'text')]);
    const score = (...args) => python(join(folder, 'score.py'), [folder, result, ...args]);
    show('Made-up reports by layout', score('--by', 'layout', '--skip', `${RAW},${MISREAD}`));
    show('The same by era', score('--by', 'era', '--skip', `${RAW},${MISREAD}`));
    show(`Layout ${RAW} (empty cells leave no trace) by era`, score('--by', 'era', '--only', RAW));
    show(`Layout ${MISREAD} (digits misread by the recognition itself; no floor)`, score('--by', 'era', '--only', MISREAD));
    hold('cases', totals(score('--skip', `${RAW},${MISREAD}`)));
    hold('rawCases', totals(score('--only', RAW)));
  },
  reports(folder) {
    const result = run('reports', texts(folder));
    const table = python(join(folder, 'score.py'), [folder, result]);
    // Every fault is a line of its own: for the console, not for the README.
    show('Real reports, read by hand', table, table.split('\n').at(-1));
    show('Facts of their prose (no floor here)', python(join(folder, 'score.py'), [folder, result, '--facts', '--quiet']));
    hold('reports', { faults: Number(/(\d+) faults in all/.exec(table)?.[1] ?? NaN) });
  },
  heads(folder) {
    const table = python(join(folder, 'score.py'), [folder, run('heads', texts(folder))]);
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
    if (existsSync(join(folder, 'score.py'))) score(folder);
    else console.error(`accuracy: SKIPPED ${name}: ../shared/${name} is not there. Its floor was NOT checked.`);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
const table = ['| over | what | measured | aim | floor | the aim is |', '|---|---|---:|---:|---:|---|', ...held].join('\n');
console.log(`\n${table}`);
if (process.argv.includes('--readme')) {
  if (markdown.length === 0) throw new Error('nothing was measured, README.md stays as it is');
  intoReadme('accuracy', [table, '', ...markdown].join('\n').trimEnd());
}
if (failures.length > 0) {
  console.error(`\naccuracy: below the floor\n  ${failures.join('\n  ')}`);
  process.exitCode = 1;
}
