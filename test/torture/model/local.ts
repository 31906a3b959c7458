/** Local 统计表 of 2008–2013: rows of a province's own, with groups, units, and one or two columns of values. */
import type { Random } from '../random.ts';
import { indicatorKey } from './indicator-key.ts';
import type { Cell, Column, Part, Row, Table } from './types.ts';
import { amountCell, countCell, drawCount, type Manner } from './values.ts';

interface Indicator {
  label: string;
  unit: string;
  parts?: readonly (readonly [label: string, unit: string])[];
}

/** Rows that provinces' notices asked for; each table takes some of them. */
const INDICATORS: readonly (readonly Indicator[])[] = [
  [
    { label: '主动公开文件数', unit: '条', parts: [['政府网站公开数', '条'], ['政府公报公开数', '条'], ['查阅场所公开数', '条'], ['新闻媒体公开数', '条']] },
    { label: '主动公开信息数', unit: '条', parts: [['网站公开', '条'], ['政府公报公开', '条'], ['公开栏公开', '条']] },
    { label: '全文电子化的信息数', unit: '条' },
    { label: '新增行政规范性文件数', unit: '件' },
    { label: '制发政府信息公开目录数', unit: '份' },
  ],
  [
    { label: '提供服务类信息数', unit: '条' },
    { label: '网站专栏页面访问量', unit: '人次' },
    { label: '现场接待人数', unit: '人次' },
    { label: '网上咨询数', unit: '人次' },
    { label: '咨询电话接听数', unit: '次', parts: [['人工接听数', '次'], ['自动语音应答数', '次']] },
    { label: '政府信息公开查询点数', unit: '个' },
  ],
  [
    { label: '受理依申请公开信息总数', unit: '条', parts: [['当面申请数', '条'], ['传真申请数', '条'], ['电子邮件申请数', '条'], ['网上申请数', '条'], ['信函申请数', '条'], ['其他形式申请数', '条']] },
    { label: '受理政府信息公开申请总数', unit: '件', parts: [['当面申请数', '件'], ['网上申请数', '件'], ['信函、传真申请数', '件']] },
    { label: '正式受理政府信息公开申请数', unit: '件', parts: [['在办', '件'], ['办结', '件']] },
  ],
  [
    { label: '对申请的答复总数', unit: '条', parts: [['同意公开答复数', '条'], ['同意部分公开答复数', '条'], ['否决公开答复总数', '条']] },
    { label: '对申请的答复数', unit: '件', parts: [['同意公开答复数', '件'], ['不予公开答复数', '件'], ['信息不存在数', '件'], ['其他类型答复数', '件']] },
    { label: '不予提供的申请数', unit: '件', parts: [['信息不存在', '件'], ['信息涉密', '件'], ['信息描述不清', '件'], ['超出合理需要', '件'], ['第三方不同意', '件']] },
  ],
  [
    { label: '收取检索复制费总额', unit: '元', parts: [['检索费', '元'], ['复制费', '元'], ['邮寄费', '元']] },
    { label: '政府信息公开收费减免金额', unit: '元' },
  ],
  [
    { label: '行政复议数', unit: '件' },
    { label: '行政诉讼数', unit: '件' },
    { label: '行政申诉数', unit: '件' },
    { label: '接受行政申诉、举报数', unit: '件' },
  ],
  [
    { label: '专职工作人员数', unit: '人' },
    { label: '兼职工作人员数', unit: '人' },
    { label: '举办业务培训次数', unit: '次' },
    { label: '参加培训人数', unit: '人次' },
  ],
];

export interface LocalLook {
  units: 'column' | 'bracket' | 'none';
  serial: boolean;
  code: boolean;
  columns: readonly string[];
  /** One table, or four of them with numbers of their own. */
  annexes: boolean;
  corner: string;
  unitHead: string;
  mark: (number: number) => string;
}

