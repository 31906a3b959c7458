import { describe, expect, it } from 'vitest';
import { readHtml } from '../../src/read/html/html.ts';
import { encodeTwoByte } from '../helpers/encode.ts';

const read = (html: string) => readHtml(Buffer.from(html), {});
const text = async (html: string): Promise<string> => (await read(html)).text;
/** The lines of a table, tabs and line breaks within cells drawn as arrows. */
const drawn = async (html: string): Promise<string[]> => (await text(html)).trimEnd().replaceAll('\t', '→').replaceAll('\u2028', '↵').split('\n');

describe('blocks', () => {
  it('renders blocks one a line and joins what is inline', async () => {
    expect(await text('<h2>一、总体情况</h2><div>全<span>年</span><b>公开</b>\n  12&nbsp;条。<p>另起一段</p>尾</div><ul><li>甲</li><li>乙</li></ul>'))
      .toBe('一、总体情况\n全年公开 12 条。\n另起一段\n尾\n甲\n乙\n');
  });

  it('breaks at br, leaves one blank line for any number of empty paragraphs', async () => {
    expect(await text('<p>甲<br>乙</p><p>&nbsp;</p><p><br></p><p>丙</p>')).toBe('甲\n乙\n\n丙\n');
  });

  it('keeps the lines of preformatted text', async () => {
    expect(await text('<pre>甲 1\n乙 2\n</pre>')).toBe('甲 1\n乙 2\n');
  });

  it('leaves out what is not shown', async () => {
    expect(await text('<p>甲<script>x()</script><span style="color:red; display: none">密</span><i hidden>密</i></p><noscript>请启用</noscript><style>p{}</style><template><p>样</p></template><input value="x"><p>乙</p>'))
      .toBe('甲\n乙\n');
  });
});

describe('the article among navigation', () => {
  const prose = '<p>本机关全年主动公开政府信息一百二十条，受理申请三件，均已按期答复。</p>'.repeat(6);
  const lines = async (around: string): Promise<string> => (await text(around)).split('\n').filter((line) => !line.startsWith('本机关')).join('|');

  it('drops link lists, bread crumbs and footers', async () => {
    expect(await lines(
      `<ul><li><a>首页</a></li><li><a>公开</a></li><li><a>互动</a></li></ul><div class="crumb">当前位置：<a>首页</a></div><nav><a>回</a></nav>
       <h1>年度报告</h1>${prose}<div class="page-footer">主办单位：某县人民政府</div><footer>备案号</footer>`,
    )).toBe('年度报告|');
  });

  it('keeps the report where a page calls it footer or fills it with links', async () => {
    expect(await lines(`<div class="footer"><h1>年度报告</h1>${prose}</div>`)).toBe('年度报告|');
    expect(await text(`<div class="nav"><table><tr><td>规章</td><td>3</td></tr></table></div>${prose}`)).toContain('规章\t3');
  });
});

describe('a page that shows next to nothing', () => {
  it('is read with what it hides, for a script may show it', async () => {
    const hidden = `<div id="content" style="display:none"><p>${'全年公开信息若干条。'.repeat(20)}</p><script>x</script></div>`;
    expect(await text(`<p>正在加载</p>${hidden}`)).toBe(`正在加载\n${'全年公开信息若干条。'.repeat(20)}\n`);
    expect(await text('<p>正文一段</p><p style="display:none">略</p>')).toBe('正文一段\n');
  });
});

