import { describe, expect, it } from 'vitest';
import type { Grid } from '../../src/grid/grid.ts';
import { readGrids } from '../../src/grid/grids.ts';
import { createDocument } from '../../src/text/document.ts';
import { textsOf } from './model.ts';

const grids = (text: string): Grid[] => readGrids(createDocument(text));
const syntaxes = (text: string): string[] => grids(text).map((grid) => grid.syntax);
const tables = (text: string): string[][][] => grids(text).map(textsOf);

describe('HTML', () => {
  it('resolves entities, emphasis and breaks, and leaves out what is struck, hidden or raised', () => {
    const text = '<table><tr><td>甲&nbsp;</td><td><b>3</b><sup>[1]</sup></td><td><s>5</s></td><td>1&#44;234</td><td>36<br>4</td><td style="display:none">9</td></tr></table>';
    expect(tables(text)).toEqual([[['甲', '3', '', '1,234', '36\n4']]]);
    const [row] = grids(text)[0]!.rows;
    expect(text.slice(row![1]!.start, row![1]!.end)).toBe('3');
    // Struck text is not nothing.
    expect(row![2]!.end).toBeGreaterThan(row![2]!.start);
  });

  it('takes the tables within a table that lays them out', () => {
    expect(tables('<table><tr><td><table><tr><td>甲<td>1</table></td><td><table><tr><td>乙<td>2</table></td></tr></table>')).toEqual([[['甲', '1']], [['乙', '2']]]);
  });

  it('ends a table without an end tag at its last cell', () => {
    const text = '<table>\n<tr><td>规章</td><td>3</td></tr>\n三、收到和处理政府信息公开申请情况，这一段文字不在任何表格之中，因为它站在两行之间，而且很长很长很长很长。\n<table><tr><td>总计</td><td>4</td></tr></table>\n完。';
    expect(tables(text)).toEqual([[['规章', '3']], [['总计', '4']]]);
    expect(text.slice(grids(text)[0]!.end)).toMatch(/^\n三、收到/);
    expect(tables('<table><tr><td>规章<td>3\n三、收到的申请')).toEqual([[['规章', '3']]]);
  });

  it('takes rows without a table, and leaves a caption to the text before', () => {
    expect(tables('<tr><td>规章</td><td>3</td></tr>\n<tr><td>许可</td><td>4</td></tr>\n四、复议')).toEqual([[['规章', '3'], ['许可', '4']]]);
    const text = '<table><caption>第二十条第（五）项</caption><tr><td>规章</td><td>3</td></tr></table>';
    expect(grids(text)[0]!.start).toBeGreaterThan(text.indexOf('第（五）项'));
  });

  it('reads spans however they are spelt, and across groups', () => {
    const text = `<TABLE><thead><tr><th ROWSPAN = 2>甲</th><th colspan='2'>乙</th></tr><tr><th>丙<th>丁</tr></thead><tbody><tr><td colspan=\\"3\\">戊</td></tr></tbody></TABLE>`;
    expect(tables(text)).toEqual([[['甲↓2', '乙→2'], ['丙', '丁'], ['戊→3']]]);
  });
});

