/** The phrase a number counts, without its fillers. */
import type { Label } from './label.ts';
import type { Quantity } from './quantities.ts';
import type { Span } from './sentence.ts';

const LEADING = /^(?:各类|有关|[、,，:;"“”()\s]|其中|包括|截至目前|截至|截止|目前|\d{4}年度?|\d+月份?|\d+日|底|末|全年|本年度|本年|共计|总计|合计|累计|一共|分别为|分别|共有|共|已|均|了|的|有|为|达到|达|仅|各|及其|及|和|与|以及|还|也|并|则)+/;
const TRAILING = /(?:[、,，:;"“”()\s]|共计|总计|合计|累计|一共|分别为|分别|共有|共|已|均|了|的|有|(?<!行)为|达到|达|仅|各|约|近|超过|突破|超|逾|过|是|也|就|只|由|从)+$/;

/** The noun phrase counted; where the clause gives none (收到 3 件), the words before the number. */
export function subjectOf(text: string, label: Label, quantity: Quantity): Span {
  const noun = trim(text, quoteStart(text, label), label.noun.end);
  if (noun.end - noun.start > 1) return noun;
  return trim(text, label.left.start, quantity.start);
}

/** A noun that begins within quotation marks (开设“优化营商环境”等专栏) takes the words before it in with it. */
function quoteStart(text: string, label: Label): number {
  const { start, end } = label.noun;
  if ((text.slice(start, end).split('"').length - 1) % 2 === 0) return start;
  const open = text.slice(label.left.start, start).lastIndexOf('"');
  return open < 0 ? start : label.left.start + open;
}

function trim(text: string, from: number, to: number): Span {
  const words = text.slice(from, to);
  const start = from + (LEADING.exec(words)?.[0].length ?? 0);
  if (start >= to) return { start: to, end: to };
  const end = to - (TRAILING.exec(text.slice(start, to))?.[0].length ?? 0);
  return { start, end: Math.max(start, end) };
}
