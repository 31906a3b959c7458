/** Words around a number: how sure it is, and which numbers are none. */
import type { Fact } from '../schema/report.ts';

type Qualifier = Fact['qualifier'];

/** Before the number; the longest that ends there wins. */
export const QUALIFIERS_BEFORE: readonly (readonly [string, Qualifier])[] = [
  ['不超过', 'atMost'], ['不多于', 'atMost'], ['不高于', 'atMost'], ['不足', 'atMost'], ['不到', 'atMost'], ['最多', 'atMost'], ['至多', 'atMost'],
  ['不少于', 'atLeast'], ['不低于', 'atLeast'], ['至少', 'atLeast'], ['超过', 'atLeast'], ['突破', 'atLeast'], ['超', 'atLeast'], ['逾', 'atLeast'],
  ['多于', 'atLeast'], ['将近', 'approximate'], ['接近', 'approximate'], ['大约', 'approximate'], ['大概', 'approximate'], ['约', 'approximate'], ['近', 'approximate'],
];

/** Behind the unit. */
export const QUALIFIERS_AFTER: readonly (readonly [string, Qualifier])[] = [
  ['及以上', 'atLeast'], ['以上', 'atLeast'], ['多', 'atLeast'], ['余', 'atLeast'], ['以内', 'atMost'], ['以下', 'atMost'], ['左右', 'approximate'], ['上下', 'approximate'],
];

/** Fixed expressions whose numerals count nothing. */
export const NO_COUNT: readonly string[] = [
  '两微一端', '一网通办', '一件事', '一次性', '一次办', '跑一次', '一次都不跑', '两个维护', '四个意识', '四个自信', '两个确立', '四个全面', '一人一', '一户一', '一事一',
  '一件一', '一项一', '一案一', '一个窗口', '三个一', '双随机', '三项制度', '两个责任', '五个一', '一个龙头', '三个代表', '四个着力', '八项规定', '四个走在前列',
  '四个方面的', '一类一', '两项合计', '三项合计', '四项合计', '两项共计', '三项共计', '两项总计', '以上两项', '以上三项', '两项共', '三类内部事务', '四类过程性', '三类内部管理',
];

/** Before a Chinese numeral: an indefinite number (数十条, 上百件) or an ordinal. */
export const INDEFINITE_BEFORE = '数几上第每逐';