describe('bars', () => {
  it('begins another table at a rule of another width', () => {
    expect(tables('| 甲 | 1 | 0 |\n|---|---|---|\n| 1 | 0 |\n|---|---|\n')).toEqual([[['甲', '1', '0']], [['1', '0']]]);
    expect(tables('| 项 | 数 |\n|---|---|\n| 甲 | 1 |\n\n| 项 | 数 |\n|---|---|\n| 乙 | 2 |')).toEqual([[['项', '数'], ['甲', '1']], [['项', '数'], ['乙', '2']]]);
  });

  it('keeps single dashes as values unless they are the rule below a header', () => {
    expect(tables('| 项 | 数 |\n|---|---|\n| 甲 | - |\n| - | - |')).toEqual([[['项', '数'], ['甲', '-'], ['-', '-']]]);
    expect(tables('| 项 | 数 |\n| - | - |\n| 甲 | 3 |')).toEqual([[['项', '数'], ['甲', '3']]]);
  });

  it('resolves emphasis, escapes and entities', () => {
    expect(tables('| **规章** | ~~4~~ | 3^1^ | a\\|b | &nbsp; | `5` | $12$ | * |')).toEqual([[['规章', '', '3', 'a|b', '', '5', '12', '*']]]);
  });

  it('joins a row that its outer bars show to be torn, and no other', () => {
    expect(tables('| 项 | 数 |\n|---|---|\n| 行政\n规范性文件 | 3 |\n| 许可 | 4 |')).toEqual([[['项', '数'], ['行政\n规范性文件', '3'], ['许可', '4']]]);
    expect(tables('| 项 | 数 |\n|---|---|\n| 规章 | 3 |\n三、收到和处理政府信息公开申请情况\n正文。')).toEqual([[['项', '数'], ['规章', '3']]]);
  });

  it('gives ragged rows the fields they print', () => {
    expect(tables('| 甲 | 1 | 2 |\n| 乙 | 3 |\n| 丙 | 4 | |')).toEqual([[['甲', '1', '2'], ['乙', '3'], ['丙', '4', '']]]);
  });

  it('reads headings between two bars, and empty cells between two without blanks', () => {
    expect(tables('|| 项 || 数 ||\n| 规章 | 3 |')).toEqual([[['项', '数'], ['规章', '3']]]);
    expect(tables('|规章|3||5||\n||1|2|3||')).toEqual([[['规章', '3', '', '5', ''], ['', '1', '2', '3', '']]]);
    expect(tables('||3||5||\n||4||6||')).toEqual([[['', '3', '', '5', ''], ['', '4', '', '6', '']]]);
    expect(tables('|_. 项 |_. 数 |\n|<. 规章 |<. 3 |')).toEqual([[['项', '数'], ['规章', '3']]]);
  });

  it('finds where rows without outer bars begin and end', () => {
    expect(tables('规章 | 3 | \n | 4 | \n许可 |  | 5\n处罚 | 1 | ')).toEqual([[['规章', '3', ''], ['', '4', ''], ['许可', '', '5'], ['处罚', '1', '']]]);
  });

  it('takes neither navigation nor misread letters for tables', () => {
    expect(syntaxes('首页 | 新闻 | 公开\n')).toEqual([]);
    expect(syntaxes('三、本年 | (一) 予以公开  1 上 4\n度办理 | 只计这一情形\n')).toEqual([]);
    expect(syntaxes('首页 | 政务公开\n联系我们 | 网站地图\n')).toEqual([]);
  });

  it('leaves to others what an empty cell, which looks like the end of a row, may tear', () => {
    expect(grids('规章 |\n3 |\n |\n|\n许可 |\n4 |\n5 |\n|\n').map((grid) => [grid.borders, textsOf(grid)])).toEqual([['shown', [['规章', '3', ''], ['许可', '4', '5']]]]);
    expect(grids('规章 |\n3 |\n|\n|\n许可 |\n4 |\n|\n')).toEqual([]);
  });
});

describe('tabs', () => {
  it('reads rows with empty and missing fields', () => {
    expect(tables('规章\t3\t\r\n\t（一）公开\t1\r\n总计\t\t4\r\n')).toEqual([[['规章', '3', ''], ['', '（一）公开', '1'], ['总计', '', '4']]]);
  });

  it('takes neither a cell a line nor indented prose for a table', () => {
    expect(syntaxes('\t规章\n\t3\n\t4\n\n\t许可\n\t5\n')).toEqual([]);
    expect(syntaxes('\t一年来，本机关按要求推进公开。\n\t二、主动公开\n')).toEqual([]);
  });

  it('reads a field in quotes over several lines', () => {
    expect(tables('"规范性\n文件"\t"3"\n许可\t"说""明"\n')).toEqual([[['规范性\n文件', '3'], ['许可', '说"明']]]);
    expect(tables('"三安全"事项\t3\n许可\t4')).toEqual([[['"三安全"事项', '3'], ['许可', '4']]]);
  });

  it('joins rows that blank lines part, if they part all of them', () => {
    expect(tables('甲\t1\n\n乙\t2\n\n丙\t3\n')).toHaveLength(1);
    expect(tables('项\t数\n甲\t1\n\n项\t数\n乙\t2\n')).toHaveLength(2);
  });
});

describe('delimited values', () => {
  it('keeps thousands and commas of labels together where the other rows tell', () => {
    expect(tables('项目,制发,废止\n规章,1,234,0\n法律,行政法规,3,4\n')).toEqual([[['项目', '制发', '废止'], ['规章', '1,234', '0'], ['法律,行政法规', '3', '4']]]);
  });

  it('reads small tables of other widths that follow each other', () => {
    expect(tables('项目,制发,废止\n规章,1,0\n文件,3,4\n项目,数量\n许可,5\n项目,数量\n处罚,6')).toEqual([
      [['项目', '制发', '废止'], ['规章', '1', '0'], ['文件', '3', '4']], [['项目', '数量'], ['许可', '5'], ['项目', '数量'], ['处罚', '6']],
    ]);
  });

  it('takes no prose', () => {
    expect(syntaxes('全年公开信息45条,其中网站40条,微信5条。\n受理申请3件,答复3件,没有收费。\n')).toEqual([]);
    expect(syntaxes('公开1,234条信息\n收费5,678元整\n')).toEqual([]);
    expect(syntaxes('电话: 0599-123, 邮编 353000\n')).toEqual([]);
  });
});

