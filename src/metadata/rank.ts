/** Level and kind of a body, where its name tells them. */
import { MUNICIPALITIES, NATIONAL_NAME } from '../lexicon/agencies.ts';
import type { Metadata } from '../schema/report.ts';
import { endingOf } from './names.ts';

/** The kind that a name's ending tells. */
export function kindOf(name: string): Metadata['agencyKind'] {
  return endingOf(name)?.kind ?? null;
}

const TOWNSHIP = /[一-龥](?:镇|乡|街道|苏木|街)(?:人民政府|政府|办事处|党工委)?$|^(?:镇|乡|街道)(?=人民政府|政府|办事处)/;
const COUNTY = /[一-龥](?:县(?!级)|(?<!自治|实验|开发|高新|新|园|景|矿|保护|管理|合作|示范|功能|产业|工业|保税|试验|社|辖)区(?!域|块)|(?<![红国])旗)/;
const CITY = /[一-龥]市(?![场政容民])/;
const PREFECTURE = /自治州|地区(?:行政)?|[一-龥]盟|[一-龥]州(?=[一-龥]{0,12}(?:局|委|厅|办|人民政府)$)/;

/**
 * The level that a name tells by its innermost place. A city may be of prefectural or county level and a zone of any, so
 * 某市某局 has none; 某市某区某局 is a county's.
 */
export function levelOf(name: string): Metadata['agencyLevel'] {
  const branch = NATIONAL_NAME.exec(name);
  const place = branch === null ? name : name.slice(branch[0].length);
  if (TOWNSHIP.test(place)) return 'township';
  if (/^(?:县|区|旗)/.test(place) || COUNTY.test(place)) return 'county';
  if (MUNICIPALITIES.some((city) => place.includes(city))) return 'provincial';
  if (/^州/.test(place) || (PREFECTURE.test(place) && !/州市/.test(place))) return 'prefectural';
  if (CITY.test(place)) return /[一-龥](?:省|自治区).*市.*市(?![场政容民])/.test(place) ? 'county' : null;
  if (/^(?:省|自治区)|[一-龥](?:省|自治区)/.test(place)) return 'provincial';
  return branch !== null && !/(?:大学|学院|医院|公司|集团|银行)/.test(name) ? 'national' : null;
}

/** The level of 某市某局, whose name leaves it open, where the division is known: a city's code tells its rank. */
export function levelOfRegion(name: string, region: Metadata['region']): Metadata['agencyLevel'] {
  if (region === null || !CITY.test(name) || !name.includes(region.name)) return null;
  if (region.code.endsWith('0000')) return 'provincial';
  return region.code.endsWith('00') ? 'prefectural' : 'county';
}
