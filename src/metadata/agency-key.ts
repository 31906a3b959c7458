/** One key for a body over its spellings and its years: the code of its place and its name without the place. */
import { fold } from '../text/fold.ts';
import { NATIONAL_NAME, RELATIVE_NAME } from '../lexicon/agencies.ts';
import { divisionsBeginning, formsAt, type Division } from '../lexicon/gazetteer.ts';
import { SUCCESSORS } from '../lexicon/successors.ts';
import type { Region } from '../schema/report.ts';
import { canonicalName, isRelative } from './names.ts';

/** Words of a name that spellings differ in and bodies do not. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/人民政府/g, '政府'], [/政府办公[室厅]$/, '政府办'], [/街道(?:办事处|办)?$|街(?:道办|办)$/, '街'], [/管理委员会$/, '管委会'], [/(?<=[镇乡街])(?:政府|办事处)$/, ''],
];

/**
 * The key, `null` where the name does not tell which body it is (区统计局 of no known district). 洪泽县水务局, 洪泽区水务局 and
 * 淮安市洪泽区水务局 are one body; a department keeps its key where the reform of 2018 only renamed it.
 */
export function agencyKey(agency: string | null, region: Region | null): string | null {
  if (agency === null) return null;
  const name = fold(agency).replace(/\([^()]*\)/g, '');
  const code = region === null ? null : currentCode(region);
  const branch = NATIONAL_NAME.exec(name);
  if (branch !== null) return `${code ?? '000000'}:${spelled(name)}`;
  if (code === null) return isRelative(name) ? null : spelled(name);
  const body = spelled(withoutPlace(name, region!));
  return `${code}:${body === '' ? '政府' : body}`;
}

function spelled(name: string): string {
  let body = canonicalName(name.replace(/(?:人民)?政府办公[室厅]/, '政府办'));
  for (const [old, now] of SUCCESSORS) if (body.includes(old) && !body.includes(now)) body = body.replace(old, now);
  for (const [pattern, text] of SPELLINGS) body = body.replace(pattern, text);
  return body;
}

/** Takes the steps of the region's path off the front of a name, as full names, short forms or the bare level (区统计局). */
function withoutPlace(name: string, region: Region): string {
  const codes = new Set([region.code, `${region.code.slice(0, 4)}00`, `${region.code.slice(0, 2)}0000`]);
  const stems = new Set(region.path.map((step) => fold(step).slice(0, 2)));
  let rest = name;
  for (let step = 0; step < 4; step++) {
    const form = formsAt(rest, 0).find(({ text, divisions }) =>
      rest.startsWith(text) && text.length < rest.length && divisions.some((division) => codes.has(division.code) || (stems.has(text.slice(0, 2)) && sameRoot(division, region))));
    if (form === undefined) break;
    rest = rest.slice(form.text.length);
  }
  return rest === name ? rest.replace(RELATIVE_NAME, '') : rest;
}

const SUFFIX = /(?:自治县|自治旗|[省市县区旗州盟])$/;

/** A former division of the same stem in the same prefecture: 洪泽县 before 洪泽区. */
function sameRoot(division: Division, region: Pick<Region, 'code' | 'name'>): boolean {
  return division.code.slice(0, 4) === region.code.slice(0, 4) && fold(division.name).replace(SUFFIX, '') === fold(region.name).replace(SUFFIX, '');
}

const currentCodes = new Map<string, string>();

/** The code that a division has today: of its own heir in the table, else of the one of its stem in its prefecture. */
function currentCode({ code, name }: Region): string {
  const key = `${code}${name}`;
  let current = currentCodes.get(key);
  if (current !== undefined) return current;
  current = code;
  for (const division of divisionsBeginning(fold(name).slice(0, 2))) {
    if (division.until === null || division.code !== code || division.name !== name) continue;
    current = division.heir ?? successor(division) ?? current;
  }
  currentCodes.set(key, current);
  return current;
}

/** Suffixes of which one follows a stem of one character. */
const SUFFIX_STARTS = ['省', '市', '县', '区', '旗', '州', '盟', '自'];

/** The code of the present division of the same stem in the same prefecture. */
function successor(division: Division): string | null {
  const stem = fold(division.name).replace(SUFFIX, '');
  const heads = stem.length > 1 ? [stem.slice(0, 2)] : SUFFIX_STARTS.map((suffix) => stem + suffix);
  const codes = heads.flatMap(divisionsBeginning)
    .filter((other) => other.until === null && sameRoot(other, division))
    .map((other) => other.code);
  // Codes rise in the data; of several the last one counts.
  return codes.length === 0 ? null : codes.reduce((last, one) => (one > last ? one : last));
}
