/** The command: `npm run torture -- --seed N --documents M …`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { choose } from './document.ts';
import { addOutcome, createSummary, runDocument, type Outcome } from './run.ts';
import { scoreTable, summaryText } from './tables.ts';

const USAGE = `npm run torture -- [options]
  --seed N            seed of the run (1)
  --documents M       how many (2000)
  --only SEED:INDEX   one document: its text, truths and faults
  --layout L,..       layouts (all but the held ones)
  --mutation M,..     mutations; "none" for documents as they are
  --form F,..         statistics, 2019, 2021, local
  --without T,..      leaves out documents of these traits (代码, disputes:rows, wrong sums, density:mixed, …)
  --held              what is held back as well
  --show N            the N worst documents
  --faults KIND,..    with --show: only these kinds (wrong silent, wrong told, null silent, null told, absent silent, blank, misplaced)
  --dump DIR          texts and truths of the run (with --show: of the worst)`;

const KINDS_AT_FIRST = ['wrong silent', 'wrong told', 'null silent', 'blank', 'misplaced', 'absent silent', 'null told'];

export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      seed: { type: 'string' }, documents: { type: 'string' }, only: { type: 'string' }, layout: { type: 'string' }, mutation: { type: 'string' },
      form: { type: 'string' }, without: { type: 'string' }, held: { type: 'boolean' }, show: { type: 'string' }, faults: { type: 'string' }, dump: { type: 'string' }, help: { type: 'boolean' },
    },
  });
  if (values.help === true) {
    console.log(USAGE);
    return 0;
  }
  const list = (text: string | undefined): string[] | undefined => text?.split(',');
  const choice = choose({ ...(values.form !== undefined && { forms: list(values.form)! }), ...(values.layout !== undefined && { layouts: list(values.layout)! }), ...(values.mutation !== undefined && { mutations: list(values.mutation)! }), held: values.held === true });
  if (choice.layouts.length === 0 || choice.forms.length === 0) {
    console.error(USAGE);
    return 2;
  }
  if (values.only !== undefined) {
    const [seed, index] = values.only.split(':').map(Number);
    const outcome = await runDocument(seed!, index!, choice);
    console.log(outcome.document.text);
    console.log(describe(outcome, undefined));
    if (values.dump !== undefined) dump(values.dump, outcome);
    return 0;
  }
  const seed = Number(values.seed ?? 1);
  const count = Number(values.documents ?? 2000);
  const show = Number(values.show ?? 0);
  const wanted = values.faults?.split(',');
  const without = list(values.without) ?? [];
  const summary = createSummary();
  let worst: Outcome[] = [];
  for (let index = 0; index < count; index++) {
    const outcome = await runDocument(seed, index, choice);
    if (outcome.document.traits.some((trait) => without.includes(trait))) continue;
    addOutcome(summary, outcome);
    if (values.dump !== undefined && show === 0) dump(values.dump, outcome);
    if (show > 0 && badness(outcome, wanted) > 0) {
      worst.push(outcome);
      if (worst.length > show * 4) worst = worst.sort((a, b) => badness(b, wanted) - badness(a, wanted)).slice(0, show);
    }
    if (process.stderr.isTTY && index % 50 === 0) process.stderr.write(`\r${index} of ${count}`);
  }
  if (process.stderr.isTTY) process.stderr.write('\r');
  worst = worst.sort((a, b) => badness(b, wanted) - badness(a, wanted)).slice(0, show);
  for (const outcome of worst) {
    console.log(describe(outcome, wanted));
    if (values.dump !== undefined) dump(values.dump, outcome);
  }
  console.log(summaryText(summary));
  return 0;
}

function badness({ faults }: Outcome, wanted: readonly string[] | undefined): number {
  if (wanted !== undefined) return faults.filter((fault) => wanted.includes(fault.kind)).length;
  return faults.reduce((sum, fault) => sum + (fault.kind === 'wrong silent' ? 1000 : fault.kind === 'wrong told' ? 100 : fault.kind === 'null told' || fault.kind === 'absent silent' ? 1 : 10), 0);
}

function describe({ document, faults, score }: Outcome, wanted: readonly string[] | undefined): string {
  const shown = faults.filter((fault) => wanted === undefined || wanted.includes(fault.kind))
    .sort((a, b) => KINDS_AT_FIRST.indexOf(a.kind) - KINDS_AT_FIRST.indexOf(b.kind));
  return [
    `--only ${document.seed}:${document.index}  ${document.form}  ${document.layout.name}  ${document.mutation}  [${document.traits.join(', ')}]`,
    scoreTable('', [['', score]], false),
    ...shown.slice(0, 30).map((fault) => `  ${fault.kind.padEnd(13)} ${fault.cell}: got ${fault.got}, want ${fault.want}`),
    ...(shown.length > 30 ? [`  and ${shown.length - 30} more`] : []),
  ].join('\n');
}

function dump(folder: string, { document, faults, report }: Outcome): void {
  mkdirSync(folder, { recursive: true });
  const name = join(folder, `${document.seed}-${document.index}.${document.layout.name}.${document.mutation}`);
  writeFileSync(`${name}.${document.layout.format === 'html' ? 'html' : 'txt'}`, document.text);
  const { seed, index, form, mutation, traits, era } = document;
  writeFileSync(`${name}.truth.json`, `${JSON.stringify({ seed, index, form, layout: document.layout.name, mutation, traits, era, truths: Object.fromEntries(document.truths), faults, findings: report.findings }, null, 1)}\n`);
}
