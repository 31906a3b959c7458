/** Words and classes that the grammar of counts is written over: which tags are members of one list, what leads and closes one. */

/**
 * Tags that stand beside each other in one coordination (网上申请、信函申请分别为…): a list is of one class, and what is of
 * none is shared by its members.
 */
export const SIBLINGS: Readonly<Record<string, string>> = {
  ...ofClass('channel', 'gazette website weibo wechat newMedia app2 otherWays otherMedium'),
  ...ofClass('way', 'inPerson fax online letter email'),
  ...ofClass('applicant', 'naturalPerson organization'),
  ...ofClass('outcome', `granted partial denied unavailable notProcessed otherHandling withdrawn notExist notThisAgency
    correctionRequired otherChannel alreadyPublic`),
  ...ofClass('ground', 'stateSecret tradeSecret privacy security notInformation otherLegal'),
  ...ofClass('result', 'upheld corrected dismissed pending otherResult'),
  ...ofClass('dispute', 'recon lit complaint'),
  ...ofClass('proposal', 'congress consultative'),
  ...ofClass('stage', 'recv closed replied carriedOver carriedForward carry onTime extended'),
  ...ofClass('staff', 'fullTime partTime'),
  ...ofClass('event', 'press interview interpretation training meeting'),
  ...ofClass('document', 'regulations normative'),
};

function ofClass(name: string, tags: string): Record<string, string> {
  return Object.fromEntries(tags.split(/\s+/).map((tag) => [tag, name]));
}

/** Words of two members (人大代表建议和政协委员提案) that a list with a number for each parts again. */
export const PARTED: ReadonlySet<string> = new Set(['bothProposals', 'newMedia', 'complaint']);

/** Tags that say by themselves what a number before them counts: 5件被维持, 40件办结, 3件申请. */
export const STATES: ReadonlySet<string> = new Set([
  ...Object.keys(SIBLINGS).filter((tag) => !['channel', 'event', 'document'].includes(SIBLINGS[tag]!)), 'app', 'bothProposals', 'consult',
]);

