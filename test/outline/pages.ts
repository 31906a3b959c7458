/** Whole pages in the manners in which reports are printed, pasted and shared, with what has to be read of each. */
import { OTHER_PAPERS } from './other-papers.ts';

export interface Want {
  title?: string;
  agency?: string | null;
  year?: number | null;
  academicYear?: string;
  documentNumber?: string;
  publishedOn?: string;
  signedOn?: string;
  /** Titles of the top level. */
  headings?: readonly string[];
  /** Text of the last section. */
  last?: string;
  /** Whether it is no report of this kind. */
  other?: true;
}

export interface Page extends Want {
  name: string;
  text: string;
}

const TITLES = ['总体情况', '主动公开政府信息情况', '收到和处理政府信息公开申请情况', '政府信息公开行政复议、行政诉讼情况', '存在的主要问题及改进情况', '其他需要报告的事项'];
const SAID = ['全年公开信息86条。', '全年新制发规范性文件2件。', '全年收到申请5件，办结5件。', '未发生行政复议、行政诉讼。', '公开时效有待加强，将完善机制。', '无其他需要报告的事项。'];
const LAST = SAID[5]!;
const AGENCY = '云岭县交通运输局';
const TITLE = `${AGENCY}2022年政府信息公开工作年度报告`;
const NUMERALS = '一二三四五六';
const WHOLE = { title: TITLE, agency: AGENCY, year: 2022, headings: TITLES };

/** The six sections: what stands before each title, and what behind it. */
function sections(before: (index: number) => string, behind = '\n', between = '\n'): string {
  return TITLES.map((title, index) => `${before(index)}${title}${behind}${SAID[index]!}`).join(between);
}
const ofList = (list: string, mark: string) => (index: number): string => `${list.charAt(index)}${mark}`;
const plain = sections(ofList(NUMERALS, '、'));
const page = (name: string, text: string, want: Want = WHOLE): Page => ({ name, text, ...want });
const titled = (name: string, body: string, want: Want = WHOLE): Page => page(name, `${TITLE}\n${body}`, want);

const numbers: Page[] = [
  titled('壹、', sections(ofList('壹贰叁肆伍陆', '、'))), titled('甲、', sections(ofList('甲乙丙丁戊己', '、'))), titled('Ⅰ、', sections(ofList('ⅠⅡⅢⅣⅤⅥ', '、'))),
  titled('1. ', sections((i) => `${i + 1}. `)), titled('1、', sections((i) => `${i + 1}、`)), titled('01', sections((i) => `0${i + 1} `)), titled('(1)', sections((i) => `(${i + 1})`)),
  titled('①', sections(ofList('①②③④⑤⑥', ''))), titled('第一部分', sections((i) => `第${NUMERALS.charAt(i)}部分　`)), titled('第一部分：', sections((i) => `第${NUMERALS.charAt(i)}部分：`)),
  titled('第一章', sections((i) => `第${NUMERALS.charAt(i)}章 `)), titled('（一）', sections((i) => `（${NUMERALS.charAt(i)}）`)), titled('【一】', sections((i) => `【${NUMERALS.charAt(i)}】`)),
  titled('【title】', TITLES.map((title, i) => `【${title}】\n${SAID[i]!}`).join('\n')), titled('none', sections(() => '')), titled('none, blank lines', sections(() => '', '\n\n', '\n\n')),
  titled('title and colon', sections(ofList(NUMERALS, '、'), '：')), titled('一 、', sections(ofList(NUMERALS, ' 、 '))), titled('一．', sections(ofList(NUMERALS, '．'))),
  titled('misprinted', sections((i) => `${i === 3 ? '三' : NUMERALS.charAt(i)}、`)),
  titled('points below', TITLES.map((title, i) => `${NUMERALS.charAt(i)}、${title}\n（一）工作开展。${SAID[i]!}\n（二）取得成效。效果较好。`).join('\n')),
  titled('一是 below', TITLES.map((title, i) => `${NUMERALS.charAt(i)}、${title}\n一是抓组织。${SAID[i]!}二是抓落实。三是抓考核。`).join('\n')),
];

