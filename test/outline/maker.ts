/** Made-up reports in the layouts that pages come in, with the headings that must be found in each. */

/** Numbers in 0..1, the same for a seed. */
export function random(seed: number): () => number {
  let state = seed * 2654435761 + 12345;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 3266489917) | 0;
    return ((state ^ (state >>> 13)) >>> 0) / 4294967296;
  };
}

const OLD: readonly (readonly string[])[] = [
  ['概述', '工作概述', '基本情况', '政府信息公开工作基本情况', '总体工作情况', '2016年政府信息公开工作总体情况', '年度政府信息公开工作综述', '工作开展情况'],
  ['组织领导和制度建设情况', '机构设置及人员配备情况', '健全工作机制情况', '加强组织领导，完善工作制度'],
  ['主动公开政府信息情况', '政府信息主动公开的情况', '主动公开工作情况', '信息发布及平台运行情况', '重点领域信息公开推进情况'],
  ['依申请公开政府信息情况', '依申请公开办理情况', '政府信息依申请公开的办理情况', '办理公开申请情况'],
  ['窗口服务及热线运行情况', '政务新媒体运行情况', '经费投入及人员培训情况', '档案移交和目录更新情况', '村务公开指导情况', '大厅服务工作'],
  ['政府信息公开的收费及减免情况', '收费情况', '支出与收费情况'],
  ['因政府信息公开申请行政复议、提起行政诉讼的情况', '行政复议和行政诉讼情况', '复议、诉讼和申诉情况'],
  ['存在的主要问题和改进措施', '工作中存在的不足', '主要问题及下一步打算', '存在问题及整改措施'],
  ['下一步工作打算', '今后工作思路', '2017年工作计划', '下步工作安排'],
  ['其他需要报告的事项', '需要说明的其他事项', '其他有关情况'],
];
const SIX: readonly (readonly string[])[] = [
  ['总体情况', '本年度总体情况'], ['主动公开政府信息情况', '行政机关主动公开政府信息情况'], ['收到和处理政府信息公开申请情况', '行政机关收到和处理政府信息公开申请情况'],
  ['政府信息公开行政复议、行政诉讼情况', '因政府信息公开工作被申请行政复议、提起行政诉讼情况', '政府信息公开行政法复议、行政诉讼情况'],
  ['存在的主要问题及改进情况', '政府信息公开工作存在的主要问题及改进情况', '存在主要问题及改进措施'], ['其他需要报告的事项', '其他需报告的事项'],
];
const SENTENCES = [
  '本机关按照统一部署推进各项公开任务。', '我局明确专人负责审核，做到先审后发。', '全年公开信息312条，其中公文45条。', '通过网站、公示栏向社会公布。', '无。', '未发生此类情况。',
  '2016年，共受理申请6件，均按期答复。', '一是认识有待提高；二是力量不足。', '针对上述问题，我们将加强统一、规范的管理。', '截至年底，累计发布文章1061篇，累计阅读次数269.2万。', '各科室之间相互配合，第一、第二季度各自查一次。',
  '设立线下查阅点3个', '联系邮箱：gk@example.org', '没有收取任何费用。', '在肯定成绩的同时，也看到差距。', '不断完善公开制度，公开质量稳步提高。',
];
const POINTS = ['组织领导', '制度建设', '公开渠道', '网站公开情况', '主动公开情况', '监督保障', '人员培训', '存在问题', '改进措施'];
const NUMERALS = '一二三四五六七八九十';

export interface Made {
  text: string;
  /** Titles of the top level, in order. */
  titles: string[];
}

export type Layout = 'lines' | 'spaced line' | 'glued line' | 'markdown' | 'bare' | 'formal' | 'arabic' | 'stems' | 'parts';
export const LAYOUTS: readonly Layout[] = ['lines', 'spaced line', 'glued line', 'markdown', 'bare', 'formal', 'arabic', 'stems', 'parts'];

/** A report of made-up sentences under a sequence of titles. */
export function make(seed: number, layout: Layout): Made {
  const next = random(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const six = next() < 0.5;
  const chosen = six ? SIX.map(pick) : OLD.filter((_, i) => i === 0 || next() < 0.65).map(pick);
  const titles = layout === 'bare' && !six ? chosen.filter((title) => !/大厅服务|领导，|村务|机制|机构设置/.test(title)) : chosen;
  const number = (i: number): string => {
    switch (layout) {
      case 'bare': return '';
      case 'formal': return `${'壹贰叁肆伍陆柒捌玖拾'.charAt(i)}、`;
      case 'stems': return `${'甲乙丙丁戊己庚辛壬癸'.charAt(i)}、`;
      case 'arabic': return `${i + 1}. `;
      case 'parts': return `第${NUMERALS.charAt(i)}部分 `;
      default: return `${NUMERALS.charAt(i)}、`;
    }
  };
  const sentence = (): string => pick(SENTENCES);
  const full = (): string => {
    const one = sentence();
    return one.endsWith('。') ? one : `${one}。`;
  };
  const body = (): string[] => {
    const lines = [sentence() + (next() < 0.5 ? full() : '')];
    if (next() < 0.4 && layout !== 'bare') for (let i = 0; i < 2; i++) lines.push(`（${NUMERALS.charAt(i)}）${pick(POINTS)}。${full()}`);
    return lines;
  };
  const list = titles.map((title, i) => (next() < 0.5 || layout === 'bare' ? title : `${NUMERALS.charAt(i)}、${title}`)).join('、');
  const preamble = `根据《中华人民共和国政府信息公开条例》，编制本报告。${next() < 0.5 ? `全文由${list}${pick(['等', '共', ''])}${NUMERALS.charAt(titles.length - 1)}个部分组成。` : ''}统计期限自2016年1月1日起至12月31日止。`;
  const head = `云岭县水务局2016年政府信息公开工作年度报告`;
  switch (layout) {
    case 'spaced line':
    case 'glued line': {
      const gap = layout === 'spaced line' ? ' ' : '';
      const parts = titles.map((title, i) => number(i) + title + gap + body().join(gap));
      return { text: `${head} ${preamble}${next() < 0.3 ? '联系电话：0999-2011456' : ''}${gap}${parts.join(gap)}`, titles };
    }
    case 'markdown':
      return { text: [`# ${head}`, '', preamble, '', ...titles.flatMap((title, i) => [`## ${number(i)}${title}`, '', ...body().flatMap((one) => [one, ''])])].join('\n'), titles };
    default:
      return { text: [head, preamble, ...titles.flatMap((title, i) => [number(i) + title, ...body()])].join('\n'), titles };
  }
}
