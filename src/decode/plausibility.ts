/** How much a text looks like a Chinese report. Only readings of the same bytes are compared, so the scale is free. */

/** Characters that make up most of any such report; mojibake seldom yields one. */
const FIELD =
  '的一是不了在有和年月日为以及与对政府信息公开工作报告度条例主动依申请情况收到处理结果总计本机关行政复议诉讼存主要问题改进其他需事项' +
  '规章范性文件许可罚强制业费采购第二十三四五六七八九零件数量内容新发布办公室人民国务院市县区镇乡街道局委员会部门单位网站平台建设' +
  '监督保障组织领导法律提供予部分属于维持纠正审总合计自然商企科研构社会益服';

const Kind = { Field: 2, Common: 1, Neutral: 0, Odd: -1, Control: -2, Broken: -6 } as const;

let table: Int8Array | undefined;

/** Mean weight of the characters that are not ASCII; plain ASCII text has 1. A character cut off at the end does not count. Linear. */
export function plausibility(text: string): number {
  table ??= buildTable();
  let sum = 0;
  let counted = 0;
  const end = text.endsWith('\uFFFD') ? text.length - 1 : text.length;
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80 && code > 0x1f) continue;
    const weight = table[code]!;
    // Rules of a table say as little as digits: a file may be made of little else.
    if (weight === 0 && (code < 0x80 || (code >= 0x2500 && code < 0x2580))) continue;
    sum += weight;
    counted++;
  }
  return counted === 0 ? 1 : sum / counted;
}

function buildTable(): Int8Array {
  const weights = new Int8Array(0x10000).fill(Kind.Odd);
  weights.fill(Kind.Control, 0, 0x20);
  for (const code of [9, 10, 12, 13]) weights[code] = Kind.Neutral;
  weights.fill(Kind.Neutral, 0x20, 0x7f);
  weights.fill(Kind.Control, 0x7f, 0xa0);
  weights.fill(Kind.Neutral, 0x2000, 0x2070);
  weights.fill(Kind.Neutral, 0x2150, 0x2200);
  weights.fill(Kind.Neutral, 0x2460, 0x2600);
  weights.fill(Kind.Neutral, 0x4e00, 0xa000);
  weights.fill(Kind.Broken, 0xe000, 0xf900);
  weights[0xfffd] = Kind.Broken;
  weights[0xfffe] = weights[0xffff] = Kind.Broken;
  for (const code of [0xa0, 0xb7, 0xd7, 0xfeff]) weights[code] = Kind.Neutral;
  // GB2312 level 1: the 3,755 characters in common use, rows 16 to 55.
  const decoder = new TextDecoder('gb18030');
  const pair = new Uint8Array(2);
  for (let row = 0xb0; row <= 0xd7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      pair[0] = row;
      pair[1] = cell;
      const code = decoder.decode(pair).charCodeAt(0);
      if (code < 0xe000) weights[code] = Kind.Common;
    }
  }
  weights.fill(Kind.Common, 0x3000, 0x3003);
  weights.fill(Kind.Common, 0xff01, 0xff5f);
  for (const char of FIELD) weights[char.charCodeAt(0)] = Kind.Field;
  return weights;
}
