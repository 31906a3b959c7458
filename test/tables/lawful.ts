/**
 * Lawful tables of made-up figures: every era's form as a grid of labels and printed values, with the cells that must come
 * out of it. The layouts beside this file render the grid the way real tools do.
 */
import type { Era } from '../../src/schema/report.ts';
import { sixSections, statisticsRows } from '../torture/forms.ts';

/** One row of a printed table: label cells (groups first, '' where merged with the row above), then values. */
export interface GridRow {
  kind: 'title' | 'header' | 'values';
  labels: string[];
  values: string[];
  /** Columns each value cell of a header spans, where not one. */
  spans?: number[];
}

export interface GridTable {
  name: 'statistics' | 'disclosure' | 'applications' | 'disputes';
  heading: string;
  rows: GridRow[];
}

export interface Made {
  era: Exclude<Era, 'narrative'>;
  tables: GridTable[];
  /** Path to value, `null` where blank or marked. */
  expected: Map<string, number | null>;
}

export interface MakeOptions {
  /** How a zero is printed, cell by cell; the first wording for nearly all. */
  zeros?: readonly string[];
  subtotal?: boolean;
  /** Largest figure of a single cell. */
  most?: number;
  /** Share of cells that are not zero. */
  dense?: number;
}

export type Random = () => number;

/** Mulberry32: the same figures for the same seed. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** What a printed value says: digits a number, 无 zero, anything else nothing. */
function meaning(printed: string): number | null {
  if (/\d/.test(printed)) return Number(printed.replace(/[^\d.-]/g, ''));
  return printed === '无' ? 0 : null;
}

export function make(era: Made['era'], seed: number, options: MakeOptions = {}): Made {
  const random = randomOf(seed);
  const { zeros = ['0'], most = 40, dense = 0.35 } = options;
  const figure = (): number => (random() < dense ? (random() < 0.75 ? 1 + Math.floor(random() * 9) : 1 + Math.floor(random() * most)) : 0);
  const print = (value: number): string => (value === 0 ? zeros[Math.floor(random() * zeros.length)]! : String(value));
  const expected = new Map<string, number | null>();
  const put = (path: string, printed: string): string => {
    expected.set(path, meaning(printed));
    return printed;
  };
  const tables: GridTable[] = [];
  if (era === 'statistics') {
    const rows: GridRow[] = [{ kind: 'header', labels: ['统计指标', '单位'], values: ['统计数'] }];
    for (const row of statisticsRows()) {
      if (row.heading) rows.push({ kind: 'title', labels: [row.label, '——'], values: [''] });
      else rows.push({ kind: 'values', labels: [row.label, row.unit ?? ''], values: [put(`statistics.${row.code}`, print(figure()))] });
    }
    tables.push({ name: 'statistics', heading: '政府信息公开情况统计表', rows });
  } else {
    const form = sixSections(era);
    const rows: GridRow[] = [];
    for (const block of form.blocks) {
      rows.push({ kind: 'title', labels: [block.title!], values: [] });
      rows.push({ kind: 'header', labels: ['信息内容'], values: block.columns.map((column) => column.label) });
      for (const row of block.rows) {
        rows.push({ kind: 'values', labels: [row.label], values: block.columns.map((column) => put(`disclosure.${row.code}.${column.code}`, print(figure()))) });
      }
    }
    tables.push({ name: 'disclosure', heading: '二、主动公开政府信息情况', rows });
    tables.push(makeApplications(era, random, options, figure, print, put));
    const groups = ['reconsideration', 'litigation.direct', 'litigation.afterReconsideration'];
    const columns = form.outcomes;
    const values = groups.flatMap((group) => {
      const outcomes = columns.slice(0, -1).map(() => figure());
      return [...outcomes, outcomes.reduce((a, b) => a + b, 0)].map((value, c) => put(`${group}.${columns[c]!.code}`, print(value)));
    });
    const outcomes = columns.map((column) => column.label);
    tables.push({
      name: 'disputes', heading: '四、政府信息公开行政复议、行政诉讼情况',
      rows: [
        { kind: 'header', labels: [], values: ['行政复议', '行政诉讼'], spans: [5, 10] },
        { kind: 'header', labels: [], values: [...outcomes, '未经复议直接起诉', '复议后起诉'], spans: [1, 1, 1, 1, 1, 5, 5] },
        { kind: 'header', labels: [], values: ['', '', '', '', '', ...outcomes, ...outcomes] },
        { kind: 'values', labels: [], values },
      ],
    });
  }
  return { era, tables, expected };
}

function makeApplications(
  era: '2019' | '2021', random: Random, options: MakeOptions, figure: () => number, print: (value: number) => string, put: (path: string, printed: string) => string,
): GridTable {
  const template = sixSections(era);
  const columns = template.columns.filter((column) => !column.optional || options.subtotal === true);
  const rows = template.rows.filter((row) => !row.optional);
  const figures = new Map<string, number[]>();
  const people = [0, 1, 2, 3, 4, 5];
  const sum = (list: readonly string[], c: number): number => list.reduce((total, code) => total + figures.get(code)![c]!, 0);
  const results = rows.filter((row) => row.groups !== undefined && row.code !== 'resultTotal').map((row) => row.code);
  for (const code of results) figures.set(code, people.map(() => figure()));
  figures.set('resultTotal', people.map((c) => sum(results, c)));
  figures.set('carriedForward', people.map(() => figure()));
  const all = people.map((c) => sum(['resultTotal', 'carriedForward'], c));
  figures.set('carriedOver', all.map((value) => Math.floor(random() * random() * (value + 1))));
  figures.set('received', all.map((value, c) => value - figures.get('carriedOver')![c]!));
  const depth = 3;
  const head = (labels: string[], values: string[], spans?: number[]): GridRow => ({ kind: 'header', labels, values, ...(spans === undefined ? {} : { spans }) });
  const organizations = columns.slice(1, -1).map((column) => column.label);
  const grid: GridRow[] = [
    head(['（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', '', ''], ['申请人情况'], [columns.length]),
    head(['', '', ''], ['自然人', '法人或其他组织', '总计'], [1, organizations.length, 1]),
    head(['', '', ''], ['', ...organizations, '']),
  ];
  let previous: readonly string[] = [];
  for (const row of rows) {
    const groups = row.groups ?? [];
    const labels = [...groups.map((group, i) => (previous[i] === group ? '' : group)), row.label];
    while (labels.length < depth) labels.push('');
    previous = groups;
    const [person = 0, ...rest] = figures.get(row.code)!;
    const organized = rest.reduce((a, b) => a + b, 0);
    const values = [person, ...rest, ...(options.subtotal === true ? [organized] : []), person + organized];
    // A total comes out of a formula: printed the same way in every row.
    const printed = (value: number, c: number): string => (c === columns.length - 1 && value === 0 ? options.zeros?.[0] ?? '0' : print(value));
    grid.push({ kind: 'values', labels, values: values.map((value, c) => put(`applications.${row.code}.${columns[c]!.code}`, printed(value, c))) });
  }
  return { name: 'applications', heading: '三、收到和处理政府信息公开申请情况', rows: grid };
}
