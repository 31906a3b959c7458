// Puts a generated text between `<!-- NAME:start -->` and `<!-- NAME:end -->` of README.md.
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../README.md', import.meta.url);

export function intoReadme(name, text) {
  const readme = readFileSync(file, 'utf8');
  const start = `<!-- ${name}:start -->`;
  const end = `<!-- ${name}:end -->`;
  const from = readme.indexOf(start);
  const to = readme.indexOf(end);
  if (from < 0 || to < from) throw new Error(`README.md has no ${start} … ${end}`);
  writeFileSync(file, `${readme.slice(0, from + start.length)}\n${text}\n${readme.slice(to)}`);
}
