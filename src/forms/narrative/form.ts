/** Reports in prose alone: what agencies wrote before 2014, and some later. */
import type { Form } from '../form.ts';

export const FORM_NARRATIVE: Form = {
  era: 'narrative',
  years: [null, null],
  name: '纯文字报告',
  source: null,
  recognition: { columns: [], hints: [], titles: [] },
  tables: [],
  relations: [],
  sections: [],
};
