/** The workbench and the folder of pages, in a browser. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageFiles } from '../../src/cli/actions/report/pages.ts';
import { writeFiles } from '../../src/cli/actions/report/place.ts';
import type { IndexEntry } from '../../src/page/data.ts';
import { gather } from '../../src/page/entry.ts';
import { parseReport } from '../../src/pipeline.ts';
import { readReport } from '../../src/read-report.ts';
import { reportText } from '../cli/check-report.ts';
import { gov } from '../helpers/cli.ts';
import { folderWith } from '../helpers/folder.ts';
import { CHROMIUM, drawn, launch, open } from './chromium.ts';

describe.skipIf(CHROMIUM === undefined)('the workbench', () => {
  let browser: Browser;
  beforeAll(async () => { browser = await launch(); });
  afterAll(async () => { await browser.close(); });

  test('parses text, Markdown and HTML as the command does, and saves them as JSON and CSV', async () => {
    const files = {
      'a.txt': reportText(2023),
      'b.md': reportText(2022),
      'c.html': `<!doctype html><html><head><meta charset="utf-8"><title>x</title></head><body><nav>首页</nav>${reportText(2021).split('\n').map((line) => (line.includes('\t') ? `<table><tr>${line.split('\t').map((cell) => `<td>${cell}</td>`).join('')}</tr></table>` : `<p>${line}</p>`)).join('\n')}</body></html>`,
      'd.pdf': '%PDF-1.4',
    };
    const folder = folderWith(files);
    expect(await gov(['report', '--lang', 'zh', '-o', `${folder}/workbench.html`])).toMatchObject({ code: 0 });
    const { page, incidents } = await open(browser, `${folder}/workbench.html`);
    await page.setInputFiles('input[type="file"]', Object.keys(files).map((name) => join(folder, name)));
    await page.waitForSelector('.listing tbody tr');
    expect(await page.locator('.listing tbody tr').count()).toBe(3);
    expect(await page.textContent('.unread')).toContain('d.pdf');
    const [json] = await Promise.all([page.waitForEvent('download'), page.click('text=保存 JSON')]);
    const expected = await Promise.all(['a.txt', 'b.md', 'c.html'].map(async (name) => readReport(Buffer.from(files[name as keyof typeof files]), { path: name })));
    expect(JSON.parse(readFileSync(await json.path(), 'utf8'))).toEqual(JSON.parse(JSON.stringify(expected)));
    const [csv] = await Promise.all([page.waitForEvent('download'), page.click('text=保存 CSV')]);
    expect(readFileSync(await csv.path(), 'utf8').split('\r\n').length).toBeGreaterThan(300);
    expect(incidents).toEqual([]);
  });

  test('pasted text is a report; a dropped one opens', async () => {
    const folder = folderWith({});
    await gov(['report', '--lang', 'zh', '-o', `${folder}/workbench.html`, '-q']);
    const { page } = await open(browser, `${folder}/workbench.html`);
    await page.fill('textarea', reportText(2023));
    await page.click('.drop form button');
    await page.waitForSelector('.report');
    expect(await page.textContent('h1')).toMatch(/清河县水务局2023年/);
    expect(await page.textContent('td[data-target="cell:applications.received.total"] .number')).toBe('252');
  });
});

describe.skipIf(CHROMIUM === undefined)('5,000 reports', () => {
  let browser: Browser;
  beforeAll(async () => { browser = await launch(); });
  afterAll(async () => { await browser.close(); });

  test('open within two seconds of work, and a report behind them', async () => {
    const text = reportText(2023, { 'reconsideration.total': 9 });
    const report = parseReport(text, { path: 'a.txt' });
    const { entry } = gather(report, 0, 'a.txt');
    const entries = Array.from({ length: 5000 }, (_, id): IndexEntry => ({
      ...entry, id, path: `reports/${id}.txt`, key: `county ${Math.floor(id / 10)}`, agency: `清河县第${Math.floor(id / 10)}水务局`, year: 2014 + (id % 10),
    }));
    const folder = folderWith({});
    const files = pageFiles({ kind: 'index', version: '0', language: 'zh', pages: true, entries, unread: [] }, []);
    await writeFiles({ asked: 'folder', folder, open: join(folder, 'index.html') }, files);
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const metrics = await context.newCDPSession(page);
    // Time of the processor, not of the clock: other work on the machine is not the page's.
    await metrics.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(`file://${folder}/index.html`);
    await page.waitForSelector('.coverage tbody tr');
    await page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => { setTimeout(resolve); }); }));
    const { metrics: measured } = await metrics.send('Performance.getMetrics');
    expect(measured.find(({ name }) => name === 'TaskDuration')!.value).toBeLessThan(2);
    expect(await page.textContent('.summary dd')).toBe('5000');
    expect(await page.locator('.coverage tbody tr').count()).toBeLessThan(200);
    await page.fill('#search', '第499水务局 2020');
    await drawn(page);
    expect(await page.locator('.listing tbody tr').count()).toBe(1);
    await context.close();
  });
});
