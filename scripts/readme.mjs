// Puts a generated text between `<!-- NAME:start -->` and `<!-- NAME:end -->` of README.md, or of a page of docs.
import { readFileSync, writeFileSync } from 'node:fs';

export function intoReadme(name, text, page = 'README.md') {
  const file = new URL(`../${page}`, import.meta.url);
  const readme = readFileSync(file, 'utf8');
  const start = `<!-- ${name}:start -->`;
  const end = `<!-- ${name}:end -->`;
  const from = readme.indexOf(start);
  const to = readme.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${page} has no ${start} … ${end}`);
  writeFileSync(file, `${readme.slice(0, from + start.length)}\n${text}\n${readme.slice(to)}`);
}