const FREE = ['公开为民的一年', '数字里的透明度', '新的一年怎么做'];
const markdown: Page[] = [
  page('## with numbers', `# ${TITLE}\n\n${sections((i) => `## ${NUMERALS.charAt(i)}、`, '\n\n', '\n\n')}`), page('## without numbers', `# ${TITLE}\n\n${sections(() => '## ', '\n\n', '\n\n')}`),
  page('## of titles nobody knows', `# ${TITLE}\n\n${FREE.map((title) => `## ${title}\n\n收到政府信息公开申请3件。\n`).join('\n')}`, { ...WHOLE, headings: FREE }),
  page('### below ##', `# ${TITLE}\n${TITLES.map((title, i) => `## ${title}\n### 基本做法\n${SAID[i]!}`).join('\n')}`), page('underlined', `${TITLE}\n====\n\n${sections(() => '', '\n----\n\n', '\n\n')}`),
  page('###', `## ${TITLE}\n\n${sections((i) => `### ${NUMERALS.charAt(i)}、`)}`), page('**', `**${TITLE}**\n\n${sections((i) => `**${NUMERALS.charAt(i)}、`, '**\n\n', '\n\n')}`),
];

const CONTENTS = (behind: (index: number) => string): string => TITLES.map((title, i) => `${NUMERALS.charAt(i)}、${title}${behind(i)}`).join('\n');
const around: Page[] = [
  titled('contents with leaders', `目录\n${CONTENTS((i) => `……………${i + 2}`)}\n\n${plain}`), titled('contents with dots', `目 录\n${CONTENTS((i) => ` ........ ${i + 1}`)}\n${plain}`),
  titled('contents with tabs', `目录\n${CONTENTS((i) => `\t${i + 1}`)}\n\n${plain}`), titled('contents without numbers', `目  录\n${TITLES.join('\n')}\n\n${plain}`),
  titled('contents in a line', `目录：${CONTENTS(() => '；').replaceAll('\n', '')}\n${plain}`),
  titled('attachments behind', `${plain}\n\n相关附件\n1、${TITLE}.docx\n2、政府信息公开情况统计表.xlsx`, { ...WHOLE, last: LAST }),
  titled('attachments numbered like sections', `${plain}\n\n相关附件：\n七、政府信息公开统计表.xls\n`, { ...WHOLE, last: LAST }), titled('attachments numbered （一）', `${plain}\n相关附件\n(一)年度报告正文.pdf\n(二)统计数据.xlsx\n`, { ...WHOLE, last: LAST }),
  titled('attachments before', `附件：\n1. ${TITLE}.pdf\n2. 统计表.xls\n${plain}`), titled('page numbers', sections(ofList(NUMERALS, '、'), '\n', '\n- 2 -\n'), { ...WHOLE, last: LAST }),
  titled('foot of a site', `${plain}\n主办：云岭县人民政府办公室 承办：云岭县大数据中心\n网站标识码：5300000000 备案号：滇ICP备00000000号\n`, { ...WHOLE, last: LAST }),
  page('share site', `${TITLE}-文库分享网\n上传人：小小文库 文档编号：8812345 上传时间：2024-05-06 格式：DOCX 页数：6\n下载 相关 举报\n${TITLE}\n${plain}\n版权提示：文库分享网为用户上传\n`),
  page('portal', `当前位置：首页 > 政务公开 > 政府信息公开年报\n${TITLE}\n发布时间：2023-01-22 10:15 来源：${AGENCY} 浏览次数：132\n${plain}\n分享到：微信 微博\n上一篇：${TITLE.replace('2022', '2021')}\n`, { ...WHOLE, publishedOn: '2023-01-22' }),
  page('one line', `${TITLE} ${sections(ofList(NUMERALS, '、'), ' ', ' ')}`), page('one line, glued', `${TITLE}根据有关规定，编制本报告。${sections(ofList(NUMERALS, '、'), '', '')}`),
  page('one line, signed', `${TITLE} ${sections(ofList(NUMERALS, '、'), ' ', ' ')} ${AGENCY} 2023年1月16日`, { ...WHOLE, signedOn: '2023-01-16', last: LAST }),
  page('one line behind a menu', `首页 > 信息公开 > 年报 ${TITLE} 时间：2023-01-16 作者：管理员 ${sections(ofList(NUMERALS, '、'), '', '')} 上一篇：无 下一篇：${TITLE.replace('2022', '2021')}`),
];

const signed = (date: string, iso = '2023-01-08'): Page => titled(`signed ${date}`, `${plain}\n\n${AGENCY}\n${date}\n`, { ...WHOLE, signedOn: iso, last: LAST });
const dates: Page[] = [
  ...['2023/1/8', '2023-01-08', '2023. 1. 8', '2023 年 1 月 8 日', '2023年1月8号', '２０２３年１月８日', '二○二三年元月八日', '2023年元月8日', '贰零贰叁年壹月捌日'].map((date) => signed(date)), signed('二〇二三年一月廿八日', '2023-01-28'),
  titled('signed on the last line', `${plain}${AGENCY} 2023.1.8`, { ...WHOLE, signedOn: '2023-01-08', last: LAST }),
  titled('who to ask under the signature', `${plain}\n\n${AGENCY}办公室\n二〇二三年一月八日\n（联系人：张某，电话：0000-1234567）\n`, { ...WHOLE, signedOn: '2023-01-08', last: LAST }),
  page('a number in the block', `索 引 号：YL0021/2023-00012\n发布机构：${AGENCY}\n文    号：云交发〔2023〕3号\n发布日期：2023年01月19日\n${TITLE}\n${plain}`, { ...WHOLE, documentNumber: '云交发〔2023〕3号', publishedOn: '2023-01-19' }),
  page('a number above a cover', `云政函﹝2015﹞12号\n关于报送2014年政府信息公开工作年度报告的函\n市政府信息公开办：\n现将云岭县人民政府2014年政府信息公开工作年度报告报送贵办。\n一、概述\n公开信息1200条。\n二、主动公开情况\n公开信息1200条。\n云岭县人民政府\n2015年3月12日`,
    { agency: '云岭县人民政府', year: 2014, headings: ['概述', '主动公开情况'], documentNumber: '云政函﹝2015﹞12号', signedOn: '2015-03-12' }),
];

const titles: Page[] = [
  ...['_云岭县人民政府门户网站', '(完整版)'].map((behind) => page(`title with ${behind}`, `${TITLE}${behind}\n${plain}`)), page('title in 《》', `《${TITLE}》\n${plain}`), page('title twice', `${TITLE}\n${TITLE}\n${plain}`),
  ...['2022年云岭县交通运输局政府信息公开工作年度报告', '云岭县交通运输局政府信息公开工作年度报告（2022年）', '云岭县交通运输局二〇二二年政府信息公开工作年度报告', '云岭县交通运输局2022年政务公开工作总结', '云岭县交通运输局2022年信息公开年度报告']
    .map((title) => page(title, `${title}\n${plain}`, { ...WHOLE, title })),
  page('title in three lines', `${AGENCY}\n政府信息公开工作\n2022年度报告\n${plain}`, { agency: AGENCY, year: 2022, headings: TITLES }),
  page('an academic year', '云岭职业技术学院2021-2022学年信息公开工作年度报告\n一、概述\n学院推进信息公开。\n二、主动公开情况\n公开信息300条。\n三、存在的问题\n人手不足。', { agency: '云岭职业技术学院', year: null, academicYear: '2021-2022', headings: ['概述', '主动公开情况', '存在的问题'] }),
];

const NAMES = ['国营红星农场', '云岭县国有东山林场', '龙山风景名胜区管理委员会', '东湖街道办事处', '巴音苏木人民政府', '云岭市交通运输综合行政执法支队', '云岭县第一幼儿园', '中共云岭市委党校', '云岭县气象站', '云岭日报社', '云岭县供水有限责任公司',
  '云岭市公安局城关派出所', '云岭市人民政府台湾事务办公室', '云岭市残疾人联合会', '云岭市住房公积金管理中心', '国网云岭县供电公司', '云岭县白马回族乡人民政府', '国家税务总局云岭县税务局', '云岭县文学艺术界联合会', '云岭博物馆', '云岭县大河镇中心卫生院',
  '共青团云岭县委员会', '云岭市港航事业发展中心', '云岭市烟草专卖局（公司）', '中国人民银行云岭市中心支行', '云岭国家级自然保护区管护局'];
const bodies: Page[] = NAMES.map((name) => page(name, `${name}2022年政府信息公开工作年度报告\n${plain}`, { ...WHOLE, title: `${name}2022年政府信息公开工作年度报告`, agency: name }));

export const PAGES: readonly Page[] = [...numbers, ...markdown, ...around, ...dates, ...titles, ...bodies, ...OTHER_PAPERS.map(([name, text]) => page(name, text, { other: true }))];
