/**
 * Which division of GB/T 2260 an agency belongs to. Precision first: where names leave more than one reading there is no
 * region, only the candidates.
 */
import { AGENCY_OPENING, BODIES_IN_FRONT, PLACELESS, RELATIVE, TOWNSHIP, ZONE, ZONE_OF_COUNTY } from '../lexicon/agency-words.ts';
import { hasParts, toRegion, within } from '../lexicon/gazetteer.ts';
import type { Division } from '../lexicon/gazetteer.ts';
import type { Region } from '../schema/report.ts';
import { fold } from '../text/fold.ts';
import { agreeing, documentProvince, narrow, supported } from './region-evidence.ts';
import type { Place } from './region-names.ts';
import { isNoun, placeAt, placesIn } from './region-names.ts';

export interface RegionInput {
  agency: string | null;
  title: string | null;
  documentNumber: string | null;
  /** The year reported on; it decides between a name's former and present bearer. */
  year: number | null;
  /** Further texts that may name the place: site name, address, publisher, preamble. */
  hints: readonly string[];
}

export interface RegionResult {
  region: Region | null;
  /** The divisions that the names leave open; empty where `region` is given or nothing is named. */
  candidates: Region[];
}

/** Hints are read this far: names stand early, and a preamble may be the whole page. */
const HINT_LENGTH = 1000;

/** What stands behind the place in an official's name for itself: an agency, a site, the year of a title, nothing. */
const BEHIND_PLACE = /^(?:$|[\d:|,。;_-]|信息公开|门户|官网|官方网站)/;

/** A place of its own between the prefecture and the agency that the table does not know. */
const UNKNOWN_COUNTY = /^(?!城市|城区|社区|市区|郊区)[\u3400-\u9fff]{1,4}(?:县|旗|(?<!社)区|市)(?![场容政域划块])(?=人民政府|政府|.*[局委办院镇乡]$|$)/;

/** The suffix of a division that an agency's relative level asks for. */
const RELATIVE_SUFFIX: Readonly<Record<string, RegExp>> = {
  省: /省$/, 自治区: /自治区$/, 自治州: /自治州$/, 州: /自治州$/, 盟: /盟$/, 地区: /地区$/, 市: /市$/, 区: /(?<!自治|地)区$/,
  县: /县$/, 自治县: /自治县$/, 旗: /旗$/, 自治旗: /自治旗$/,
};

/**
 * The region of an agency, from its name, the title, the document number and the hints, in this order. `year` is the year
 * reported on. Pure; never throws. The first call parses the table of divisions.
 */
export function resolveRegion(input: RegionInput): RegionResult {
  const agency = clean(input.agency);
  const title = clean(input.title).replace(/^(?:\d{4}|[〇○零一二三四五六七八九]{4})年?度?/, '');
  const hints = input.hints.map((hint) => clean(hint.slice(0, HINT_LENGTH)));
  const { year } = input;

  const own = placeOfAgency(agency, year);
  if (own !== null) {
    const outside = [title, ...hints];
    const evidence = (): Place[] => outside.flatMap((text) => placesIn(text, year));
    if (own.open) return townshipOf(own.divisions, evidence(), year);
    if (own.unknown) return open(own.divisions);
    if (own.noun) return decide(supported(own.divisions, evidence()), own.divisions, year);
    if (own.divisions.length === 1) return found(own.divisions[0]!);
    return decide(narrow(own.divisions, evidence(), documentProvince(input.documentNumber)), own.divisions, year);
  }

  const relative = RELATIVE.exec(agency)?.[1];
  if (relative !== undefined) return relativeRegion(relative, [title, ...hints], input);
  const township = agency !== '' && TOWNSHIP.test(agency);
  if (township) return townshipOf([], [title, ...hints].flatMap((text) => placesIn(text, year)), year);
  // 财政部 and 国家卫生健康委 sit somewhere, but the place is not theirs.
  if (agency !== '' && !(PLACELESS.test(agency) && AGENCY_OPENING.test(agency))) return open([]);
  const named = [title, ...hints].flatMap((text) => {
    const place = placeOfOfficial(text, year);
    return place === null ? [] : [place];
  });
  return agreement(named, year);
}

/** The province whose abbreviation opens a document number (桂新广报〔2014〕226号 is of 广西), or `null`. */
export function provinceOfDocumentNumber(documentNumber: string | null): Region | null {
  const province = documentProvince(documentNumber);
  return province === null ? null : toRegion(province);
}

function clean(text: string | null): string {
  return text === null ? '' : fold(text).replace(/\s+/g, '');
}

interface AgencyPlace {
  divisions: readonly Division[];
  /** A township follows, and the county between is not named. */
  open: boolean;
  /** Something follows that looks like a county of a name the table does not have. */
  unknown: boolean;
  /** 东区财政局 can be of a zone or of the table's one 东区: other texts must say so. */
  noun: boolean;
}