/** What alone stands before a number whose noun follows it: 有5件…, 除4件…, 其余54件…. */
export const BARE_LEAD = /^(?:其中|除了?|其余|其他|其它|剩余|余下|余|另外?|此外|包括|含|有|共有?|已有|另有|还有|且有|现有|目前|截至目前|分别|为|的|[,，、:;(（"])*$/;
/** A clause with 有 right before the number says whose it is, not what: 市局有1件行政复议. */
export const EXISTS = /(?<![尚仍没])(?:有|发生了?|存在)$/;
/** Behind the number, before the words that say what it counts. */
export const BARE_REAR = /^(?:经协商|经沟通|的|属于|属|涉及|系|均|都|已|全部|皆|依法|按程序|按规定|按要求|按期|按时|如期|及时|依规|正|被|由法院|经法院|法院|作出|作|为|获|得到|申请|案件|予以|结果为?|仍|尚|还|在|处于|提出|要求)+/;
/** Closes an exception: 除4件结转下年度继续办理外. */
export const EXCEPT_END = /(?:之外|以外|外)$/;

/** Parts of a whole by who acts: 县直各单位, 各乡镇, 区政府办代表区政府, 市本级. */
export const PART_ACTORS = `各乡镇 各镇 各乡 各街道 各镇街 各镇办 各镇(街道) 各乡镇(街道) 各乡镇、街道 各镇、街道 镇(街道) 乡镇(街道) 乡镇、街道 镇、街道 各村 各社区 各县区 各区县 各县市区 各县(市、区) 各县(市)区 县(市、区)
  各市县 各旗县 各单位 各科室 各处室 各县 各区 各县(区) 各园区 各部门单位 代表区政府 代表县政府 代表市政府 代表镇政府 代表省政府 代表本级政府 市本级 镇本级 乡本级 街道本级 县本级 区本级 省本级 州本级 局本级
  市直部门 区直部门 县直部门 省直部门 州直部门 旗直部门 市直各部门 区直各部门 县直各部门 省直各部门 市直单位 区直单位 县直单位 省直单位 市直各单位 区直各单位 县直各单位 省直各单位 县直各部门单位 市直机关 区直机关 县直机关
  市级部门 区级部门 县级部门 省级部门 市级各部门 区级各部门 县级各部门 省级各部门 市级单位 区级单位 县级单位 市级机关 乡镇街道 镇街 乡镇 局属单位 局属各单位 下属单位 直属单位 所属单位 派出机构 基层所队 市县两级以下`;

/** All of them named one after the other: 各部门、各镇街 are the whole again. */
export const ALL_ACTORS: string = ['各部门', '各单位', '各级各部门', '各委办局', '各局', '市直各部门', '县直各部门', '区直各部门', '县直各单位', '区直各单位', '市直各单位'].flatMap((one) => (
  ['各镇街', '各乡镇', '各镇', '各乡', '各街道', '各镇办', '各县区', '各区县', '各县', '各区', '乡镇', '镇街'].flatMap((other) => ['', '、', '和', '及'].flatMap((joint) => [`${one}${joint}${other}`, `${other}${joint}${one}`]))
)).join(' ');

/** What may be charged for an answer, in the orders and numbers it is printed in: 检索、复印费用. */
export const COSTS: string = ['检索、复制', '检索、复印', '检索复制', '检索复印', '复制、邮寄', '复印、邮寄', '检索、邮寄', '检索、复印、邮寄', '检索、复制、邮寄', '检索复制邮寄', '检索复印邮寄', '检索、复制、邮递', '复印', '资料复印', '邮递']
  .flatMap((what) => ['费', '费用', '等费用', '成本', '成本费', '成本费用', '等成本费', '的费用'].map((word) => `${what}${word}`)).join(' ');

/** 不属于本机关职责, 非我局公开, 不属我委掌握. */
export const NOT_OURS: string = ['不属于', '不属', '非属', '非', '不是'].flatMap((not) => (
  ['本行政机关', '本机关', '本单位', '本部门', '本局', '本委', '本办', '本镇', '我局', '我委', '我办', '我镇', '我单位', '我机关', '本级机关'].flatMap((body) => (
    ['信息', '政府信息', '公开的信息', '制作或保存', '公开', '职责', '职责范围', '职权范围', '公开范围', '公开职责范围', '掌握', '制作', '制作保存', '负责公开', '职责范围内'].map((what) => `${not}${body}${what}`)
  ))
)).join(' ');

const every = (...parts: readonly (readonly string[])[]): string => parts.reduce<string[]>((words, part) => words.flatMap((word) => part.map((one) => word + one)), ['']).join(' ');

/** 属主动公开范围, 系已公开信息. */
export const PUBLIC_ALREADY: string = every(['属于', '属', '系', '已属', '已属于'], ['已主动公开', '主动公开', '已公开', '已经主动公开', '已经公开'], ['', '范围', '范围内', '信息', '的信息', '政府信息', '的政府信息', '内容']);
/** 不属政府信息公开范围, 非条例规定的政府信息. */
export const NO_INFORMATION: string = every(['不属于', '不属', '非', '不是', '不构成'], ['政府信息', '《条例》所称政府信息', '《条例》规定的政府信息', '条例规定的政府信息', '条例所指政府信息', '政府信息公开', '政府信息公开的'], ['', '范围', '范畴']);
/** 申请人自行撤回申请. */
export const WITHDRAWN: string = every(['', '申请人', '经申请人', '由申请人'], ['主动', '自愿', '自行', '要求', '申请'], ['撤回', '撤销'], ['', '申请']);
/** 其他形式, 其它载体. */
export const OTHER_WAYS: string = every(['其他', '其它', '其他各类', '其它各类'], ['方式', '形式', '渠道', '途径', '媒体', '平台', '载体', '媒介', '公开方式', '公开形式', '公开渠道']);
/** 政策解读类稿件. */
export const INTERPRETATIONS: string = [every(['', '政策', '文件', '政策文件'], ['解读'], ['稿', '稿件', '材料', '信息', '文章', '产品', '作品']), every(['政策解读类', '文件解读类'], ['稿', '稿件', '材料', '文章'])].join(' ');
/** 微博、微信回应热点事件. */
export const ANSWERED_ONLINE: string = every(['微博微信', '微信微博', '微博、微信', '微信、微博', '微博和微信', '微信和微博', '政务微博微信', '政务新媒体', '新媒体'], ['回应'], ['', '公众', '社会', '群众'], ['事件', '热点', '热点事件', '热点问题', '关切', '关切问题', '关注热点', '舆情']);
/** Who heads a body, whoever acts for them, and the lines that bear their names. */
const CHIEFS = ['省长', '市长', '县长', '区长', '州长', '旗长', '镇长', '乡长', '厅长', '局长', '校长'];
export const HEADS: string = every(CHIEFS, ['']);
export const DEPUTIES: string = every(['副'], CHIEFS);
export const HOTLINES: string = every(CHIEFS, ['信箱', '热线', '公开电话', '电话', '邮箱', '接待日']);
/** 咨询留言, 群众咨询来信. */
export const CONSULTED: string = every(['', '群众', '公众', '网上', '在线', '市民', '网友', '各类'], ['咨询'], ['留言', '来信', '信件', '问题', '事项', '件次']);
/** 以在线形式, 邮寄方式: how an application is brought. */
const MANNERS = ['方式', '形式', '渠道', '途径'];
export const ASKED_HOW: Readonly<Record<'inPerson' | 'online' | 'letter', string>> = {
  inPerson: every(['当面', '现场', '窗口', '上门', '当场'], MANNERS),
  online: every(['在线', '线上', '网上', '网络', '互联网', '网络平台', '在线平台'], MANNERS),
  letter: every(['邮寄', '信函', '书信', '信件', '邮政', '邮政快递', '快递'], MANNERS),
};
/** 用于政府信息公开的经费支出. */
export const SPENT_ON: string = every(['用于'], ['政府信息公开', '政务公开', '信息公开'], ['', '工作', '方面'], ['的', ''], ['经费', '经费支出', '费用', '费用支出', '支出', '资金', '专项资金', '专项经费']);
/** Reasons of the form of 2019 that no metric counts: rows of 不予公开 and 不予处理. */
export const ROWS: string = [
  every(['', '属于', '涉及', '系'], ['信访举报投诉类', '信访、举报、投诉类', '信访投诉举报类', '信访类', '举报投诉类', '重复'], ['申请', '申请件', '的申请']),
  every(['', '属于', '涉及', '系'], ['信访举报投诉类', '行政执法案卷', '行政执法案卷信息', '行政查询事项', '三类内部事务信息', '内部事务信息', '内部管理信息', '四类过程性信息', '过程性信息']),
].join(' ');
/** 社会关切问题, 群众关注热点. */
export const CONCERNS: string = every(['', '社会', '群众', '公众', '重大', '网民', '网友', '市民'], ['关切', '关注', '热点', '舆情'], ['热点', '热点问题', '问题', '事项', '事件', '热点事件', '热点舆情']);
/** 政务微博账号: the channel itself, not a page of it. */
export const ACCOUNTS: Readonly<Record<'newMedia' | 'weibo' | 'wechat', string>> = {
  newMedia: every(['', '各类', '各'], ['新媒体', '政务新媒体', '微博微信', '微博、微信'], ['账号', '帐号', '矩阵', '公众号']),
  weibo: every(['微博', '政务微博', '官方微博'], ['账号', '帐号', '平台']),
  wechat: every(['微信', '政务微信', '官方微信', '微信公众号', '政务微信公众号'], ['账号', '帐号']),
};

/** Opens what of a wider kind is about information: 其中…, （…, 与政府信息公开有关的…, 涉及政府信息公开的…. */
export const NARROW_LEAD = /^[,，、]?(?:其中|\(|与(?:政府信息|政务)公开[^,，;。\d]{0,6}[有相]关|(?:涉及|因)(?:政府信息|政务)公开)/;

/** A bare number behind one of these is the sum of the numbers before it. */
export const SUM_LEAD = /^(?:以上|两者|两项|三项|四项|各项|全[省市县区州旗镇乡]|总|全年)?(?:合计|共计|总计|总共|一共|合共|累计|共)(?:共|为|是|达到?|公开|受理|办理)?[:：]?$/;

/** 由35件上升到52件: between the two numbers of a change. */
export const CHANGE_TO = /^(?:[,，])?(?:大幅|逐年|逐步|持续|明显|稳步|略微|略|显著|快速|迅速)?(?:增加|增长|上升|提高|提升|减少|下降|降低|回落|扩大|攀升|压减|增|升|减|降|变|跃升)(?:了)?(?:到了?|至|为|成)/;
/** 与上年的52件相比: before such a number, and behind it. */
export const HELD_TO = /[与同和]$/;
export const HELD_BEHIND = /^(?:相比|相较|比较|对比|比)/;
/** 比上年的, 较2021年的: before a number of another year to which this year's is held. */
export const COMPARED = /(?:(?<!同)比|较|相较于?)$/;

/** Begins a clause whose actor is that of the clause before. */
export const ATTEND_LEAD = /^[,，、](?:并|还|先后|另|同时)?(?:参加|出席|接受|参与|做客|走进|亲自)/;
/** 政府网站充分发挥主渠道作用: what a channel is said to be, before what it published. */
export const CHANNEL_ROLE = /(?:作用|阵地|平台|渠道|窗口|功能|载体|矩阵|运行|上线|改版|升级|更新)[,，]/;
/** What a dispute is about stands behind one of these. */
export const CAUSE_LEAD = /因|由于|不服|针对|认为|不满|异议|^(?:\d{4}年|全年|本年度?)?[,，]?(?:对|就)/;
/** 选派4人次参加…培训. */
export const SENT_LEAD = /(?:选送|选派|选调|派出|委派|派遣|指派|组织|安排|抽调|推荐|派)(?:了|工作人员|人员|干部|信息员)?$/;
/** 120名工作人员参加培训. */
export const TAKES_PART = /^[^,，;。]{0,12}(?:参加|接受|参训)/;
export const SENT_REAR = /参加|参与|接受|参训|赴/;

const TO_NEXT = ['', '至', '到', '入'];
const NEXT_YEARS = ['下年度', '下一年度', '下年', '下一年', '次年', '次年度', '明年', '来年', '下个年度'];
/** 结转下年度继续办理, 转入次年, 顺延至下一年度办理, 延至明年办理. */
export const CARRIED_FORWARD: string = ['结转', '转', '顺延', '延', '延续', '跨', '移转', '遗留', '留转']
  .flatMap((verb) => TO_NEXT.flatMap((to) => NEXT_YEARS.flatMap((year) => [`${verb}${to}${year}`, `${verb}${to}${year}继续办理`])))
  .concat(NEXT_YEARS.map((year) => `转${year}办理`)).join(' ');

/** Behind a negation: what is said not to have been held, set up or put off; the object follows the negation itself. */
export const NOT_HELD = '召开|举办|举行|开展|组织|设置|设立|成立|建立|配备|设有?|制定|制发|出台|印发|延期|延长';
/** A word of refusal right before 公开 or 提供. */
export const REFUSAL = /(?:否决|拒绝|禁止|不宜|不便|暂缓|暂不|限制|不应|未予|未能)$/;
/** Classes of what is made public whose names hold 公开 itself: 村务公开, 财务公开. */
export const CLASS_BEFORE = /(?:[财村居警党厂检]务|低保|预算|决算|预决算|处罚|采购|项目|资金)$/;
/** Bodies that act, behind a number of them. */
export const ACTING_BODIES = /^(?:部门|单位|乡镇|镇街|镇|街道|局|村|社区|县|区|市|科室|处室|机关|行政机关|科|所)(?!网站|门户)/;
/** Behind a number of cases, with no other number: where they were carried to. */
export const CARRIED_ON = /^(?:申请件?)?(?:正在|尚|仍|还|目前)?(?:未|在|处于|因|由于)[^,，;。\d]{0,16}[,，](?:将|拟|已|均|需|予以|并|依法|按规定)?(?:结转|顺延|转)(?:至|到|入)?(?:下一?年度?|次年度?|明年|(\d{4})年)/;
/** Before a number of times that stands before what was done. */
export const TIMES_LEAD = /(?:先后|前后|累计|共|多批)$/;
/** Of some bodies, not of all: 部分单位未开展培训. */
export const OF_SOME = /(?:部分|个别|少数|有的|一些|有些|多数|某些|不少|仍有|(?:其他|其它|其余)(?:部门|单位|乡镇|镇街|街道|科室|机关|各))[^,，;。]*$/;

export const NUMBER_OF_BODIES = /\d[个家](?:部门|单位|乡镇|镇街|镇|街道|局|村|社区|县|区|市|机关|企业)[^,，;。]{0,6}$/;

/** 尚有3件结转至2023年: what is left, once something was counted before. */
export const STILL = /^(?:目前|截至目前|另|其中)?[尚仍还](?:有|存)$/;
