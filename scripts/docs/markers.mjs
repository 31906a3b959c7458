// A generated text between `<!-- NAME:start -->` and `<!-- NAME:end -->` of a page.
import { readFileSync, writeFileSync } from 'node:fs';

const file = (page) => new URL(`../../${page}`, import.meta.url);
const start = (name) => `<!-- ${name}:start -->`;
const end = (name) => `<!-- ${name}:end -->`;

/** The text of a page with the part between its markers; as it is where it has none. */
export function between(text, name, part) {
  const from = text.indexOf(start(name));
  if (from < 0) return text;
  const to = text.indexOf(end(name), from);
  if (to < 0) throw new Error(`a page has ${start(name)} without ${end(name)}`);
  return `${text.slice(0, from + start(name).length)}\n${part}\n${text.slice(to)}`;
}

/** Writes the part into a page of this checkout. */
export function intoPage(page, name, part) {
  const text = readFileSync(file(page), 'utf8');
  if (!text.includes(start(name))) throw new Error(`${page} has no ${start(name)} … ${end(name)}`);
  writeFileSync(file(page), between(text, name, part));
}

/** What stands between the markers of a page now. */
export function partOf(page, name) {
  const text = readFileSync(file(page), 'utf8');
  return text.slice(text.indexOf(start(name)) + start(name).length + 1, text.indexOf(end(name)) - 1);
}
