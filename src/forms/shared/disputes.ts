/** 政府信息公开行政复议、行政诉讼情况: three groups of five outcomes, printed side by side. */
import type { Column, FormTable, Relation, Row } from '../form.ts';

const COLUMNS = [
  { code: 'upheld', label: '结果维持', unit: '件' },
  { code: 'corrected', label: '结果纠正', unit: '件' },
  { code: 'other', label: '其他结果', unit: '件' },
  { code: 'pending', label: '尚未审结', unit: '件' },
  { code: 'total', label: '总计', variants: ['合计'], unit: '件' },
] as const satisfies readonly Column[];

const RECONSIDERATION = { code: 'reconsideration', label: '行政复议' } as const satisfies Row;
const DIRECT = { code: 'litigation.direct', label: '未经复议直接起诉', groups: ['行政诉讼'] } as const satisfies Row;
const AFTER = { code: 'litigation.afterReconsideration', label: '复议后起诉', groups: ['行政诉讼'] } as const satisfies Row;

export const DISPUTES_TABLE = {
  name: 'disputes', path: '', title: '政府信息公开行政复议、行政诉讼情况', sheet: '复议诉讼', shape: 'groups', spanning: ['行政诉讼'],
  blocks: [{ title: null, columns: COLUMNS, rows: [RECONSIDERATION, DIRECT, AFTER] }],
} as const satisfies FormTable;

const PARTS = ['upheld', 'corrected', 'other', 'pending'];

const outcomes = (row: Row): Relation['instances'][number] => ({
  scope: row.label, left: PARTS.map((part) => `${row.code}.${part}`), right: [`${row.code}.total`], key: `${row.code}.total`,
});

/** In these forms a blank 总计 is left to the reader: some agencies leave it blank throughout. */
export const DISPUTES_RELATIONS: readonly Relation[] = [
  { code: 'reconsideration/outcomes', table: 'reconsideration', relation: '=', whole: ['zero'], instances: [outcomes(RECONSIDERATION)] },
  { code: 'litigation/outcomes', table: 'litigation', relation: '=', whole: ['zero'], instances: [DIRECT, AFTER].map(outcomes) },
];
