/**
 * Kinds of sentences made by program: templates over classes of words, orders, units, verbs and actors, each with the facts it
 * states. A row is a sentence, the heading it stands under and its metric facts; what has no metric is not listed.
 */
export interface Kind {
  text: string;
  under?: string;
  facts: string[];
}

const APPLICATIONS = '收到和处理政府信息公开申请情况';
const DISPUTES = '因政府信息公开申请行政复议、提起行政诉讼情况';
const DISCLOSURE = '主动公开政府信息情况';

type Word = readonly [words: string, metric: string];

const WAYS: readonly Word[] = [['网络申请', 'online'], ['信函申请', 'letter'], ['当面申请', 'inPerson'], ['传真申请', 'fax']].map(([words, code]) => [words!, `applications.received.${code}`]);
const APPLICANTS: readonly Word[] = [['自然人', 'naturalPerson'], ['法人或其他组织', 'organizations']].map(([words, code]) => [words!, `applications.received.${code}`]);
const OUTCOMES: readonly Word[] = [
  ['予以公开', 'granted'], ['部分公开', 'partiallyGranted'], ['不予公开', 'denied.total'], ['无法提供', 'unavailable'], ['不予处理', 'notProcessed'],
].map(([words, code]) => [words!, `applications.replied.${code}`]);
const OLD_OUTCOMES: readonly Word[] = [
  ['同意公开', 'granted'], ['同意部分公开', 'partiallyGranted'], ['不同意公开', 'denied.total'], ['申请信息不存在', 'notExist'], ['不属于本行政机关公开', 'notThisAgency'],
].map(([words, code]) => [words!, `applications.replied.${code}`]);
const RESULTS: readonly Word[] = [['维持', 'upheld'], ['纠正', 'corrected'], ['尚未审结', 'pending']].map(([words, code]) => [words!, `reconsideration.${code}`]);
const CHANNELS: readonly Word[] = [
  ['门户网站', 'website'], ['政务微博', 'weibo'], ['微信公众号', 'wechat'], ['政府公报', 'gazette'],
].map(([words, code]) => [words!, `disclosure.channels.${code}`]);
const CASE_UNITS = ['件', '宗', '份'] as const;

/** Lists of two and of all members, in order and turned round. */
function lists(words: readonly Word[]): Word[][] {
  return [words.slice(0, 2), words.slice(1), [...words], [...words].reverse()].filter((list) => list.length > 1);
}

