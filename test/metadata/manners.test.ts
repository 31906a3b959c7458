/** The manners in which pages print who to ask, where a text is from, who signed it, its number and its dates. */
import { describe, expect, it } from 'vitest';
import { read } from './read.ts';

const TITLE = '青川县水利局2022年政府信息公开工作年度报告';
const PREAMBLE = '根据《中华人民共和国政府信息公开条例》要求，编制本报告。';

interface Page {
  head?: readonly string[];
  title?: string;
  preamble?: readonly string[];
  tail?: readonly string[];
}

function pageOf({ head = [], title = TITLE, preamble = [], tail = [] }: Page): string {
  return [...head, title, ...preamble, PREAMBLE, '一、总体情况', '主动公开政府信息126条。', '二、其他需要报告的事项', '无其他需要报告的事项。', ...tail, ''].join('\n');
}

describe('the contact is of one block', () => {
  const NONE = { address: null, postcode: null, phone: null, fax: null, email: null };
  const WHOLE = { address: '青川县滨河路18号', postcode: '628100', phone: '0839-7202345', fax: null, email: 'qcslj@163.com' };
  const OWN = '如对本报告有疑问，请与青川县水利局办公室联系（地址：青川县滨河路18号，邮编：628100，电话：0839-7202345，电子邮箱：qcslj@163.com）。';
  const SHORT = '如有疑问，请与我局办公室联系（电话：0839-7202345）。';
  it.each<[string, Page, object | null]>([
    ['alone', { preamble: [OWN] }, WHOLE],
    ['below a header of the site', { head: ['青川县人民政府门户网站 地址：青川县乔庄镇新区1号 电话：0839-7200000 邮编：628199'], preamble: [SHORT] }, { ...NONE, phone: '0839-7202345' }],
    ['below a hotline', { head: ['服务热线：12345 网站纠错电话：0839-7209999 邮箱：web@qc.gov.cn'], preamble: ['如有疑问请联系青川县水利局（地址：青川县滨河路18号；邮政编码：628100；联系电话：0839-7202345）。'] }, { ...WHOLE, email: null }],
    ['below the mail of the portal', { head: ['您好，欢迎来到青川县人民政府网！邮箱：qcxzf@163.com'], preamble: [SHORT] }, { ...NONE, phone: '0839-7202345' }],
    ['below the block of the page', { head: ['索引号：QC001 发布机构：青川县水利局 联系电话：0839-7201111'], preamble: [OWN] }, WHOLE],
    ['in two lines', { preamble: ['联系地址：青川县滨河路18号　邮编：628100', '联系电话：0839-7202345　传真：0839-7202346'] }, { ...WHOLE, fax: '0839-7202346', email: null }],
    ['one entry a line', { preamble: ['联系单位：青川县水利局', '地址：青川县滨河路18号', '邮编：628100', '电话：0839-7202345', '邮箱：qcslj@163.com'] }, WHOLE],
    ['before that of another body', { preamble: [OWN, '青川县人民政府办公室（地址：青川县乔庄镇新区1号，电话：0839-7200000，传真：0839-7200001）负责全县汇总。'] }, WHOLE],
    ['before whom to complain to', { preamble: ['如对报告有疑问，请与局办公室联系，地址：青川县滨河路18号，电话：0839-7202345。监督电话：0839-7208888，邮箱：jd@qc.gov.cn。'] }, { ...NONE, address: '青川县滨河路18号', phone: '0839-7202345' }],
    ['of the site alone is none', { head: ['网站地图 | 联系我们 电话：0839-7200000'] }, null],
    ['behind the signature is none of the preamble', { tail: ['青川县水利局', '2023年1月12日', '（联系人：王某，联系电话：0839-7202345）'] }, null],
    ['with one number for both', { preamble: ['如需咨询，请联系我局。邮编：628100，电话/传真：0839-7202345。'] }, { ...NONE, postcode: '628100', phone: '0839-7202345', fax: '0839-7202345' }],
  ])('%s', (_name, made, contact) => {
    expect(read(pageOf(made)).metadata.contact).toEqual(contact);
  });
});

