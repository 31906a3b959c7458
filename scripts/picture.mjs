// Draws the page of one fixture as docs/page.png and docs/page.zh-CN.png, in the Chromium of this system.
//   npm run picture [-- PATH of a browser]
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { indexedPng } from './docs/indexed-png.mjs';
import { printed } from './docs/terminal.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const BROWSER = process.argv[2] ?? process.env.CHROMIUM ?? '/usr/bin/chromium';
/** More than this is no picture for a README. */
const MOST = 150 * 1024;
const SIZE = { width: 1180, height: 640 };
const folder = mkdtempSync(join(tmpdir(), 'gov-report-picture-'));

const browser = await chromium.launch({ executablePath: BROWSER, args: ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none', '--disable-lcd-text'] });
try {
  for (const [language, picture] of [['en', 'page.png'], ['zh', 'page.zh-CN.png']]) {
    const file = join(folder, `${language}.html`);
    await printed(['report', join(root, 'fixtures/2021/wrong-sums'), '-o', file, '--lang', language, '-q'], { language });
    const page = await browser.newPage({ viewport: SIZE, colorScheme: 'light' });
    await page.goto(pathToFileURL(file).href);
    await page.waitForSelector('main table');
    // The first finding: its number in the text, its cell in the form, its relation written out.
    await page.keyboard.press('n');
    await page.waitForTimeout(500);
    const shot = (await page.screenshot()).toString('base64');
    await page.close();
    const drawn = indexedPng(await pixelsOf(browser, shot), SIZE.width, SIZE.height);
    if (drawn.length > MOST) throw new Error(`${picture} has ${drawn.length} bytes, more than ${MOST}`);
    writeFileSync(join(root, 'docs', picture), drawn);
    console.log(`docs/${picture}: ${drawn.length} bytes`);
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

/** The pixels of a PNG, as a browser decodes it. */
async function pixelsOf(browser, base64) {
  const page = await browser.newPage();
  const text = await page.evaluate(async ({ source, width, height }) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const context = new OffscreenCanvas(width, height).getContext('2d');
    context.drawImage(image, 0, 0);
    return [...context.getImageData(0, 0, width, height).data].map((value) => String.fromCharCode(value)).join('');
  }, { source: `data:image/png;base64,${base64}`, ...SIZE });
  await page.close();
  return Buffer.from(text, 'latin1');
}
