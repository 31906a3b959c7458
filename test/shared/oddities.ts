/**
 * What is right in the documents of `../shared/probes/oddities`, as its README says: what is not named is as printed
 * in the undisturbed document, blanks are `null`. A cell that may be `null` stands in `undecided`; a finding must
 * name it then.
 */
import type { ReportTruth } from './score.ts';

/** A document, and the truth that the undisturbed document's makes for it. */
export interface Oddity {
  file: string;
  /** Set where the text is changed before it is read: one file stands for several. */
  variant?: { name: string; from: string; to: string };
  truth?: (base: ReportTruth, text: string) => ReportTruth;
  /** How many times an ordinary report's time it may cost at most. */
  timesBase?: number;
}

const COLUMNS = [
  'naturalPerson',
  'business',
  'research',
  'nonprofit',
  'legalService',
  'otherOrganization',
  'total',
] as const;
const REGULATIONS = ['disclosure.regulations', 'disclosure.normativeDocuments'];
const DISCLOSURE_COLUMNS = ['issued', 'repealed', 'inForce'] as const;
const OUTCOMES = ['upheld', 'corrected', 'other', 'pending', 'total'] as const;
const FIRST = 'applications.received.naturalPerson';

const HEADINGS = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
];
const SECTION_IDS = ['overview', 'proactiveDisclosure', 'applications', 'disputes', 'problems', 'otherMatters'];

type Cells = ReportTruth['cells'];

function row(path: string, columns: readonly string[], printed: readonly (number | null)[]): Cells {
  return Object.fromEntries(columns.map((column, index) => [`${path}.${column}`, printed[index] ?? null]));
}

const applications = (code: string, ...printed: (number | null)[]): Cells =>
  row(`applications.${code}`, COLUMNS, printed);

/** The whole document with some cells otherwise. */
function whole(cells: Cells = {}, more: Partial<ReportTruth> = {}) {
  return (base: ReportTruth): ReportTruth => ({
    ...base,
    headings: HEADINGS,
    ...more,
    cells: { ...base.cells, ...cells },
  });
}

/** A few rows without head or sections: these cells and no others. */
function piece(cells: Cells, more: Partial<ReportTruth> = {}) {
  return (): ReportTruth => ({ era: '2021', metadata: {}, ...more, cells });
}

/** Cells with a value. */
const printed = (cells: Cells): string[] => Object.keys(cells).filter((cell) => cells[cell] !== null);

const FIVE_ROWS: Cells = {
  ...applications('granted', 11, 2, 0, 1, 1, 0, 15),
  ...applications('partiallyGranted', 4, 0, 1, 0, 0, 0, 5),
  ...applications('denied.stateSecret', 1, 0, 0, 0, 0, 0, 1),
  ...applications('denied.prohibitedByLaw', 0, 0, 0, 0, 1, 0, 1),
};
const CARRIED_OVER = { ...applications('carriedOver', 2, 1, 0, 0, 0, 0, 3), ...FIVE_ROWS };
const without = (cells: Cells, gone: (cell: string) => boolean): Cells =>
  Object.fromEntries(Object.entries(cells).map(([cell, value]) => [cell, gone(cell) ? null : value]));

/** What may stand in a cell that is no number; the first is what the file has. */
const NO_NUMBERS = [
  '###',
  '#REF!',
  'NULL',
  'NaN',
  'N/A',
  '○',
  '·',
  '?',
  '×',
  '√',
  '…',
  '无。',
  '3月3日',
  '33号',
  '不详',
  '详见附件',
  '33（其中网络30）',
  '33余',
];

const TORN: Cells = {
  ...row('disclosure.regulations', DISCLOSURE_COLUMNS, [0, 0, 0]),
  ...row('disclosure.normativeDocuments', DISCLOSURE_COLUMNS, [13, 0, 55]),
  'disclosure.licensing.decisions': 97,
  ...applications('received', 32, 2, 0, 0, 0, 0, 34),
  ...applications('carriedOver', 2, 0, 0, 0, 0, 0, 2),
  ...applications('granted', 9, 0, 0, 0, 0, 0, 9),
  ...applications('partiallyGranted', 1, 0, 0, 0, 0, 0, 1),
  ...applications('resultTotal', 33, 2, 0, 0, 0, 0, 35),
  ...applications('carriedForward', 1, 0, 0, 0, 0, 0, 1),
  ...row('reconsideration', OUTCOMES, [40, 0, 10, 5, 55]),
  ...row('litigation.direct', OUTCOMES, [2, 0, 4, 6, 12]),
  ...row('litigation.afterReconsideration', OUTCOMES, [6, 0, 9, 7, 22]),
};

const SPARSE: Cells = {
  ...applications('received', 33, 4, 1, 2, 3, null, 43),
  ...applications('carriedOver', 2, 1, null, null, null, null, 3),
  ...applications('other.rest', 1, null, null, null, null, null, 1),
  ...applications('resultTotal', 33, 4, 1, 2, 3, null, 43),
  ...applications('carriedForward', 2, 1, null, null, null, null, 3),
};

