import { expect, it } from 'vitest';
import { allDivisions, toRegion, type Division } from '../../src/lexicon/gazetteer.ts';
import { agencyKey } from '../../src/metadata/agency-key.ts';
import { resolveRegion } from '../../src/metadata/region.ts';
import { fold } from '../../src/text/fold.ts';

const key = (agency: string, year: number | null = 2023, ...hints: string[]): string | null =>
  agencyKey(agency, resolveRegion({ agency, title: null, documentNumber: null, year, hints }).region);

it.each([
  ['with and without what lies above', '洪泽区水务局', '淮安市洪泽区水务局', 2023],
  ['with the province', '杭州市财政局', '浙江省杭州市财政局', 2023],
  ['a county that became a district', '洪泽区水务局', '洪泽县水务局', 2014],
  ['和 left out, short forms', '丽水市发展和改革局', '丽水市发改局', 2020],
  ['a government and its long name', '青田县政府办公室', '青田县人民政府办公室', 2020],
  ['the reform of 2018', '青田县自然资源局', '青田县国土资源局', 2016],
  ['a committee and its short form', '青田县经济开发区管委会', '青田县经济开发区管理委员会', 2020],
])('one body: %s', (_, a, b, year) => {
  expect(key(a)).not.toBeNull();
  expect(key(b, year)).toBe(key(a));
});

it.each([
  ['two departments', '青田县财政局', '青田县审计局'], ['two counties', '青田县财政局', '缙云县财政局'], ['a government and its office', '青田县人民政府', '青田县人民政府办公室'],
  ['a city and its district', '淮安市水务局', '淮安市洪泽区水务局'],
])('two bodies: %s', (_, a, b) => { expect(key(a)).not.toBe(key(b)); });

it('is null where nothing tells which district is meant', () => {
  expect(key('区统计局')).toBeNull();
  expect(agencyKey(null, null)).toBeNull();
});

it('names a relative body by the place that is told elsewhere', () => {
  expect(key('区水务局', 2023, '淮安市洪泽区')).toBe(key('洪泽区水务局'));
});

it('has the code that each division of the table has today: of its heir, else of the one of its stem in its prefecture', () => {
  const stemOf = ({ code, name }: Division): string => `${code.slice(0, 4)}${fold(name).replace(/(?:自治县|自治旗|[省市县区旗州盟])$/, '')}`;
  const all = allDivisions();
  const today = new Map(all.filter(({ until }) => until === null).map((division) => [stemOf(division), division.code]));
  const heirs = new Map<string, string>();
  for (const division of all) {
    const heir = division.until === null ? undefined : division.heir ?? today.get(stemOf(division));
    if (heir !== undefined) heirs.set(division.code + division.name, heir);
  }
  for (const division of all) {
    expect(agencyKey('某某局', toRegion(division))!.split(':')[0]).toBe(heirs.get(division.code + division.name) ?? division.code);
  }
});
