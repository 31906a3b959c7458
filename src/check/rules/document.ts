/** What the rules on the document as a whole go by: the sections and years of each form. */
import type { Era, SectionId } from '../../schema/report.ts';

export interface PrescribedSection {
  id: SectionId;
  number: string;
  title: string;
}

const SIX_SECTIONS: readonly PrescribedSection[] = [
  { id: 'overview', number: '一', title: '总体情况' },
  { id: 'proactiveDisclosure', number: '二', title: '主动公开政府信息情况' },
  { id: 'applications', number: '三', title: '收到和处理政府信息公开申请情况' },
  { id: 'disputes', number: '四', title: '政府信息公开行政复议、行政诉讼情况' },
  { id: 'problems', number: '五', title: '存在的主要问题及改进情况' },
  { id: 'otherMatters', number: '六', title: '其他需要报告的事项' },
];

/** Sections that a form prescribes; agencies chose their own headings before 2019, and may still have in 2019. */
export const PRESCRIBED: Readonly<Record<Era, readonly PrescribedSection[]>> = {
  narrative: [], statistics: [], '2019': SIX_SECTIONS, '2021': SIX_SECTIONS,
};

/** Fewer sections of the form than this, and the report has another plan of its own. */
export const FORM_PLAN = 4;

/**
 * Years a form was in use, both included. The first report was on 2008; the 统计表 came for 2014, reports on 2019 came out
 * half on the old plan and half on the new form, those on 2021 had the revised one to follow.
 */
export const YEARS_IN_USE: Readonly<Record<Era, { from: number; to: number | null }>> = {
  narrative: { from: 2008, to: 2019 },
  statistics: { from: 2008, to: 2019 },
  '2019': { from: 2019, to: 2020 },
  '2021': { from: 2021, to: null },
};
