// The built command as the examples of the docs show it: in this process, on a terminal 100 places wide, in a folder of its
// own in which only `fixtures` stands.
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { run } from '../../dist/bin/main.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
// Help is as wide as the terminal of the process, 80 places where there is none.
process.stdout.isTTY = false;
const LOCALES = { en: 'en_US.UTF-8', zh: 'zh_CN.UTF-8' };

class Screen extends Writable {
  text = '';
  columns = 100;
  constructor(terminal) {
    super();
    this.isTTY = terminal;
  }
  _write(chunk, _, done) {
    this.text += chunk.toString('utf8');
    done();
  }
}

/** Runs `work` in that folder, with its path; the folder is gone afterwards. */
export async function inExampleFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'gov-report-docs-'));
  const before = process.cwd();
  symlinkSync(join(root, 'fixtures'), join(folder, 'fixtures'), 'junction');
  process.chdir(folder);
  try {
    return await work(folder);
  } finally {
    process.chdir(before);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a command prints for a person with that language; `terminal: false` as in a pipe. */
export async function printed(args, { language = 'en', terminal = true, stdin } = {}) {
  const before = { ...process.env };
  Object.assign(process.env, { LC_ALL: LOCALES[language], NO_COLOR: '1' });
  const [stdout, stderr] = [new Screen(terminal), new Screen(false)];
  try {
    const code = await run(args, { stdin: Readable.from(stdin === undefined ? [] : [stdin]), stdout, stderr });
    return { code, stdout: stdout.text, stderr: stderr.text };
  } finally {
    process.env = before;
  }
}

const FILTERS = {
  head: (text, [, count]) => text.split('\n').slice(0, Number(count)).join('\n'),
  // Counts bytes, as the program of that name does.
  cut: (text, [, range]) => text.split('\n').map((line) => Buffer.from(line).subarray(0, Number(range.split('-')[1])).toString()).join('\n'),
};

const words = (command) => [...command.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([, single, double, bare]) => single ?? double ?? bare);

/** A line of shell: `printf '…' |` before the command, `| head -n N` and `| cut -c 1-N` behind it, quotes. */
export async function shell(line, language) {
  const parts = line.split(/ \| (?=(?:[^']*'[^']*')*[^']*$)/).map(words);
  const stdin = parts[0][0] === 'printf' ? parts.shift()[1].replaceAll('\\n', '\n') : undefined;
  const [own, ...filters] = parts;
  if (own[0] === 'npx') own.shift();
  if (own.shift() !== 'gov-report' || !filters.every(([name]) => Object.hasOwn(FILTERS, name))) throw new Error(`an example of the docs that cannot be run: ${line}`);
  const { code, stdout, stderr } = await printed(own, { language, terminal: filters.length === 0 && stdin === undefined, stdin });
  if (code > 1 && stdin === undefined) throw new Error(`${line} ended with ${code}:\n${stderr}`);
  const text = filters.reduce((rest, [name, ...args]) => FILTERS[name](rest, args), stdout.trimEnd());
  return [text, stderr.trimEnd()].filter((part) => part !== '').join('\n').replace(/ +$/gm, '');
}
