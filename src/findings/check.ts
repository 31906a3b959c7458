import type { FindingKind } from './finding.ts';

const FORM_SUM = 'The notice 国办公开办函〔2021〕30号 (before it 〔2019〕60号) prints the relation in the form.';
const STATISTICS_SUM = 'The indicator is split in the 统计表 of 2014–2018 into parts that exclude each other.';
const BROKEN_SUM_EN = '{leftSum}, printed {right}, difference {difference}';
const BROKEN_SUM_ZH = '{leftSum}，所填为 {right}，相差 {difference}';

/** A sum of parts against its printed whole. */
function sum(en: string, zh: string, why: string): FindingKind {
  return { severity: 'error', origin: 'report', en: `${en} ({scope}): ${BROKEN_SUM_EN}`, zh: `${zh}（{scope}）：${BROKEN_SUM_ZH}`, why };
}

const PROSE_EN = 'the text says {left}, the table has {right} ({scope})';
const PROSE_ZH = '正文为 {left}，表格（{scope}）为 {right}';
const PROSE_WHY = 'Text and tables of one report count the same thing; in real reports they often come from different drafts.';

/** Codes that the stage `check` reports, and the rules behind them. */
export const checkFindings = {
  'applications/balance': {
    severity: 'error',
    origin: 'report',
    en: 'new and carried-over applications do not equal results and applications carried forward ({scope}): {leftSum} against {rightSum}, difference {difference}',
    zh: '新收与上年结转之和不等于办理总计与结转下年度之和（{scope}）：{leftSum}，{rightSum}，相差 {difference}',
    why: `${FORM_SUM} 第一项加第二项之和，等于第三项加第四项之和.`,
  },
  'applications/results': sum('results do not add up to （七）总计', '各项办理结果之和不等于（七）总计', 'Every application closed has one result; （七）总计 is their sum in each column.'),
  'applications/other': sum('the rows under （六）其他处理 do not add up to it', '其他处理各项之和不等于（六）其他处理', 'Reports that print （六）其他处理 with a number of its own and its three rows.'),
  'applications/row': sum('applicants do not add up to 总计', '各类申请人之和不等于总计', 'Every applicant is a natural person or one of five kinds of organization.'),
  'applications/organizations': sum('organizations do not add up to 小计', '各类法人或其他组织之和不等于小计', 'Some agencies add a column 小计 over the five kinds of organization.'),
  'reconsideration/outcomes': sum('outcomes of reconsideration do not add up to 总计', '行政复议各类结果之和不等于总计', FORM_SUM),
  'litigation/outcomes': sum('outcomes of litigation do not add up to 总计', '行政诉讼各类结果之和不等于总计', FORM_SUM),

  'statistics/channels': {
    severity: 'error',
    origin: 'report',
    en: 'one channel carries more than was disclosed in all ({scope}): {left} over {right}, difference {difference}',
    zh: '单一渠道公开数大于主动公开政府信息数（{scope}）：{left} 大于 {right}，相差 {difference}',
    why: 'The same information counts once in the total however many channels carry it, so no channel exceeds the total.',
  },
  'statistics/part': {
    severity: 'error',
    origin: 'report',
    en: 'a part exceeds its whole ({scope}): {left} over {right}, difference {difference}',
    zh: '“其中”项大于总项（{scope}）：{left} 大于 {right}，相差 {difference}',
    why: 'Rows headed 其中 are part of the row above.',
  },
  'statistics/received': sum('ways of applying do not add up to applications received', '各申请方式之和不等于收到申请数', STATISTICS_SUM),
  'statistics/closed': sum('on time and extended do not add up to applications closed', '按时与延期办结之和不等于申请办结数', STATISTICS_SUM),
  'statistics/replied': sum('kinds of reply do not add up to applications replied to', '各类答复之和不等于申请答复数', STATISTICS_SUM),
  'statistics/denied': sum('grounds of refusal do not add up to refusals', '各不同意公开情形之和不等于不同意公开答复数', STATISTICS_SUM),
  'statistics/reconsideration': sum('outcomes do not add up to reconsideration cases', '各类结果之和不等于行政复议数量', STATISTICS_SUM),
  'statistics/litigation': sum('outcomes do not add up to litigation cases', '各类结果之和不等于行政诉讼数量', STATISTICS_SUM),
  'statistics/staff': sum('full-time and part-time staff do not add up to staff', '专职与兼职人员之和不等于工作人员数', STATISTICS_SUM),
  'statistics/blank-parent': {
    severity: 'warning',
    origin: 'report',
    en: '{scope} is blank though its parts hold {leftSum}',
    zh: '“{scope}”未填，其下各项已填 {leftSum}',
    why: 'Reports fill in the detailed rows and forget the row above them.',
  },
  'statistics/trainees': {
    severity: 'warning',
    origin: 'report',
    en: '{left} trained, but training sessions are 0 or blank',
    zh: '接受培训人员数为 {left}，但举办培训班数未填或为 0',
    why: 'Trainees are counted over the sessions the agency held.',
  },

  'numbers/negative': {
    severity: 'error',
    origin: 'report',
    en: 'negative number {left} in {scope}',
    zh: '“{scope}”为负数 {left}',
    why: 'Only 本年增/减 of the form of 2019 can be negative.',
  },
  'numbers/fraction': {
    severity: 'error',
    origin: 'report',
    en: '{scope} counts cases but holds {left}',
    zh: '“{scope}”为件数，所填 {left} 不是整数',
    why: 'Only amounts of money can have decimals.',
  },
  'numbers/zero-total': {
    severity: 'error',
    origin: 'report',
    en: '{scope} is printed 0 though its parts hold {leftSum}',
    zh: '“{scope}”填 0，其下各项已填 {leftSum}',
    why: 'Totals are left at the 0 of the empty form while the parts are filled in.',
  },

  'prose/received': { severity: 'warning', origin: 'report', en: `applications received: ${PROSE_EN}`, zh: `收到申请数不一致：${PROSE_ZH}`, why: PROSE_WHY },
  'prose/received-with-carried': {
    severity: 'info',
    origin: 'report',
    en: 'applications received: the text counts those carried over, {rightSum}',
    zh: '正文收到申请数含上年结转：{rightSum}',
    why: 'Agencies report either the new applications or all they had to deal with; both are right, but not comparable.',
  },
  'prose/replied': { severity: 'warning', origin: 'report', en: `applications dealt with: ${PROSE_EN}`, zh: `办理（答复）数不一致：${PROSE_ZH}`, why: PROSE_WHY },
  'prose/outcome': { severity: 'warning', origin: 'report', en: `results of applications: ${PROSE_EN}`, zh: `办理结果不一致：${PROSE_ZH}`, why: PROSE_WHY },
  'prose/other-row': {
    severity: 'warning',
    origin: 'report',
    en: 'the text says {left} ({scope}), but the table leaves that row blank and has {right} under {other}',
    zh: '正文“{scope}”为 {left}，表格该项未填，却在“{other}”填 {right}',
    why: 'The writer of the text and the one who filled in the table filed the same case under different results.',
  },
  'prose/carried': { severity: 'warning', origin: 'report', en: `applications carried over or forward: ${PROSE_EN}`, zh: `结转数不一致：${PROSE_ZH}`, why: PROSE_WHY },
  'prose/disputes': { severity: 'warning', origin: 'report', en: `reconsideration and litigation: ${PROSE_EN}`, zh: `复议诉讼数不一致：${PROSE_ZH}`, why: PROSE_WHY },
  'prose/disclosure': { severity: 'warning', origin: 'report', en: `information disclosed: ${PROSE_EN}`, zh: `主动公开数不一致：${PROSE_ZH}`, why: PROSE_WHY },

  'prose/scope': {
    severity: 'info', origin: 'report', en: `text and table count different bodies ({scope}): {left} in the text, {right} in the table`, zh: '正文与表格统计范围不同（{scope}）：正文 {left}，表格 {right}',
    why: 'A government’s report tells the figures of the whole area in its text and its own in the table, or the other way round; neither is wrong.',
  },
  'prose/parts': {
    severity: 'warning', origin: 'report', en: 'parts do not come to their whole in the text ({scope}): {leftSum} against {right}, difference {difference}',
    zh: '正文分项之和与总数不符（{scope}）：{leftSum}，总数 {right}，相差 {difference}',
    why: 'Kinds that exclude each other never exceed their whole, and where all of them are named they come to it.',
  },
  'prose/share': {
    severity: 'warning', origin: 'report', en: 'a percentage does not fit its counts ({scope}): {left} % printed, {part} of {whole} is {right} %',
    zh: '正文比例与数字不符（{scope}）：印为 {left}%，{part}/{whole} 为 {right}%',
    why: 'Percentages are kept when the counts beside them are brought up to date. Rounded and cut ones both count as right.',
  },
  'prose/stale-year': {
    severity: 'warning', origin: 'report', en: 'the text gives {from}’s {scope} ({left}), but none of {year}', zh: '正文仅有 {from} 年的{scope}（{left}），未见 {year} 年数字',
    why: 'Sentences of the report of the year before are left in with their year and their figures.',
  },

  'document/title-year': {
    severity: 'warning',
    origin: 'report', en: 'the title names {years}, the report is on {year}', zh: '标题年份为 {years}，报告年度为 {year}',
    why: 'Titles are copied from the year before.',
  },
  'document/file-year': {
    severity: 'warning',
    origin: 'report', en: 'the file name says {years}, the report is on {year}', zh: '文件名年份为 {years}，报告年度为 {year}',
    why: 'Files are stored under the wrong report, or the report itself names a stale year.',
  },
  'document/signature-year': {
    severity: 'warning',
    origin: 'report', en: 'signed {date}, before the year {year} it reports on', zh: '落款日期 {date} 早于报告年度 {year}',
    why: 'A report cannot be signed or published before its year.',
  },
  'document/era-year': {
    severity: 'warning',
    origin: 'report', en: 'a report on {year} in the form "{era}", which was in use {used}', zh: '{year} 年度报告使用“{era}”格式，该格式适用于 {used}',
    why: 'Agencies go on with the form of earlier years; its columns mean something else.',
  },
  'document/section-missing': {
    severity: 'warning',
    origin: 'report', en: 'no section {number}、{scope}', zh: '缺少“{number}、{scope}”部分',
    why: 'The notice prescribes six sections.',
  },
  'document/section-doubled': {
    severity: 'warning',
    origin: 'report', en: 'the number {number} heads more than one section', zh: '“{number}”部分重复',
    why: 'Sections are numbered once; a doubled number is a slip or a text pasted twice.',
  },
  'document/section-order': {
    severity: 'warning',
    origin: 'report', en: 'section {number} stands after {before}', zh: '“{number}”部分排在“{before}”之后',
    why: 'Sections out of order are a slip in numbering, or text moved.',
  },
  'document/section-empty': {
    severity: 'warning',
    origin: 'report', en: 'the section "{scope}" says nothing', zh: '“{scope}”部分没有内容',
    why: 'The notice asks for problems found and steps taken; 无 is no answer to it. Only 其他需要报告的事项 may be 无.',
  },
  'document/mostly-blank': {
    severity: 'info',
    origin: 'report', en: '{blank} cells are blank or struck out, {filled} filled in', zh: '未填或划线 {blank} 格，已填 {filled} 格',
    why: 'The forms ask for 0 where there was none; a blank does not say whether it means 0.',
  },

  'series/carried': {
    severity: 'warning',
    origin: 'report',
    en: '{scope}: {left} carried forward from {from}, {right} carried over into {year}, difference {difference}',
    zh: '{scope}：{from} 年结转下年度 {left}，{year} 年上年结转 {right}，相差 {difference}',
    why: 'What one report carries forward the next one carries over, applicant by applicant.',
  },
  'series/in-force': {
    severity: 'info',
    origin: 'report',
    en: '{scope}: {leftSum} in force, printed {right}, difference {difference}',
    zh: '{scope}：按上年推算现行有效 {leftSum}，所填 {right}，相差 {difference}',
    why: 'No official rule, and often broken by clearing up old documents; information only.',
  },
  'series/missing-year': {
    severity: 'info',
    origin: 'report', en: 'no report of {agency} on {years}', zh: '缺少{agency} {years} 年度报告',
    why: 'Years between the first and the last report of an agency.',
  },
  'series/jump': {
    severity: 'info',
    origin: 'report',
    en: 'applications received went from {left} in {from} to {right} in {year}',
    zh: '收到申请数由 {from} 年的 {left} 变为 {year} 年的 {right}',
    why: 'A change by more than five times is rare and often a digit too many or a number in the wrong cell.',
  },
  'series/same-figures': {
    severity: 'warning', origin: 'report', en: 'all figures of {year} are those of {from} ({left} of them not zero)', zh: '{year} 年各项数字与 {from} 年完全相同（非零 {left} 项）',
    why: 'Tables of the year before are left in.',
  },
  'series/duplicate': {
    severity: 'warning',
    origin: 'report',
    en: 'another report of {agency} on {year} is in the batch: {other}',
    zh: '同批另有{agency} {year} 年度报告：{other}',
    why: 'Two versions of one report count twice in every total.',
  },
} as const satisfies Record<string, FindingKind>;

export type CheckCode = keyof typeof checkFindings;
