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
