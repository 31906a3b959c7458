/** A whole report, and what may be wrong with one. */
import type { Indicator } from '../../src/schema/report.ts';
import { madeReport } from '../helpers/reports.ts';

export const INDICATORS: Indicator[] = [
  { label: '网上申请数', group: null, unit: '条', values: { 本年度: 3, 累计: null }, code: 'applications.received.online', line: 8 },
];

export const WHOLE = madeReport({
  era: '2021', amountUnit: '万元',
  values: { 'reconsideration.upheld': null, 'reconsideration.other': '/', 'disclosure.fees.amount': 12.5, 'applications.received.total': 7 },
  facts: [{ metric: 'applications.received.total', subject: '申请', value: 7, unit: '件', qualifier: 'exact', text: '收到申请7件', line: 3, column: 1 }],
  findings: [{
    code: 'tables/unplaced-number', severity: 'error', origin: 'reading', cells: ['reconsideration.other'], args: {}, line: 3, column: null,
  }],
  sections: [{
    id: 'overview', number: '一', title: '总体情况', level: 1, text: '好。', line: 2,
    children: [{ id: null, number: '一', title: '主动公开', level: 2, text: '好。', line: 3, children: [] }],
  }],
});

/** Put in the place of a member, it takes the member away. */
export const REMOVED = Symbol('removed');

type Place = readonly (string | number)[];

/** A copy of a value with another in the place of one of its members. */
export function changed(value: unknown, place: Place, put: unknown): unknown {
  const copy = structuredClone(value);
  const owner = place.slice(0, -1).reduce((branch, key) => Reflect.get(branch as object, key) as unknown, copy) as object;
  const key = place.at(-1)!;
  if (put === REMOVED) Reflect.deleteProperty(owner, key);
  else Reflect.set(owner, key, put);
  return copy;
}

/** `tables.applications.received`, or `cells[applications.received.total].value`. */
function placeOf(path: string): Place {
  const cell = /^cells\[(.*)\]\.(\w+)$/.exec(path);
  if (cell === null) return path.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));
  return ['cells', WHOLE.cells.findIndex((one) => one.cell === cell[1]), cell[2]!];
}

export interface Broken {
  name: string;
  report: unknown;
  /** Whether the shape of the members is wrong; else it is what they owe each other. */
  structural: boolean;
}

const RECEIVED = 'cells[applications.received.total]';

const SHAPES: readonly (readonly [name: string, path: string, put: unknown])[] = [
  ['a member too many', 'extra', 1],
  ['a member too few', 'cells', REMOVED],
  ['an older version', 'schemaVersion', '1.0'],
  ['an era that no form has', 'template.era', '2020'],
  ['the era of another form', 'template.era', '2019'],
  ['the era of no form with tables', 'template.era', 'narrative'],
  ['a row that is none', 'tables.applications.nonsense', { recieved: 'abc' }],
  ['a misspelt column', 'tables.applications.received.recieved', 1],
  ['a table of another form', 'tables.statistics', { complaints: 1 }],
  ['a table too few', 'tables.litigation', REMOVED],
  ['a row too few', 'tables.applications.carriedForward', REMOVED],
  ['a column too few', 'tables.applications.received.research', REMOVED],
  ['a row that is a number', 'tables.applications.received', 3],
  ['a table that is null', 'tables.applications', null],
  ['a value that is text', 'tables.applications.received.total', '7'],
  ['a unit that is none', 'tables.disclosure.fees.amountUnit', '亿元'],
  ['a unit too few', 'tables.disclosure.fees.amountUnit', REMOVED],
  ['indicators under a form without local tables', 'tables', { indicators: INDICATORS }],
  ['a cell of no known address', `${RECEIVED}.cell`, 'no.such.cell'],
  ['a cell of another form', `${RECEIVED}.cell`, 'statistics.complaints'],
  ['a blank cell with a value', `${RECEIVED}.status`, 'blank'],
  ['a missing cell with a value', `${RECEIVED}.status`, 'missing'],
  ['a reported cell without a value', 'cells[reconsideration.upheld].status', 'reported'],
  ['a zero in words that is seven', `${RECEIVED}.status`, 'zeroWord'],
  ['a cell without its end', `${RECEIVED}.endColumn`, REMOVED],
  ['a status that is none', `${RECEIVED}.status`, 'guessed'],
  ['a basis that is none', `${RECEIVED}.basis`, 'guess'],
  ['a fact of no known metric', 'facts.0.metric', 'applications.recieved'],
  ['a fact between two columns', 'facts.0.column', 1.5],
  ['a finding of no known code', 'findings.0.code', 'no/such-code'],
  ['a finding without origin', 'findings.0.origin', REMOVED],
  ['a finding on no cell of the form', 'findings.0.cells', ['statistics.complaints']],
  ['a section of no known id', 'sections.0.id', 'weather'],
  ['a nested section without a line', 'sections.0.children.0.line', 0],
  ['a nested section with a member too many', 'sections.0.children.0.extra', 1],
  ['children that are none', 'sections.0.children', [null]],
];

const AGREEMENTS: typeof SHAPES = [
  ['a cell that is not as the table has it', `${RECEIVED}.value`, 8],
  ['a table that is not as the cell has it', 'tables.applications.received.total', null],
  ['a cell too few', 'cells', WHOLE.cells.filter((_, index) => index !== 20)],
  ['a cell twice', 'cells', [...WHOLE.cells.slice(0, 21), ...WHOLE.cells.slice(20)]],
  ['cells out of order', 'cells', [...WHOLE.cells].reverse()],
  ['an optional row without its cell', 'tables.applications.other.total', { total: 3 }],
  ['an optional row without a number', 'tables.applications.other.total', {}],
  ['a place without an end', `${RECEIVED}.endColumn`, null],
  ['an end before its line', `${RECEIVED}.endLine`, 1],
];

const broken = (structural: boolean) => ([name, path, put]: (typeof SHAPES)[number]): Broken => ({
  name, report: changed(WHOLE, placeOf(path), put), structural,
});

export const BROKEN: readonly Broken[] = [...SHAPES.map(broken(true)), ...AGREEMENTS.map(broken(false))];
