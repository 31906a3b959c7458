/** The numbers headings begin with: the grammars as data, and the one reader of them. */
export interface Marker {
  /** Depth of the grammar, outermost first; levels follow from the ranks a document uses. */
  rank: number;
  /** The number as printed, without its punctuation; `null` where it is lost and only the punctuation stands. */
  number: string | null;
  /** Value of the number, `null` where lost. */
  value: number | null;
  /** Length of number and punctuation. */
  length: number;
}

interface Grammar {
  rank: number;
  /** What the pattern begins with. */
  first: string;
  pattern: RegExp;
  /** Numbers that words begin with as well (甲方, I): they head something only where a line or a gap begins. */
  shy?: boolean;
  /** Heads something only at the beginning of a line. */
  leads?: boolean;
}

const CHINESE = '一二三四五六七八九十';
const FORMAL = '壹贰叁肆伍陆柒捌玖拾';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const DIGITS = '0123456789';

/** So many characters in a row. */
const row = (from: string, length: number): string => (
  String.fromCharCode(...Array.from({ length }, (_, index) => from.charCodeAt(0) + index))
);

/** Matched at the start of folded text. The first group is the number. */
const GRAMMARS: readonly Grammar[] = [
  { rank: 0, first: '第', pattern: /第 ?([一二三四五六七八九十]{1,3}|\d{1,2}) ?(?:部分|章)[ 、:.,]*/y },
  { rank: 1, first: CHINESE, pattern: /([一二三四五六七八九十]{1,3}) ?[、.,:]{1,2} */y },
  { rank: 1, first: FORMAL, pattern: /([壹贰叁肆伍陆柒捌玖拾]{1,3}) ?[、.:]{1,2} */y, shy: true },
  { rank: 1, first: STEMS, pattern: /([甲乙丙丁戊己庚辛壬癸]) ?[、.] */y, shy: true },
  { rank: 1, first: `${row('Ⅰ', 12)}IVX`, pattern: /([Ⅰ-Ⅻ]|I{1,3}|I?V|VI{1,3}|I?X) ?[、.:] */y, shy: true },
  { rank: 1, first: '【', pattern: /【 ?([一二三四五六七八九十]{1,3}) ?】[、.]? */y, shy: true },
  { rank: 2, first: '(', pattern: /\( ?([一二三四五六七八九十]{1,3}) ?\)[、.]? */y },
  { rank: 2, first: row('㈠', 10), pattern: /([㈠-㈩])[、.]? */y },
  { rank: 3, first: '0', pattern: /(0[1-9])[ 、.]*(?=[\u4e00-\u9fff])/y, leads: true },
  { rank: 3, first: DIGITS, pattern: /(\d{1,2}) ?(?:、|\.(?! ?\d)|\.(?= ?(?:19|20)\d\d年)) */y },
  { rank: 4, first: '(', pattern: /\( ?(\d{1,2}) ?\)[、.]? */y },
  { rank: 4, first: DIGITS, pattern: /(\d{1,2})\)[、.]? */y },
  { rank: 4, first: row('⑴', 20), pattern: /([⑴-⒇])[、.]? */y },
  { rank: 5, first: row('①', 20), pattern: /([①-⑳])[、.]? */y },
];

const LOST = /[、.]{1,2} */y;
const ROMAN: readonly string[] = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];
/** 第二十条第（一）项 and 1、2 月 are no headings. */
const NOT_AFTER = /[项款条目月日、]/y;

/** The grammars that begin with a character. */
const BY_FIRST = new Map<number, Grammar[]>();
for (const grammar of GRAMMARS) {
  for (const char of grammar.first) {
    const known = BY_FIRST.get(char.charCodeAt(0));
    if (known === undefined) BY_FIRST.set(char.charCodeAt(0), [grammar]);
    else known.push(grammar);
  }
}

/**
 * Reads a heading's number at `at` in folded text; `null` where none stands there. `apart`: a line begins there or a gap
 * ends, so that shy numbers count.
 */
export function readMarker(folded: string, at: number, apart = at === 0): Marker | null {
  const grammars = BY_FIRST.get(folded.charCodeAt(at));
  if (grammars === undefined) return null;
  for (const { rank, pattern, shy, leads } of grammars) {
    if ((shy === true && !apart) || (leads === true && at > 0)) continue;
    pattern.lastIndex = at;
    const match = pattern.exec(folded);
    if (match === null) continue;
    const length = match[0].length;
    NOT_AFTER.lastIndex = at + length;
    if (rank > 1 && NOT_AFTER.test(folded)) return null;
    if (shy === true && (length === match[1]!.length || /^[甲乙丙丁IVX]{1,2}[、.,]/.test(folded.slice(at + length, at + length + 3)))) return null;
    if (rank === 3 && followedByNumber(folded, at + length)) return null;
    const number = match[1]!;
    return { rank, number, value: valueOf(number), length };
  }
  return null;
}

/** Punctuation whose number a word processor lost (、总体情况). */
export function readLostMarker(folded: string, at: number): Marker | null {
  LOST.lastIndex = at;
  const match = LOST.exec(folded);
  return match === null ? null : { rank: 1, number: null, value: null, length: match[0].length };
}

/** `1、2` and `12、13 日` count, they do not head. */
function followedByNumber(folded: string, at: number): boolean {
  return /^\d{1,2} ?[、.日月]/.test(folded.slice(at, at + 6));
}

function valueOf(number: string): number | null {
  const code = number.charCodeAt(0);
  if (code >= 0x2160 && code <= 0x216b) return code - 0x215f;
  if (code === 0x49 || code === 0x56 || code === 0x58) return Math.max(0, ROMAN.indexOf(number)) || null;
  if (code >= 0x3220 && code <= 0x3229) return code - 0x321f;
  if (code >= 0x2460 && code <= 0x2473) return code - 0x245f;
  if (code >= 0x2474 && code <= 0x2487) return code - 0x2473;
  if (code >= 48 && code <= 57) return Number(number);
  if (number.length === 1 && STEMS.includes(number)) return STEMS.indexOf(number) + 1;
  const plain = FORMAL.includes(number.charAt(0)) ? Array.from(number, (char) => CHINESE.charAt(FORMAL.indexOf(char))).join('') : number;
  const ten = plain.indexOf('十');
  if (ten < 0) return plain.length === 1 ? CHINESE.indexOf(plain) + 1 : null;
  const tens = ten === 0 ? 1 : CHINESE.indexOf(plain.charAt(ten - 1)) + 1;
  const ones = ten === plain.length - 1 ? 0 : CHINESE.indexOf(plain.charAt(ten + 1)) + 1;
  return tens * 10 + ones;
}
