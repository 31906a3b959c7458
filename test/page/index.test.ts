import { expect, test } from 'vitest';
import type { IndexEntry } from '../../src/page/data.ts';
import { gather, linkEntries } from '../../src/page/entry.ts';
import { coverageOf, matching } from '../../src/page/index/query.ts';
import { breaksOf, linesOf, subjectsOf } from '../../src/page/index/series.ts';
import { DRAWN, FIRST } from '../../src/page/index/drawn.ts';
import { parseReport } from '../../src/pipeline.ts';
import { pointOf } from '../../src/series/answers.ts';
import { MEASURES } from '../../src/series/measures.ts';
import { reportText } from '../cli/check-report.ts';

const base = gather(parseReport(reportText(2023)), 0, 'a.txt').entry;
const entry = (id: number, changes: Partial<IndexEntry>): IndexEntry => ({ ...base, id, path: `${id}.txt`, ...changes });
const received = (value: number, source: 'table' | 'prose' = 'table'): Pick<IndexEntry, 'measures'> => ({ measures: { 'applications.received': { value, source } } });

test('reports of one body: the first of a year is the one, the year before is beside it', () => {
  const gathered = [2022, 2023, 2023].map((year, id) => gather(parseReport(reportText(year)), id, `${id}.txt`));
  const linked = linkEntries(gathered, new Map());
  expect(linked.map(({ entry: { duplicateOf } }) => duplicateOf)).toEqual([null, null, 1]);
  expect(linked.map(({ context: { before } }) => before?.year ?? null)).toEqual([null, 2022, 2022]);
  expect(linked[1]!.context.before!.values['applications.received.total']).toBe(252);
});

test('a search takes all its words, in any width, and a code', () => {
  const entries = [entry(0, { agency: '清河县水务局' }), entry(1, { agency: '白石县财政局', year: 2020, codes: { 'applications/row': 2 } })];
  expect(matching(entries, '白石　２０２０', null).map(({ id }) => id)).toEqual([1]);
  expect(matching(entries, '', 'applications/row').map(({ id }) => id)).toEqual([1]);
  expect(matching(entries, '白石 公安', null)).toEqual([]);
});

test('the matrix has every year from the first to the last, and a column for none; a year astray makes no thousand columns', () => {
  expect(coverageOf([entry(0, { year: 2019 }), entry(1, { year: 2022 }), entry(2, { year: null, key: 'x' })]).years).toEqual([2019, 2020, 2021, 2022, null]);
  expect(coverageOf([entry(0, { year: 1024 }), entry(1, { year: 2022 })]).years).toEqual([1024, 2022]);
});

test('lines: sources apart, duplicates once, regions summed, a break where the form changes', () => {
  const region = { code: '350128', name: '清河县', path: ['甲省', '乙市', '清河县'] };
  // Districts of a municipality stand right below it.
  expect(subjectsOf([2021, 2022].map((year) => entry(year, { year, region: { code: '310115', name: '丙区', path: ['甲市', '丙区'] } }))).map(({ id }) => id)).toEqual([`body ${base.key}`, 'region 310000', 'region 310115']);
  const entries = [
    entry(0, { year: 2020, era: '2019', region, ...received(5, 'prose') }), entry(1, { year: 2021, region, ...received(7) }), entry(2, { year: 2022, region, ...received(9) }),
    entry(3, { year: 2022, region, duplicateOf: 2, ...received(90) }), entry(4, { year: 2022, key: 'other', region, ...received(1) }), entry(5, { year: 2021, key: 'other', region, ...received(2) }),
  ];
  const subjects = subjectsOf(entries);
  const body = subjects.find(({ id }) => id === `body ${base.key}`)!;
  const values = (lines: ReturnType<typeof linesOf>): unknown => lines.map(({ source, points }) => [source, points.map(({ year, value }) => [year, value])]);
  expect(values(linesOf(entries, body, ['applications.received']))).toEqual([['table', [[2021, 7], [2022, 9]]], ['prose', [[2020, 5]]]]);
  expect(breaksOf(entries, body)).toEqual([2021]);
  const county = subjects.find(({ id }) => id === 'region 350128')!;
  expect(county.name).toBe('甲省 › 乙市 › 清河县');
  expect(values(linesOf(entries, county, ['applications.received']))).toEqual([['table', [[2021, 9], [2022, 10]]], ['prose', [[2020, 5]]]]);
  expect(linesOf(entries, subjects.find(({ id }) => id === 'region 350000')!, ['applications.received'])[0]!.points.at(-1)).toMatchObject({ value: 10, bodies: 2 });
});

test('what the index draws are measures of the series, with their numbers', () => {
  const codes = new Set(MEASURES.map(({ code }) => code));
  expect([...DRAWN, ...FIRST].filter((code) => !codes.has(code))).toEqual([]);
  const { answers } = pointOf(parseReport(reportText(2023)));
  for (const [code, { value, source }] of Object.entries(base.measures)) expect(answers[code]).toContainEqual(expect.objectContaining({ value, source }));
  expect(base.measures).toMatchObject({ 'applications.received': { value: 252, source: 'table' } });
  expect(gather(parseReport('青石县档案局2011年政府信息公开工作年度报告\n三、依申请公开\n全年收到政府信息公开申请约30件。'), 0, 'b.txt').entry.measures).toEqual({});
});