export function drawLocalLook(year: number, random: Random): LocalLook {
  const sets = [['数量'], ['年末统计'], [`${year}年度`], ['统计数'], [`${year}年度`, '历年累计'], [`${year}年度`, '历年累计'], ['本年度', '历年累计'], ['本年数', '累计数']];
  return {
    units: random.chance(0.7) ? 'column' : random.pick(['bracket', 'none']),
    serial: random.chance(0.12),
    code: random.chance(0.1),
    columns: random.pick(sets),
    annexes: random.chance(0.12),
    corner: random.pick(['指标名称', '指标名称', '指 标 名 称', '统计指标', '项目', '指\u3000标']),
    unitHead: random.pick(['单位', '计量单位', '单 位']),
    mark: random.pick<(number: number) => string>([(n) => `${n}．`, (n) => `${n}.`, (n) => `${n}、`, (n) => `（${n}）`, (n) => '①②③④⑤⑥⑦⑧'[n - 1]!, () => '']),
  };
}

/** One table, or several annexes; each with the caption that stands above it. */
export function localTables(manner: Manner, look: LocalLook, random: Random): { caption: string | null; table: Table }[] {
  const used = new Set<string>();
  const chosen = INDICATORS.map((group) => chooseFrom(group, used, random)).filter((group) => group.length > 0);
  const perTable = look.annexes ? [chosen.slice(0, 2), chosen.slice(2, 3), chosen.slice(3, 4), chosen.slice(4)].filter((one) => one.flat().length > 0) : [chosen];
  const names = ['主动公开情况', '依申请公开情况', '申请答复情况', '其他情况'];
  let serial = 0;
  return perTable.map((groups, index) => {
    const rows = groups.flat().flatMap((indicator) => rowsOf(indicator, manner, look, random));
    for (const row of rows) {
      serial++;
      row.before = look.serial ? [String(serial)] : [];
      if (look.code) row.after = [String(serial).padStart(2, '0'), ...row.after];
    }
    const columns: Column[] = look.columns.map((label) => ({ code: label, label, groups: [] }));
    const made: Part = {
      title: null, corner: look.corner, before: look.serial ? ['序号'] : [],
      after: [...(look.code ? ['代码'] : []), ...(look.units === 'column' ? [look.unitHead] : [])], columns, rows,
    };
    return { caption: look.annexes ? `附表${'一二三四'[index]!} ${names[index]!}` : null, table: { name: 'local', stacked: false, parts: [made] } };
  });
}

/** No label is taken twice: in such a table only its place would tell which is which. */
function chooseFrom(group: readonly Indicator[], used: Set<string>, random: Random): Indicator[] {
  const kept: Indicator[] = [];
  for (const indicator of group) {
    if (used.has(indicator.label) || !random.chance(0.55)) continue;
    used.add(indicator.label);
    const parts = (indicator.parts ?? []).filter(([label]) => !used.has(label) && random.chance(0.85));
    for (const [label] of parts) used.add(label);
    kept.push({ label: indicator.label, unit: indicator.unit, parts });
  }
  return kept;
}

function rowsOf(indicator: Indicator, manner: Manner, look: LocalLook, random: Random): Row[] {
  const parts = indicator.parts ?? [];
  const counts = parts.map(() => look.columns.map(() => drawCount(random, manner)));
  // 历年累计 holds the year's own count too.
  for (const numbers of counts) if (numbers.length === 2) numbers[1]! += numbers[0]!;
  const own = look.columns.map((_, at) => (parts.length > 0 ? counts.reduce((sum, numbers) => sum + numbers[at]!, 0) : drawCount(random, manner)));
  if (parts.length === 0 && own.length === 2) own[1]! += own[0]!;
  return [
    makeRow(indicator.label, '', indicator.unit, own, manner, look, random),
    ...parts.map(([label, unit], index) => makeRow(label, (index === 0 ? '其中：' : '') + look.mark(index + 1), unit, counts[index]!, manner, look, random)),
  ];
}

function makeRow(label: string, prefix: string, unit: string, numbers: readonly number[], manner: Manner, look: LocalLook, random: Random): Row {
  const cells = numbers.map((number, at): Cell => {
    const key = indicatorKey(label, look.columns[at]!);
    return unit === '元' && random.chance(0.3) ? amountCell(key, manner, random, false) : countCell(key, number, manner, random);
  });
  const printed = prefix + label + (look.units === 'bracket' ? `（${unit}）` : '');
  return { code: label, label: printed, groups: [], before: [], after: look.units === 'column' ? [unit] : [], cells, kind: 'values' };
}
