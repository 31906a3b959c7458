import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Section } from '../../src/schema/report.ts';
import { detect } from '../../src/detect/detect.ts';
import { outline } from '../../src/outline/outline.ts';
import { createDocument } from '../../src/text/document.ts';
import { holdCorpus } from '../shared/hold.ts';
import { shape } from './read.ts';

const SHARED = new URL('../../../shared/', import.meta.url);
const here = existsSync(SHARED);
if (!here) console.warn('SKIPPED: ../shared is not there; real reports and layouts are not tested');

const text = (name: string): string => readFileSync(new URL(name, SHARED), 'utf8');
const list = (folder: string): string[] => (here ? readdirSync(new URL(folder, SHARED)).sort() : []);
const squeeze = (title: string): string => title.replace(/\s+/g, '').normalize('NFKC').replace(/^[一二三四五六七八九十]+[、.]/, '').replace(/[:。]$/, '');

interface Truth {
  era: string;
  headings?: string[];
}

holdCorpus('outline');

describe.skipIf(!here)('heads of real pages', () => {
  it('yields era family and headings of 97 in 100', () => {
    let right = 0;
    let wanted = 0;
    let families = 0;
    let pages = 0;
    for (const line of text('heads/index.jsonl').trim().split('\n')) {
      const page = JSON.parse(line) as Truth & { file: string };
      const document = createDocument(text(`heads/${page.file}`));
      const titles = new Set(shape(outline(document, []).sections).map((title) => squeeze(title.trim().replace(/^\S+ /, ''))));
      for (const heading of page.headings ?? []) {
        wanted++;
        if (titles.has(squeeze(heading))) right++;
      }
      if (page.headings === undefined) continue;
      pages++;
      const six = (era: string): boolean => era === '2019' || era === '2021';
      if (six(detect(document).era) === six(page.era)) families++;
    }
    expect(right / wanted).toBeGreaterThanOrEqual(0.97);
    expect(families / pages).toBeGreaterThanOrEqual(0.97);
  });
});

describe.skipIf(!here)('one report in many layouts', () => {
  const names = list('cases/text').filter((name) => !/\.(?:ocr|tabgrid-gbk-crlf)\./.test(name));
  const plain = (sections: readonly Section[]): unknown => sections.map(({ id, number, title, text: own, level, children }) => [id, number, title, own, level, plain(children)]);

  it.each([...new Set(names.map((name) => name.split('.')[0]!))])('%s has one text', (name) => {
    const layouts = names.filter((other) => other.startsWith(`${name}.`));
    const texts = layouts.map((layout) => plain(outline(createDocument(text(`cases/text/${layout}`)), []).sections));
    texts.forEach((sections, index) => { expect([layouts[index], sections]).toEqual([layouts[index], texts[0]]); });
  });

  it.each(names)('%s: era', (name) => {
    expect(detect(createDocument(text(`cases/text/${name}`))).era).toBe(name.split('-')[0]);
  });
});
