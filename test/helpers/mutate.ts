/** Seeded mutations of reports, as tools and people spoil them, and as nobody would. */

/** Numbers from 0 on below a bound: the same for the same seed. */
export type Random = (below: number) => number;

/** mulberry32 */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

const PIECES = [
  '0', '7', '12', '-3', '1,234', '99999999999999999999', '1'.repeat(400), '-0', '0.5', '1e9', '３', '①', '三十', '/', '—', '无', ' ', '　', '\t', '|', '│', '\n', '\r', '\f', '\u200b', '\ufeff', '\u202e', '\0', '\ud800',
  '总计', '其他', '一、', '（二）', '1.', '件', '本年新收', '上年结转', '- 4 -', '第3页', '2021年', '合计', '<td>', '**', '12 34', '5/6', '3—5', '%', '万', '￥',
];

type Mutation = (lines: string[], random: Random, others: readonly string[]) => void;

const pick = <T>(list: readonly T[], random: Random): T => list[random(list.length)]!;

function changeLine(lines: string[], random: Random, change: (line: string, at: number) => string): void {
  const index = random(lines.length);
  const line = lines[index]!;
  lines[index] = change(line, random(line.length + 1));
}

const MUTATIONS: readonly Mutation[] = [
  (lines, random) => { lines.splice(random(lines.length), 1 + random(4)); },
  (lines, random) => { lines.splice(random(lines.length), 0, pick(lines, random)); },
  (lines, random) => { const [a, b] = [random(lines.length), random(lines.length)]; [lines[a], lines[b]] = [lines[b]!, lines[a]!]; },
  (lines, random) => { const at = random(lines.length); lines.splice(at, 2, lines.slice(at, at + 2).join(pick(['', ' ', '\t'], random))); },
  (lines, random) => { changeLine(lines, random, (line, at) => line.slice(0, at) + pick(PIECES, random) + line.slice(at)); },
  (lines, random) => { changeLine(lines, random, (line, at) => line.slice(0, at) + line.slice(at + 1 + random(5))); },
  (lines, random) => { changeLine(lines, random, (line, at) => `${line.slice(0, at)}\n${line.slice(at)}`); },
  (lines, random) => { changeLine(lines, random, (line) => line.replace(/\d+/, () => pick(PIECES, random))); },
  (lines, random) => { changeLine(lines, random, (line) => line.replace(/[\t |│]+/g, pick(['', ' ', '\t', '|', '  '], random))); },
  (lines, random) => { changeLine(lines, random, (line, at) => line.slice(0, at) + pick(PIECES, random).repeat(1 + random(200)) + line.slice(at)); },
  (lines, random) => { lines.length = 1 + random(lines.length); },
  (lines, random, others) => { const other = pick(others, random).split('\n'); lines.splice(random(lines.length), random(6), ...other.slice(random(other.length)).slice(0, 1 + random(30))); },
  (lines, random) => { const digit = String(random(10)); lines.forEach((line, index) => { lines[index] = line.replaceAll(digit, pick(['', digit + digit, ' '], random)); }); },
];

/** One of the texts, mutated some times over; at least one line of it is left. */
export function mutated(texts: readonly string[], random: Random): string {
  const lines = pick(texts, random).split('\n');
  for (let count = 1 + random(6); count > 0; count--) {
    pick(MUTATIONS, random)(lines, random, texts);
    if (lines.length === 0) lines.push('');
  }
  return lines.join('\n');
}
