/** How other texts decide between the bearers of a name. */
import type { Division } from '../lexicon/gazetteer.ts';
import { provinceOf, within } from '../lexicon/gazetteer.ts';
import { fold } from '../text/fold.ts';
import type { Place } from './region-names.ts';

/** Abbreviations of the provinces as they open document numbers, with the first two digits of the code. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  京: '11', 津: '12', 冀: '13', 晋: '14', 蒙: '15', 辽: '21', 吉: '22', 黑: '23', 沪: '31', 苏: '32', 浙: '33', 皖: '34', 闽: '35',
  赣: '36', 鲁: '37', 豫: '41', 鄂: '42', 湘: '43', 粤: '44', 桂: '45', 琼: '46', 渝: '50', 川: '51', 贵: '52', 黔: '52', 云: '53',
  滇: '53', 藏: '54', 陕: '61', 秦: '61', 甘: '62', 陇: '62', 青: '63', 宁: '64', 新: '65',
};

/** 桂新广报〔2014〕226号, with the brackets as typed in practice. */
const DOCUMENT_NUMBER = /^([\u3400-\u9fff])[\u3400-\u9fff]{1,12}[〔[(【]?(?:19|20)\d{2}/;

/** The province whose abbreviation opens the document number; `null` where none does. */
export function documentProvince(documentNumber: string | null): Division | null {
  if (documentNumber === null) return null;
  const abbreviation = DOCUMENT_NUMBER.exec(fold(documentNumber).replace(/\s+/g, ''))?.[1];
  const code = abbreviation === undefined ? undefined : ABBREVIATIONS[abbreviation];
  return code === undefined ? null : provinceOf(code);
}

/**
 * The candidates that the places named elsewhere leave: the one with the most of its path named, if nothing named speaks
 * for another. The document's province counts where no place does, since districts number by their own first character too.
 */
export function narrow(candidates: readonly Division[], places: readonly Place[], province: Division | null): readonly Division[] {
  const named = new Set<string>();
  for (const { divisions } of places) {
    const [only] = divisions;
    if (only === undefined || divisions.length > 1) continue;
    for (let at: Division | null = only; at !== null; at = at.parent) named.add(at.code);
  }
  const support = candidates.map((candidate) => {
    const codes: string[] = [];
    for (let at: Division | null = candidate; at !== null; at = at.parent) if (named.has(at.code)) codes.push(at.code);
    return codes;
  });
  const most = Math.max(...support.map((codes) => codes.length));
  if (most === 0) return province === null ? candidates : candidates.filter((candidate) => within(candidate, province));
  const best = support.find((codes) => codes.length === most)!;
  if (support.some((codes) => codes.some((code) => !best.includes(code)))) return candidates;
  return candidates.filter((_, index) => support[index]!.length === most);
}

/** The candidates of which something above, or the division itself with its path, is named elsewhere; decided as by `narrow`. */
export function supported(candidates: readonly Division[], places: readonly Place[]): readonly Division[] {
  const left = narrow(candidates, places, null);
  const named = places.flatMap(({ divisions }) => (divisions.length === 1 ? divisions : []));
  return left.filter((division) => named.some((other) => within(division, other) || within(other, division.parent ?? division)));
}

/** What all readings share; nothing where they differ. */
export function agreeing(readings: readonly (readonly Division[])[]): readonly Division[] {
  const [first, ...others] = readings;
  return (first ?? []).filter((division) => others.every((reading) => reading.includes(division)));
}
