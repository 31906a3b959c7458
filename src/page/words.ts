/** The words of the page in both languages. Sentences of findings come from the catalogue, what codes are called from the messages. */
import { ERA_MARKS, wordOf, type CodeKind } from '../messages/codes.ts';
import type { Outcome } from '../check/check.ts';
import type { Cell, Era, Fact, Origin, Severity } from '../schema/report.ts';
import type { Measured } from './data.ts';
import { language } from './state.ts';

/** Chinese, English. `{name}` is filled in. */
const WORDS = {
  appName: ['政府信息公开年报核对', 'Report audit'],
  workbench: ['年报解析台', 'Report workbench'],
  skip: ['跳到内容', 'Skip to content'],
  language: ['English', '中文'],
  languageLabel: ['Switch to English', '切换为中文'],
  help: ['快捷键', 'Keys'],
  close: ['关闭', 'Close'],
  print: ['打印', 'Print'],
  back: ['全部报告', 'All reports'],
  loading: ['正在打开…', 'Opening…'],
  failed: ['无法打开：{why}', 'Cannot be opened: {why}'],
  // report
  sourceText: ['原文', 'Source text'],
  madeText: ['由 {format} 读出的文本', 'Text read from the {format}'],
  form: ['报表', 'Form'],
  narrative: ['正文', 'Narrative'],
  sectionsFacts: ['章节与正文数字', 'Sections and figures of the prose'],
  noFacts: ['正文中没有读到数字', 'no figures in the prose'],
  outsideSections: ['各章之外', 'Outside the sections'],
  findings: ['问题', 'Findings'],
  noFindings: ['未发现问题', 'No findings'],
  noneShown: ['没有符合筛选条件的问题', 'No finding passes the filters'],
  previous: ['上一条', 'Previous'],
  next: ['下一条', 'Next'],
  allCodes: ['全部代码', 'All codes'],
  code: ['代码', 'Code'],
  filterCode: ['按代码筛选', 'Filter by code'],
  severity: ['级别', 'Severity'],
  origin: ['来源', 'Origin'],
  relations: ['勾稽关系', 'Relations'],
  relationsKept: ['{kept} / {all} 成立', '{kept} of {all} hold'],
  relationsOpen: ['{open} 无法判定', '{open} undecided'],
  showAll: ['全部写出', 'Write all out'],
  showLess: ['收起', 'Fold'],
  difference: ['相差 {value}', 'off by {value}'],
  localTable: ['本地统计表（照原文各行）', 'Local table (rows as printed)'],
  indicator: ['指标', 'Indicator'],
  unit: ['单位', 'Unit'],
  meaning: ['对应的全国指标', 'National indicator'],
  noTables: ['此报告没有表格，以下为其正文。', 'This report has no tables; its prose follows.'],
  yearBefore: ['对照上年（{year}）', 'Beside {year}'],
  beforeValue: ['{year} 年：{value}', '{year}: {value}'],
  legend: ['图例', 'Legend'],
  flagged: ['有问题的单元格', 'cell with a finding'],
  unmarkedLines: ['{count} 行没有标记', '{count} lines without marks'],
  line: ['第 {line} 行', 'line {line}'],
  findingsOnLine: ['第 {line} 行有 {count} 个问题', '{count} findings on line {line}'],
  duplicate: ['与另一份报告重复（同一机关、同一年度）', 'A duplicate: another report of the same body and year'],
  // inspector
  details: ['详情', 'Details'],
  nothingSelected: ['点击任一单元格、标记或问题，或按 n 查看下一个问题。', 'Choose a cell, a mark or a finding, or press n for the next finding.'],
  value: ['数值', 'Value'],
  printed: ['原文为', 'As printed'],
  nothing: ['无', 'none'],
  status: ['状态', 'Status'],
  basis: ['定位依据', 'Placed by'],
  place: ['位置', 'Place'],
  metric: ['指标代码', 'Metric'],
  qualifier: ['限定', 'Qualifier'],
  sentence: ['原句', 'Clause'],
  toText: ['看原文', 'Show in text'],
  toForm: ['看报表', 'Show in form'],
  heading: ['标题', 'Heading'],
  why: ['缘由', 'Why'],
  // review
  review: ['核对', 'Review'],
  right: ['正确', 'Right'],
  wrong: ['有误', 'Wrong'],
  unmark: ['清除', 'Clear'],
  shouldBe: ['原文应读作', 'It should read'],
  shouldBeHint: ['数字；留空表示该格无数', 'a number; empty where the cell holds none'],
  notANumber: ['不是数字', 'not a number'],
  apply: ['确定', 'Set'],
  markTable: ['整表标为正确', 'Mark the table right'],
  marked: ['已核对 {right} 项正确，{wrong} 项有误', '{right} right, {wrong} wrong'],
  unsaid: ['{count} 项有误未填应有数值，不写入文件', '{count} wrong without a value stay out of the file'],
  download: ['下载 {name}', 'Download {name}'],
  reviewHint: ['放在报告旁边，gov-report verify 以此为准', 'put it beside the report for gov-report verify'],
  // metadata
  agency: ['机关', 'Body'],
  year: ['年度', 'Year'],
  era: ['格式', 'Form'],
  title: ['标题', 'Title'],
  file: ['文件', 'File'],
  region: ['地区', 'Region'],
  period: ['统计期限', 'Period'],
  documentNumber: ['文号', 'Document number'],
  signedOn: ['落款日期', 'Signed on'],
  publishedOn: ['发布日期', 'Published on'],
  encoding: ['编码', 'Encoding'],
  confidence: ['把握', 'Confidence'],
  metadata: ['报告信息', 'About the report'],
  unknown: ['未写明', 'not stated'],
  // index
  reports: ['报告', 'Reports'],
  agencies: ['机关', 'Bodies'],
  years: ['年度', 'Years'],
  unread: ['无法读取', 'Not read'],
  search: ['搜索机关、标题、地区、文件或问题代码', 'Search bodies, titles, regions, files or finding codes'],
  matching: ['{count} 份报告', '{count} reports'],
  coverage: ['覆盖情况', 'Coverage'],
  coverageHint: ['每格为一份报告：格式，有数的单元格占比，问题数。', 'Each cell is a report: its form, the share of cells with a number, its findings.'],
  series: ['历年数据', 'Over the years'],
  ranking: ['问题排行', 'Findings ranked'],
  allReports: ['全部报告', 'All reports'],
  more: ['再显示 {count} 行', 'Show {count} more'],
  moreHidden: ['另有 {count} 行', '{count} more rows'],
  noYear: ['年度不明', 'No year'],
  complete: ['{percent}% 有数', '{percent}% filled'],
  findingsCount: ['{count} 个问题', '{count} findings'],
  errorsCount: ['{count} 个错误', '{count} errors'],
  duplicates: ['{count} 份重复', '{count} more of the same'],
  noReport: ['无报告', 'no report'],
  measure: ['指标', 'Measure'],
  subject: ['机关或地区', 'Body or region'],
  bodiesGroup: ['机关', 'Bodies'],
  regionsGroup: ['地区合计', 'Regions, summed'],
  sumOf: ['{count} 个机关之和', 'sum over {count} bodies'],
  noSeries: ['没有可画的数据', 'nothing to draw'],
  source: ['来源', 'Source'],
  formBreak: ['格式变化', 'change of form'],
  occurrences: ['次数', 'Times'],
  inReports: ['报告数', 'Reports'],
  clearFilter: ['清除筛选：{code}', 'Clear the filter: {code}'],
  cellsFilled: ['有数', 'Filled'],
  facts: ['正文数字', 'Facts'],
  // workbench
  drop: ['把文本、HTML 或 Markdown 文件拖到这里', 'Drop text, HTML or Markdown files here'],
  choose: ['选择文件', 'Choose files'],
  orPaste: ['或粘贴报告全文', 'or paste the text of a report'],
  parse: ['解析', 'Parse'],
  local: ['在本页解析，文件不离开本机。', 'Parsed in this page; nothing leaves the machine.'],
  saveJson: ['保存 JSON', 'Save JSON'],
  saveCsv: ['保存 CSV', 'Save CSV'],
  clear: ['全部移除', 'Remove all'],
  parsing: ['正在解析 {name}', 'Parsing {name}'],
  notHere: ['此页只解析文本、HTML 与 Markdown；{kind} 请用 gov-report report', 'only text, HTML and Markdown are parsed here; for {kind} use gov-report report'],
  pasted: ['粘贴的文本', 'pasted text'],
  // keys
  keyNext: ['下一个 / 上一个问题', 'next / previous finding'],
  keyEnter: ['在另一侧显示', 'show on the other side'],
  keyArrows: ['在单元格或标记之间移动', 'move between cells or marks'],
  keyReview: ['把所选单元格标为正确 / 有误', 'mark the chosen cell right / wrong'],
  keyEscape: ['取消选择', 'choose nothing'],
  keySearch: ['搜索', 'search'],
  keyHelp: ['显示快捷键', 'show the keys'],
} as const satisfies Record<string, readonly [zh: string, en: string]>;

export type Word = keyof typeof WORDS;

/** A word of the page in the language shown, its arguments filled in. */
export function t(word: Word, args: Readonly<Record<string, string | number>> = {}): string {
  return WORDS[word][language.value === 'zh' ? 0 : 1].replace(/\{(\w+)\}/g, (_, name: string) => String(args[name] ?? ''));
}

const named = (kind: CodeKind, code: string): string => wordOf(kind, code, language.value);

export const severityWord = (severity: Severity): string => named('severity', severity);
export const statusWord = (status: Cell['status']): string => named('status', status);
export const basisWord = (basis: NonNullable<Cell['basis']>): string => named('basis', basis);
export const originWord = (origin: Origin): string => named('origin', origin);
export const eraWord = (era: Era): string => named('era', era);
export const qualifierWord = (qualifier: Fact['qualifier']): string => named('qualifier', qualifier);
export const sourceWord = (source: Measured['source']): string => named('source', source);
export const outcomeWord = (outcome: Outcome): string => named('outcome', outcome);
/** The form in one or two characters, for the matrix. */
export const eraMark = (era: Era): string => ERA_MARKS[era];
