/**
 * Section titles as data. All strings are folded and squeezed: half width, simplified, no blanks.
 *
 * Meanings are tried in order, the first that fits wins: a title that speaks of 复议 and of 申请 is about disputes, one that
 * speaks of 问题 and of 下一步 about problems.
 */
import type { SectionId } from '../schema/report.ts';

export interface SectionMeaning {
  id: SectionId;
  /** Any of these words in the title decides. */
  words?: readonly string[];
  /** Whole titles, without year and 政府信息公开工作 before them. */
  titles?: readonly string[];
}

export const SECTION_MEANINGS: readonly SectionMeaning[] = [
  { id: 'otherMatters', words: ['其他需要报告', '需要报告的其他', '其他需要说明', '需要说明的其他', '其他报告的事项', '其它需要报告', '其他事项', '其它事项', '其他需报告', '其他需说明', '需说明的其他', '其他应当报告', '其他应报告', '其他有关', '其他情况', '其他相关工作', '其它相关工作'] },
  { id: 'subordinateUnits', words: ['事业单位信息公开', '所属事业单位', '下属事业单位', '企事业单位'] },
  { id: 'proposals', words: ['建议提案', '代表建议', '委员提案', '议案', '提案办理'] },
  { id: 'consultation', words: ['咨询'] },
  { id: 'disputes', words: ['复议', '诉讼', '行政申诉', '投诉'] },
  { id: 'fees', words: ['收费', '减免', '费用', '支出与收费'] },
  { id: 'supervision', words: ['保密审查', '监督检查', '监督保障', '监督考核', '监督评议', '社会评议', '考核评议', '监督情况'] },
  { id: 'problems', words: ['存在的主要问题', '存在的问题', '存在问题', '主要问题', '问题和', '问题及', '问题与', '不足', '困难和', '问题整改', '整改情况'] },
  { id: 'plans', words: ['下一步', '下步', '工作计划', '工作打算', '工作思路', '今后', '努力方向', '工作安排', '明确目标', '工作目标', '改进措施', '改进方向', '改进情况', '整改措施', '改进意见', '整改方向', '打算'] },
  { id: 'keyAreas', words: ['重点领域', '重点工作', '工作要点'] },
  { id: 'response', words: ['回应', '解读', '互动交流'] },
  { id: 'applications', words: ['依申请', '收到和处理', '公开申请', '不予公开', '申请办理', '申请的办理', '申请处理', '申请情况'] },
  { id: 'proactiveDisclosure', words: ['主动公开', '主动向社会公开'] },
  { id: 'organization', words: ['组织领导', '制度建设', '机构建设', '组织机构', '领导机构'] },
  {
    id: 'overview',
    words: ['概述', '概况', '总体情况', '总体工作情况', '基本情况', '总体概况', '综述'],
    titles: ['基本工作情况', '工作总体情况', '主要工作情况', '工作开展情况', '工作基本情况'],
  },
];

/** Titles that stand as a top-level heading even where the number before them is lost, and end wherever they end. */
export const KNOWN_TITLES: ReadonlySet<string> = new Set([
  '概述', '总体情况', '基本概况', '基本情况', '总体概况', '引言', '前言',
  '主动公开政府信息情况', '主动公开政府信息的情况', '政府信息主动公开情况', '主动公开情况', '行政机关主动公开政府信息情况',
  '收到和处理政府信息公开申请情况', '行政机关收到和处理政府信息公开申请情况', '政府信息依申请公开情况', '依申请公开政府信息情况',
  '依申请公开政府信息的情况', '依申请公开政府信息和不予公开政府信息的情况', '政府信息公开申请的办理情况', '依申请公开情况',
  '政府信息公开行政复议、行政诉讼情况', '因政府信息公开申请行政复议、提起行政诉讼的情况', '因政府信息公开申请行政复议、提起行政诉讼情况',
  '因政府信息公开工作被申请行政复议、提起行政诉讼情况', '因政府信息公开工作被申请行政复议和提起行政诉讼情况', '行政复议、行政诉讼情况',
  '政府信息公开的收费及减免情况', '政府信息公开收费及减免情况', '收费及减免情况', '回应解读情况', '咨询处理情况', '重点领域政府信息公开情况',
  '存在的主要问题及改进情况', '存在的主要问题和改进情况', '存在的主要问题及改进措施', '存在的主要问题和改进措施', '主要问题和改进措施',
  '政府信息公开工作存在的主要问题及改进情况', '政府信息公开工作存在的主要问题及改进措施', '存在的问题及改进措施', '存在的问题和改进措施',
  '其他需要报告的事项', '需要报告的其他事项', '其他需要说明的事项',
]);

/** Too common as a menu entry or a chapter of its own to be taken for a section without a number. */
export const NEVER_BARE: ReadonlySet<string> = new Set([
  '主动公开情况', '依申请公开情况', '基本情况', '回应解读情况', '政府信息依申请公开情况', '政府信息主动公开情况', '依申请公开政府信息情况', '主动公开政府信息的情况',
]);

/** Words a title ends with. */
export const TITLE_TAILS: readonly string[] = [
  '情况', '概述', '概况', '综述', '问题', '措施', '事项', '数量', '类别', '形式', '方式', '渠道', '途径', '范围', '方面', '工作', '建设', '保障',
  '打算', '思路', '计划', '安排', '方向', '制度', '机制', '管理', '内容', '公开', '领导', '机构', '培训', '做法', '不足', '目标', '引言', '成效', '统计表', '附表',
];

/** Tails that hardly ever stand inside a sentence; the only ones a glued title may end with where no blank parts it. */
export const FIRM_TAILS: ReadonlySet<string> = new Set([
  '情况', '概述', '概况', '综述', '措施', '事项', '数量', '类别', '形式', '方面', '打算', '思路', '引言', '统计表', '附表',
]);

/** What follows a tail where the title goes on (问题及改进情况). */
export const TITLE_GOES_ON = '及和与、的,等中为上是化于并或以也下' as const;

/** How sentences of a report begin; a heading glued to its text ends before them. */
export const SENTENCE_STARTS: readonly string[] = [
  '我局', '我镇', '我区', '我市', '我县', '我省', '我委', '我厅', '我校', '我院', '我办', '我处', '我乡', '我街道', '我中心', '我单位', '我部',
  '本年', '本局', '本机关', '本单位', '本镇', '本街道', '本部门', '本市', '本区', '本县', '截至', '截止', '今年', '全年', '一年来', '根据', '按照', '为了', '为进一步', '依据',
  '通过', '主要做法', '一是', '首先', '未收到', '未发生', '没有', '无', '暂无', '第二十条', '行政复议行政诉讼', '行政复议结果', '信息内容', '指标名称', '统计指标', '申请人情况',
  '全市', '全区', '全县', '全镇', '全局', '20',
];
