/** Which numbers of a sentence are parts of which other. */
import { WHOLES } from '../lexicon/metrics.ts';
import type { Quantity } from './quantities.ts';
import type { Said } from './read-sentence.ts';

const OPENER = /^[^,，;:\d]{0,6}中[,，:]|其中|包括|分别(?:是|为)|含|^\(|(?:^|[,，])即|[,，、](?:与|涉及|因)(?:政府信息|政务)公开[^,，;。\d]{0,6}的/;

/** 行政复议2件、行政诉讼2件，其中复议维持1件: a result of one kind of dispute is no part of the other. */
function ofOtherDispute(whole: string | null, part: string | null): boolean {
  const disputes = ['reconsideration', 'litigation'];
  const [one, other] = [whole, part].map((metric) => metric?.split('.')[0] ?? '');
  return disputes.includes(one!) && disputes.includes(other!) && one !== other;
}

/** Whether a part would only count the whole's own thing again. */
export function sameCount(part: string, whole: string | null): boolean {
  return part === whole || (part === 'disclosure.total' && whole !== null && whole.startsWith('disclosure.'));
}

/** Keeps which whole the members of a list belong to: 其中：A 25 条、B 5 条; 3607 件（市直 349 件、…）. */
export class PartList {
  private whole: number | null = null;
  private sum = 0;
  private members = 0;
  private bySemicolon = false;
  /** Metric of a whole whose members came to more than it. */
  overrun: string | null = null;
  private readonly said: readonly Said[];
  private readonly before: readonly Said[];

  constructor(said: readonly Said[], before: readonly Said[]) {
    this.said = said;
    this.before = before;
  }

  at(index: number): Said {
    return index < 0 ? this.before.at(index)! : this.said[index]!;
  }

  /** Index of the whole a quantity is a part of, `null` where it is none's. `between` is the text since the last number. */
  wholeOf(since: string, quantity: Quantity, metric: string | null, rate: boolean, first: boolean): number | null {
    if (rate) return null;
    const between = since.includes('(') ? since.replace(/\([^()]*\)/g, '') : since;
    if (OPENER.test(between)) this.open(quantity, first, between, metric);
    else if (/另|此外|同时|\)/.test(between) && !/\)[,，、]?其中/.test(between)) this.whole = null;
    if (between.includes(';')) {
      // 其中 A 25 条、B 5 条；C 3 条: once its members are parted by 、 a list ends at the semicolon.
      if (this.members > 1 && !this.bySemicolon) this.whole = null;
      this.bySemicolon = true;
    }
    if (this.whole === null) return null;
    const whole = this.at(this.whole);
    const left = whole.value - this.sum;
    const parents = metric === null ? undefined : WHOLES[metric];
    const foreign = parents !== undefined && metric !== whole.metric && (whole.metric === null ? false : !parents.includes(whole.metric));
    if (quantity.unit !== whole.unit || foreign || (whole.qualifier === 'exact' && quantity.value > left)) {
      // Members that add up to more than their whole are still no wholes themselves.
      if (quantity.unit === whole.unit && !foreign) this.overrun = whole.metric;
      this.whole = null;
      return null;
    }
    this.sum += quantity.value;
    this.members++;
    return this.whole;
  }

  private open(quantity: Quantity, first: boolean, between: string, metric: string | null): void {
    const complete = this.whole !== null && this.sum >= this.at(this.whole).value;
    const previous = this.whole;
    this.sum = 0;
    this.members = 0;
    this.bySemicolon = false;
    this.whole = null;
    const fits = (one: Said): boolean => !one.rate && one.year === undefined && !ofOtherDispute(one.metric, metric) && one.unit === quantity.unit && one.value >= quantity.value;
    if (first) {
      const back = this.before.findLastIndex((one) => fits(one) && one.partOf === undefined);
      if (back >= 0 && /^[^,，]{0,6}其中|^[,，]?(?:分别|包括)/.test(between)) this.whole = back - this.before.length;
      return;
    }
    if (complete && previous !== null && fits(this.at(previous))) {
      this.whole = previous;
      return;
    }
    const back = this.said.findLastIndex((one) => fits(one) && (one.partOf === undefined || one === this.said.at(-1)));
    if (back >= 0) this.whole = back;
  }
}
