/** Words of the lexicon of counts that are many combinations of few. They go into `keyword-graph.ts` and are made for nothing else. */

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
    ['信息', '政府信息', '公开的信息', '制作或保存', '公开', '职责', '职责范围', '职权范围', '公开范围', '公开职权范围', '公开职责范围', '掌握', '制作', '制作保存', '负责公开', '职责范围内'].map((what) => `${not}${body}${what}`)
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

const TO_NEXT = ['', '至', '到', '入'];
const NEXT_YEARS = ['下年度', '下一年度', '下年', '下一年', '次年', '次年度', '明年', '来年', '下个年度'];
/** 结转下年度继续办理, 转入次年, 顺延至下一年度办理, 延至明年办理. */
export const CARRIED_FORWARD: string = ['结转', '转', '顺延', '延', '延续', '跨', '移转', '遗留', '留转']
  .flatMap((verb) => TO_NEXT.flatMap((to) => NEXT_YEARS.flatMap((year) => [`${verb}${to}${year}`, `${verb}${to}${year}继续办理`])))
  .concat(NEXT_YEARS.map((year) => `转${year}办理`)).join(' ');
