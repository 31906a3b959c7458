import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../src/read/read.ts';
import { makeZip } from './zip-writer.ts';
import { cases } from '../helpers/effort.ts';
import { worked } from '../helpers/worked.ts';

const fixture = (path: string): Buffer => readFileSync(new URL(`./documents/${path}`, import.meta.url));
/** How much of each: a quarter finds work that is quadratic in a sixteenth of its time. */
const SIZE = cases(1, 4);
/** Far above what any takes, far below what quadratic work on a megabyte takes. */
const MOST_MILLISECONDS = cases(2500, 10_000);

describe('pages made to hang a reader', () => {
  it.each<[string, string]>([
    ['nested blocks', `<html>${'<div>'.repeat(25_000 * SIZE)}文`],
    ['nested formatting elements', `<html>${'<b>'.repeat(25_000 * SIZE)}文`],
    ['an unclosed formatting element a paragraph', `<html>${Array.from({ length: 7500 * SIZE }, (_, i) => `<p><b id=${i}>文</p>`).join('')}`],
    ['unclosed links', `<html>${'<a href=x>文'.repeat(25_000 * SIZE)}`],
    ['nested tables', `<html>${'<table><tr><td>'.repeat(7500 * SIZE)}文`],
    ['1,000 rows of spans beyond bounds', `<table>${'<tr><td rowspan=65534 colspan=1000>文</td></tr>'.repeat(1000)}</table>`],
    ['1,000 columns that reach down all rows', `<table><tr>${'<td rowspan=65534>文</td>'.repeat(1000)}</tr>${'<tr><td>1'.repeat(15_000 * SIZE)}</table>`],
    ['wide cells in a row', `<table><tr>${'<td colspan=1000>文'.repeat(12_500 * SIZE)}</table>`],
    ['a tag with attributes without end', `<html><p>文</p><div ${Array.from({ length: 50_000 * SIZE }, (_, i) => `a${i}`).join(' ')}>`],
    ['angle brackets without end', `<html>文${'<'.repeat(250_000 * SIZE)}`],
    ['comments that never end', `<html>文${'<!--'.repeat(62_500 * SIZE)}`],
  ])('%s', async (_, html) => {
    const started = worked();
    expect((await readSource(Buffer.from(html))).text).toContain('文');
    expect(worked() - started).toBeLessThan(MOST_MILLISECONDS);
  });
});

describe('what cannot be read says why', () => {
  it.each<[string, Uint8Array, string]>([
    ['DOCX cut short', fixture('2021/document.docx').subarray(0, 5000), 'read/damaged'],
    ['DOCX that is no XML', makeZip([{ name: '[Content_Types].xml', data: 'x' }, { name: 'word/document.xml', data: '<a' }]), 'read/damaged'],
    ['DOCX as a bomb', makeZip([{ name: 'word/document.xml', data: Buffer.alloc(20 * 2 ** 20, 32) }]), 'read/ratio'],
    ['DOC cut short', fixture('2021/document.doc').subarray(0, 20_000), 'read/damaged'],
    ['compound file of another kind', Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(2000)]), 'read/'],
    ['PDF cut short', fixture('2021/document.pdf').subarray(0, 30_000), 'read/damaged'],
    ['PDF of noise', Buffer.from(`%PDF-1.4\n${'x'.repeat(100_000)}`), 'read/damaged'],
    ['PDF with a password', fixture('hostile/password.pdf'), 'read/encrypted'],
    ['scanned PDF', fixture('hostile/scan.pdf'), 'read/image-only'],
    ['picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'read/unsupported'],
    ['page without text', Buffer.from('<html><script>load()</script></html>'), 'read/empty'],
    ['archive', makeZip([{ name: 'a.txt', data: 'x' }]), 'read/unsupported'],
  ])('%s', async (_, bytes, code) => {
    const error: unknown = await readSource(bytes).then(() => null, (thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'ReadError', code: expect.stringContaining(code) as string });
  });

  it('reads a PDF whose cross-reference table is broken', async () => {
    const broken = Buffer.from(fixture('2021/document.pdf').toString('latin1').replace(/startxref\s+\d+/, 'startxref\n99999999'), 'latin1');
    expect((await readSource(broken)).text).toBe((await readSource(fixture('2021/document.pdf'))).text);
  });

  it('says that a DOC has a password', async () => {
    const bytes = Buffer.from(fixture('narrative/document.doc'));
    const block = bytes.indexOf(Buffer.from([0xec, 0xa5]));
    bytes.writeUInt16LE(bytes.readUInt16LE(block + 10) | 0x0100, block + 10);
    await expect(readSource(bytes)).rejects.toMatchObject({ code: 'read/encrypted' });
  });

  it('lets a wrong encoding label through as misuse', async () => {
    await expect(readSource(Buffer.from('年报'), { encoding: 'klingon' })).rejects.toBeInstanceOf(RangeError);
  });

  it('never throws anything else, whatever is cut or changed', async () => {
    let seed = 7;
    const random = (most: number): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return Math.floor((seed / 2147483648) * most);
    };
    for (const name of ['narrative/document.docx', 'narrative/document.doc', '2021/document.doc', 'narrative/document.pdf', 'narrative/document.html']) {
      const original = fixture(name);
      for (let round = 0; round < cases(6, 12); round++) {
        const bytes = Buffer.from(original.subarray(0, round % 3 === 0 ? random(original.length) : original.length));
        for (let i = 0; i < 1 + random(40) && bytes.length > 8; i++) bytes[8 + random(bytes.length - 8)] = random(256);
        const error: unknown = await readSource(bytes).then(() => null, (thrown: unknown) => thrown);
        if (error !== null) expect(error).toMatchObject({ name: 'ReadError' });
      }
    }
  });
});