const value = (index: number): number => 3 + 4 * index;
const joined = (parts: readonly string[], last: string): string => (parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join('、')}${last}${parts.at(-1)!}`);
const counted = (list: readonly Word[], unit: string): string[] => list.map(([, metric], index) => `${metric} ${value(index)} ${unit}`);

/** A、B和C分别为1件、2件和3件. */
export function respectively(): Kind[] {
  const kinds: Kind[] = [];
  for (const words of ['分别为', '分别是', '分别有', '依次为', '分别达到', '分别共有']) {
    for (const [joint, unit] of [['、', '件'], ['和', '宗'], ['以及', '件'], ['与', '份']] as const) {
      for (const list of [...lists(WAYS), ...lists(OUTCOMES), ...lists(OLD_OUTCOMES), ...lists(APPLICANTS)]) {
        const numbers = joined(list.map((_, index) => `${value(index)}${unit}`), joint);
        kinds.push({ text: `全年${joined(list.map(([one]) => one), joint)}${words}${numbers}。`, under: APPLICATIONS, facts: counted(list, unit) });
      }
      for (const list of lists(RESULTS)) {
        kinds.push({ text: `行政复议结果中，${joined(list.map(([one]) => one), joint)}的${words}${joined(list.map((_, index) => `${value(index)}${unit}`), joint)}。`, under: DISPUTES, facts: counted(list, unit) });
      }
    }
    for (const list of lists(CHANNELS)) {
      for (const shape of ['通过A公开政府信息的数量B', 'A发布信息B', '全年在A发布的政府信息B']) {
        const text = shape.replace('A', joined(list.map(([one]) => one), '和')).replace('B', `${words}${joined(list.map((_, index) => `${value(index)}条`), '和')}`);
        kinds.push({ text: `${text}。`, under: DISCLOSURE, facts: counted(list, '条') });
      }
    }
  }
  return kinds;
}

/** 行政复议、行政诉讼各1件. */
export function each(): Kind[] {
  return ['引发的', '被申请', '产生的'].flatMap((verb) => ['', '案件'].flatMap((noun) => ['各1件', '各有1件', '各为1件'].map((words) => ({
    text: `因政府信息公开${verb}行政复议、行政诉讼${noun}${words}。`, facts: ['reconsideration.total 1 件', 'litigation.total 1 件'],
  }))));
}

/** 23件予以公开，4件部分公开: the number first, in every place a list can begin. */
export function numberFirst(): Kind[] {
  const kinds: Kind[] = [];
  const leads: readonly (readonly [string, string[]])[] = [
    ['', []], ['其中', []], ['其中，', []], ['在作出的答复中，', []], ['从答复结果看，', []], ['对政府信息公开申请，', []],
    ['全年收到政府信息公开申请120件，其中', ['applications.received.total 120 件']], ['收到政府信息公开申请120件：', ['applications.received.total 120 件']], ['答复申请120件（', ['applications.replied.total 120 件']],
  ];
  for (const [lead, facts] of leads) {
    for (const stop of ['，', '；', '、']) {
      for (const list of [...lists(OUTCOMES), ...lists(OLD_OUTCOMES)]) {
        for (const [before, after] of [['', ''], ['', '的'], ['有', ''], ['作出', '答复'], ['申请', '']] as const) {
          const words = list.map(([one], index) => (before === '有' ? `有${value(index)}件${one}` : `${value(index)}件${before}${one}${after}`));
          kinds.push({ text: `${lead}${words.join(stop)}${lead.endsWith('（') ? '）' : ''}。`, under: APPLICATIONS, facts: [...facts, ...counted(list, '件')] });
        }
      }
    }
  }
  for (const lead of ['全年发生政府信息公开行政复议30件，其中', '政府信息公开行政复议30件，']) {
    for (const list of lists(RESULTS)) {
      for (const before of ['', '被', '已']) {
        const words = list.map(([one], index) => `${value(index)}件${one.startsWith('尚') ? '' : before}${one}`);
        kinds.push({ text: `${lead}${words.join('，')}。`, facts: ['reconsideration.total 30 件', ...counted(list, '件')] });
      }
    }
  }
  return kinds;
}

/** 除4件结转下年度外，其余54件全部办结. */
export function exceptions(): Kind[] {
  return ['除4件', '除了4件', '除有4件'].flatMap((lead) => ['结转下年度', '结转下年度继续办理', '转入下一年度', '顺延至次年'].flatMap((next) => ['外', '以外', '之外'].flatMap((end) => ['其余', '其他', '剩余'].flatMap((rest) => ['全部办结', '均已办结', '已办结', '按时办结'].map((done) => ({
    text: `全年受理政府信息公开申请58件，${lead}${next}${end}，${rest}54件${done}。`,
    facts: ['applications.received.total 58 件', 'applications.carriedForward 4 件', `applications.closed.${done === '按时办结' ? 'onTime' : 'total'} 54 件`],
  }))))));
}

/** 由上年的35件上升到52件, 比上年的70件减少7件, 同比下降两成，为8件, 2021年为780条. */
export function years(): Kind[] {
  const kinds: Kind[] = [];
  const subjects: readonly Word[] = [
    ['收到政府信息公开申请', 'applications.received.total'], ['政府信息公开申请办结数', 'applications.closed.total'], ['政府信息公开行政复议', 'reconsideration.total'], ['政府信息公开行政诉讼案件', 'litigation.total'],
  ];
  for (const [subject, metric] of subjects) {
    for (const year of ['上年', '2021年', '去年', '上年度', '上一年度']) {
      for (const to of ['上升到', '增加至', '增长到', '增至']) kinds.push({ text: `${subject}由${year}的35件${to}52件。`, facts: [`${metric} 35 件 @2021`, `${metric} 52 件`] });
      for (const to of ['下降到', '减少至', '降至', '降为']) kinds.push({ text: `${subject}从${year}的52件${to}2022年的35件。`, facts: [`${metric} 52 件 @2021`, `${metric} 35 件`] });
      for (const than of ['比', '较']) {
        kinds.push({ text: `${subject}63件，${than}${year}的70件减少7件。`, facts: [`${metric} 63 件`, `${metric} 70 件 @2021`] });
        kinds.push({ text: `${subject}${than}${year}的70件有所减少，为63件。`, facts: [`${metric} 70 件 @2021`, `${metric} 63 件`] });
        kinds.push({ text: `${subject}较上年减少7件，为63件。`, facts: [`${metric} 63 件`] });
      }
      kinds.push({ text: `${subject}63件（${year}为70件）。`, facts: [`${metric} 63 件`, `${metric} 70 件 @2021`] });
      kinds.push({ text: `${subject}63件，${year}为70件。`, facts: [`${metric} 63 件`, `${metric} 70 件 @2021`] });
    }
    for (const turn of ['同比下降两成', '同比增长12%', '较上年有所减少', '比上年明显上升']) kinds.push({ text: `2022年，${subject}${turn}，为8件。`, facts: [`${metric} 8 件`] });
    kinds.push({ text: `2021年、2022年${subject}分别为24件、31件。`, facts: [`${metric} 24 件 @2021`, `${metric} 31 件`] });
  }
  return kinds;
}

/** 县直单位1204条，各乡镇863条，合计2067条: parts by who acts have no metric, their sum has. */
export function actors(): Kind[] {
  const kinds: Kind[] = [];
  const parts = [['县直各单位', '各乡镇'], ['区政府办代表区政府', '区直部门'], ['市本级', '各县区'], ['县级部门', '镇（街道）'], ['市直部门', '各县（市、区）'], ['区直单位', '各街道']] as const;
  for (const [one, other] of parts) {
    for (const sum of ['合计', '共计', '全区合计', '全县共', '两项合计', '总计']) {
      kinds.push({ text: `${one}受理政府信息公开申请17件，${other}受理政府信息公开申请61件，${sum}78件。`, facts: ['applications.received.total 78 件'] });
      kinds.push({ text: `${one}主动公开政府信息1204条；${other}主动公开政府信息863条；${sum}2067条。`, facts: ['disclosure.total 2067 条'] });
    }
    kinds.push({ text: `全年收到政府信息公开申请78件，其中${one}收到17件，${other}收到61件。`, facts: ['applications.received.total 78 件'] });
    kinds.push({ text: `${one}主动公开政府信息1204条，${other}主动公开政府信息863条。`, facts: [] });
    kinds.push({ text: `${other}收到政府信息公开申请61件。`, facts: [] });
  }
  return kinds;
}

/** What did not happen, how far a negation reaches. */
export function negations(): Kind[] {
  const kinds: Kind[] = [];
  const nots = ['未发生', '没有发生', '未出现', '无', '不存在', '从未发生', '没有'];
  for (const not of nots) {
    kinds.push({ text: `全年${not}因政府信息公开引发的行政复议、行政诉讼。`, facts: ['reconsideration.total 0 ∅', 'litigation.total 0 ∅'] });
    kinds.push({ text: `我局${not}政府信息公开行政复议被纠错的情况。`, facts: ['reconsideration.corrected 0 ∅'] });
    kinds.push({ text: `我局${not}因政府信息公开被行政复议纠错、行政诉讼败诉的情况。`, facts: ['reconsideration.corrected 0 ∅', 'litigation.corrected 0 ∅'] });
    kinds.push({ text: `全年收到政府信息公开申请8件，${not}延期办结情况。`, facts: ['applications.received.total 8 件', 'applications.closed.extended 0 ∅'] });
    kinds.push({ text: `本机关${not}应公开而不予公开的情况。`, under: APPLICATIONS, facts: [] });
    kinds.push({ text: `本机关${not}应公开未公开、应答复未答复的问题。`, under: APPLICATIONS, facts: [] });
    kinds.push({ text: `全年${not}政府信息公开收费和减免情况。`, facts: ['fees 0 ∅'] });
  }
  for (const not of ['未', '没有', '均未', '都未']) {
    for (const subject of ['', '其中', '结果']) kinds.push({ text: `全年有2件政府信息公开行政复议案件，${subject}${not}被纠错。`, facts: ['reconsideration.total 2 件'] });
  }
  for (const not of ['未', '没有', '从未']) {
    for (const who of ['申请人', '申请人、咨询人', '公民、法人或其他组织', '任何单位和个人', '群众']) {
      for (const fee of ['任何费用', '检索、复制、邮寄等费用', '信息处理费']) kinds.push({ text: `全年${not}向${who}收取${fee}。`, facts: ['fees 0 ∅'] });
    }
    kinds.push({ text: `全年${not}召开新闻发布会，${not}开展在线访谈。`, facts: ['response.channels.pressConferences 0 ∅', 'response.channels.onlineInterviews 0 ∅'] });
    kinds.push({ text: `部分单位${not}开展在线访谈。`, facts: [] });
  }
  for (const not of ['无', '没有', '未配备']) kinds.push({ text: `我镇${not}专职工作人员，兼职工作人员2人。`, facts: ['resources.staff.fullTime 0 ∅', 'resources.staff.partTime 2 人'] });
  return kinds;
}

/** Shared verbs, actors and channels; causes; places of a topic. */
export function scopes(): Kind[] {
  const kinds: Kind[] = [];
  for (const verb of ['制定', '制发', '出台', '制定出台', '印发']) for (const stop of ['，', '、']) {
    kinds.push({ text: `全年${verb}政府规章2件${stop}行政规范性文件14件。`, facts: ['disclosure.regulations 2 件', 'disclosure.normativeDocumentsIssued 14 件'] });
    kinds.push({ text: `${verb}行政规范性文件14件；废止规范性文件3件。`, facts: ['disclosure.normativeDocumentsIssued 14 件'] });
  }
  for (const who of ['主要负责同志', '主要负责人', '市政府主要领导']) for (const take of ['接受', '参加', '出席', '参与']) {
    kinds.push({ text: `${who}参加新闻发布会2场，${take}在线访谈1次。`, facts: ['response.channels.pressConferencesByPrincipal 2 场', 'response.channels.onlineInterviewsByPrincipal 1 次'] });
    kinds.push({ text: `${who}参加新闻发布会2场；开展在线访谈9次。`, facts: ['response.channels.pressConferencesByPrincipal 2 场', 'response.channels.onlineInterviews 9 次'] });
  }
  for (const [channel, metric] of CHANNELS.slice(0, 3)) for (const role of ['充分发挥主渠道作用', '发挥信息公开第一平台作用', '是信息公开的主渠道']) {
    kinds.push({ text: `${channel}${role}，全年发布信息4120条。`, facts: [`${metric} 4120 条`] });
    kinds.push({ text: `加强${channel}建设，全年发布信息4120条。`, facts: [] });
  }
  for (const cause of ['因不服政府信息公开答复', '因对信息公开申请答复不服', '对政府信息公开答复不服', '因政府信息公开不予公开决定', '就政府信息公开答复']) {
    kinds.push({ text: `全年${cause}被申请行政复议4件，被提起行政诉讼2件。`, facts: ['reconsideration.total 4 件', 'litigation.total 2 件'] });
  }
  for (const who of ['被申请人', '被告', '第三人']) for (const [noun, metric] of [['行政复议案件', 'reconsideration.total'], ['行政诉讼案件', 'litigation.total']] as const) {
    kinds.push({ text: `以我办为${who}的政府信息公开${noun}3件。`, facts: [`${metric} 3 件`] });
  }
  for (const list of lists(WAYS)) {
    kinds.push({ text: `${list.map(([one], index) => `${one}${value(index)}件`).join('，')}，以上共受理政府信息公开申请100件。`, facts: [...counted(list, '件'), 'applications.received.total 100 件'] });
  }
  for (const list of [...lists(OLD_OUTCOMES)]) {
    for (const unit of [...CASE_UNITS, '条']) kinds.push({ text: `答复政府信息公开申请100${unit}，其中${list.map(([one], index) => `${one}${value(index)}${unit}`).join('，')}。`, facts: [`applications.replied.total 100 ${unit}`, ...counted(list, unit)] });
  }
  for (const words of ['申请办结总数', '申请办结数', '申请答复数', '收到申请数']) {
    const metric = `applications.${words.startsWith('收') ? 'received' : words.includes('办结') ? 'closed' : 'replied'}.total`;
    for (const is of ['', '为', '共计', '：']) kinds.push({ text: `${words}${is}63件。`, facts: [`${metric} 63 件`] });
  }
  for (const hall of ['政务服务中心', '政务服务大厅', '行政审批局']) for (const verb of ['受理申请', '共受理各类申请', '办结申请']) {
    kinds.push({ text: `全面加强主动公开工作，${hall}${verb}20431件。`, facts: [] });
  }
  for (const verb of ['选派', '选送', '派出', '组织']) for (const unit of ['人', '人次', '名']) {
    kinds.push({ text: `${verb}4${unit}参加省厅举办的政务公开培训。`, facts: [`training.trainees 4 ${unit}`] });
  }
  return kinds;
}

/** Numerals as they are written. */
export function numerals(): Kind[] {
  const written: readonly (readonly [string, number, string?])[] = [
    ['13万2千', 132_000], ['3万2千5百', 32_500], ['1万3千余', 13_000, 'atLeast'], ['1.53万', 15_300], ['12，345', 12_345], ['1，234，567', 1_234_567], ['12 345', 12_345], ['12\u{2009}345', 12_345], ['12\u{a0}345', 12_345],
    ['百余', 100, 'atLeast'], ['千余', 1000, 'atLeast'], ['两百', 200], ['两千三百余', 2300, 'atLeast'], ['13万2000', 132_000], ['1亿2千万', 120_000_000], ['2千万', 20_000_000], ['１２，３４５', 12_345], ['1,234', 1234], ['一万二千', 12_000],
  ];
  return written.flatMap(([words, number, qualifier]) => ['主动公开政府信息A条。', '全年公开政府信息A条，同比增长5%。'].map((shape) => ({
    text: shape.replace('A', words), facts: [`disclosure.total ${number} 条${qualifier === undefined ? '' : ` ${qualifier}`}`],
  })));
}

export const KINDS: Readonly<Record<string, () => Kind[]>> = { respectively, each, numberFirst, exceptions, years, actors, negations, scopes, numerals };
