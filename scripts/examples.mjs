// Makes again what the pages for people have from commands: examples, excerpts, summaries of what was measured.
//   npm run readme [-- --check] [-- --lang en|zh]
//     --check   writes nothing; exit 1 and the names of the pages that are not what the commands print today
//     --lang    only the pages of one language
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { longExcerpt, parsedExample, shortExcerpt } from './docs/excerpts.mjs';
import { refreshed } from './docs/pages.mjs';
import { accuracySummary, speedSummary } from './docs/summary.mjs';
import { inExampleFolder } from './docs/terminal.mjs';

const root = new URL('..', import.meta.url);
const read = (page) => readFileSync(new URL(page, root), 'utf8');
const args = process.argv.slice(2);
const only = args.includes('--lang') ? args[args.indexOf('--lang') + 1] : null;
const pages = [
  'README.md', 'README.zh-CN.md', 'CONTRIBUTING.md',
  ...readdirSync(fileURLToPath(new URL('docs', root))).filter((name) => name.endsWith('.md')).sort().map((name) => `docs/${name}`),
];
const languageOf = (page) => (page.endsWith('.zh-CN.md') ? 'zh' : 'en');

const stale = [];
for (const page of pages.filter((one) => only === null || languageOf(one) === only)) {
  const language = languageOf(page);
  const text = read(page);
  const made = await inExampleFolder(async () => {
    const report = await parsedExample();
    return refreshed(text, language, {
      excerpt: shortExcerpt(report),
      report: longExcerpt(report),
      'accuracy-summary': accuracySummary(read('docs/accuracy.md'), language),
      'speed-summary': speedSummary(read('docs/speed.md'), language),
    });
  });
  if (made === text) continue;
  stale.push(page);
  if (!args.includes('--check')) writeFileSync(new URL(page, root), made);
}
if (args.includes('--check') && stale.length > 0) {
  console.error(`not what the commands print today: ${stale.join(', ')}: run npm run readme`);
  process.exitCode = 1;
}