function placeOfAgency(agency: string, year: number | null): AgencyPlace | null {
  const start = BODIES_IN_FRONT.exec(agency)?.[0].length ?? 0;
  const place = placeAt(agency, start, year, behindStem);
  if (place === null) return null;
  const rest = agency.slice(place.end);
  const noun = isNoun(agency, start, place);
  if (noun && TOWNSHIP.test(agency)) return null;
  const above = place.divisions.every(hasParts);
  return {
    divisions: place.divisions,
    open: above && TOWNSHIP.test(rest),
    unknown: above && UNKNOWN_COUNTY.test(rest) && !ZONE.test(rest),
    noun,
  };
}

/** Whether the text behind a place without its suffix shows that an agency is named. */
function behindStem(rest: string, divisions: readonly Division[]): readonly Division[] {
  // Only a province has a 厅, so 河北财政厅 is not of the district 河北区.
  if (/厅(?:办公室)?$/.test(rest) && AGENCY_OPENING.test(rest)) return divisions.filter(({ level }) => level === 1);
  if (AGENCY_OPENING.test(rest)) return divisions;
  if (ZONE_OF_COUNTY.test(rest)) return divisions.filter(({ name }) => !name.endsWith('区') || name.endsWith('地区'));
  if (TOWNSHIP.test(rest)) return [];
  const zone = ZONE.exec(rest);
  return zone !== null && zone.index <= 8 ? divisions.filter(({ level }) => level < 3) : [];
}

/** The place of a site's name or a title that reads like an agency of its own; `null` for an address or a sentence. */
function placeOfOfficial(text: string, year: number | null): readonly Division[] | null {
  const start = /^中国[·・•-]?/.exec(text)?.[0].length ?? 0;
  const place = placeAt(text, start, year, behindStem);
  if (place === null) return null;
  const rest = text.slice(place.end);
  return AGENCY_OPENING.test(rest) || BEHIND_PLACE.test(rest) ? place.divisions : null;
}

/** 区统计局: the one division of that kind which the other texts name. */
function relativeRegion(kind: string, texts: readonly string[], input: RegionInput): RegionResult {
  const suffix = RELATIVE_SUFFIX[kind]!;
  const places = texts.flatMap((text) => placesIn(text, input.year));
  const all = places.flatMap(({ divisions, chain }) => [...chain, divisions]);
  const last = places.map(({ divisions, chain }) => [divisions, ...chain.toReversed()].find((step) => step.some(fits)));
  function fits(division: Division): boolean {
    return suffix.test(division.name);
  }
  const fitting = last.flatMap((step) => (step === undefined ? [] : [step.filter(fits)]));
  const province = documentProvince(input.documentNumber);
  if (fitting.length === 0) {
    const provincial = (kind === '省' || kind === '自治区') && province !== null && suffix.test(province.name);
    return provincial ? found(province) : open([]);
  }
  const evidence = all.map((divisions) => ({ divisions, chain: [], end: 0 }));
  const settled = fitting.map((divisions) => (divisions.length > 1 ? narrow(divisions, evidence, province) : divisions));
  return agreement(settled, input.year);
}

/** 螺洋街道: the one county which the other texts name, inside `inside` where the agency names what lies above it. */
function townshipOf(inside: readonly Division[], places: readonly Place[], year: number | null): RegionResult {
  const counties = places.flatMap(({ divisions }) => {
    const low = divisions.filter(
      (division) => !hasParts(division) && (inside.length === 0 || inside.some((top) => within(division, top))),
    );
    return low.length === 0 ? [] : [low.length > 1 ? narrow(low, places, null) : low];
  });
  return counties.length === 0 ? open(inside) : agreement(counties, year);
}

/** One region where all readings have the same single division left. */
function agreement(readings: readonly (readonly Division[])[], year: number | null): RegionResult {
  const shared = agreeing(readings);
  return decide(shared, readings.flat(), year);
}

function decide(left: readonly Division[], all: readonly Division[], year: number | null): RegionResult {
  const settled = settle(left, year);
  return settled.length === 1 ? found(settled[0]!) : open(all);
}

/** A name that passed from a former division to a present one: the present one, unless the year is before the change. */
function settle(divisions: readonly Division[], year: number | null): readonly Division[] {
  const passed = divisions.find(({ heir }) => heir !== null && divisions.some(({ code }) => code === heir));
  if (divisions.length !== 2 || passed === undefined) return divisions;
  const early = year !== null && year < passed.until!;
  return divisions.filter((division) => (division === passed) === early);
}

function found(division: Division): RegionResult {
  return { region: toRegion(division), candidates: [] };
}

function open(divisions: readonly Division[]): RegionResult {
  const unique = [...new Set(divisions)].toSorted((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  return { region: null, candidates: unique.map(toRegion) };
}
