// Runs the commands shown in README.md and writes what they print between its markers.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { intoReadme } from './readme.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What a command prints on a pipe; standard error after standard output, as a terminal shows it in the end. */
function output(args) {
  const { stdout, stderr } = spawnSync(process.execPath, ['bin/gov-report.js', ...args], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, LC_ALL: 'en_US.UTF-8' } });
  return { stdout: stdout.trimEnd(), stderr: stderr.trimEnd() };
}

function block(lines) {
  return ['```console', ...lines, '```'].join('\n');
}

const file = 'fixtures/2021/tabs/report.txt';
const shownCell = 'applications.received.total';
intoReadme('first', block([
  '$ npx gov-report parse fixtures -o reports.ndjson',
  output(['parse', 'fixtures']).stderr,
  `$ npx gov-report explain ${file} ${shownCell}`,
  output(['explain', file, shownCell]).stdout,
  '$ npx gov-report detect fixtures/statistics',
  output(['detect', 'fixtures/statistics']).stdout,
]));

const report = JSON.parse(output(['parse', 'fixtures/2021/tabs', '--quiet']).stdout);
const received = report.cells.find((cell) => cell.cell === shownCell);
const shown = {
  schemaVersion: report.schemaVersion,
  source: report.source,
  template: { ...report.template, evidence: report.template.evidence.slice(0, 1) },
  metadata: report.metadata,
  sections: report.sections.slice(0, 1).map((section) => ({ ...section, children: section.children.slice(0, 1) })),
  tables: { applications: { received: report.tables.applications?.received } },
  cells: received === undefined ? [] : [received],
  facts: report.facts.slice(0, 1),
  findings: report.findings.slice(0, 1),
};
intoReadme('report', ['```json', JSON.stringify(shown, null, 2), '```'].join('\n'));

const { stdout: help } = output(['--help']);
intoReadme('commands', ['```console', '$ gov-report --help', help, '```'].join('\n'));