describe('tables', () => {
  it('writes every field of the grid, a merged cell in its first', async () => {
    expect(await drawn(`<table>
      <tr><td colspan="2" rowspan="2">申请</td><td colspan="2">自然人</td></tr><tr><td>男</td><td>女</td></tr>
      <tr><td rowspan="2">结果</td><td>公开</td><td>3</td><td></td></tr><tr><td>不予公开</td><td>&nbsp;</td><td>0</td></tr></table>`))
      .toEqual(['申请→→自然人→', '→→男→女', '结果→公开→3→', '→不予公开→→0']);
  });

  it('gives the geometry of the cells beside their text', async () => {
    const { grids } = await read('<p>前</p><table><tr><td colspan=2>a</td></tr><tr><td>b</td><td>c</td></tr></table>');
    expect(grids).toEqual([{ line: 2, columns: 2, rows: [
      [{ column: 0, rowSpan: 1, columnSpan: 2 }], [{ column: 0, rowSpan: 1, columnSpan: 1 }, { column: 1, rowSpan: 1, columnSpan: 1 }],
    ] }]);
  });

  it('marks where a line ends within a cell', async () => {
    expect(await drawn('<table><tr><td><p>商业</p><p>企业</p></td><td>本年\n新<br>收</td><td><span>1</span><span>2</span></td></tr></table>'))
      .toEqual(['商业↵企业→本年 新↵收→12']);
    expect(await drawn('<table><tr><td>36<br/>4</td><td><div>36</div>4</td><td>36<p>4</td><td>36<table><tr><td>4</td></tr></table></td></tr></table>'))
      .toEqual(['36', '4', '36', '4', '36', '4', '36', '4']);
    expect(await drawn('<table><tr><td>36<br/>4</td><td><div>36</div>4</td><td>36<p>4</td><td><ul><li>36<li>4</ul></td></tr></table>'))
      .toEqual(['36↵4→36↵4→36↵4→36↵4']);
  });

  it('counts the lines of a cell, empty ones too, but not at its start and end', async () => {
    expect(await drawn(`<table><tr><td>36<br><br>4</td><td><p>36</p><p>&nbsp;</p><p>4</p></td><td><p>36</p><p><br></p><p>4</p></td><td><p>36<br></p><p>4</p></td></tr>
      <tr><td><br>36<br></td><td><p></p><p>36</p><p></p></td><td>\n<div> 36 </div>\n</td><td><p>36</p><br><p>4</p></td></tr></table>`))
      .toEqual(['36↵↵4→36↵↵4→36↵↵4→36↵4', '36→36→36→36↵↵4']);
  });

  it('prints the foot of a table last', async () => {
    expect(await drawn('<table><tfoot><tr><td>总计</td><td>3</td></tr></tfoot><tbody><tr><td>新收</td><td>3</td></tr></tbody></table>')).toEqual(['新收→3', '总计→3']);
  });

  it('does without columns the page was only drawn with', async () => {
    expect(await drawn('<table><tr><td colspan=3>甲</td><td colspan=2>1</td></tr><tr><td colspan=3>乙</td><td colspan=2>2</td></tr></table>')).toEqual(['甲→1', '乙→2']);
  });

  it('reads layout tables as blocks, data tables within them as tables', async () => {
    expect(await drawn(`<table><tr><td>导语</td><td><p>正文</p><table><tr><td>规章</td><td>1</td></tr></table></td></tr></table>`))
      .toEqual(['导语', '正文', '规章→1']);
    expect(await drawn('<table><tr><td><h1>题</h1><p>文</p></td></tr></table>')).toEqual(['题', '文']);
    const prose = '全年公开信息若干条，并按期答复全部申请。'.repeat(10);
    expect(await drawn(`<table><tr><td>左栏</td><td><p>${prose}</p><p>${prose}</p></td></tr></table>`)).toEqual(['左栏', prose, prose]);
  });

  it('keeps a form whose last row holds a page of notes', async () => {
    const rows = Array.from({ length: 8 }, (_, i) => `<tr><td>指标${i}</td><td>${i}</td></tr>`).join('');
    const drawnRows = await drawn(`<table>${rows}<tr><td colspan=2>注：${'统计口径说明。'.repeat(60)}</td></tr></table>`);
    expect(drawnRows[3]).toBe('指标3→3');
  });

  it('leaves hidden cells and rows out of the grid', async () => {
    expect(await drawn('<table><tr><td>a</td><td style="display:none">x</td><td>b</td></tr><tr hidden><td>y</td></tr><tr><td>c</td><td>d</td></tr></table>')).toEqual(['a→b', 'c→d']);
  });
});

