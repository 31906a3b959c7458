/** Every run has bounds of time and memory, whatever the number of its inputs and of its workers. */
import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { DEFAULT_TIMEOUT, renderTasks } from '../../src/cli/work/dispatch.ts';
import { gov } from '../helpers/cli.ts';
import { LONG } from '../helpers/effort.ts';
import { folderWith } from '../helpers/folder.ts';
import { SHORT } from '../helpers/process.ts';

const WORK = { format: 'ndjson', formatOptions: {} };
/** Seconds of work for a page of less than a megabyte. */
const SLOW = `<table><tr>${'<td rowspan=65534>文</td>'.repeat(1000)}</tr>${'<tr><td>1'.repeat(60_000)}</table>`;

test.each([['a page', 'slow.html', SLOW], ['plain text of that size', 'long.txt', `${SHORT}${'公开信息3条，收到申请5件；'.repeat(60_000)}`]])('%s is given up in a run of this thread alone', async (_, path, content) => {
  const found = [];
  const tasks = [{ path, bytes: Buffer.from(content) }, { path: 'good.txt', bytes: Buffer.from(SHORT) }];
  for await (const outcome of renderTasks(tasks, WORK, { timeout: 0.05 }, 0)) found.push('piece' in outcome ? outcome.path : 'error' in outcome ? outcome.error : outcome.bug);
  expect(found).toEqual(['not done within 0.05 s', 'good.txt']);
});

test('the bound is the one that the help and the docs tell', async () => {
  expect((await gov(['parse', '--help', '--lang', 'en'])).stdout).toMatch(new RegExp(`--timeout <SECONDS>[^(]*\\(default:\\s+${DEFAULT_TIMEOUT}\\)`));
  expect(readFileSync('docs/scale.md', 'utf8')).toContain(`\`--timeout\` (${DEFAULT_TIMEOUT} seconds`);
});

/** A PDF of a page whose text is packed twice: zeros pack a million to one. */
function bomb(bytes: number): Buffer {
  const packed = deflateSync(deflateSync(Buffer.alloc(bytes), { level: 9 }), { level: 9 });
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<<>>>>',
    `<</Filter[/FlateDecode/FlateDecode]/Length ${packed.length}>>\nstream\n${packed.toString('latin1')}\nendstream`,
  ];
  return Buffer.from(`%PDF-1.4\n${objects.map((object, index) => `${index + 1} 0 obj${object}endobj\n`).join('')}trailer<</Root 1 0 R>>`, 'latin1');
}

describe.runIf(LONG)('a file of a few kilobytes that unpacks to gigabytes', () => {
  test.each([[['-j', '1']], [[]], [['-j', '2']]])('is given up, the others are done (%j)', async (hands) => {
    const pdf = bomb(1_900_000_000);
    expect(pdf.length).toBeLessThan(20_000);
    const folder = folderWith({ 'bomb.pdf': pdf, 'a.txt': SHORT, 'z.txt': SHORT });
    const { code, stdout, stderr } = await gov(['parse', folder, '-q', ...hands]);
    expect(code).toBe(3);
    expect(stdout.trimEnd().split('\n')).toHaveLength(2);
    expect(stderr).toMatch(/bomb\.pdf: (?:takes more than 1024 MB of memory|not done within 30 s|.*(?:damaged|image))/);
    expect(process.memoryUsage.rss()).toBeLessThan(4 * 2 ** 30);
  });
});
