import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readArabic, readChinese, readNumeral, readScales } from '../../src/text/numerals.ts';

const DIGITS = '零一二三四五六七八九';

/** A number below ten thousand in characters; `inner` where a higher section stands before it. */
function section(value: number, inner: boolean): string {
  let out = '';
  let zero = inner && value < 1000;
  for (const [unit, mark] of [[1000, '千'], [100, '百'], [10, '十'], [1, '']] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) {
      zero = zero || out !== '';
      continue;
    }
    if (zero && (out !== '' || inner)) out += '零';
    zero = false;
    out += DIGITS.charAt(digit) + mark;
  }
  return out;
}

/** Writes a whole number below 1e16 as 一亿二千万零三百. */
function write(value: number): string {
  if (value === 0) return '零';
  const high = Math.floor(value / 1e8);
  const middle = Math.floor(value / 1e4) % 1e4;
  const low = value % 1e4;
  let out = high === 0 ? '' : `${write(high)}亿`;
  if (middle > 0) out += `${section(middle, out !== '')}万`;
  if (low > 0) out += section(low, out !== '') .replace(/^(?!零)/, out !== '' && middle === 0 && low >= 1000 ? '零' : '');
  return out;
}

const chinese = (text: string): number | null => readChinese(text, 0)?.value ?? null;

describe('Chinese numerals', () => {
  it('reads back every number that is written in place value', () => {
    fc.assert(fc.property(fc.oneof(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 9_999_999_999 })), (value) => {
      expect(chinese(write(value)), write(value)).toBe(value);
    }), { numRuns: 3000 });
  });

  it('reads every number below twenty thousand', () => {
    for (let value = 1; value < 20_000; value++) if (chinese(write(value)) !== value) throw new Error(`${write(value)} ${value}`);
  });

  it('reads 十五 without its 一, and 两 for 二', () => {
    fc.assert(fc.property(fc.integer({ min: 10, max: 19 }), (value) => {
      expect(chinese(write(value).replace(/^一/, ''))).toBe(value);
    }));
    expect(chinese('两千两百')).toBe(2200);
  });

  it('reads digits side by side', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 12 }), (digits) => {
      expect(chinese(digits.map((digit) => '〇一二三四五六七八九'.charAt(digit)).join(''))).toBe(Number(digits.join('')));
    }));
  });

  it('reads formal and contracted characters', () => {
    expect(chinese('贰拾叁万肆仟')).toBe(234_000);
    expect(chinese('廿五')).toBe(25);
    expect(chinese('卅')).toBe(30);
    expect(chinese('一万亿')).toBe(1e12);
  });

  it.each(['百', '五三十', '一百五', '三万五', '一亿亿', '十十', '一千一千', '万', '百百'])('does not guess at %s', (text) => {
    expect(chinese(text)).toBeNull();
  });

  it('never reads beyond the numeral, whatever stands there', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...Array.from('零一二两三九十百千万亿廿〇条年')), { maxLength: 40 }), fc.nat(40), (chars, at) => {
      const text = chars.join('');
      const read = readChinese(text, at);
      if (read === null) return;
      expect(read.end).toBeGreaterThan(read.start);
      expect(text.slice(read.start, read.end)).not.toMatch(/[条年]/);
      expect(Number.isFinite(read.value) && read.value >= 0).toBe(true);
    }));
  });
});

describe('Arabic numerals', () => {
  it('reads back any number, with thousands separators or without', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 9_999_999_999 }), (value) => {
      expect(readArabic(String(value), 0)?.value).toBe(value);
      const grouped = value.toLocaleString('en-US');
      expect(readArabic(`${grouped}条`, 0)).toMatchObject({ value, end: grouped.length });
    }));
  });

  it('reads decimals', () => {
    fc.assert(fc.property(fc.nat(99_999), fc.integer({ min: 0, max: 99 }), (whole, part) => {
      const text = `${whole}.${String(part).padStart(2, '0')}`;
      expect(readArabic(`${text}万`, 0)).toMatchObject({ value: Number(text), end: text.length });
    }));
  });

  it('leaves a comma that parts no groups of three', () => {
    expect(readArabic('12,34', 0)).toMatchObject({ value: 12, end: 2 });
    expect(readArabic('1234,567', 0)).toMatchObject({ value: 1234, end: 4 });
    expect(readArabic('1,2345', 0)).toMatchObject({ value: 1, end: 1 });
    expect(readArabic('3.', 0)).toMatchObject({ value: 3, end: 1 });
  });
});

it('reads either style where it stands', () => {
  expect(readNumeral('共35件', 1)).toMatchObject({ value: 35, style: 'arabic' });
  expect(readNumeral('共三十五件', 1)).toMatchObject({ value: 35, style: 'chinese', end: 4 });
  expect(readNumeral('共', 0)).toBeNull();
});

describe('numbers beyond what a double holds', () => {
  it.each([
    ['123456789012345', 123_456_789_012_345], ['1234567890123456', null], ['9'.repeat(400), null], [`${'0'.repeat(400)}7`, 7], ['0.000000000000012345', 0.000000000000012345],
    ['12.34567890123456', null], ['123,456,789,012,345', 123_456_789_012_345], ['9,123,456,789,012,345', null], ['九千九百九十九万亿', null], ['九千亿', 9e11],
  ] as const)('%s', (text, value) => {
    const numeral = readNumeral(text, 0);
    expect(numeral).toMatchObject({ start: 0, end: text.length, tooLarge: value === null, value: value ?? Number.NaN });
  });
});

describe('scales behind Arabic digits', () => {
  const read = (text: string): unknown => {
    const scaled = readScales(text, readArabic(text, 0)!);
    return scaled === null ? null : [scaled.value, text.slice(scaled.end), scaled.more];
  };

  it.each([
    ['13万2千条', [132_000, '条', false]], ['3万2千5百条', [32_500, '条', false]], ['1万3千余条', [13_000, '条', true]], ['13万2000条', [132_000, '条', false]],
    ['1.53万条', [15_300, '条', false]], ['2千万次', [20_000_000, '次', false]], ['1亿2千万次', [120_000_000, '次', false]], ['7余万条', [70_000, '条', true]],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each(['13万2条', '3千2万条', '5万亿条'])('%s is no number', (text) => {
    expect(read(text)).toBeNull();
  });
});
