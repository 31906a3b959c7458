/** Reports in prose alone: what agencies wrote before 2014, and some later. */
import type { Form } from '../form.ts';

export const FORM_NARRATIVE = {
  era: 'narrative',
  years: [null, null],
  // The first report was on 2008; reports on 2019 came out half on the old plan.
  inUse: [2008, 2019],
  name: '纯文字报告',
  source: null,
  recognition: {
    columns: [],
    hints: [],
    titles: [],
    rows: [],
    without: [],
    children: [],
    headings: [
      '概述', '概况', '组织领导', '收费及减免', '收费和减免', '依申请公开', '政府信息依申请公开', '咨询', '因政府信息公开申请行政复议', '主动公开政府信息的情况',
      '政府信息主动公开情况', '重点领域', '重点工作', '回应解读',
    ],
    table: null,
  },
  tables: [],
  relations: [],
  implications: [],
  measures: [],
  series: [],
  sections: [],
  local: null,
} as const satisfies Form;
