import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allDivisions, toRegion } from '../../src/lexicon/gazetteer.ts';
import type { RegionInput } from '../../src/metadata/region.ts';
import { provinceOfDocumentNumber, resolveRegion } from '../../src/metadata/region.ts';
import { expectNoHang } from '../helpers/hang.ts';
import { worked } from '../helpers/worked.ts';

const resolve = (agency: string | null, more: Partial<RegionInput> = {}) =>
  resolveRegion({ agency, title: null, documentNumber: null, year: null, hints: [], ...more });
/** `code path/of/names`, or `null`. */
const place = (agency: string | null, more: Partial<RegionInput> = {}): string | null => {
  const { region } = resolve(agency, more);
  return region === null ? null : `${region.code} ${region.path.join('/')}`;
};
const codes = (agency: string | null, more: Partial<RegionInput> = {}): string[] =>
  resolve(agency, more).candidates.map(({ code }) => code);

const current = allDivisions().filter(({ until }) => until === null);
const formerNames = allDivisions().filter(({ until }) => until !== null);

describe('the table', () => {
  it('has every province, prefecture and county once', () => {
    const count = (level: number): number => current.filter((division) => division.level === level).length;
    expect([count(1), count(2), count(3)]).toEqual([31, 333, 2846]);
    expect(new Set(current.map(({ code }) => code)).size).toBe(current.length);
  });

  it('leaves out zones and placeholders', () => {
    expect(allDivisions().filter(({ name }) => /开发区|新城$|管理区|市辖区|直辖/.test(name))).toEqual([]);
  });

  it('puts counties of municipalities and of provinces directly under them', () => {
    expect(toRegion(current.find(({ code }) => code === '110105')!)).toEqual({
      code: '110105', name: '朝阳区', path: ['北京市', '朝阳区'],
    });
    expect(toRegion(current.find(({ code }) => code === '429004')!).path).toEqual(['湖北省', '仙桃市']);
  });

  it('resolves the government of every division by its path, current and former', () => {
    for (const division of allDivisions()) {
      const region = toRegion(division);
      const year = division.until === null ? 2024 : division.until - 2;
      expect(resolve(`${region.path.join('')}人民政府`, { year })).toEqual({ region, candidates: [] });
    }
  });

  it('resolves the path with the prefecture left out, or gives null with the candidates', () => {
    for (const division of current.filter(({ level }) => level === 3)) {
      const region = toRegion(division);
      const result = resolve(`${region.path[0]!}${region.name}统计局`, { year: 2024 });
      if (result.region === null) expect(result.candidates).toContainEqual(region);
      else expect(result.region).toEqual(region);
    }
  });
});

