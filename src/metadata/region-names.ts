/** Finds the names of divisions in folded text without blanks: chains such as 江苏省淮安市洪泽区, each step inside the last. */
import { AGENCY_OPENING } from '../lexicon/agency-words.ts';
import type { Division } from '../lexicon/gazetteer.ts';
import { formsAt, within } from '../lexicon/gazetteer.ts';

export interface Place {
  /** What the last name of the chain can mean. */
  divisions: readonly Division[];
  /** The same for the names before it, the outermost first. */
  chain: readonly (readonly Division[])[];
  /** Offset behind the last name. */
  end: number;
}

/** Which of the divisions a bare stem may stand for in front of `rest`. */
export type StemGuard = (rest: string, divisions: readonly Division[]) => readonly Division[];

/** Words that begin with a suffix: 杭州市场监督管理局 does not name 杭州市, 阜南县域 not 阜南县. */
const SUFFIX_BEGINS_WORD = /^(?:市(?:场|容|政(?:园林|公用|工程|管理|设施|建设|市容|道|路|维护|[局处]))|区(?:域|划|块)|县域)/;

const NO_STEMS: StemGuard = () => [];

/** The chain of places that begins at `start`, or `null`. A stem counts in front of another name or where `guard` lets it. */
export function placeAt(text: string, start: number, year: number | null, guard: StemGuard): Place | null {
  return stepAt(text, start, null, year, guard);
}

/** Every chain that begins with a full name, or with a stem in front of one, anywhere in `text`; and a stem at its very start. */
export function placesIn(text: string, year: number | null): Place[] {
  const places: Place[] = [];
  for (let at = 0; at < text.length - 1; at++) {
    const guard: StemGuard = at === 0 ? (rest, divisions) => (AGENCY_OPENING.test(rest) ? divisions : []) : NO_STEMS;
    const place = stepAt(text, at, null, year, guard);
    if (place === null) continue;
    if (!isNoun(text, at, place)) places.push(place);
    at = place.end - 1;
  }
  return places;
}

/** 城区, 郊区 and 东区 are common nouns unless a name stands before them. */
export function isNoun(text: string, at: number, place: Place): boolean {
  return place.chain.length === 0 && place.end - at === 2 && text[at + 1] === '区';
}

function stepAt(
  text: string, at: number, inside: readonly Division[] | null, year: number | null, guard: StemGuard,
): Place | null {
  for (const form of formsAt(text, at)) {
    if (!text.startsWith(form.text, at)) continue;
    const end = at + form.text.length;
    const divisions = bearers(form.divisions, inside, year);
    if (divisions.length === 0) continue;
    if (!form.bare) {
      const place = deepen(text, end, divisions, year, guard);
      // 保定市容城县 goes on with a name, so its 市容 is no word.
      if (place.chain.length === 0 && SUFFIX_BEGINS_WORD.test(text.slice(end - 1, end + 3))) continue;
      return place;
    }
    const next = stepAt(text, end, divisions, year, guard);
    if (next !== null) return before(divisions, next);
    const allowed = guard(text.slice(end), divisions);
    if (allowed.length > 0) return { divisions: allowed, chain: [], end };
  }
  return null;
}

/** Goes on to the name behind, or to one that shares the suffix: 济南市中区 is 市中区 of 济南. */
function deepen(text: string, end: number, divisions: readonly Division[], year: number | null, guard: StemGuard): Place {
  const next = stepAt(text, end, divisions, year, guard) ?? stepAt(text, end - 1, divisions, year, NO_STEMS);
  return next === null ? { divisions, chain: [], end } : before(divisions, next);
}

function before(divisions: readonly Division[], next: Place): Place {
  return { ...next, chain: [divisions, ...next.chain] };
}

/** The bearers of a name in a year, inside what the chain named before. */
function bearers(named: readonly Division[], inside: readonly Division[] | null, year: number | null): readonly Division[] {
  return named.filter((division) => {
    if (inside !== null && !inside.some((top) => top.code !== division.code && within(division, top))) return false;
    if (year === null) return true;
    if (division.until !== null) return year <= division.until;
    // The table of a year may show a change of the year before it, so two years leave both.
    return !named.some(({ heir, until }) => heir === division.code && year < until! - 1);
  });
}
