/** The grammar over kinds of sentences made by program, and what each of its productions and scopes is there for. */
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { readFacts } from '../../src/facts/facts.ts';
import { PRODUCTIONS } from '../../src/facts/productions.ts';
import { SCOPES } from '../../src/facts/scopes.ts';
import { KINDS } from './kinds.ts';
import { proseOf } from './prose.ts';
import { render } from './render.ts';

/** The facts of a text as of a report on 2022: metric, value, unit, qualifier and year of those that have a metric, each once. */
function metricFacts(text: string, under?: string): string[] {
  const { facts } = readFacts(proseOf(`${under === undefined ? '' : `一、${under}\n`}${text}`, 2022));
  return [...new Set(facts.filter((fact) => fact.metric !== null).map((fact) => render(fact).replace(/ \|.*$/, '').replace(/ <\d+/, '')))].sort();
}

describe.each(Object.entries(KINDS))('kind %s', (_name, make) => {
  it('is read as it was made', () => {
    const wrong = make().filter(({ text, under, facts }) => JSON.stringify(metricFacts(text, under)) !== JSON.stringify([...facts].sort()));
    expect(wrong.map(({ text, under, facts }) => ({ text, facts, read: metricFacts(text, under) }))).toEqual([]);
  });
});

/** Each with a sentence that is read wrongly or not at all without it. */
const NEEDED: readonly (readonly [name: string, text: string, facts: readonly string[]])[] = [
  ['respectively', '因政府信息公开引发的行政复议、行政诉讼案件分别为7件和3件。', ['litigation.total 3 件', 'reconsideration.total 7 件']],
  ['each', '因政府信息公开引发的行政复议、行政诉讼案件各3件。', ['litigation.total 3 件', 'reconsideration.total 3 件']],
  ['change', '政府信息公开申请收到数由2021年的40件降至28件。', ['applications.received.total 28 件', 'applications.received.total 40 件 @2021']],
  ['compared', '收到政府信息公开申请28件，比上年的40件减少12件。', ['applications.received.total 28 件', 'applications.received.total 40 件 @2021']],
  ['result', '2022年，政府信息公开行政复议同比下降三成，为7件。', ['reconsideration.total 7 件']],
  ['heldAhead', '与2021年的310条、2020年的285条相比，2022年主动公开政府信息362条。', ['disclosure.total 285 条 @2020', 'disclosure.total 310 条 @2021', 'disclosure.total 362 条']],
  ['again', '主动公开政府信息860条（2021年为710条）。', ['disclosure.total 710 条 @2021', 'disclosure.total 860 条']],
];
const NEEDED_SCOPES: typeof NEEDED = [
  ['sharedVerb', '全年制定政府规章1件，行政规范性文件9件。', ['disclosure.normativeDocumentsIssued 9 件', 'disclosure.regulations 1 件']],
  ['sharedActor', '主要负责同志出席新闻发布会2场，接受在线访谈1次。', ['response.channels.onlineInterviewsByPrincipal 1 次', 'response.channels.pressConferencesByPrincipal 2 场']],
  ['channelSubject', '门户网站充分发挥主渠道作用，全年发布信息510条。', ['disclosure.channels.website 510 条']],
  ['relativeClause', '组织3次由各科室参加的信息公开培训。', ['training.sessions 3 次']],
  ['sharedObject', '制发规范性文件22件，主动公开22件。', ['disclosure.normativeDocuments 22 件', 'disclosure.normativeDocumentsIssued 22 件']],
  ['broughtForward', '依申请公开方面，共有6人次提出申请。', ['applications.received.total 6 人次']],
  ['throughSite', '受理政府信息公开申请99件，其中通过政府网站提交的92件。', ['applications.received.online 92 件', 'applications.received.total 99 件']],
  ['byCourt', '被法院判决败诉的政府信息公开案件1件。', ['litigation.corrected 1 件']],
  ['namedMedium', '通过县公众信息网公开信息3200条。', ['disclosure.channels.website 3200 条']],
  ['amongLeaders', '县长、副县长等县领导参加在线访谈3次。', ['response.channels.onlineInterviews 3 次']],
  ['byWhom', '县人大代表提出的建议18件。', ['proposals.congress 18 件']],
  ['cause', '因不服政府信息公开答复被申请行政复议5件。', ['reconsideration.total 5 件']],
  ['description', '申请人为自然人的政府信息公开申请12件。', ['applications.received.naturalPerson 12 件']],
  ['bracketActor', '镇（街道）收到政府信息公开申请6件。', []],
  ['serviceHall', '收到政府信息公开申请2件，政务服务中心受理申请5100件。', ['applications.received.total 2 件']],
  ['everybody', '收到公民、法人和其他组织政府信息公开申请9件。', ['applications.received.total 9 件']],
  ['narrower', '全年办理以市政府为被申请人的行政复议案件86件，其中涉及政府信息公开的11件。', ['reconsideration.total 11 件']],
  ['place', '在区政府门户网站信息公开专栏公开各类信息73条。', ['disclosure.channels.website 73 条']],
  ['several', '答复政府信息公开申请30件，信息不存在、不予处理的10件。', ['applications.replied.total 30 件']],
  ['sent', '选派3人参加省厅举办的政务公开培训。', ['training.trainees 3 人']],
  ['countedShare', '公开政府信息90条，门户网站占60条。', ['disclosure.channels.website 60 条', 'disclosure.total 90 条']],
  ['carry', '办结政府信息公开申请22件、结转1件。', ['applications.carriedForward 1 件', 'applications.closed.total 22 件']],
  ['actorOfPart', '办结政府信息公开申请31件，其中区政府收到12件。', ['applications.closed.total 31 件']],
  ['anyWay', '收到通过信函、网络等方式提出的政府信息公开申请17件。', ['applications.received.total 17 件']],
  ['ofVisited', '门户网站总访问量12万次，发布信息830条。', ['disclosure.channels.website 830 条', 'visits 120000 次']],
  ['bareGranted', '答复政府信息公开申请9件，其中公开6件、部分公开2件、不予公开1件。', ['applications.replied.denied.total 1 件', 'applications.replied.granted 6 件', 'applications.replied.partiallyGranted 2 件', 'applications.replied.total 9 件']],
  ['objectBefore', '政务公开业务培训偏少，仅举办1次。', ['training.sessions 1 次']],
  ['restOfChannels', '公开政府信息90条，其中门户网站60条、其他30条。', ['disclosure.channels.other 30 条', 'disclosure.channels.website 60 条', 'disclosure.total 90 条']],
  ['staffWhole', '政府信息公开工作机构配备人员21人，其中专职3人，兼职18人。', ['resources.staff.fullTime 3 人', 'resources.staff.partTime 18 人', 'resources.staff.total 21 人']],
  ['takenUp', '自开通以来，政务微博累计发布信息1.2万条；2022年发布940条。', ['disclosure.channels.weibo 940 条']],
  ['bareWay', '收到政府信息公开申请9件，其中网上提交7件、现场2件。', ['applications.received.inPerson 2 件', 'applications.received.online 7 件', 'applications.received.total 9 件']],
  ['inGazette', '编发政府公报6期，登载政府信息71条。', ['disclosure.channels.gazette 71 条']],
  ['bracketChannel', '公开的渠道有：门户网站（公开310条）、政务微博（公开75条）。', ['disclosure.channels.website 310 条', 'disclosure.channels.weibo 75 条']],
  ['acrossYears', '答复政府信息公开申请30件，其中上年受理今年答复4件。', ['applications.replied.total 30 件']],
  ['bySession', '办理区政协七届三次会议提案19件。', ['proposals.consultative 19 件']],
  ['refused', '答复政府信息公开申请20件，其中暂缓公开答复8件。', ['applications.replied.total 20 件']],
  ['classBefore', '全乡召开院坝会，村务公开信息40条。', []],
  ['jointOutcome', '答复政府信息公开申请9件，已公开或部分公开7件。', ['applications.replied.total 9 件']],
  ['reposted', '解读政策文件40件，其中省级政策解读转载16件。', []],
  ['causedBy', '受理政府信息公开申请61件，因投诉举报引发的43件。', ['applications.received.total 61 件']],
  ['amongDisputes', '全市行政复议案件中，涉及政府信息公开的有46件。', ['reconsideration.total 46 件']],
  ['peopleBehind', '开展政务公开专题培训2期60人。', ['training.sessions 2 期', 'training.trainees 60 人']],
  ['onApplication', '主动公开政府信息90条，依申请公开政府信息4件。', ['disclosure.total 90 条']],
  ['handledApart', '主办人大代表建议2件、协办5件。', []],
  ['someBodies', '仍有6个部门全年公开信息不足60条。', []],
  ['carriedNext', '办结政府信息公开申请21件，另有3件尚未办结，将结转下年度办理。', ['applications.carriedForward 3 件', 'applications.closed.total 21 件']],
  ['timesBefore', '区政务公开办先后3次举办业务培训。', ['training.sessions 3 次']],
  ['restOfResults', '政府信息公开行政复议9件，其中维持6件、纠正1件、其他2件。', ['reconsideration.corrected 1 件', 'reconsideration.other 2 件', 'reconsideration.total 9 件', 'reconsideration.upheld 6 件']],
];