describe('boxes', () => {
  it('lets a line hold a rule in one part and content in another', () => {
    const text = ['┌──────┬──────┬────┐', '│      │自然人│  3 │', '│申请人├──────┼────┤', '│      │其他  │    │', '└──────┴──────┴────┘'].join('\n');
    expect(tables(text)).toEqual([[['申请人↓2', '自然人', '3'], ['其他', '']]]);
  });

  it('reads a table without a frame', () => {
    expect(tables('项目 │ 数\n─────┼────\n规章 │ 3\n')).toEqual([[['项目', '数'], ['规章', '3']]]);
  });

  it('joins boundaries that differ by a character and that no line tells apart', () => {
    const text = ['┌──────┬────┬────┐', '│甲    │本年│累计│', '├──────┼────┴┬───┤', '│规章  │ 13  │ 5 │', '└──────┴─────┴───┘'].join('\n');
    expect(tables(text)).toEqual([[['甲', '本年', '累计'], ['规章', '13', '5']]]);
  });

  it('keeps two numbers in a cell of a ruled row apart from rows', () => {
    const text = ['┌────┬────┬────┐', '│项  │数  │计  │', '├────┼────┼────┤', '│规章│36  │1   │', '│文件│4   │    │', '├────┼────┼────┤', '│许可│1   │2   │', '├────┼────┼────┤', '│处罚│1   │2   │', '└────┴────┴────┘'].join('\n');
    expect(tables(text)[0]![1]).toEqual(['规章\n文件', '36\n4', '1']);
  });

  it('reads lines that end where their words end', () => {
    const text = ['┌────────┬──────┬──────┐', '│ 申请人情况 │', '├────────┼──────┼──────┤', '│ 规章 │ 3 │ 12 │', '├────────┼──────┼──────┤', '│ 行政规范性文件的数量 │ 4 │ │', '└────────┴──────┴──────┘'].join('\n');
    expect(tables(text)).toEqual([[['申请人情况→3'], ['规章', '3', '12'], ['行政规范性文件的数量', '4', '']]]);
    const ascii = ['+------+-----+', '| 项 | 数 |', '+------+-----+', '| 规章 | 3 |', '| 行政规范性文件 | 12 |', '+------+-----+'].join('\n');
    expect(tables(ascii)).toEqual([[['项', '数'], ['规章', '3'], ['行政规范性文件', '12']]]);
  });

  it('takes each line for a row where rules stand above and below the body only', () => {
    const text = ['+----+---+---+', '|项  |数 |计 |', '+----+---+---+', '|规章|3  |   |', '|许可|   |   |', '|处罚|   |4  |', '+----+---+---+'].join('\n');
    expect(tables(text)).toEqual([[['项', '数', '计'], ['规章', '3', ''], ['许可', '', ''], ['处罚', '', '4']]]);
    const wrapped = ['+----+---+---+', '|项  |数 |计 |', '+----+---+---+', '|规范|3  |4  |', '|文件|   |   |', '+----+---+---+'].join('\n');
    expect(tables(wrapped)).toEqual([[['项', '数', '计'], ['规范\n文件', '3', '4']]]);
  });

  it('ends a table where the next begins', () => {
    expect(tables('┌──┬─┐\n│甲│1│\n└──┴─┘\n┌──┬─┐\n│乙│2│\n└──┴─┘')).toEqual([[['甲', '1']], [['乙', '2']]]);
  });
});

describe('MediaWiki', () => {
  it('reads cells on lines of their own and side by side, with their spans', () => {
    const text = '{| class="wikitable"\n|+ 表一\n! 项 !! 数\n|-\n| rowspan=2 | 规章\n| 3\n|-\n| 4\n|-\n| colspan="2" | 无 || 5\n|}';
    expect(tables(text)).toEqual([[['项', '数'], ['规章↓2', '3'], ['4'], ['无→2', '5']]]);
  });
});

describe('LaTeX', () => {
  it('reads a long table once, without comments, rules and raised notes', () => {
    const text = '\\begin{longtable}[]{@{}ll@{}}\n\\toprule\n项 & 数 \\\\ \\midrule\n\\endfirsthead\n项 & 数 \\\\\n\\endhead\n规章 & 3\\textsuperscript{1} \\\\ % 4 & 5\n\\textbf{许可} & 1\\,234 \\\\\n\\bottomrule\n\\end{longtable}';
    expect(tables(text)).toEqual([[['项', '数'], ['规章', '3'], ['许可', '1 234']]]);
  });

  it('reads rows that reach upwards', () => {
    expect(tables('\\begin{tabular}{ll}\n & 1 \\\\\n\\multirow{-2}{*}{甲} & 2 \\\\\n\\end{tabular}')).toEqual([[['甲↓2', '1'], ['2']]]);
  });

  it('keeps the rows of a table that is never closed', () => {
    const text = '\\begin{tabular}{ll}\n规章 & 3 \\\\\n许可 & 4 \\\\\n\n五、问题';
    expect(tables(text)).toEqual([[['规章', '3'], ['许可', '4']]]);
    expect(text.slice(grids(text)[0]!.end)).toContain('五、问题');
  });
});