describe('an agency with its place', () => {
  it.each([
    ['淮安市洪泽区农业农村局', '320813 江苏省/淮安市/洪泽区'],
    ['洪泽区人民政府', '320813 江苏省/淮安市/洪泽区'],
    ['张店区教育体育局', '370303 山东省/淄博市/张店区'],
    ['乐清市水利局', '330382 浙江省/温州市/乐清市'],
    ['宿迁市人民政府', '321300 江苏省/宿迁市'],
    ['上海市人民政府办公厅', '310000 上海市'],
    ['广西壮族自治区统计局', '450000 广西壮族自治区'],
    ['广西自治区统计局', '450000 广西壮族自治区'],
    ['北京市朝阳区统计局', '110105 北京市/朝阳区'],
    ['重庆市城口县财政局', '500229 重庆市/城口县'],
    ['仙桃市财政局', '429004 湖北省/仙桃市'],
    ['河南省济源市水利局', '419001 河南省/济源市'],
    ['儋州市教育局', '460400 海南省/儋州市'],
    ['嘉峪关市财政局', '620200 甘肃省/嘉峪关市'],
    ['凉山州林业局', '513400 四川省/凉山彝族自治州'],
    ['长阳县审计局', '420528 湖北省/宜昌市/长阳土家族自治县'],
    ['管城区民政局', '410104 河南省/郑州市/管城回族区'],
    ['乾县水务局', '610424 陕西省/咸阳市/乾县'],
    ['廣州市增城區民政局', '440118 广东省/广州市/增城区'],
    ['淄 博 市 博 山 区 审计局', '370304 山东省/淄博市/博山区'],
    ['国家税务总局淄博市张店区税务局', '370303 山东省/淄博市/张店区'],
    ['国网淮安市洪泽区供电公司', '320813 江苏省/淮安市/洪泽区'],
    ['乌兰察布市区域协作局', '150900 内蒙古自治区/乌兰察布市'],
    ['新疆维吾尔自治区人民政府驻北京办事处', '650000 新疆维吾尔自治区'],
    ['保定市容城县财政局', '130629 河北省/保定市/容城县'],
    ['平潭县财政局', '350128 福建省/福州市/平潭县'],
  ])('%s', (agency, expected) => {
    expect(place(agency)).toBe(expected);
  });

  it.each([
    ['济南市中区财政局', '370103 山东省/济南市/市中区'],
    ['青岛市北区教育局', '370203 山东省/青岛市/市北区'],
    ['枣庄市市中区教育局', '370402 山东省/枣庄市/市中区'],
  ])('shares the suffix with the district behind: %s', (agency, expected) => {
    expect(place(agency)).toBe(expected);
  });

  it.each([
    ['杭州市场监督管理局', '330100 浙江省/杭州市'],
    ['滕州市场监管局', '370481 山东省/枣庄市/滕州市'],
  ])('does not take a word for a suffix: %s', (agency, expected) => {
    expect(place(agency)).toBe(expected);
  });
});

describe('a place without its suffix', () => {
  it.each([
    ['乐清教育局', '330382 浙江省/温州市/乐清市'],
    ['张店财政局', '370303 山东省/淄博市/张店区'],
    ['山东淄博张店区财政局', '370303 山东省/淄博市/张店区'],
    ['吉林昌邑区财政局', '220202 吉林省/吉林市/昌邑区'],
    ['河北财政厅', '130000 河北省'],
    ['浦东教育局', '310115 上海市/浦东新区'],
    ['海淀教委', '110108 北京市/海淀区'],
    ['大兴安岭行署', '232700 黑龙江省/大兴安岭地区'],
    ['国家统计局乐清调查队', '330382 浙江省/温州市/乐清市'],
  ])('counts in front of an agency or a further name: %s', (agency, expected) => {
    expect(place(agency)).toBe(expected);
  });

  it.each([
    '太湖流域管理局', '东海救助局', '吉林大学', '厦门大学', '平安银行', '广州海关', '朝阳街道办事处', '新华社', '和平医院', '新疆生产建设兵团',
  ])('does not count elsewhere: %s', (agency) => {
    expect(resolve(agency)).toEqual({ region: null, candidates: [] });
  });

  it('is not read into the words of a department', () => {
    expect(place('湖北省公安消防总队')).toBe('420000 湖北省');
    expect(place('公安局')).toBeNull();
  });

  it('is open while a county made into a district may bear it', () => {
    expect(place('清新教育局', { year: 2020 })).toBe('441803 广东省/清远市/清新区');
    expect(codes('清新教育局', { year: 2010 })).toEqual(['441803', '441827']);
  });

  it('is open where a city and a county share it', () => {
    expect(place('长沙财政局')).toBeNull();
    expect(codes('长沙财政局')).toEqual(['430100', '430121']);
  });
});

describe('a zone', () => {
  it.each([
    ['平潭综合实验区管委会', '350128 福建省/福州市/平潭县'],
    ['平潭综合实验区财政金融局', '350128 福建省/福州市/平潭县'],
    ['淮安市经济技术开发区管理委员会', '320800 江苏省/淮安市'],
    ['苏州工业园区管委会', '320500 江苏省/苏州市'],
    ['昆山高新区管委会', '320583 江苏省/苏州市/昆山市'],
    ['天津滨海新区管委会', '120116 天津市/滨海新区'],
    ['兰州新区管委会', '620100 甘肃省/兰州市'],
  ])('is of its host: %s', (agency, expected) => {
    expect(place(agency)).toBe(expected);
  });

  it.each(['北戴河新区管委会', '雄安新区管委会', '综合实验区管委会', '江北新区管委会', '高新区管委会', '东湖高新区管委会'])('has none: %s', (agency) => {
    expect(place(agency)).toBeNull();
  });
});

