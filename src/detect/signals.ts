/**
 * What gives an era away, as data. Needles are squeezed and folded: half width, simplified, without blanks and table
 * rules, so that a label torn over two lines or set in cells is found all the same.
 */

/** Columns and rows that only the form of 2021 (国办公开办函〔2021〕30号) prints. */
export const COLUMNS_2021 = ['本年制发件数', '本年废止件数', '现行有效件数', '本年收费金额', '本年处理决定数量'] as const;

/** Columns and rows that only the form of 2019 (国办公开办函〔2019〕60号) prints. */
export const COLUMNS_2019 = [
  '本年新制作数量', '本年新公开数量', '对外公开总数量', '对外公开数量', '上一年项目数量', '本年增/减', '采购项目数量', '采购总金额',
  '其他对外管理服务事项',
] as const;

/** Lesser signs, for reports whose tables are lost. */
export const HINTS_2021 = ['2021〕30号', '[2021]30号', '逾期不补正', '逾期未按收费通知', '行政规范性文件', '信息处理费'] as const;
export const HINTS_2019 = ['2019〕60号', '[2019]60号', '政府集中采购'] as const;

/** The six sections of both forms; each is counted once, by any of its wordings. */
export const SIX_SECTIONS: readonly (readonly string[])[] = [
  ['总体情况'],
  ['主动公开政府信息情况', '行政机关主动公开政府信息情况'],
  ['收到和处理政府信息公开申请情况', '行政机关收到和处理政府信息公开申请情况'],
  ['政府信息公开行政复议', '因政府信息公开工作被申请行政复议', '因政府信息公开被申请行政复议'],
  ['存在的主要问题及改进情况', '政府信息公开工作存在的主要问题及改进情况'],
  ['其他需要报告的事项'],
];

/** The first year reported on in the form of the six sections; the notice that made it (国办公开办函〔2019〕60号) is of November 2019. */
export const SIX_SECTIONS_SINCE = 2019;

/** The section of the six that no older report has. */
export const SURE_SECTION = 2;

/** The sections of the six that older reports do not print under these names. */
export const DISTINCT_SECTIONS: readonly number[] = [0, 2];

/** Sections that only older reports have. */
export const OLD_SECTIONS = [
  '概述', '概况', '组织领导', '收费及减免', '收费和减免', '依申请公开', '政府信息依申请公开', '咨询', '因政府信息公开申请行政复议', '主动公开政府信息的情况',
  '政府信息主动公开情况', '重点领域', '重点工作', '回应解读',
] as const;

/** Headings of chapter one as both forms lay it out; older reports have none of them. */
export const FORM_CHILDREN = ['政府信息管理', '平台建设', '监督保障', '依申请公开', '主动公开'] as const;

/** Labels of the tables that both forms share. */
export const FORM_ROWS = [
  '本年新收政府信息公开申请数量', '结转下年度继续办理', '未经复议直接起诉', '属于三类内部事务信息', '重复申请', '其他处理',
] as const;

export const STATISTICS_TITLES = ['信息公开情况统计表', '信息公开工作情况统计表', '信息公开统计表'] as const;

/** Header of a local table of indicators. */
export const LOCAL_HEADERS = [
  '指标名称计量单位', '指标名称单位', '统计指标单位', '指标计量单位', '统计指标计量单位', '统计项目单位', '项目名称单位', '指标名称代码计量单位',
] as const;