describe.each([['production', PRODUCTIONS, NEEDED], ['scope', SCOPES, NEEDED_SCOPES]] as const)('each %s', (_kind, grammar, needed) => {
  const whole = [...grammar.entries()] as [string, never][];
  afterEach(() => {
    grammar.clear();
    for (const [name, rule] of whole) grammar.set(name, rule);
  });

  it('has a sentence that needs it', () => {
    expect([...needed.map(([name]) => name), 'beside'].sort()).toEqual(expect.arrayContaining([...grammar.keys()].sort()));
  });

  it.each(needed)('%s: %s', (name, text, facts) => {
    expect(metricFacts(text)).toEqual(facts);
    grammar.delete(name);
    expect(metricFacts(text)).not.toEqual(facts);
  });
});

describe('two readings that disagree', () => {
  it.each([
    ['4月和9月分别举办政务公开培训班1期。'], // one number said of two
    ['通过门户网站、微博分别发布信息12条、7条、3条。'], // more numbers than members
    ['行政复议3件、行政诉讼2件，其中维持4件。'],
    ['依申请公开及不予公开信息256份。'],
    ['答复政府信息公开申请中，征求意见后2件同意公开。'],
  ])('make no metric of %s', (text) => {
    expect(metricFacts(text).filter((fact) => !/^(?:reconsideration|litigation)\.total/.test(fact))).toEqual([]);
  });
});

/** Sentences written down before the grammar was, the half of them not looked at while it grew. */
describe.each(['open', 'held'])('sentences set aside: %s', (name) => {
  it('are read with no wrong metric but what is allowed for', () => {
    const rows = JSON.parse(readFileSync(new URL(`./held/${name}.json`, import.meta.url), 'utf8')) as { text: string; under?: string; facts: string[] }[];
    let found = 0;
    let wanted = 0;
    const wrong: string[] = [];
    for (const { text, under, facts } of rows) {
      const want = facts.filter((fact) => !fact.startsWith('- '));
      const have = metricFacts(text, under);
      wanted += want.length;
      found += want.filter((fact) => have.includes(fact)).length;
      wrong.push(...have.filter((fact) => !want.includes(fact)));
    }
    expect(wrong).toEqual([]);
    expect(found / wanted).toBeGreaterThan(0.9);
  });
});