describe('ambiguity', () => {
  const byName = new Map<string, typeof current>();
  for (const division of current) byName.set(division.name, [...(byName.get(division.name) ?? []), division]);
  const shared = [...byName].filter(([, bearers]) => bearers.length > 1);

  it('leaves every shared name open, with all its bearers as candidates', () => {
    expect(shared.length).toBeGreaterThan(25);
    for (const [name, bearers] of shared) {
      expect(resolve(`${name}人民政府`, { year: 2024 }), name).toEqual({
        region: null, candidates: bearers.map(toRegion).sort((a, b) => (a.code < b.code ? -1 : 1)),
      });
    }
  });

  it('is decided by a hint that names the prefecture, for every bearer', () => {
    for (const [name, bearers] of shared) {
      for (const bearer of bearers) {
        expect(place(`${name}人民政府`, { year: 2024, hints: [`${bearer.parent!.name}门户网站`] })).toBe(
          `${bearer.code} ${toRegion(bearer).path.join('/')}`,
        );
      }
    }
  });

  it('has the four 鼓楼区 as candidates', () => {
    expect(codes('鼓楼区人民政府')).toEqual(['320106', '320302', '350102', '410204']);
  });

  it.each([
    ['a province with one of them', { hints: ['福建省政务公开'] }, '350102'],
    ['a province with two', { hints: ['江苏省政务公开'] }, null],
    ['province and prefecture', { hints: ['江苏省人民政府', '徐州市政务公开'] }, '320302'],
    ['a prefecture without suffix in front', { hints: ['徐州鼓楼区政府网'] }, '320302'],
    ['places that contradict each other', { hints: ['福建省', '徐州市'] }, null],
    ['a street', { hints: ['地址:鼓楼区南京路8号'] }, null],
    ['the title', { title: '南京市鼓楼区2016年年报' }, '320106'],
    ['the document number', { documentNumber: '闽鼓办〔2016〕3号' }, '350102'],
    ['a place elsewhere', { hints: ['浙江省'] }, null],
  ])('%s', (_, more, expected) => {
    expect(resolve('鼓楼区人民政府', more).region?.code ?? null).toBe(expected);
  });

  it('tells the city 朝阳 from the districts', () => {
    expect(place('朝阳市统计局')).toBe('211300 辽宁省/朝阳市');
    expect(codes('朝阳区统计局')).toEqual(['110105', '220104']);
    expect(place('朝阳区统计局', { hints: ['地址:长春市前进大街'] })).toBe('220104 吉林省/长春市/朝阳区');
  });

  it('takes 东区 and 城区 for common nouns unless something above is named', () => {
    expect(place('东区财政局')).toBeNull();
    expect(place('东区街道办事处', { hints: ['中山市人民政府'] })).toBe('442000 广东省/中山市');
    expect(place('东区财政局', { hints: ['攀枝花市'] })).toBe('510402 四川省/攀枝花市/东区');
    expect(place('晋城市城区财政局')).toBe('140502 山西省/晋城市/城区');
  });

  it('does not fall back to the prefecture where a county is named that it does not have', () => {
    expect(resolve('宿迁市沐阳县人民政府')).toMatchObject({ region: null, candidates: [{ code: '321300' }] });
    expect(place('沐阳县财政局', { hints: ['宿迁市人民政府'] })).toBeNull();
  });
});

