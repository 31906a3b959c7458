/** Reports for the tests of rules: built from cells by path, all else lawful. */
import type { CheckedReport } from '../../src/check/check.ts';
import { ERAS, SCHEMA_VERSION, type Cell, type Era, type Fact, type Metadata, type Section } from '../../src/schema/report.ts';
import { cellsOfForm } from '../../src/forms/cells.ts';
import { formOf } from '../../src/forms/registry.ts';

/** `undefined` takes the cell away: a row the text does not have. */
export type Values = Record<string, number | null | undefined>;

export interface Patch {
  cells?: Values;
  status?: Record<string, Cell['status']>;
  raw?: Record<string, string>;
  facts?: Partial<Fact>[];
  metadata?: Partial<Metadata>;
  sections?: Partial<Section>[];
  path?: string;
  sha256?: string;
  /** Tables taken away whole. */
  without?: string[];
}

const SECTIONS: Section[] = [
  ['overview', '一', '总体情况'], ['proactiveDisclosure', '二', '主动公开政府信息情况'],
  ['applications', '三', '收到和处理政府信息公开申请情况'], ['disputes', '四', '政府信息公开行政复议、行政诉讼情况'],
  ['problems', '五', '存在的主要问题及改进情况'], ['otherMatters', '六', '其他需要报告的事项'],
].map(([id, number, title], index) => ({
  id: id as Section['id'], number: number!, title: title!, level: 1, text: '本年度按期完成各项任务。', line: 5 + index, children: [],
}));

const TEMPLATE = Object.fromEntries(ERAS.map((era) => [era, cellsOfForm(formOf(era))])) as Record<Era, ReturnType<typeof cellsOfForm>>;
const LINES = Object.fromEntries(ERAS.map((era) => [era, new Map(TEMPLATE[era].map(({ path }, index) => [path, 101 + index]))])) as Record<Era, Map<string, number>>;

/** Line of a cell in the made-up text: its index in the template, from 101 on. */
export function lineOf(era: Era, path: string): number {
  return LINES[era].get(path)!;
}

export function reportOf(era: Era, values: Values, patch: Patch = {}): CheckedReport {
  const merged = { ...values, ...patch.cells };
  const cells = TEMPLATE[era]
    .filter(({ path, table, optional }) => !(patch.without ?? []).includes(table) && (!optional || merged[path] !== undefined))
    .map(({ path }): Cell => {
      const value = merged[path];
      const status = patch.status?.[path] ?? (value === undefined ? 'missing' : value === null ? 'blank' : 'reported');
      return {
        cell: path, value: value ?? null, raw: patch.raw?.[path] ?? (value == null ? null : String(value)), status,
        basis: value === undefined ? null : 'label', line: value === undefined ? null : lineOf(era, path), column: value === undefined ? null : 3,
        endColumn: value === undefined ? null : 3,
      };
    });
  const year = { narrative: 2012, statistics: 2016, '2019': 2020, '2021': 2023 }[era];
  return {
    schemaVersion: SCHEMA_VERSION,
    source: { path: patch.path ?? 'report.txt', format: 'text', encoding: 'utf-8', bytes: 1, sha256: patch.sha256 ?? '0'.repeat(64) },
    template: { era, confidence: 1, evidence: [{ signal: 'table', line: 7 }] },
    metadata: {
      title: `${String(year)}年清河县水务局政府信息公开工作年度报告`, year, academicYear: null, agency: '清河县水务局', agencyLevel: null,
      agencyKey: null, agencyKind: null, region: null, documentNumber: null, indexNumber: null, publisher: '清河县水务局', publishedOn: null,
      signedOn: `${String(year + 1)}-01-20`, period: { from: `${String(year)}-01-01`, to: `${String(year)}-12-31` }, contact: null,
      ...patch.metadata,
    },
    sections: patch.sections?.map((section, index) => ({ ...SECTIONS[index % 6]!, ...section })) ?? SECTIONS,
    tables: {},
    cells,
    facts: (patch.facts ?? []).map((fact) => ({
      metric: null, subject: '', value: 0, unit: '件', qualifier: 'exact', text: '', line: 31, column: 9, ...fact,
    })),
  };
}

const ORGANIZATIONS = ['business', 'research', 'nonprofit', 'legalService', 'otherOrganization'];
const OUTCOMES = ['upheld', 'corrected', 'other', 'pending'];

