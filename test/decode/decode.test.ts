import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode } from '../../src/decode/decode.ts';
import { encodeTwoByte, encodeUtf16, utf8 } from '../helpers/encode.ts';
import { expectNoHang } from '../helpers/hang.ts';
import { worked } from '../helpers/worked.ts';

const TEXT = '茶山县水利局2022年政府信息公开工作年度报告\n\n一、总体情况\n我局全年主动公开政府信息128条，其中规范性文件3件。\n二、主动公开情况\n';
const gbk = (text: string): Uint8Array => encodeTwoByte(text, 'gb18030');
const codes = (bytes: Uint8Array): string[] => decode(bytes).findings.map((one) => one.code);
const spoil = (bytes: Uint8Array, at: number, byte = 0xff): Uint8Array => bytes.with(at, byte);

describe('a good file is read without a finding', () => {
  test.each([
    ['utf-8', utf8(TEXT)],
    ['utf-8', utf8('\uFEFF' + TEXT)],
    ['gb18030', gbk(TEXT)],
    ['gb18030', new Uint8Array([0x84, 0x31, 0x95, 0x33, ...gbk(TEXT)])],
    ['utf-16le', encodeUtf16(TEXT, 'le')],
    ['utf-16be', encodeUtf16(TEXT, 'be')],
    ['utf-16le', encodeUtf16(TEXT, 'le', true)],
    ['utf-16be', encodeUtf16(TEXT, 'be', true)],
  ])('%s (case %#)', (encoding, bytes) => {
    expect(decode(bytes)).toEqual({ text: TEXT, encoding, findings: [] });
  });

  test('CRLF, form feed, zero width and NUL stay where they are', () => {
    const text = '一、总体情况\r\n\f\u200b二\0、主动公开\r\n';
    expect(decode(utf8(text))).toEqual({ text, encoding: 'utf-8', findings: [] });
    expect(decode(gbk(text.replace('\u200b', ''))).text).toBe(text.replace('\u200b', ''));
  });

  test('ASCII in UTF-16 is not UTF-8 full of NULs', () => {
    expect(decode(encodeUtf16('1234\t5678\n', 'le'))).toMatchObject({ text: '1234\t5678\n', encoding: 'utf-16le' });
  });

  test('GB18030 keeps the characters that other tables send to private use', () => {
    expect(decode(new Uint8Array([...gbk(TEXT), 0xfe, 0x59, 0xa6, 0xd9])).text).toBe(TEXT + '龴︐');
  });
});

describe('a damaged file is read, and the finding has the place', () => {
  test('one bad byte in UTF-8', () => {
    const at = utf8(TEXT.slice(0, TEXT.indexOf('规范'))).length;
    const decoded = decode(spoil(utf8(TEXT), at));
    expect(decoded.encoding).toBe('utf-8');
    expect(decoded.text).toContain('范性文件3件');
    expect(decoded.findings).toMatchObject([{ code: 'decode/invalid-bytes', args: { count: 1, encoding: 'utf-8' }, line: 4, column: 20 }]);
  });

  test('a bad byte in GBK', () => {
    const at = gbk(TEXT.slice(0, TEXT.indexOf('规范'))).length;
    const decoded = decode(spoil(gbk(TEXT), at));
    expect(decoded.encoding).toBe('gb18030');
    expect(decoded.text).toContain('一、总体情况\n我局全年主动公开政府信息128条，');
    expect(decoded.findings).toMatchObject([{ code: 'decode/invalid-bytes', line: 4, column: 20 }]);
  });

  test.each([['utf-8', utf8(TEXT.trimEnd())], ['gb18030', gbk(TEXT.trimEnd())], ['utf-16le', encodeUtf16(TEXT.trimEnd(), 'le')]])('cut in mid-character: %s', (encoding, bytes) => {
    const decoded = decode(bytes.subarray(0, -1));
    expect(decoded.encoding).toBe(encoding);
    expect(decoded.findings).toMatchObject([{ code: 'decode/truncated', line: 5, column: 8 }]);
  });

  test('what an earlier program lost', () => {
    expect(decode(utf8('总体\uFFFD\uFFFD况'))).toMatchObject({
      encoding: 'utf-8', findings: [{ code: 'decode/replacement-characters', args: { count: 2 }, line: 1, column: 3 }],
    });
  });

  test('Big5 is doubtful unless asked for', () => {
    const text = '蓮湖縣人民政府政府信息公開工作年度報告';
    const bytes = encodeTwoByte(text, 'big5');
    expect(codes(bytes)).toContain('decode/doubtful-encoding');
    expect(decode(bytes, { encoding: 'big5' })).toEqual({ text, encoding: 'big5', findings: [] });
  });
});

describe('the option overrules', () => {
  test('an encoding against the evidence', () => {
    const decoded = decode(utf8(TEXT), { encoding: 'gbk' });
    expect(decoded.encoding).toBe('gbk');
    expect(decoded.text).not.toBe(TEXT);
  });

  test('an unknown label is misuse', () => {
    expect(() => decode(utf8(TEXT), { encoding: 'klingon' })).toThrow(RangeError);
  });
});

describe('a binary file is named, not read', () => {
  test.each([
    ['PNG image', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
    ['ZIP archive, DOCX or XLSX', [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00]],
    ['PDF document', [...utf8('%PDF-1.7\n')]],
    ['binary data', Array.from({ length: 4096 }, (_, i) => (i * 7919 + (i >> 3) * 104729) & 0xff)],
  ])('%s', (kind, bytes) => {
    expect(decode(new Uint8Array(bytes)).findings).toMatchObject([{ code: 'decode/binary', severity: 'error', args: { kind } }]);
  });
});

describe('any bytes', () => {
  test('never throw', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(typeof decode(bytes).text).toBe('string');
    }));
  });

  test('a report cut anywhere keeps its encoding', () => {
    const whole = { 'utf-8': utf8(TEXT), gb18030: gbk(TEXT), 'utf-16le': encodeUtf16(TEXT, 'le'), 'utf-16be': encodeUtf16(TEXT, 'be') };
    fc.assert(fc.property(fc.constantFrom(...(Object.keys(whole) as (keyof typeof whole)[])), fc.nat(), (encoding, seed) => {
      const bytes = whole[encoding];
      // Past the title: a file of two characters proves little.
      const length = 60 + (seed % (bytes.length - 60));
      expect(decode(bytes.subarray(0, length)).encoding).toBe(encoding);
    }));
  });

  test('a byte spoilt anywhere keeps its encoding', () => {
    const whole = { 'utf-8': utf8(TEXT), gb18030: gbk(TEXT) };
    fc.assert(fc.property(fc.constantFrom(...(Object.keys(whole) as (keyof typeof whole)[])), fc.nat(), fc.integer({ min: 0x80, max: 0xff }), (encoding, seed, byte) => {
      const bytes = whole[encoding];
      expect(decode(spoil(bytes, 4 + (seed % (bytes.length - 4)), byte)).encoding).toBe(encoding);
    }));
  });
});

test('a megabyte in any state takes well under a second', () => {
  const cases = [utf8('年'.repeat(350_000)).subarray(1), new Uint8Array(1_000_000).fill(0xff), new Uint8Array(1_000_000), gbk('报告'.repeat(250_000)).subarray(1)];
  for (const bytes of cases) {
    const started = worked();
    decode(bytes);
    expectNoHang(started);
  }
});
