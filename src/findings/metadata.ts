import type { FindingKind } from './finding.ts';

/** Codes that the stage `metadata` reports. */
export const metadataFindings = {
  'metadata/agency-disagrees': {
    severity: 'warning',
    origin: 'report',
    en: 'The report names more than one issuing body: {agency} and {other}.',
    zh: '报告中的编制机关不一致：{agency}，另见{other}。',
    why: 'Reports are copied from other bodies, and portals put their own name into the metadata block.',
  },
  'metadata/agency-missing': {
    severity: 'warning',
    origin: 'report',
    en: 'No issuing body is named.',
    zh: '未写明编制机关名称。',
    why: 'Many pages speak of 我局 only; an analyst has to supply the name.',
  },
  'metadata/agency-relative': {
    severity: 'info',
    origin: 'report',
    en: 'The issuing body is named without its place: {agency}.',
    zh: '编制机关仅有简称，未写明所在地：{agency}。',
    why: 'A third of the pages name 区统计局 or 市政府办公室; such a name is not unique.',
  },
  'metadata/region-ambiguous': {
    severity: 'info',
    origin: 'reading',
    en: 'The region could be any of: {candidates}.',
    zh: '行政区划不能确定，可能为：{candidates}。',
    why: 'Four districts are called 鼓楼区; without a place named above them the code would be a guess.',
  },
  'metadata/year-missing': {
    severity: 'warning',
    origin: 'report',
    en: 'The year reported on is not printed.',
    zh: '未写明报告年度。',
    why: 'The year of publication must not stand in for it.',
  },
  'metadata/period-year': {
    severity: 'warning',
    origin: 'report',
    en: 'The report is for {year}, but its statistical period ends in {other}.',
    zh: '报告年度为{year}年，但统计期限止于{other}年。',
    why: 'Last year’s text is often edited into this year’s report and keeps its period.',
  },
  'metadata/preamble-year': {
    severity: 'warning',
    origin: 'report',
    en: 'The report is for {year}, but its preamble announces {other}.',
    zh: '报告年度为{year}年，但前言写作{other}年。',
    why: 'Last year’s text is often edited into this year’s report and keeps its preamble.',
  },
  'metadata/body-year': {
    severity: 'warning',
    origin: 'report',
    en: 'The report is for {year}, but its body speaks of {other}.',
    zh: '报告年度为{year}年，但正文写作{other}年。',
    why: 'Last year’s text is often edited into this year’s report and keeps its year.',
  },
  'metadata/period-damaged': {
    severity: 'info',
    origin: 'report',
    en: 'The statistical period is printed with missing glyphs: {printed}.',
    zh: '统计期限文字有缺损：{printed}。',
    why: 'Conversions drop 年, 月 and 日 (自201711日至20171231日, 自2018月1日起).',
  },
} as const satisfies Record<string, FindingKind>;
