import type { ColumnTemplate, RowTemplate } from './template.ts';

export const DISPUTES_SECTION = '四、政府信息公开行政复议、行政诉讼情况';
export const RECONSIDERATION_TITLE = '行政复议';
export const LITIGATION_TITLE = '行政诉讼';

/** The outcomes under 行政复议 and under each row of 行政诉讼. */
export const DISPUTES_COLUMNS: readonly ColumnTemplate[] = [
  { code: 'upheld', label: '结果维持' },
  { code: 'corrected', label: '结果纠正' },
  { code: 'other', label: '其他结果' },
  { code: 'pending', label: '尚未审结' },
  { code: 'total', label: '总计', variants: ['合计'] },
];

/** The two halves of 行政诉讼, printed side by side in the form. */
export const LITIGATION_ROWS: readonly RowTemplate[] = [
  { code: 'direct', label: '未经复议直接起诉' },
  { code: 'afterReconsideration', label: '复议后起诉' },
];
