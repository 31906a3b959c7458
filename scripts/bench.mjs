// Time per report, stage by stage and in all, as a ratio to a baseline measured in turn with it on the same bytes:
// decoding, NFKC and splitting into lines. Then hostile megabytes, each of which has to be done within a second.
//   npm run bench [-- --readme] [-- PATH…]      --readme writes the table into README.md
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join, relative } from 'node:path';
import { parseReport } from '../dist/pipeline.js';
import { intoReadme } from './readme.mjs';

const ROUNDS = 31;
/** Rounds before it counts: a folder of reports soon runs compiled. */
const WARM_UP = 20;
const HOSTILE_LIMIT_MS = 1000;
const RATIO_AIM = 10;

const root = fileURLToPath(new URL('..', import.meta.url));
const paths = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const files = (paths.length > 0 ? paths : [join(root, 'fixtures')]).flatMap(textsBelow);
if (files.length === 0) throw new Error('no report to measure');

function textsBelow(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true }).map(String).filter((name) => /\.(txt|text|md)$/.test(name)).sort().map((name) => join(path, name));
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

let sink = 0;
function baseline({ bytes, encoding }) {
  sink += new TextDecoder(encoding).decode(bytes).normalize('NFKC').split(/\r\n|\r|\n/).length;
}

function measure(report) {
  const stages = {};
  const started = performance.now();
  let last = started;
  const onStage = (stage) => {
    const now = performance.now();
    stages[stage] = now - last;
    last = now;
  };
  // The digest as the command makes it, by the platform.
  const sha256 = createHash('sha256').update(report.bytes).digest('hex');
  const parsed = parseReport(report.bytes, { path: report.path, sha256, onStage });
  sink += JSON.stringify(parsed).length;
  const ended = performance.now();
  stages.emit = ended - last;
  return { stages, total: ended - started };
}

const reports = files.map((path) => {
  const bytes = readFileSync(path);
  return { path, bytes, encoding: parseReport(bytes).source.encoding };
});
for (let round = 0; round < WARM_UP; round++) for (const report of reports) { measure(report); baseline(report); }

const rows = reports.map((report) => {
  const base = [];
  const totals = [];
  const stages = {};
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now();
    baseline(report);
    base.push(performance.now() - started);
    const measured = measure(report);
    totals.push(measured.total);
    for (const [stage, time] of Object.entries(measured.stages)) (stages[stage] ??= []).push(time);
  }
  return { base: median(base), total: median(totals), stages: Object.fromEntries(Object.entries(stages).map(([stage, times]) => [stage, median(times)])) };
});

const sum = (values) => values.reduce((a, b) => a + b, 0);
const base = sum(rows.map((row) => row.base)) / rows.length;
const total = sum(rows.map((row) => row.total)) / rows.length;
const kilobytes = sum(reports.map((report) => report.bytes.length)) / reports.length / 1024;
const lines = ['| stage | ms a report | × baseline |', '|---|---:|---:|'];
const line = (name, time) => lines.push(`| ${name} | ${time.toFixed(3)} | ${(time / base).toFixed(1)} |`);
line('baseline (decode, NFKC, split)', base);
for (const stage of Object.keys(rows[0].stages)) line(stage, sum(rows.map((row) => row.stages[stage])) / rows.length);
line('**whole pipeline, output included**', total);
const worst = rows.map((row, index) => ({ ratio: row.total / row.base, path: reports[index].path })).sort((a, b) => b.ratio - a.ratio)[0];

const megabyte = (unit) => new TextEncoder().encode(unit.repeat(Math.ceil(1e6 / new TextEncoder().encode(unit).length)));
const HOSTILE = {
  digits: '1234567890',
  'zeros, one a line': '0\n',
  'opening brackets': '（(【',
  'table labels': '一、本年新收政府信息公开申请数量（一）予以公开1.属于国家秘密自然人总计',
  'table labels with digits, a line each': '（一）予以公开 1 2 3 4 5 6 21\n2.重复申请\n0\n',
  'one line of prose': '我局主动公开政府信息12条，',
  'headings': '一、总体情况\n（一）主动公开\n1、',
  'short sections': '一、总体情况\n内容。\n',
  'pipes and spaces': '| ',
  'line breaks': '\n',
  'a 2021 table, over and over': readFileSync(join(root, 'fixtures/2021/tabs/report.txt'), 'utf8'),
  'a table without separators, over and over': readFileSync(join(root, 'fixtures/2021/glued-digits/report.txt'), 'utf8'),
  'a statistics table, over and over': readFileSync(join(root, 'fixtures/statistics/national-pipes/report.txt'), 'utf8'),
  'Chinese numerals': '一二三四五六七八九十百千万亿',
};
const hostile = Object.entries(HOSTILE).map(([name, unit]) => {
  const bytes = megabyte(unit);
  const stages = {};
  const started = performance.now();
  let last = started;
  parseReport(bytes, { onStage: (stage) => { stages[stage] = performance.now() - last; last = performance.now(); } });
  const time = performance.now() - started;
  const [slowest, slowestTime] = Object.entries(stages).sort((a, b) => b[1] - a[1])[0];
  return { name, time, slowest, slowestTime };
});
const hostileLines = ['| 1 MB of | ms | most of it in |', '|---|---:|---|', ...hostile.map(({ name, time, slowest, slowestTime }) => `| ${name} | ${time.toFixed(0)} | ${slowest} (${slowestTime.toFixed(0)}) |`)];

const text = [
  `${reports.length} reports of ${kilobytes.toFixed(1)} KB in the mean, median of ${ROUNDS} rounds, Node ${process.versions.node}: **${(total / base).toFixed(1)} × the baseline**, ${(1000 / total).toFixed(0)} reports a second on one core; the worst, ${relative(root, worst.path).replaceAll('\\', '/')}, ${worst.ratio.toFixed(1)} ×.`,
  '', ...lines, '', ...hostileLines,
].join('\n');
console.log(text);
if (process.argv.includes('--readme')) intoReadme('speed', text);
if (total / base > RATIO_AIM) console.error(`bench: the pipeline takes ${(total / base).toFixed(1)} times the baseline, the aim is ${RATIO_AIM}`);
const slow = hostile.filter(({ time }) => time > HOSTILE_LIMIT_MS);
for (const { name, time } of slow) console.error(`bench: 1 MB of ${name} takes ${time.toFixed(0)} ms, the limit is ${HOSTILE_LIMIT_MS}`);
if (slow.length > 0) process.exitCode = 1;
if (sink === 0) console.error('bench: nothing was measured');
