/** Made-up heads of reports: a body's name in the sentences that heads are made of, and what must be read from them. */
import { random } from '../outline/maker.ts';

const PLACES = [
  '丽水市', '青田县', '淮安市洪泽区', '云岭县', '澄阳市柳泉区', '浙江省', '乌拉特前旗', '凉山州', '临夏回族自治州', '福建省平潭县', '吉林市丰满区', '北京市延庆区', '江口县', '万年县', '新平彝族傣族自治县', '沅澧市',
];
const DEPARTMENTS = [
  '财政局', '水务局', '教育体育局', '市场监督管理局', '发展和改革局', '人力资源和社会保障局', '卫生健康委员会', '农业农村局', '档案馆', '投资促进中心', '总工会', '供销合作社联合社', '人民医院', '第一中学',
  '经济开发区管理委员会', '政府办公室', '人民政府', '人民政府办公室', '气象局', '烟草专卖局', '地方海事处', '公路管理站', '残疾人联合会', '融媒体中心', '退役军人事务局', '城市管理行政执法局',
];
const TOWNS = ['白云镇人民政府', '岭东乡人民政府', '东湖街道办事处', '青石镇人民政府', '河西街道办事处', '达来苏木人民政府', '茅坪土家族乡人民政府'];

/** `{A}` the body, `{Y}` the year, `{S}` 我局 and the like. */
const HEADS: readonly (readonly string[])[] = [
  ['{A}{Y}年政府信息公开工作年度报告', '根据《中华人民共和国政府信息公开条例》的规定，编制本报告。'],
  ['{Y}年{A}政府信息公开年度报告'],
  ['{A}', '{Y}年度政府信息公开工作报告'],
  ['根据《中华人民共和国政府信息公开条例》，现公布{A}{Y}年政府信息公开工作年度报告。'],
  ['本报告由{A}按照《中华人民共和国政府信息公开条例》和上级要求编制。统计期限自{Y}年1月1日起至{Y}年12月31日止。'],
  ['按照有关规定，{A}编制了{Y}年度政府信息公开工作年度报告。'],
  ['{A}根据《中华人民共和国政府信息公开条例》规定，结合工作实际，编制并向社会公布{Y}年政府信息公开工作年度报告。'],
  ['{Y}年，{A}认真贯彻落实《条例》，扎实推进政府信息公开。现将{Y}年度工作情况报告如下。'],
  ['根据要求，现将{A}{Y}年度政府信息公开工作情况报告如下：'],
  ['依据《条例》编制{Y}年本报告。如对本报告有疑问，请与{A}联系（地址：人民路1号，电话：0999-2011456）。'],
  ['当前位置：首页 > 政府信息公开 > 年报', '{A}{Y}年政府信息公开工作年度报告', '来源：县政府网 发布时间：2024-01-20 浏览次数：12', '根据《条例》编制。'],
  ['索引号：112233/2022-1 发布机构：{A} 发布日期：2024-01-20', '{Y}年政府信息公开工作年度报告', '根据《条例》要求，编制本报告。'],
  ['【范文】{A}{Y}年政府信息公开工作年度报告(最新)', '根据《条例》编制。'],
  ['{A}{Y}年政府信息公开工作年度报告{A}{Y}年政府信息公开工作年度报告', '根据《条例》编制。'],
  ['《{A}{Y}年政府信息公开工作年度报告》由{A}编写，全文包括总体情况等六个部分。'],
  ['关于{A}{Y}年度政府信息公开工作年度报告', '本年报所列数据统计期限为{Y}年1月1日至12月31日。'],
  ['{Y}年本报告电子版可在{A}门户网站下载。{S}按照《条例》编制。'],
  ['为保障公众知情权，特向社会公布{A}{Y}年度政府信息公开年报。'],
  ['{A}政府信息公开工作{Y}年度报告 二维码', '发表时间：2024-01-20 来源：{A}'],
  ['依照条例，由{A}负责编制本报告。{Y}年以来，各项工作平稳有序。'],
  ['{Y}年，在上级的正确领导下，{A}高度重视政府信息公开工作。'],
  ['{A}关于{Y}年政府信息公开工作情况的报告'],
];

export interface MadeHead {
  text: string;
  agency: string;
  year: number;
}

/** A head whose agency and year are known. */
export function makeHead(seed: number): MadeHead {
  const next = random(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const agency = pick(PLACES) + (next() < 0.3 ? pick(TOWNS) : pick(DEPARTMENTS));
  const year = 2008 + Math.floor(next() * 17);
  const self = /局$/.test(agency) ? '我局' : /委员会$/.test(agency) ? '我委' : /镇人民政府$/.test(agency) ? '我镇' : '本机关';
  const head = pick(HEADS).map((line) => line.replaceAll('{A}', agency).replaceAll('{Y}', String(year)).replaceAll('{S}', self));
  // Who answers for a government is its office.
  const asked = head[0]!.includes('请与') ? agency.replace(/(?<=人民政府)办公室$/, '') : agency;
  return { text: [...head, '一、总体情况', `${year}年，${self}认真开展政府信息公开工作。`, '二、主动公开政府信息情况', '公开信息20条。', ''].join('\n'), agency: asked, year };
}