describe('an agency that names its level alone', () => {
  it.each([
    ['区统计局', { hints: ['遂宁市安居区人民政府'] }, '510904'],
    ['区统计局', { hints: ['遂宁市人民政府'] }, null],
    ['区统计局', { hints: ['安居区人民政府', '船山区人民政府'] }, null],
    ['区统计局', { hints: ['鼓楼区人民政府', '开封市'] }, '410204'],
    ['区统计局', {}, null],
    ['市政府办公室', { hints: ['宿迁市人民政府'] }, '321300'],
    ['市政府办公室', { hints: ['地址:宿迁市宿城区柳树路1号'] }, '321300'],
    ['市政府办公室', { hints: ['温州市人民政府', '乐清市人民政府'] }, null],
    ['县科技局', { title: '微山县科技局2023年年报' }, '370826'],
    ['旗人民政府', { hints: ['鄂托克旗政务服务局'] }, '150624'],
    ['州统计局', { hints: ['凉山州'] }, '513400'],
    ['自治区体育局', { documentNumber: '桂体办〔2014〕26号' }, '450000'],
    ['自治区体育局', { documentNumber: '鲁体办〔2014〕26号' }, null],
    ['省体育局', { documentNumber: '鲁体办〔2014〕26号' }, '370000'],
    ['省体育局', { documentNumber: '桂体办〔2014〕26号' }, null],
    ['省体育局', { hints: ['浙江省人民政府'] }, '330000'],
    ['市场监督管理局', { hints: ['地址:宿迁市大街1号'] }, null],
    ['区域合作局', { hints: ['地址:安居区大街1号'] }, null],
  ])('%s with %j', (agency, more: Partial<RegionInput>, expected) => {
    expect(resolve(agency, more).region?.code ?? null).toBe(expected);
  });
});

describe('a township', () => {
  it.each([
    ['临洮县柳树镇人民政府', {}, '621124'],
    ['天津市东丽区人民政府杨柳街道办事处', {}, '120110'],
    ['东莞市柳树镇人民政府', {}, '441900'],
    ['杭州市柳树街道办事处', {}, null],
    ['杭州市柳树街道办事处', { hints: ['杭州市余杭区人民政府'] }, '330110'],
    ['杭州市柳树街道办事处', { hints: ['嘉兴市南湖区人民政府'] }, null],
    ['柳树镇人民政府', { hints: ['桐乡市人民政府'] }, '330483'],
    ['柳树镇人民政府', { hints: ['嘉兴市人民政府'] }, null],
    ['柳树镇人民政府', { hints: ['桐乡市人民政府', '海宁市人民政府'] }, null],
    ['柳树镇人民政府', {}, null],
  ])('%s with %j', (agency, more: Partial<RegionInput>, expected) => {
    expect(resolve(agency, more).region?.code ?? null).toBe(expected);
  });
});

describe('an agency without any place', () => {
  it.each([
    ['审计局', { hints: ['淮安市洪泽区审计局'] }, '320813'],
    ['审计局', { hints: ['地址:淮安市大街1号'] }, null],
    ['审计局', { hints: ['洪泽区人民政府', '张店区人民政府'] }, null],
    [null, { year: 2023, hints: ['中国·邯郸政府网'] }, '130400'],
    [null, { title: '宿迁市2017年政府信息公开年度报告' }, '321300'],
    [null, { title: '二〇一二年宿迁市政府信息公开年度报告' }, '321300'],
    [null, { title: '2022年政府信息公开年度报告' }, null],
    [null, {}, null],
    ['财政部', { hints: ['北京市西城区人民政府'] }, null],
    ['国家卫生健康委', { hints: ['北京市人民政府'] }, null],
    ['中国科学院大学', { hints: ['北京市人民政府'] }, null],
  ])('%s with %j', (agency, more: Partial<RegionInput>, expected) => {
    expect(resolve(agency, more).region?.code ?? null).toBe(expected);
  });
});