describe('places', () => {
  it('traces each line and column to the source', async () => {
    const html = '<html><body>\n<p>甲</p>\n<table><tr><td>规章</td>\n  <td> 3 </td></tr></table></body></html>';
    const result = await read(html);
    expect(result.text).toBe('甲\n规章\t3\n');
    expect(result.origins!.place(result.text.indexOf('甲'))).toEqual({ line: 2, column: 4 });
    expect(result.origins!.place(result.text.indexOf('规'))).toEqual({ line: 3, column: 16 });
    expect(result.origins!.place(result.text.indexOf('章'))).toEqual({ line: 3, column: 17 });
    expect(result.origins!.place(result.text.indexOf('3'))).toEqual({ line: 4, column: 8 });
  });

  it('counts character references and line ends of Windows as they stand in the source', async () => {
    const result = await read('<p>x</p>\r\n<p>甲&lt;乙\r\n丙&nbsp;丁&AMP戊</p>');
    const place = (char: string) => result.origins!.place(result.text.indexOf(char));
    expect(result.text).toBe('x\n甲<乙 丙 丁&戊\n');
    expect([place('甲'), place('<'), place('乙')]).toEqual([{ line: 2, column: 4 }, { line: 2, column: 5 }, { line: 2, column: 9 }]);
    expect([place('丙'), place('丁'), place('戊')]).toEqual([{ line: 3, column: 1 }, { line: 3, column: 8 }, { line: 3, column: 13 }]);
  });
});

describe('metadata of the head', () => {
  const head = '<title>青岚县2020年政府信息公开工作年度报告_年报_青岚县</title><meta name="PubDate" content="2021-01-30 10:00"><meta name="ContentSource" content="青岚县政府办">';

  it('stands before the text where the body lacks it', async () => {
    expect(await text(`<html><head>${head}</head><body><p>一、总体情况</p></body></html>`))
      .toBe('青岚县2020年政府信息公开工作年度报告\n发布日期：2021-01-30\n来源：青岚县政府办\n一、总体情况\n');
  });

  it('is left out where the body has it', async () => {
    const body = '<p>青岚县 2020年政府信息公开工作年度报告</p><p>来源：青岚县政府办 时间：2021年1月30日</p>';
    expect(await text(`<html><head>${head}</head><body>${body}</body></html>`)).toBe('青岚县 2020年政府信息公开工作年度报告\n来源：青岚县政府办 时间：2021年1月30日\n');
  });

  it('shifts places and grids by its lines', async () => {
    const result = await read(`<html><head>${head}</head><body><table><tr><td>a</td><td>b</td></tr></table></body></html>`);
    expect(result.grids[0]!.line).toBe(4);
    expect(result.origins!.place(result.text.indexOf('a\tb')).line).toBe(1);
  });

  it('takes no title that names no report', async () => {
    expect(await text('<title>青岚县人民政府</title><p>正文</p>')).toBe('正文\n');
  });
});

describe('encoding', () => {
  const page = (charset: string): string => `<html><head>${charset}</head><body><p>青山市政府年度公告</p></body></html>`;

  it.each([
    ['meta charset', '<meta charset=gb2312>', 'gb18030'],
    ['http-equiv', '<meta http-equiv="Content-Type" content="text/html; charset=GBK">', 'gb18030'],
    ['a declaration of Big5', '<meta charset="big5">', 'big5'],
  ] as const)('follows %s', async (_, meta, encoding) => {
    const result = await readHtml(encodeTwoByte(page(meta), encoding), {});
    expect(result).toMatchObject({ text: '青山市政府年度公告\n', encoding });
  });

  it('does not follow a declaration that the bytes refute', async () => {
    expect((await readHtml(Buffer.from(page('<meta charset=gb2312>')), {})).text).toBe('青山市政府年度公告\n');
  });

  it('puts what the caller says above all', async () => {
    expect((await readHtml(encodeTwoByte(page('<meta charset=utf-8>'), 'big5'), { encoding: 'big5' })).encoding).toBe('big5');
  });
});
