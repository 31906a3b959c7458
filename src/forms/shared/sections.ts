/** The six sections that the forms of 2019 and 2021 prescribe. */
import type { PrescribedSection } from '../form.ts';

export const SIX_SECTIONS: readonly PrescribedSection[] = [
  { id: 'overview', number: '一', title: '总体情况', heads: ['总体情况'], distinct: true },
  {
    id: 'proactiveDisclosure', number: '二', title: '主动公开政府信息情况', tables: true,
    heads: ['主动公开政府信息情况', '行政机关主动公开政府信息情况'],
  },
  {
    id: 'applications', number: '三', title: '收到和处理政府信息公开申请情况', tables: true, distinct: true,
    heads: ['收到和处理政府信息公开申请情况', '行政机关收到和处理政府信息公开申请情况'],
  },
  {
    id: 'disputes', number: '四', title: '政府信息公开行政复议、行政诉讼情况', tables: true,
    heads: ['政府信息公开行政复议', '因政府信息公开工作被申请行政复议', '因政府信息公开被申请行政复议'],
  },
  {
    id: 'problems', number: '五', title: '存在的主要问题及改进情况',
    heads: ['存在的主要问题及改进情况', '政府信息公开工作存在的主要问题及改进情况'],
  },
  { id: 'otherMatters', number: '六', title: '其他需要报告的事项', heads: ['其他需要报告的事项'] },
];