describe('former divisions', () => {
  it('include those that ended after 2007', () => {
    const has = (code: string, name: string) => formerNames.find((division) => division.code === code && division.name === name);
    expect(has('110103', '崇文区')?.until).toBe(2010);
    expect(has('120107', '塘沽区')?.until).toBe(2009);
    expect(has('310103', '卢湾区')?.until).toBe(2011);
    expect(has('310119', '南汇区')?.until).toBe(2009);
    expect(has('371081', '文登市')?.until).toBe(2014);
    expect(has('330103', '下城区')?.until).toBe(2021);
  });

  it.each([
    ['章丘市人民政府', 2012, '370181 山东省/济南市/章丘市'],
    ['章丘市人民政府', null, '370181 山东省/济南市/章丘市'],
    ['章丘市人民政府', 2022, null],
    ['章丘区人民政府', 2022, '370114 山东省/济南市/章丘区'],
    ['洪泽县财政局', 2014, '320829 江苏省/淮安市/洪泽县'],
    ['巢湖市人民政府', 2009, '341400 安徽省/巢湖市'],
    ['巢湖市人民政府', 2015, '340181 安徽省/合肥市/巢湖市'],
    ['巢湖市人民政府', null, '340181 安徽省/合肥市/巢湖市'],
    ['毕节地区大方县统计局', null, '522422 贵州省/毕节地区/大方县'],
    ['大方县统计局', 2008, '522422 贵州省/毕节地区/大方县'],
    ['大方县统计局', 2018, '520521 贵州省/毕节市/大方县'],
    ['毕节市大方县统计局', 2011, '520521 贵州省/毕节市/大方县'],
    ['襄樊市财政局', 2009, '420600 湖北省/襄樊市'],
    ['襄樊市樊城区财政局', 2009, '420606 湖北省/襄阳市/樊城区'],
  ])('%s in %s', (agency, year, expected) => {
    expect(place(agency, { year })).toBe(expected);
  });

  it('count among the candidates of their time', () => {
    expect(codes('市中区教育局', { year: 2012 })).toContain('370802');
    expect(codes('市中区教育局', { year: 2020 })).not.toContain('370802');
  });
});

describe('provinceOfDocumentNumber', () => {
  it.each([
    ['桂新广报〔2014〕226号', '450000'], ['沪府办发[2013]5号', '310000'], ['鄂政办（2016） 3 号', '420000'], ['黔府办函2015 3号', '520000'],
    ['魯政辦〔2014〕26號', '370000'], ['国办发〔2014〕12号', null], ['厦思统〔2015〕1号', null], ['无〔〕号', null], ['桂', null], ['桂〔2014〕1号', null],
    ['', null], [null, null],
  ])('%s', (documentNumber, code) => {
    expect(provinceOfDocumentNumber(documentNumber)?.code ?? null).toBe(code);
  });
});

describe('any text', () => {
  const words = fc.constantFrom(
    '鼓楼区', '市中区', '江苏', '省', '市', '区', '县', '南京', '朝阳', '街道', '办事处', '人民政府', '财政局', '我', '路', '2014', ' ', '自治区', '巢湖市',
    '开发区', '镇', '乾县', '東區', '公安', '〔2014〕1号', '桂',
  );
  const text = fc.oneof(fc.array(words, { maxLength: 12 }).map((all) => all.join('')), fc.string({ maxLength: 40 }));
  const texts = fc.option(text);

  it('gives a division of the table or candidates, never both, and never throws', () => {
    fc.assert(
      fc.property(texts, texts, texts, fc.option(fc.integer({ min: 2008, max: 2025 })), fc.array(text, { maxLength: 3 }), (agency, title, documentNumber, year, hints) => {
        const { region, candidates } = resolveRegion({ agency, title, documentNumber, year, hints });
        if (region !== null) {
          expect(candidates).toEqual([]);
          expect(allDivisions().map(({ code }) => code)).toContain(region.code);
          expect(region.path.at(-1)).toBe(region.name);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('takes no longer for a hint of a megabyte', () => {
    const long = '南京市鼓楼区'.repeat(170_000);
    const start = worked();
    resolve('鼓楼区人民政府', { hints: [long] });
    resolve(long.slice(0, 100_000));
    expectNoHang(start);
  });
});