describe('lists', () => {
  it('makes the keys of objects the header', () => {
    expect(tables('[{"项目": "规章", "制发": 3}, {"项目": "许可", "废止": null}]')).toEqual([[['项目', '制发', '废止'], ['规章', '3'], ['许可', 'null']]]);
    expect(tables('{"项目": "规章", "数": [1, 2]}\n{"项目": "许可", "数": [3, 4]}')).toEqual([[['项目', '数→2'], ['规章', '1', '2'], ['许可', '3', '4']]]);
  });

  it('makes the keys above objects labels', () => {
    expect(tables('{"复议": {"维持": 1, "总计": 2},\n "诉讼": {"直接": {"维持": 3, "总计": 4}, "复议后": {"维持": 5, "总计": 6}}}')).toEqual([[
      ['维持', '总计'], ['复议→2', '1', '2'], ['诉讼↓2', '直接', '3', '4'], ['复议后', '5', '6'],
    ]]);
    expect(tables('data = {"规章": [1, 2], "许可": [3, 4]}')).toEqual([[['规章', '1', '2'], ['许可', '3', '4']]]);
  });

  it('reads lists of lists in their wrappers', () => {
    expect(tables('df = pd.DataFrame([["规章", 3], ["许可", None]], columns=["项目", "数"])')).toEqual([[['项目', '数'], ['规章', '3'], ['许可', 'None']]]);
    expect(tables("array([['规章', '3'],\n       ['许可', nan]], dtype=object)")).toEqual([[['规章', '3'], ['许可', 'nan']]]);
  });

  it('keeps the whole rows of a list that is cut short', () => {
    expect(tables("[['规章', '3'],\n ['许可', '4'],\n ['处罚', '5\n\n五、问题")[0]!.slice(0, 2)).toEqual([['规章', '3'], ['许可', '4']]);
  });

  it('takes no brackets of prose', () => {
    expect(syntaxes('(一) 主动公开情况\n(二) 依申请公开情况\n[附件1](http://a.cn)\n[1] 见附件\n(2022年, 第3号)\n')).toEqual([]);
  });
});

describe('ruled columns', () => {
  it('ends with the table', () => {
    const text = '项目    数\n------  ---\n规章    3\n许可    4\n\n五、存在的主要问题\n公开不够。';
    expect(tables(text)).toEqual([[['项目', '数'], ['规章', '3'], ['许可', '4']]]);
    expect(text.slice(grids(text)[0]!.end)).toMatch(/^\n\n五/);
  });
});

describe('readers', () => {
  it('reads the grids that a format gives, and no other in their lines', () => {
    const text = '一、情况\n甲\u2028乙\t\t3\n\t丙\t 4 \n完';
    const [grid, ...others] = readGrids(createDocument(text), [{
      line: 2, columns: 3, rows: [[{ column: 0, rowSpan: 2, columnSpan: 1 }, { column: 1, rowSpan: 1, columnSpan: 1 }, { column: 2, rowSpan: 1, columnSpan: 1 }], [{ column: 1, rowSpan: 1, columnSpan: 1 }, { column: 2, rowSpan: 1, columnSpan: 1 }]],
    }]);
    expect(others).toEqual([]);
    expect(textsOf(grid)).toEqual([['甲\n乙↓2', '', '3'], ['丙', '4']]);
    expect(grid).toMatchObject({ syntax: 'reader', columns: 3, borders: 'shown' });
    expect(text.slice(grid!.rows[1]![1]!.start, grid!.rows[1]![1]!.end)).toBe('4');
  });
});

describe('texts without cells', () => {
  it('yields no grid for glued, flattened and single lines', () => {
    expect(syntaxes('规章000行政规范性文件1305\n行政许可97\n')).toEqual([]);
    expect(syntaxes('信息内容\n本年制发件数\n规章\n3\n4\n')).toEqual([]);
    expect(syntaxes('甲县年度报告 一、总体情况 信息内容 本年制发件数 规章 3 4 5 三、收到和处理 新收 1 2 3')).toEqual([]);
    expect(grids('')).toEqual([]);
  });
});
