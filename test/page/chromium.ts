/** A browser to try pages in: the one that `CHROMIUM` names, or one where systems put theirs. */
import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';

const PLACES = [
  '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The path of a browser, `undefined` where there is none. */
export const CHROMIUM = [process.env['CHROMIUM'], ...PLACES].find((path) => path !== undefined && path !== '' && existsSync(path));

export async function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

/** Waits until what was done is drawn. */
export async function drawn(page: Page): Promise<{ page: Page }> {
  await page.evaluate(() => new Promise((resolve) => { setTimeout(() => { requestAnimationFrame(() => requestAnimationFrame(resolve)); }); }));
  return { page };
}

export interface Opened {
  page: Page;
  /** Errors of scripts, refusals of the policy, anything that asked for something beyond the page: nothing of it may happen. */
  incidents: string[];
}

/** Opens a file as a person would, and listens for what must not happen. */
export async function open(browser: Browser, path: string, size: { width: number; height: number } = { width: 1280, height: 900 }): Promise<Opened> {
  const context = await browser.newContext({ viewport: size, acceptDownloads: true });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const incidents: string[] = [];
  page.on('pageerror', (error) => incidents.push(`error: ${error.message}`));
  page.on('console', (message) => { if (message.type() === 'error' || message.type() === 'warning') incidents.push(`console: ${message.text()}`); });
  page.on('dialog', (dialog) => {
    incidents.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => { if (!request.url().startsWith('file:') && !request.url().startsWith('blob:')) incidents.push(`request: ${request.url()}`); });
  await page.goto(`file://${path}`);
  await page.waitForSelector('main');
  return { page, incidents };
}