describe('来源 is no body that disagrees', () => {
  it.each([
    ['青川县人民政府网站', TITLE, '青川县水利局'], ['青川县政府办', TITLE, '青川县水利局'], ['办公室', TITLE, '青川县水利局'], ['青川县融媒体中心', TITLE, '青川县水利局'], ['县水利局办公室', TITLE, '青川县水利局'], ['广元市水利局', TITLE, '青川县水利局'],
    ['青川县大数据局', '青川县教育局2021年度政府信息公开工作报告', '青川县教育局'], ['县委宣传部', '青川县文化旅游和体育局2022年政府信息公开工作年度报告', '青川县文化旅游和体育局'],
    ['青川县政务服务和大数据管理局', '青川县人民政府2022年政府信息公开工作年度报告', '青川县人民政府'], ['青川日报', TITLE, '青川县水利局'],
  ])('%s over %s', (source, title, agency) => {
    const { metadata, findings } = read(pageOf({ title, preamble: [`来源：${source}　发布时间：2023-01-12 09:30　浏览次数：36`] }));
    expect(metadata.agency).toBe(agency);
    expect(findings.filter(({ code }) => code === 'metadata/agency-disagrees')).toEqual([]);
  });
});

describe('an office of the body agrees with it', () => {
  it.each([
    ['青川县水利局', '青川县水利局办公室'], ['青川县教育局', '县教育局办公室'], ['青川县公安局', '青川县公安局政务公开办公室'], ['青川县人民政府', '青川县人民政府办公室'], ['四川省人民政府', '四川省人民政府办公厅'], ['广元市财政局', '广元市财政局政府信息公开工作领导小组办公室'],
    ['青川县乔庄镇人民政府', '乔庄镇党政办公室'], ['青川县竹园镇人民政府', '竹园镇人民政府办公室'], ['青川经济开发区管理委员会', '青川经济开发区管委会办公室'], ['广元市城市管理行政执法局', '市城管执法局办公室'], ['广元市发展和改革委员会', '广元市发展和改革委员会办公室'],
  ])('%s signed by %s', (agency, signed) => {
    const { metadata, findings } = read(pageOf({ title: `${agency}2022年政府信息公开工作年度报告`, tail: [signed, '2023年1月12日'] }));
    expect(metadata.agency).toBe(agency);
    expect(findings.filter(({ code }) => code === 'metadata/agency-disagrees')).toEqual([]);
  });

  it('but another body does not', () => {
    const { findings } = read(pageOf({ tail: ['青川县教育局办公室', '2023年1月12日'] }));
    expect(findings).toMatchObject([{ code: 'metadata/agency-disagrees', args: { other: '青川县教育局办公室' } }]);
  });
});

describe('the number of the document', () => {
  it.each<[string[], string | null]>([
    [['青水发〔2023〕3号'], '青水发〔2023〕3号'], [['青川县水利局文件', '青水〔2023〕8号'], '青水〔2023〕8号'], [['青政办发（2023）2号'], '青政办发（2023）2号'], [['青 水 发〔2023〕9 号'], '青水发〔2023〕9号'], [['青水〔2023〕10号 青川县水利局'], '青水〔2023〕10号'],
    [['川水函〔2023〕45号 签发人：王某'], '川水函〔2023〕45号'], [['公文编号：青发改〔2023〕2号'], '青发改〔2023〕2号'], [['发布文号：青审计发〔2023〕1号'], '青审计发〔2023〕1号'], [['文号：无'], null], [['根据国办公开办函〔2021〕30号文件要求'], null],
  ])('%s', (head, number) => {
    expect(read(pageOf({ head })).metadata.documentNumber).toBe(number);
  });
});

describe('a date', () => {
  it.each([
    '2023.1.30', '2023/1/30', '2023-1-30', '2023.01.30', '2023年元月30日', '2023 年 1 月 30 日', '二○二三年一月三十日', '二〇二三年元月三十日', '（2023年1月30日）', '2023年1月30日 附件下载', '2023年1月30日附件：统计表',
  ])('under a name: %s', (date) => {
    expect(read(pageOf({ tail: ['青川县水利局', date] })).metadata.signedOn).toBe('2023-01-30');
  });

  it.each(['发布时间：2023-01-30 16:24', '发布日期：2023/1/30 9:05:33', '时间：2023.1.30', '日期：2023年1月30日 16时24分', '发布时间:2023年01月30日10:15', '公开日期：20230130'])('above the text: %s', (line) => {
    expect(read(pageOf({ preamble: [line] })).metadata.publishedOn).toBe('2023-01-30');
  });
});
