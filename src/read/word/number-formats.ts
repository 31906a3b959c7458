/** Formats of automatic paragraph numbers (ST_NumberFormat) as far as reports use them. */

const DIGITS = '〇一二三四五六七八九';
const STEMS = '甲乙丙丁戊己庚辛壬癸';

/** The number as a word processor prints it; decimal where the format is another. Bullets and `none` print no number. */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'bullet':
    case 'none':
      return '';
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'ideographDigital':
      return chinese(value);
    case 'ideographTraditional':
      return STEMS.charAt(value - 1) || String(value);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value >= 1 && value <= 20 ? String.fromCharCode(0x2460 + value - 1) : String(value);
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    case 'upperLetter':
    case 'lowerLetter': {
      const letter = value >= 1 && value <= 26 ? String.fromCharCode(0x40 + value) : String(value);
      return format === 'lowerLetter' ? letter.toLowerCase() : letter;
    }
    case 'upperRoman':
    case 'lowerRoman':
      return format === 'lowerRoman' ? roman(value).toLowerCase() : roman(value);
    default:
      return String(value);
  }
}

/** 1 to 99 as 一 … 九十九. */
function chinese(value: number): string {
  if (value < 1 || value > 99) return String(value);
  const tens = Math.floor(value / 10);
  const units = value % 10 === 0 ? '' : DIGITS.charAt(value % 10);
  return tens === 0 ? units : `${tens === 1 ? '' : DIGITS.charAt(tens)}十${units}`;
}

const ROMAN: readonly [number, string][] = [[50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']];

function roman(value: number): string {
  if (value < 1 || value > 89) return String(value);
  let [rest, text] = [value, ''];
  for (const [size, letters] of ROMAN) {
    while (rest >= size) {
      text += letters;
      rest -= size;
    }
  }
  return text;
}