/** The undisturbed document with blanks for the zeros among the applications. */
function blanksForZeros(base: ReportTruth): ReportTruth {
  const cells = Object.fromEntries(
    Object.entries(base.cells).map(([cell, value]) => [
      cell,
      cell.startsWith('applications.') && value === 0 ? null : value,
    ]),
  );
  return whole(cells, { undecided: printed(cells).filter((cell) => cell.startsWith('applications.')) })(base);
}

/**
 * A page with the national table whose last column holds the values: `paths` are its cells in the order of the form.
 */
export function statisticsOf(page: string, paths: readonly string[]): Cells {
  const rows = [...page.matchAll(/<tr>((?:(?!<\/tr>).)*)<\/tr>/g)].map(([, inner]) =>
    [...inner!.matchAll(/<td>([^<]*)<\/td>/g)].map(([, text]) => text!),
  );
  const cells = rows
    .slice(1)
    .filter((one) => one.at(-2) !== '——')
    .map((one) => one.at(-1)!);
  if (cells.length !== paths.length) throw new Error(`${cells.length} rows with values, the form has ${paths.length}`);
  return Object.fromEntries(paths.map((path, index) => [path, cells[index] === '' ? null : Number(cells[index])]));
}

/** @param statistics the cells of the national table in the order of the form */
export function oddities(statistics: readonly string[]): Oddity[] {
  const national = (_: ReportTruth, page: string): ReportTruth => ({
    era: 'statistics',
    metadata: { title: /<p>([^<]*)/.exec(page)![1], year: 2014 },
    cells: statisticsOf(page, statistics),
  });
  const noTotal = { 'applications.received.total': null };
  const merged = Object.assign(
    {},
    ...REGULATIONS.map((path, index) =>
      row(
        path,
        DISCLOSURE_COLUMNS,
        [
          [2, 1, 5],
          [3, 1, 27],
        ][index]!,
      ),
    ),
  ) as Cells;
  const footnote = whole({}, { undecided: [FIRST] });
  return [
    { file: 'base.txt', truth: whole() },
    { file: 'bl1-html.html', truth: whole(noTotal) },
    { file: 'bl1-docx.docx', truth: whole(noTotal) },
    { file: 'min-bl1.txt', truth: piece({ ...applications('received', 33, 4, 1, 2, 3, 0, null), ...FIVE_ROWS }) },
    { file: 'min-bl4.txt', truth: piece(without(CARRIED_OVER, (cell) => cell.endsWith('.total'))) },
    { file: 'min-bl7.txt', truth: piece(without(CARRIED_OVER, (cell) => !cell.endsWith('.naturalPerson'))) },
    ...NO_NUMBERS.map((to): Oddity => ({
      file: 'min-hash.txt',
      ...(to === NO_NUMBERS[0] ? {} : { variant: { name: to, from: NO_NUMBERS[0]!, to } }),
      truth: piece({ ...applications('received', null, 4, 1, 2, 3, 0, 43), ...FIVE_ROWS }, { unreadable: [FIRST] }),
    })),
    { file: 'h25b.html', truth: whole(merged, { undecided: Object.keys(merged) }) },
    {
      file: 'h25c.html',
      truth: whole({}, { undecided: ['disclosure.penalties.decisions', 'disclosure.compulsoryMeasures.decisions'] }),
    },
    {
      file: 't30.txt',
      truth: whole({ 'disclosure.penalties.decisions': null }, { unreadable: ['disclosure.penalties.decisions'] }),
    },
    { file: 't24b.html', truth: whole() },
    { file: 't53.html', truth: whole() },
    { file: 'st6a.html', truth: national },
    { file: 'st6b.html', truth: national },
    // The header is not there: nothing but the rows themselves tells the era.
    { file: 'min-p13.txt', truth: () => ({ metadata: {}, cells: SPARSE, undecided: printed(SPARSE) }) },
    { file: 'p13.pdf', truth: blanksForZeros },
    { file: 'h01.html', truth: footnote },
    { file: 'd08.docx', truth: footnote },
    { file: 'd14.docx', truth: whole() },
    {
      file: 'torn.md',
      truth: (_, text) => ({
        era: '2021',
        metadata: { title: text.split('\n')[0], year: 2024 },
        headings: HEADINGS.slice(0, 5),
        cells: TORN,
        undecided: printed(TORN),
      }),
    },
    {
      file: 'u02.html',
      truth: whole(
        {},
        {
          sections: HEADINGS.map((heading, index) => ({
            id: SECTION_IDS[index]!,
            number: null,
            title: heading.slice(2),
          })),
        },
      ),
    },
    { file: 'slow.txt', timesBase: 20 },
  ];
}
