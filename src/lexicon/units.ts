/** Measure words that a counted quantity can carry, and what must not follow them. */

/**
 * Unit -> characters that, standing right behind it, make it another word (12条例, 3人大代表, 5部门).
 * The longest unit wins, so 人次 is read before 人.
 */
export const UNITS: ReadonlyMap<string, string> = new Map([
  ['条', '例目令'], ['件', ''], ['次', '日年月'], ['篇', ''], ['个', ''], ['人', '大民社均事才'], ['人次', ''], ['期', '间限'], ['项', ''],
  ['起', '到来草'], ['场', '所馆'], ['场次', ''], ['期次', ''], ['件次', ''], ['条次', ''], ['批次', ''], ['户次', ''], ['篇次', ''],
  ['家', '庭长'], ['份', '额'], ['类', ''], ['大类', ''], ['大项', ''], ['小类', ''], ['宗', '旨'], ['例', '如会行'], ['则', ''], ['幅', '度'], ['块', ''],
  ['卷', '宗入烟'], ['本', '级年局机单报部区市县镇院校厅委街乡地着轮身'], ['册', ''], ['张', ''], ['页', '面'], ['名', '单录称'], ['位', '置于'], ['部', '门委署分长'],
  ['种', ''], ['批', '准复示评'], ['户', '籍'], ['套', ''], ['台', '账阶'], ['所', '有属以列需在得'], ['处', '理罚室长置于级'], ['轮', ''], ['支', '出付持部'],
  ['封', '闭'], ['通', '知过报道'], ['段', ''], ['组', '织长成'], ['班', '子'], ['辆', ''], ['字', '号'], ['点次', ''], ['门', '户'], ['片', '区'], ['笔', '记者录试'],
  ['元', '旦'], ['万元', ''], ['亿元', ''], ['%', ''], ['倍', ''], ['个百分点', ''], ['平方米', ''], ['公里', ''], ['亩', ''], ['吨', ''],
]);

/** Units of time: a number before one is a length or a date, never a count. */
export const TIME_UNITS: readonly string[] = [
  '个月', '个工作日', '个自然日', '个小时', '个季度', '个多月', '个年度', '个年头', '小时', '分钟', '工作日', '季度', '年', '月', '日', '天', '周', '时', '分', '秒', '号', '世纪',
];

export const MONEY_UNITS: ReadonlySet<string> = new Set(['元', '万元', '亿元']);
/** A rate or a share: a fact, but of no metric. */
export const RATE_UNITS: ReadonlySet<string> = new Set(['%', '倍', '个百分点']);

/** Behind a number and its unit these make a turn of phrase (线上线下两条渠道) that counts nothing of the report. */
export const NO_COUNT_BEHIND = /^(?:渠道|主线|战线|路径|途径|防线|底线|腿走路)/;
/** The contents named in the preamble: 由概述、主动公开情况等六个部分组成. */
export const CONTENTS = /^个?(?:部分|方面|章节)/;
