/** The page as a person uses it, in a browser. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportText } from '../cli/check-report.ts';
import { gov } from '../helpers/cli.ts';
import { folderWith } from '../helpers/folder.ts';
import { CHROMIUM, drawn, launch, open } from './chromium.ts';

if (CHROMIUM === undefined) process.stderr.write('SKIPPED: no Chromium is installed (CHROMIUM=PATH names one); the page is not tried in a browser\n');

const CELL = 'applications.received.total';
const BROKEN = { 'reconsideration.total': 9 };

describe.skipIf(CHROMIUM === undefined)('the page', () => {
  let browser: Browser;
  beforeAll(async () => { browser = await launch(); });
  afterAll(async () => { await browser.close(); });

  /** The page of some files, made by the command. */
  async function made(files: Record<string, string | Uint8Array>, ...options: string[]): Promise<string> {
    const folder = folderWith(files);
    const { code, stderr } = await gov(['report', folder, '-o', `${folder}/audit.html`, '--lang', 'zh', ...options]);
    expect({ code, stderr }).toMatchObject({ code: 0 });
    return folder;
  }

  const lit = async (page: Page, side: string): Promise<(string | null)[]> => (await drawn(page)).page.locator(`[data-side="${side}"] .points[aria-current]`).evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['target'] ?? null));

  test('a click on a cell shows where it stands; a click on a mark shows its cell', async () => {
    const folder = await made({ 'a.txt': reportText(2023) });
    const { page, incidents } = await open(browser, `${folder}/audit.html`);
    await page.click(`td[data-target="cell:${CELL}"]`);
    await drawn(page);
    const mark = page.locator('[data-side="text"] .mark[aria-current]');
    expect(await mark.evaluateAll((all) => all.map((one) => [one.textContent, (one as HTMLElement).dataset['target']]))).toEqual([['252', `cell:${CELL}`]]);
    expect(await mark.evaluate((one) => { const { top, bottom } = one.getBoundingClientRect(); return top > 0 && bottom < innerHeight; })).toBe(true);
    expect(await page.textContent('.inspector')).toMatch(/一、本年新收政府信息公开申请数量 › 总计.*252.*已填.*行列标签/s);
    await page.click('.mark[data-target="cell:litigation.direct.total"]');
    expect(await lit(page, 'form')).toEqual(['cell:litigation.direct.total']);
    await page.click('.mark.section >> text=存在的主要问题');
    expect(await lit(page, 'form')).toHaveLength(1);
    expect(incidents).toEqual([]);
  });

  test('keys: one stop of the tab key a table, arrows, Enter, next and previous finding, Escape', async () => {
    const folder = await made({ 'a.txt': reportText(2023, BROKEN) });
    const { page } = await open(browser, `${folder}/audit.html`);
    await page.locator(`td[data-target="cell:${CELL}"]`).focus();
    for (const key of ['ArrowDown', 'ArrowLeft', 'Enter']) await page.keyboard.press(key);
    expect(await lit(page, 'text')).toEqual(['cell:applications.carriedOver.otherOrganization']);
    expect(await page.locator('.form-table.applications td[tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('Escape');
    expect(await lit(page, 'text')).toEqual([]);
    await page.keyboard.press('n');
    await drawn(page);
    expect(await page.textContent('.findings [aria-current]')).toContain('reconsideration/outcomes');
    expect(await lit(page, 'form')).toEqual(expect.arrayContaining(['cell:reconsideration.total', 'cell:reconsideration.upheld']));
    const first = await page.textContent('.findings [aria-current] .code');
    await page.keyboard.press('n');
    await page.keyboard.press('p');
    await drawn(page);
    expect(await page.textContent('.findings [aria-current] .code')).toBe(first);
    await page.keyboard.press('?');
    await drawn(page);
    expect(await page.locator('[role="dialog"]').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await drawn(page);
    expect(await page.locator('[role="dialog"]').count()).toBe(0);
  });

  test('a relation is written out with its numbers; the kept ones when asked', async () => {
    const folder = await made({ 'a.txt': reportText(2023, BROKEN) });
    const { page } = await open(browser, `${folder}/audit.html`);
    expect(await page.textContent('.disputes .relations li.broken')).toBe('✗行政复议2 + 2 + 2 + 2 = 8 ≠ 9相差 -1');
    const kept = page.locator('.applications .rule >> nth=0 >> li.kept:visible');
    expect(await kept.count()).toBe(0);
    await page.locator('.applications .relations button', { hasText: '全部写出' }).first().click();
    await drawn(page);
    expect(await kept.count()).toBe(7);
    expect(await kept.first().textContent()).toMatch(/^✓自然人2 \+ 2 = 4 = 2 \+ 2$|^✓自然人.* = .*$/);
  });

  test('findings are filtered by severity, origin and code', async () => {
    const folder = await made({ 'a.txt': reportText(2023, BROKEN).replace('行政许可\t2', '行政许可\t见附表') });
    const { page } = await open(browser, `${folder}/audit.html`);
    const codes = async (): Promise<string[]> => (await (await drawn(page)).page.locator('.findings li .code').allTextContents()).map((text) => text.split(' ')[0]!);
    const all = await codes();
    expect(all).toEqual(expect.arrayContaining(['reconsideration/outcomes', 'tables/unreadable-cell']));
    expect(await page.textContent('td[data-target="cell:disclosure.licensing.decisions"] .number')).toBe('见附表');
    await page.click('.filters button:has-text("报告")');
    expect(await codes()).not.toContain('reconsideration/outcomes');
    await page.click('.filters button:has-text("报告")');
    await page.click('.filters button:has-text("错误")');
    expect(await codes()).not.toContain('reconsideration/outcomes');
    await page.click('.filters button:has-text("错误")');
    await page.selectOption('.filters select', 'tables/unreadable-cell');
    expect(await codes()).toEqual(['tables/unreadable-cell']);
    expect(await page.textContent('.findings .count')).toBe(`1 / ${all.length}`);
  });

  test('Chinese first, English by a switch, and the other way round where asked', async () => {
    const folder = await made({ 'a.txt': reportText(2023, BROKEN) });
    const { page } = await open(browser, `${folder}/audit.html`);
    expect([await page.getAttribute('html', 'lang'), await page.textContent('.findings li .message')]).toEqual(['zh-CN', expect.stringMatching(/^行政复议各类结果之和不等于总计/)]);
    await page.click('.language');
    await drawn(page);
    expect([await page.getAttribute('html', 'lang'), await page.textContent('.findings li .message')]).toEqual(['en', expect.stringMatching(/^outcomes of reconsideration do not add up/)]);
    // What is chosen is kept over a reload.
    await page.reload();
    await page.waitForSelector('main');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await gov(['report', `${folder}/a.txt`, '-o', `${folder}/en.html`, '--lang', 'en', '-q']);
    expect(await (await open(browser, `${folder}/en.html`)).page.textContent('.bar .name')).toBe('Report audit');
  });

  test('a screen reader finds landmarks, headings, heads of rows and columns, names of what points', async () => {
    const folder = await made({ 'a.txt': reportText(2023, BROKEN) });
    const { page } = await open(browser, `${folder}/audit.html`);
    expect(await page.getByRole('main').count()).toBe(1);
    expect(await page.getByRole('banner').count()).toBe(1);
    expect(await page.getByRole('complementary', { name: '详情' }).count()).toBe(1);
    expect(await page.getByRole('grid', { name: '收到和处理政府信息公开申请情况' }).count()).toBe(1);
    expect(await page.getByRole('columnheader', { name: '社会公益组织' }).count()).toBe(1);
    expect(await page.getByRole('rowheader', { name: '四、结转下年度继续办理' }).count()).toBe(1);
    expect(await page.getByRole('button', { name: /^252 — 一、本年新收政府信息公开申请数量 › 总计/ }).count()).toBe(1);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/清河县水务局2023年/);
    // The first stop of the tab key leads past everything else.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    expect(await page.evaluate(() => [...document.querySelectorAll('button, a, input, select')].filter((one) => (one.textContent + (one.getAttribute('aria-label') ?? '') + (one.getAttribute('title') ?? '')).trim() === '').length)).toBe(0);
  });

  test('in print: both sides, every relation, no tools', async () => {
    const folder = await made({ 'a.txt': reportText(2023, BROKEN) });
    const { page } = await open(browser, `${folder}/audit.html`, { width: 720, height: 1000 });
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.text-pane').isVisible() && await page.locator('.form-pane').isVisible()).toBe(true);
    expect(await page.locator('.applications .relations li.kept').first().isVisible()).toBe(true);
    for (const tool of ['.bar', '.inspector', '.filters', '.review']) expect(await page.locator(tool).first().isVisible()).toBe(false);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });

  test('on a narrow window one side at a time, nothing wider than it', async () => {
    const folder = await made({ 'a.txt': reportText(2023) });
    const { page } = await open(browser, `${folder}/audit.html`, { width: 390, height: 844 });
    expect(await page.locator('.text-pane').isVisible()).toBe(false);
    await page.click(`td[data-target="cell:applications.received.naturalPerson"]`);
    await page.waitForSelector('.mark[aria-current]');
    expect([await page.locator('.text-pane').isVisible(), await page.locator('.form-pane').isVisible()]).toEqual([true, false]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  test('what a person marks is saved, and verify takes it', async () => {
    const folder = await made({ 'a.txt': reportText(2023) });
    const { page } = await open(browser, `${folder}/audit.html`);
    const save = async (): Promise<void> => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.click('.review .download')]);
      expect(download.suggestedFilename()).toBe('a.expected.json');
      writeFileSync(`${folder}/a.expected.json`, readFileSync(await download.path()));
    };
    for (const button of await page.locator('.table-head button').all()) await button.click();
    await drawn(page);
    await save();
    expect(JSON.parse(readFileSync(`${folder}/a.expected.json`, 'utf8'))).toMatchObject({ reviewed: true, tables: { applications: { received: { total: 252 } } } });
    expect(await gov(['verify', folder, '--only', 'a.txt'])).toMatchObject({ code: 0 });
    await page.click(`td[data-target="cell:${CELL}"]`);
    await page.keyboard.press('w');
    await page.fill('.correction input', '１,３');
    await page.keyboard.press('Enter');
    await drawn(page);
    expect(await page.textContent('.correction b')).toBe('→ 13');
    await save();
    expect(JSON.parse(readFileSync(`${folder}/a.expected.json`, 'utf8'))).toMatchObject({ tables: { applications: { received: { total: 13 } } } });
    expect(await gov(['verify', folder, '--only', 'a.txt'])).toMatchObject({ code: 1 });
  });

  test('a hostile report does nothing', async () => {
    const evil = '</script><script>alert(1)</script><img src=x onerror=alert(2)><!--\u2028${alert(3)}\\u003cscript\u0000\u001b[31m"\'>';
    const text = reportText(2023, BROKEN, `清河县${evil}水务局`).replace('本局按期完成各项公开任务。', `本局${evil}公开信息 12 条。`).replace('行政许可\t2', `行政许可\t${evil}`);
    const folder = await made({ '<img src=x onerror=alert(4)>.txt': text, 'b.txt': reportText(2022) });
    const { page, incidents } = await open(browser, `${folder}/audit.html`);
    expect(await page.locator('img, main script, iframe').count()).toBe(0);
    await page.locator('.listing tbody a').first().click();
    await page.waitForSelector('.report');
    await page.keyboard.press('n');
    expect(await page.textContent('.source')).toContain('<img src=x onerror=alert(2)>');
    expect(await page.locator('img, main script, iframe').count()).toBe(0);
    expect(incidents).toEqual([]);
    // Were markup of a report to come through for all that, the policy lets nothing of it act.
    const acted = await page.evaluate(async () => {
      document.querySelector('main')!.insertAdjacentHTML('beforeend', '<img src="x.png" onerror="document.title = \'acted\'">');
      await new Promise((resolve) => { setTimeout(resolve, 200); });
      return document.title;
    });
    expect(acted).not.toBe('acted');
    expect(incidents.join()).toMatch(/Content Security Policy/);
  });

  test('many: the matrix, a search, the year before beside a report, duplicates, what could not be read', async () => {
    const folder = folderWith({
      'a.txt': reportText(2022, { 'applications.received.total': 15, 'applications.received.naturalPerson': 5 }), 'b.txt': reportText(2023), 'c.txt': reportText(2023, BROKEN), 'd.txt': reportText(2023, {}, '白石县财政局'), 'e.pdf': '%PDF-1.4 broken',
    });
    expect(await gov(['report', folder, '-o', `${folder}/audit.html`, '--lang', 'zh', '-q'])).toMatchObject({ code: 3 });
    const { page, incidents } = await open(browser, `${folder}/audit.html`);
    expect(await page.locator('.coverage tbody tr').count()).toBe(2);
    expect(await page.textContent('.unread')).toContain('e.pdf');
    expect(await page.locator('.coverage .others a').count()).toBe(1);
    expect(await page.locator('.chart canvas').count()).toBe(1);
    expect((await page.locator('.series .scroller tbody tr').first().locator('th, td').allTextContents())[0]).toMatch(/申请/);
    await page.keyboard.press('/');
    await page.keyboard.type('白石');
    await drawn(page);
    expect(await page.locator('.listing tbody tr').count()).toBe(1);
    await page.fill('#search', '');
    await page.click('.ranking button:has-text("reconsideration/outcomes")');
    await drawn(page);
    expect(await page.locator('.listing tbody tr').count()).toBe(1);
    await page.click('.ranking button:has-text("reconsideration/outcomes")');
    await page.click('.coverage a[aria-label^="2023"]');
    await page.waitForSelector('.report');
    expect(await page.textContent(`td[data-target="cell:${CELL}"] .before`)).toBe('15');
    await page.click('.bar a');
    await page.waitForSelector('.index');
    expect(incidents).toEqual([]);
  });
});
