/** The stretches that tables claim, less the section headings a table may have run over. */
import { squeeze } from '../text/squeeze.ts';
import type { Stretch } from './clean.ts';

/** Headings of the form that stand between its tables; no row of any table reads so. */
const BETWEEN_TABLES =
  /[一二三四五六七八九十]、(?:(?:行政机关)?主动公开政府信息情况|(?:行政机关)?收到和处理政府信息公开申请情况|因?政府信息公开(?:工作|申请)?(?:被申请)?行政法?复议[、和]?(?:提起)?行政诉讼的?情况|(?:政府信息公开工作)?存在的?(?:主要)?问题[及和]改进(?:情况|措施)|其[他它]需要报告的?事项)/g;

/** Cuts section headings out of claimed stretches. */
export function withoutHeadings(folded: string, claimed: readonly Stretch[]): Stretch[] {
  const left: Stretch[] = [];
  for (const { start, end } of claimed) {
    const { text, at } = squeeze(folded, start, end);
    let from = start;
    for (const match of text.matchAll(BETWEEN_TABLES)) {
      const heading = at[match.index]!;
      if (heading > from) left.push({ start: from, end: heading });
      from = at[match.index + match[0].length - 1]! + 1;
    }
    if (end > from) left.push({ start: from, end });
  }
  return left;
}
