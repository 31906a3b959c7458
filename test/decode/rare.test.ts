import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/decode/decode.ts';
import { encodingName } from '../../src/decode/labels.ts';
import { rareEncoding } from '../../src/decode/rare.ts';
import { readSource } from '../../src/read/read.ts';
import { encodeTwoByte, encodeUtf16, utf8 } from '../helpers/encode.ts';
import { expectNoHang } from '../helpers/hang.ts';
import { worked } from '../helpers/worked.ts';

const TEXT = '茶山县水利局2022年政府信息公开工作年度报告\n\n一、总体情况\n我局全年主动公开政府信息128条，其中规范性文件3件，收到申请1+1件~。\n二、主动公开情况\n';
const PAGE = `<html><head><meta charset="utf-8"></head><body>${TEXT.split('\n').map((line) => `<p>${line}</p>`).join('')}</body></html>`;

/** GB2312 in seven bits between ~{ and ~}. */
function encodeHz(text: string): Uint8Array {
  const bytes = text.replace(/[^\x00-\x7f]+|~/g, (run) => (run === '~' ? '~~' : `~{${Array.from(encodeTwoByte(run, 'gb18030'), (byte) => String.fromCharCode(byte & 0x7f)).join('')}~}`));
  return Buffer.from(bytes, 'latin1');
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const windows1252 = (bytes: Uint8Array): string => new TextDecoder('windows-1252').decode(bytes);

describe('encodings that the platform does not read', () => {
  it.each<[string, string, Uint8Array]>([
    ['utf-32le', 'UTF-32, little end first', iconv.encode(TEXT, 'utf-32le')],
    ['utf-32be', 'UTF-32, big end first', iconv.encode(TEXT, 'utf-32be')],
    ['utf-32le', 'UTF-32 with a mark', iconv.encode(`\uFEFF${TEXT}`, 'utf-32le', { addBOM: false })],
    ['utf-32be', 'UTF-32 with a mark, big end first', iconv.encode(`\uFEFF${TEXT}`, 'utf-32be', { addBOM: false })],
    ['utf-7', 'UTF-7', iconv.encode(TEXT, 'utf-7')],
    ['hz-gb-2312', 'HZ', encodeHz(TEXT)],
  ])('are read without being asked for: %s (%s)', async (encoding, _, bytes) => {
    expect(await readSource(bytes)).toMatchObject({ text: TEXT, encoding, findings: [] });
  });

  it.each<[string, Uint8Array]>([['utf-32le', iconv.encode(PAGE, 'utf-32le')], ['utf-7', Buffer.from(PAGE.replace('+', '+-').replace(/[^\x00-\x7f]+/g, (run) => iconv.encode(run, 'utf-7').toString()))], ['hz-gb-2312', encodeHz(PAGE)]])('are read in pages: %s', async (encoding, bytes) => {
    const page = await readSource(bytes, { path: 'a.html' });
    expect(page).toMatchObject({ format: 'html', encoding });
    expect(page.text).toContain('茶山县水利局2022年政府信息公开工作年度报告');
  });

  it('keep the characters of Hong Kong in Big5', async () => {
    const bytes = new Uint8Array([...encodeTwoByte('總計', 'big5'), 0x88, 0x62, 0xfa, 0x40]);
    expect((await readSource(bytes, { encoding: 'big5-hkscs' })).text).toBe('總計Ê̄𠕇');
    expect((await readSource(bytes, { encoding: 'Big5' })).encoding).toBe('big5');
    expect((await readSource(Buffer.concat([Buffer.from('<meta charset=big5><p>'), bytes]), {})).text).toBe('總計Ê̄𠕇\n');
  });

  it.each([
    ['cp936', 'gbk'], ['MS936', 'gbk'], ['windows-936', 'gbk'], ['GB2312', 'gbk'], ['cp950', 'cp950'], ['Big5-HKSCS', 'big5'], ['UTF16', 'utf-16le'], ['utf_8', 'utf-8'], ['UTF-32', 'utf-32le'], ['hz', 'hz-gb-2312'],
    ['gb18030', 'gb18030'], ['klingon', null],
  ])('have names: %s', (label, name) => {
    expect(encodingName(label)).toBe(name);
  });

  it('are misuse where nothing can read them', () => {
    expect(() => decode(utf8(TEXT), { encoding: 'utf-32' })).toThrow(RangeError);
    expect(() => decode(utf8(TEXT), { encoding: 'klingon' })).toThrow(RangeError);
  });
});

describe('text that looks like none of them', () => {
  it.each([
    ['a sum', 'a+b+c = ~{x~} +AAA-'], ['an address', 'https://example.org/?q=%E6%94%BF+Zhengfu+Xinxi+Gongkai+Abc123Def456Ghi789 '.repeat(20)], ['NULs', '\0\0\0\0\0\0\0\0'], ['UTF-16', latin1(encodeUtf16('12\n\n34\n', 'le'))],
    ['plain text', 'year;value\n2022;12\n'],
  ])('%s', (_, text) => {
    expect(rareEncoding(Buffer.from(text, 'latin1'))).toBeNull();
  });

  it('costs no more than its size', () => {
    const started = worked();
    for (const unit of ['+', '~{', '+AAAA', '~{~}', 'Ã©']) decode(utf8(unit.repeat(200_000)));
    expectNoHang(started);
  });
});

describe('text that was read in a wrong encoding and saved again', () => {
  it.each<[string, string, string]>([
    ['UTF-8 as Latin-1', 'utf-8', latin1(utf8(TEXT))], ['UTF-8 as windows-1252', 'utf-8', windows1252(utf8(TEXT))], ['GBK as Latin-1', 'gb18030', latin1(encodeTwoByte(TEXT, 'gb18030'))],
  ])('is read as it was meant: %s', async (_, encoding, text) => {
    const source = await readSource(utf8(text));
    expect(source.text).toBe(TEXT);
    expect(source.findings).toEqual([expect.objectContaining({ code: 'decode/encoded-twice', args: { encoding } })]);
  });

  it('is read but for the characters that were lost then', async () => {
    const source = await readSource(utf8(iconv.decode(Buffer.from(utf8(TEXT)), 'windows-1252')));
    expect(source.text).toContain('我局全年主动公开政府信');
    expect(source.findings.map((one) => one.code)).toEqual(['decode/encoded-twice', 'decode/replacement-characters']);
  });

  it('in a page that declares what it was saved as', async () => {
    const page = await readSource(utf8(windows1252(utf8(PAGE))), { path: 'a.html' });
    expect(page.text).toContain('我局全年主动公开政府信息128条');
    expect(page.findings.map((one) => one.code)).toEqual(['decode/encoded-twice']);
  });

  it('stays as it is where it means something, or where the encoding was asked for', async () => {
    for (const text of [TEXT, 'Résumé à la carte: naïveté £5, coöperation', '·全年公开·Ö·条，其中³项']) expect((await readSource(utf8(text))).text).toBe(text);
    expect((await readSource(utf8(latin1(utf8(TEXT))), { encoding: 'utf-8' })).text).toBe(latin1(utf8(TEXT)));
  });
});

describe('UTF-16 without a mark', () => {
  it.each(['le', 'be'] as const)('is read where rules of a table are most of it: %s', async (end) => {
    const text = `┌${'─'.repeat(60)}┬${'─'.repeat(20)}┐\n│规章${' '.repeat(56)}│${' '.repeat(18)}12│\n├${'─'.repeat(60)}┼${'─'.repeat(20)}┤\n`.repeat(4);
    expect(await readSource(encodeUtf16(text, end))).toMatchObject({ text, encoding: `utf-16${end}`, findings: [] });
  });
});