/** A lawful filling of a form: every part from `next`, every whole from its parts. */
export function lawful(era: Era, next: () => number, options: { organizations?: boolean; otherHead?: boolean } = {}): Record<string, number> {
  if (era === 'narrative') return {};
  return era === 'statistics' ? lawfulStatistics(next) : lawfulForm(era, next, options);
}

function lawfulStatistics(next: () => number): Record<string, number> {
  const values: Record<string, number> = {};
  for (const { path } of TEMPLATE.statistics) values[path] = next();
  const sum = (parent: string, children: string[]): void => {
    values[`statistics.${parent}.total`] = children.reduce((total, child) => total + values[`statistics.${parent}.${child}`]!, 0);
  };
  sum('applications.received', ['inPerson', 'fax', 'online', 'letter']);
  sum('applications.closed', ['onTime', 'extended']);
  sum('applications.replied.denied', ['stateSecret', 'tradeSecret', 'privacy', 'securityStability', 'notGovernmentInformation', 'otherLegalGrounds']);
  sum('applications.replied', ['alreadyPublic', 'granted', 'partiallyGranted', 'denied.total', 'notThisAgency', 'notExist', 'correctionRequired', 'otherChannel']);
  sum('reconsideration', ['upheld', 'corrected', 'other']);
  sum('litigation', ['upheld', 'corrected', 'other']);
  sum('resources.staff', ['fullTime', 'partTime']);
  const at = (code: string): number => values[`statistics.${code}`]!;
  values['statistics.disclosure.total'] = ['gazette', 'website', 'weibo', 'wechat', 'other'].reduce((total, channel) => total + at(`disclosure.channels.${channel}`), at('disclosure.normativeDocuments'));
  values['statistics.response.channels.pressConferences'] = at('response.channels.pressConferencesByPrincipal') + next();
  values['statistics.response.channels.onlineInterviews'] = at('response.channels.onlineInterviewsByPrincipal') + next();
  if (at('training.trainees') > 0) values['statistics.training.sessions'] = at('training.sessions') + 1;
  return values;
}

function lawfulForm(era: Era, next: () => number, options: { organizations?: boolean; otherHead?: boolean }): Record<string, number> {
  const values: Record<string, number> = {};
  const cells = TEMPLATE[era];
  for (const { path, table } of cells) if (table === 'disclosure') values[path] = next();
  const at = (row: string, column: string): number => values[`applications.${row}.${column}`]!;
  const threeRows = era === '2021' || options.otherHead === true;
  const others = ['other.correctionOverdue', 'other.feeOverdue', 'other.rest'];
  const results = [...new Set(cells.filter(({ table }) => table === 'applications').map(({ path }) => path.split('.').slice(1, -1).join('.')))]
    .filter((row) => !['received', 'carriedOver', 'resultTotal', 'carriedForward', 'other.total', ...others].includes(row));
  for (const column of ['naturalPerson', ...ORGANIZATIONS]) {
    const put = (row: string, value: number): void => {
      values[`applications.${row}.${column}`] = value;
    };
    for (const row of results) put(row, next());
    if (threeRows) for (const row of others) put(row, next());
    if (era === '2019' || options.otherHead) put('other.total', threeRows ? others.reduce((total, row) => total + at(row, column), 0) : next());
    put('resultTotal', [...results, ...(threeRows ? others : ['other.total'])].reduce((total, row) => total + at(row, column), 0));
    put('carriedForward', next());
    put('carriedOver', Math.min(next(), at('resultTotal', column) + at('carriedForward', column)));
    put('received', at('resultTotal', column) + at('carriedForward', column) - at('carriedOver', column));
  }
  for (const row of new Set(Object.keys(values).filter((path) => path.startsWith('applications.')).map((path) => path.split('.').slice(1, -1).join('.')))) {
    const organizations = ORGANIZATIONS.reduce((total, column) => total + at(row, column), 0);
    values[`applications.${row}.total`] = organizations + at(row, 'naturalPerson');
    if (options.organizations) values[`applications.${row}.organizations`] = organizations;
  }
  for (const table of ['reconsideration', 'litigation.direct', 'litigation.afterReconsideration']) {
    for (const outcome of OUTCOMES) values[`${table}.${outcome}`] = next();
    values[`${table}.total`] = OUTCOMES.reduce((total, outcome) => total + values[`${table}.${outcome}`]!, 0);
  }
  return values;
}
