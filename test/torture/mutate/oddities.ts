/**
 * What stands in cells beside numbers, and what is right then. `33` stands for the number that the cell printed before. A cell is read
 * whole: what else stands in it makes it unreadable, unless it is a sign, a separator, the wide form of a digit or the unit.
 */
import { emptyTruth, unreadableTruth, valueTruth, type Truth } from '../model/types.ts';

export interface Oddity {
  name: string;
  held?: true;
  /** Whether it is one word without a blank, so that it stays one cell where only blanks part cells. */
  oneWord: boolean;
  /** Whether its digits could be another cell's where nothing parts cells. */
  kinds: 'any' | 'amount' | 'count';
  text(number: number): string;
  truth(number: number): Truth;
}

const odd = (name: string, text: (number: number) => string, truth: (number: number) => Truth = unreadableTruth, more: Partial<Oddity> = {}): Oddity =>
  ({ name, text, truth, oneWord: !/\s/.test(text(33)), kinds: 'any', ...more });
const word = (text: string, more: Partial<Oddity> = {}): Oddity => odd(text, () => text, unreadableTruth, more);

export const ODDITIES: readonly Oddity[] = [
  // Words and error values: something is printed, and it is no number.
  ...['#REF!', '###', 'NULL', 'N/A', '○', '·', '?', '×', '√', '…', '无。', '不详', '详见附件', '见表2', '3月3日'].map((text) => word(text)),
  ...['#DIV/0!', 'null', '●', '？', '未统计', '见附件1', '同上', '2019年', '略', '第3类'].map((text) => word(text, { held: true })),
  // A dash typed as the numeral one: neither a blank nor a 1 for certain.
  odd('一', () => '一', () => ({ ...emptyTruth() })),
  // NaN is what data frames print for nothing, and elsewhere an error: null either way, told or not.
  odd('NaN', () => 'NaN', emptyTruth),
  // More than the number stands in the cell.
  odd('33号', (n) => `${n}号`),
  odd('33余', (n) => `${n}余`),
  odd('33%', (n) => `${n}%`),
  odd('33（其中网络30）', (n) => `${n}（其中网络${Math.max(0, n - 3)}）`),
  odd('1360万', (n) => `${n}万`),
  odd('约33', (n) => `约${n}`, unreadableTruth, { held: true }),
  odd('33+5', (n) => `${n}+5`, unreadableTruth, { held: true }),
  odd('33-35', (n) => `${n}-${n + 2}`, unreadableTruth, { held: true }),
  // Two numbers in a cell: neither is the cell's for certain, and they are never one number.
  odd('36 12', (n) => `${n} 12`),
  odd('36<br>4', (n) => `${n}[[br]]4`, unreadableTruth, { oneWord: false }),
  odd('36/12', (n) => `${n}/12`, unreadableTruth, { held: true }),
  // Ways to write a number.
  odd('减5', (n) => `减${n}`, (n) => valueTruth(-n), { kinds: 'count' }),
  odd('+33', (n) => `+${n}`, valueTruth),
  odd('1,234', () => '1,234', () => valueTruth(1234)),
  odd('１２', () => '１２', () => valueTruth(12)),
  odd('12.5万元', () => '12.5万元', () => valueTruth(12.5), { kinds: 'amount' }),
  odd('33件', (n) => `${n}件`, valueTruth, { kinds: 'count' }),
  // A leading zero is unusual, but no licence to cut: the number, or nothing.
  odd('0033', (n) => `00${n}`, (n) => ({ value: n, orNull: true, shown: 'value' })),
  // A footnote's mark is no part of the number.
  odd('33①', (n) => `${n}①`, (n) => ({ value: n, orNull: true, shown: 'value' })),
  odd('33[1]', (n) => `${n}[1]`, (n) => ({ value: n, orNull: true, shown: 'value' }), { held: true }),
  odd('33*', (n) => `${n}*`, (n) => ({ value: n, orNull: true, shown: 'value' })),
  // Raised, it is markup in a page and another character in a text.
  odd('33 with a raised 1', (n) => `${n}[[sup:1]]`, (n) => ({ value: n, orNull: true, shown: 'value' })),
];
