/** Annotated prose, each piece written as a small report and scored as `facts/score.py` does. */
import type { Fact, Report } from '../../src/schema/report.ts';
import type { Fault, FaultKind } from './fault.ts';

export interface Sentence {
  id: string;
  text: string;
  reportYear: number;
  facts: {
    metric: string | null;
    value: number;
    unit: string | null;
    qualifier?: string;
    year?: number;
    subject: string;
  }[];
}

/** Which agency a piece of prose may be of, by the words in it. */
const AGENCIES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/我县|县政府|县人民政府|全县|青禾县/, ['青禾县人民政府']],
  [/我镇|全镇/, ['青石镇人民政府', '平江口镇人民政府']],
  [/我乡/, ['白云乡人民政府']],
  [/街道/, ['东湖街道办事处']],
  [/我校/, ['第三中学']],
  [/我中心/, ['公共资源交易中心']],
  [/我办/, ['人民政府办公室']],
  [/我委/, ['发展和改革委员会', '住房和城乡建设委员会']],
  [/全区|区政府|我区/, ['澄湖区人民政府']],
  [/全市|市政府|全省/, ['人民政府']],
  [/生态环境局/, ['生态环境局']],
  [/自然资源局/, ['自然资源局']],
  [/(?:)/, ['财政局', '交通运输局', '教育局', '民政局', '水利局', '审计局', '统计局', '商务局']],
];

/** The small report that a piece of prose stands in. */
export function reportOf({ id, text, reportYear }: Sentence): string {
  const names = AGENCIES.find(([words]) => words.test(text))![1];
  const agency = names[Number(id.replace(/\D/g, '') || 0) % names.length]!;
  return `测试市${agency}${reportYear}年政府信息公开工作年度报告\n\n一、总体情况\n${text}\n`;
}

interface Key {
  metric: string | null;
  value: number;
  unit: string | null;
  qualifier: string;
  year: number | null;
}

function keyOf(fact: Pick<Fact, 'value' | 'unit'> & { metric: string | null } & { qualifier?: string; year?: number | undefined }): Key {
  const unit = fact.unit === null ? null : fact.unit.normalize('NFKC').replace(/\s+/g, '');
  return {
    metric: fact.metric,
    value: Number(fact.value.toFixed(6)),
    unit,
    qualifier: fact.qualifier ?? 'exact',
    year: fact.year ?? null,
  };
}

/** No unit in the truth is a zero in words: any unit is right. */
function same(want: Key, have: Key): boolean {
  return (
    want.metric === have.metric &&
    want.value === have.value &&
    (want.unit === null || want.unit === have.unit) &&
    want.qualifier === have.qualifier &&
    want.year === have.year
  );
}

const tell = ({ metric, value, unit, qualifier, year }: Key): string =>
  [metric, value, unit, qualifier === 'exact' ? null : qualifier, year].filter((one) => one !== null).join(' ');

export function sentenceFaults(report: Report, sentence: Sentence): Fault[] {
  const want = sentence.facts.filter(({ metric }) => metric !== null).map(keyOf);
  const keys = report.facts.map(keyOf);
  const have = [...new Map(keys.filter(({ metric }) => metric !== null).map((key) => [tell(key), key])).values()];
  const list = (kind: FaultKind, words: string, of: readonly Key[]): Fault[] =>
    of.map((key) => ({ kinds: [kind], text: `${words} ${tell(key)}` }));
  const pool = keys.filter((key) => !(key.metric !== null && want.some((one) => same(one, key))));
  const rest = sentence.facts
    .filter(({ metric }) => metric === null)
    .map(keyOf)
    .filter(({ value, unit }) => {
      const index = pool.findIndex((key) => key.value === value && key.unit === unit);
      if (index >= 0) pool.splice(index, 1);
      return index < 0;
    });
  return [
    ...list(
      'factsMissed',
      'missed',
      want.filter((one) => !have.some((key) => same(one, key))),
    ),
    ...list(
      'factsWrong',
      'wrong',
      have.filter((key) => !want.some((one) => same(one, key))),
    ),
    ...list('factsRest', 'no fact', rest),
  ];
}
