/** What is measured: texts of the fixtures, of ../shared, of every layout that the torture can draw, and hostile ones. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { fromSource } from '../from-source.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Every text below a path, by name. */
export function textsBelow(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [textOf(path, path)];
  return readdirSync(path, { recursive: true }).map(String).filter((name) => /\.(txt|text|md)$/.test(name)).sort().map((name) => textOf(join(path, name), name));
}

const textOf = (path, name) => ({ name, path, bytes: readFileSync(path) });

export const fixtures = () => textsBelow(join(root, 'fixtures'));
export const sharedReports = () => textsBelow(join(root, '..', 'shared', 'reports'));

/** A few documents of every layout, as they are drawn. */
export async function layouts(each) {
  const { choose, makeDocument } = await fromSource('test/torture/document.ts');
  const all = choose({ held: true, mutations: ['none'], forms: ['2019', '2021', 'statistics'] });
  return all.layouts.filter((layout) => layout.format === 'text').map((layout) => {
    const choice = { ...all, layouts: [layout] };
    const documents = Array.from({ length: each }, (_, index) => makeDocument(11, index, choice));
    return { name: layout.name, inputs: documents.map(({ text }, index) => ({ name: `${layout.name} ${index}`, bytes: new TextEncoder().encode(text) })) };
  });
}

const fixture = (name) => readFileSync(join(root, 'fixtures', name, 'report.txt'), 'utf8');

/** Units that are repeated up to a size. */
export const HOSTILE = {
  digits: '1234567890',
  'digits, 14 and a blank': '10010010010010 ',
  'zeros, one a line': '0\n',
  'opening brackets': '（(【',
  'table labels': '一、本年新收政府信息公开申请数量（一）予以公开1.属于国家秘密自然人总计',
  'a label and digits without end': '（一）予以公开10010020030040050060070080090',
  'table labels with digits, a line each': '（一）予以公开 1 2 3 4 5 6 21\n2.重复申请\n0\n',
  'one line of prose': '我局主动公开政府信息12条，',
  'a heading a line': '一、总体情况\n（一）主动公开\n1、',
  'numbers of headings': '一、1件',
  'short sections': '一、总体情况\n内容。\n',
  'pipes and blanks': '| ',
  'commas and quotes': '"1,2",',
  'tags of tables': '<table><tr><td>',
  'line breaks': '\n',
  'blanks': ' ',
  'a 2021 table, over and over': fixture('2021/tabs'),
  'a table without separators, over and over': fixture('2021/glued-digits'),
  'a statistics table, over and over': fixture('statistics/national-pipes'),
  'Chinese numerals': '一二三四五六七八九十百千万亿',
};

/** A unit over and over, up to so many bytes. */
export function repeated(unit, size) {
  return new TextEncoder().encode(unit.repeat(Math.ceil(size / new TextEncoder().encode(unit).length)));
}
