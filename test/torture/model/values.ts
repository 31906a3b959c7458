/** Numbers, blanks and the ways both are printed. */
import type { Random } from '../random.ts';
import { emptyTruth, valueTruth, type Cell, type Truth } from './types.ts';

export const DENSITIES = ['dense', 'sparse', 'zeros', 'blanks', 'mixed'] as const;
export type Density = (typeof DENSITIES)[number];

/** How a report prints: the same throughout one report. */
export interface Manner {
  density: Density;
  /** What stands for nothing where `density` has blanks: one mark, or several of them. */
  blanks: readonly string[];
  thousands: boolean;
  fullWidth: boolean;
  /** Share of sums that are printed wrongly. */
  wrongSums: number;
  big: boolean;
}

const BLANK_MARKS: readonly (readonly string[])[] = [[''], [''], [''], ['/'], ['—'], ['-'], ['--'], ['', '0'], ['', '/'], ['/', '-', '—', ''], ['无'], ['', '无', '0']];

export function drawManner(random: Random): Manner {
  return {
    density: random.pick(DENSITIES),
    blanks: random.pick(BLANK_MARKS),
    thousands: random.chance(0.08),
    fullWidth: random.chance(0.03),
    wrongSums: random.chance(0.25) ? 0.15 : 0,
    big: random.chance(0.1),
  };
}

/** A count as the density has it; zeros are frequent everywhere, as in real reports. */
export function drawCount(random: Random, manner: Manner): number {
  if (manner.density === 'zeros') return 0;
  if (random.chance(manner.density === 'dense' ? 0.25 : manner.density === 'sparse' ? 0.9 : 0.6)) return 0;
  const roll = random.next();
  if (manner.big && roll > 0.6) return random.between(1000, 99999);
  return roll < 0.6 ? random.between(1, 12) : roll < 0.92 ? random.between(10, 130) : random.between(131, 3000);
}

/** Writes a number as the report's manner has it. */
export function printNumber(value: number, manner: Manner): string {
  let text = String(value);
  if (manner.thousands && Math.abs(value) >= 1000) text = text.replace(/^(-?\d+)/, (digits) => digits.replace(/\B(?=(?:\d{3})+$)/g, ','));
  if (manner.fullWidth) text = text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  return text;
}

/** The cell of a count: zeros become blanks of some kind where the density says so. */
export function countCell(key: string | null, value: number, manner: Manner, random: Random): Cell {
  const hides = value === 0 && (manner.density === 'blanks' || (manner.density === 'mixed' && random.chance(0.5)));
  if (!hides) return { key, text: printNumber(value, manner), truth: valueTruth(value) };
  const mark = random.pick(manner.blanks);
  return { key, text: mark, truth: markTruth(mark) };
}

/** 无 and a digit zero state a zero; the other marks state nothing. */
function markTruth(mark: string): Truth {
  return mark === '无' || mark === '0' ? valueTruth(0) : emptyTruth();
}

/** A sum of what the cells print; now and then a wrong one, which is printed and therefore right. */
export function sumCell(key: string | null, sum: number, manner: Manner, random: Random): Cell {
  const wrong = manner.wrongSums > 0 && random.chance(manner.wrongSums);
  return countCell(key, wrong ? Math.max(0, sum + random.pick([-10, -2, -1, 1, 1, 2, 9, 10, 100])) : sum, manner, random);
}

/** An amount of money: decimals, now and then its unit in the cell. */
export function amountCell(key: string | null, manner: Manner, random: Random, unitInCell: boolean): Cell {
  const value = manner.density === 'zeros' || random.chance(0.3) ? 0 : random.pick([random.between(1, 90000) / 100, random.between(1, 999), random.between(1, 9e6) / 1e4, random.between(1, 99999999) / 1e6]);
  if (value === 0) return countCell(key, 0, manner, random);
  return { key, text: printNumber(value, manner) + (unitInCell ? random.pick(['万元', '元']) : ''), truth: valueTruth(value) };
}

/** A change against the year before: a sign in digits or in words. */
export function changeCell(key: string | null, manner: Manner, random: Random): Cell {
  const size = drawCount(random, manner);
  if (size === 0) return countCell(key, 0, manner, random);
  const down = random.chance(0.4);
  const signs = down ? ['-', '-', '-', '减', '－'] : ['', '', '', '+', '增'];
  return { key, text: random.pick(signs) + printNumber(size, { ...manner, thousands: false }), truth: valueTruth(down ? -size : size) };
}
