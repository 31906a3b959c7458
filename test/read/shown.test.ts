import { describe, expect, it } from 'vitest';
import { readHtml } from '../../src/read/html/html.ts';
import { raised } from '../../src/read/raised.ts';

const read = (html: string) => readHtml(Buffer.from(html), {});
const cells = async (...contents: string[]): Promise<string[]> => {
  const { text } = await read(`<table><tr><td>行</td>${contents.map((content) => (content.startsWith('<td') ? content : `<td>${content}</td>`)).join('')}<td>末</td></tr></table>`);
  return text.trimEnd().split('\t').slice(1, -1);
};

describe('struck text', () => {
  it('is no part of a number, by element or by style', async () => {
    expect(await cells('<del>3</del>5', '<s>3</s>5', '<strike>3</strike>5', '<span style="text-decoration:line-through">3</span>5', '<b style="color:red; text-decoration-line : underline line-through;">3<i>2</i></b>5'))
      .toEqual(['5', '5', '5', '5', '5']);
    expect(await cells('<s>3</s>', '<ins>5</ins>', '<u style="text-decoration:underline">5</u>')).toEqual(['', '5', '5']);
  });

  it('is told', async () => {
    expect((await read('<p>受理<s>12</s>13件</p>')).findings).toEqual([expect.objectContaining({ code: 'read/struck-text', args: { count: 1 } })]);
    expect((await read('<p>受理<s> </s>13件</p>')).findings).toEqual([]);
  });
});

describe('invisible text', () => {
  it('is left out; a cell that shows nothing keeps its place', async () => {
    expect(await cells(
      '3<span style="visibility:hidden">9</span>', '3<span style="font-size:0">9</span>', '3<span style="FONT-SIZE: 0.0pt">9</span>', '3<span style="mso-hide:all">9</span>',
      '<td style="visibility:hidden">9</td>', '<td style="font-size:0px">9</td>',
    )).toEqual(['3', '3', '3', '3', '', '']);
  });

  it('is shown where an element within is visible again', async () => {
    expect(await cells(
      '<div style="font-size:0">9<span style="font-size:14px">3</span></div>', '<div style="font-size:0"><span style="font-size:2em">9</span><font size="3">3</font></div>',
      '<div style="font:0/0 a"><i style="font-size:small">3</i></div>', '<div style="visibility:hidden">9<b style="visibility:visible">3</b></div>', '<span style="font-size:0.5em">3</span>', '<span style="font-size:10px">3</span>',
    )).toEqual(['3', '3', '3', '3', '3', '3']);
  });
});

describe('superscripts', () => {
  it('behind a number are marks of notes and no digits of it', async () => {
    expect(await cells(
      '33<sup>1</sup>', '33<sup>[1]</sup>', '33<sup><a href="#n1">①</a></sup>', '33<span style="vertical-align: super">2</span>', '33 <sup>注1</sup>', '总计<sup>1</sup>', '33<sup>*</sup>', '33<sup>1</sup><sup>,2</sup>',
    )).toEqual(['33', '33', '33', '33', '33', '总计', '33', '33']);
    expect((await read('<p>全年受理申请33<sup>1</sup>件，面积3m<sup>2</sup>，条例<sup>1</sup>规定，3×10<sup>4</sup>元。</p>')).text).toBe('全年受理申请33件，面积3m²，条例¹规定，3×10⁴元。\n');
  });

  it('that are no marks keep their characters', async () => {
    expect(await cells('<sup>33</sup>', '<sup>全部内容都被设成上标的一段很长的文字 33</sup>', '33<br><sup>1</sup>')).toEqual(['³³', '全部内容都被设成上标的一段很长的文字 33', '33\u2028¹']);
  });

  it('have the length of what they stand for, or none', () => {
    for (const [text, before] of [['1', ''], ['[12]', '3'], ['２', 'm'], ['th', '5']] as const) {
      expect([0, text.length]).toContain(raised(text, before, false).length);
    }
    expect(raised('２', 'm', false)).toBe('²');
  });

  it('keep the place of what follows', async () => {
    const html = '<p>3m<sup>2</sup>和33<sup>1</sup>件&lt;</p>';
    const { text, origins } = await read(html);
    for (const char of ['²', '和', '件', '<']) expect(origins!.place(text.indexOf(char)).column - 1).toBe(html.indexOf({ '²': '2<', '<': '&lt;' }[char] ?? char));
  });
});
