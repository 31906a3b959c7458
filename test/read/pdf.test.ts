import { describe, expect, it } from 'vitest';
import { readPdf } from '../../src/read/pdf/pdf.ts';
import { makePdf, rule, show, table } from './pdf-writer.ts';
import { expectNoHang } from '../helpers/hang.ts';
import { worked } from '../helpers/worked.ts';

const read = (...pages: string[]) => readPdf(makePdf(pages));
const drawn = async (...pages: string[]): Promise<string[]> => (await read(...pages)).text.replace(/\n$/, '').replaceAll('\t', '→').split('\n');
const XS = [80, 180, 260, 340];

describe('ruled tables', () => {
  const rows = [['item', 'made', 'held'], ['rules', '12', ''], ['orders', '', '7']];

  it.each(['stroke', 'fill'] as const)('have their cells where lines of kind %s part them, blanks included', async (pen) => {
    expect(await drawn(table(rows, XS, 700, { pen }))).toEqual(['item→made→held', 'rules→12→', 'orders→→7']);
  });

  it('have merged cells where a line is missing', async () => {
    expect(await drawn(table([['group', null, 'sum'], ['a', 'b', '3']], XS, 700))).toEqual(['group→→sum', 'a→b→3']);
  });

  it('may be open at the sides', async () => {
    expect(await drawn(table(rows, XS, 700, { sides: false }))).toEqual(['item→made→held', 'rules→12→', 'orders→→7']);
  });

  it('are not made of lines that cannot be seen', async () => {
    expect((await read(table(rows, XS, 700, { pen: 'white' }))).grids).toEqual([]);
  });

  it('are not made of a frame around text', async () => {
    const frame = rule(60, 600, 500, 600) + rule(60, 720, 500, 720) + rule(60, 600, 60, 720) + rule(500, 600, 500, 720);
    const result = await read(frame + show('a notice in a frame', 100, 650));
    expect([result.text, result.grids]).toEqual(['a notice in a frame\n', []]);
  });

  it('join the lines of a narrow cell: a number that fills it goes on, words that do not are parted', async () => {
    const narrow = [80, 110, 260];
    const content = table([['', '']], narrow, 700, { height: 48 }) + show('12345', 82, 684) + show('67', 82, 670) + show('first part', 120, 684) + show('second', 120, 670);
    expect(await drawn(content)).toEqual(['1234567→first part\u2028second']);
  });

  it('tell two lines of a cell from one that is broken', async () => {
    const content = table([['', '', '']], [80, 180, 280, 400], 700, { height: 48 }) + show('rules', 82, 684) + show('orders', 82, 670)
      + show('36', 190, 684) + show('4', 190, 670) + show('12', 290, 684);
    expect(await drawn(content)).toEqual(['rules\u2028orders→36\u20284→12']);
  });

  it('read a run that reaches over several cells by its blanks', async () => {
    const content = table([['', '', '']], XS, 700) + show(`rules${' '.repeat(32)}12${' '.repeat(24)}7`, 84, 684);
    expect(await drawn(content)).toEqual(['rules→12→7']);
  });

  it('read text printed twice for bold once', async () => {
    expect(await drawn(table([['item', '4']], [80, 180, 260], 700) + show('item', 84.2, 684) + show('4', 184.2, 684))).toEqual(['item→4']);
  });

  it('keep their columns on a page that is printed sideways', async () => {
    const sideways = (content: string): string => `q 0 1 -1 0 595 0 cm\n${content}Q\n`;
    expect(await drawn(sideways(table(rows, XS, 500)))).toEqual(['item→made→held', 'rules→12→', 'orders→→7']);
  });

  it('leave a watermark across them out', async () => {
    const mark = 'BT /F 40 Tf 0.7 0.7 -0.7 0.7 150 600 Tm (COPY) Tj ET\n';
    expect(await drawn(table(rows, XS, 700) + mark)).toEqual(['item→made→held', 'rules→12→', 'orders→→7']);
  });
});

describe('what stands small and high behind a number', () => {
  const columns = [80, 180, 280, 400];
  const cells = table([['rules', '12', '34']], columns, 700);

  it.each([['moved', show('1', 195.5, 687.5, 6)], ['risen', 'BT /F 6 Tf 3.5 Ts 195.5 684 Td (1) Tj ET\n']])('is the mark of a note: %s', async (_, mark) => {
    expect(await drawn(cells + mark)).toEqual(['rules→12→34']);
    expect(await drawn(show('made 12', 80, 684) + show('1', 115, 687.5, 6) + show('of them', 122, 684))).toEqual(['made 12 of them']);
  });

  it('is a power behind ten, a number where it is as large or as low as others', async () => {
    expect(await drawn(show('3x10', 80, 684) + show('4', 102, 687.5, 6))).toEqual(['3x10⁴']);
    expect(await drawn(cells + show('1', 195.5, 684, 6))).toEqual(['rules→121→34']);
    expect(await drawn(cells + show('1', 195.5, 686.5, 10))).toEqual(['rules→121→34']);
  });
});

describe('what a line is drawn through', () => {
  const columns = [80, 180, 280, 400];
  const cells = (cell: string): string => table([['rules', cell, '34']], columns, 700);

  it.each(['stroke', 'fill'] as const)('is left out and told: %s', async (pen) => {
    const { text, findings } = await read(cells('12') + rule(184, 687, 195, 687, pen));
    expect(text).toBe('rules\t\t34\n');
    expect(findings).toEqual([expect.objectContaining({ code: 'read/struck-text' })]);
  });

  it('may be several words, and stand before others', async () => {
    expect(await drawn(show('made 12 3 of them', 80, 684) + rule(80, 687.4, 114, 687.4))).toEqual(['3 of them']);
    expect(await drawn(cells('12 7') + rule(184, 687, 195, 687))).toEqual(['rules→7→34']);
  });

  it('is no border, no underline, no line that goes on beyond', async () => {
    for (const line of [rule(184, 682.5, 195, 682.5), rule(150, 687, 195, 687), rule(184, 687, 240, 687), rule(184, 694, 195, 694)]) expect((await read(show('12', 184, 684) + show('5', 300, 684) + line)).text).toBe('12\t5\n');
  });
});

describe('page breaks', () => {
  it('join the parts of a table, its columns alike', async () => {
    const first = show('before', 80, 720) + table([['group', null, 'sum']], XS, 700);
    const second = table([['a', 'b', '3']], XS, 780) + show('after', 80, 700);
    const result = await read(first, second);
    expect(result.text).toBe('before\ngroup\t\tsum\na\tb\t3\nafter\n');
    expect(result.grids).toHaveLength(1);
  });

  it('make a row whole that they cut', async () => {
    // The label fills its cell on the first page and ends on the second, where no number stands beside it.
    const xs = [80, 140, 200];
    const first = table([['information', '5']], xs, 100);
    const second = table([['service', ''], ['other', '6']], xs, 780);
    expect(await drawn(first, second)).toEqual(['informationservice→5', 'other→6']);
  });

  it('leave a row of blanks a row of its own', async () => {
    const xs = [80, 200, 260];
    expect(await drawn(table([['fines', '5']], xs, 100), table([['seizures', ''], ['fees', '6']], xs, 780))).toEqual(['fines→5', 'seizures→', 'fees→6']);
  });

  it('do not join tables with text between them', async () => {
    expect((await read(table([['a', '1']], [80, 140, 200], 200) + show('between', 80, 120), table([['b', '2']], [80, 140, 200], 780))).grids).toHaveLength(2);
  });
});

describe('prose', () => {
  it('is joined to paragraphs, over a page break too', async () => {
    const full = 'words of a paragraph that reach the right margin of it all and some more';
    const first = show(full, 80, 700) + show(full, 80, 684) + show('end.', 80, 668) + show(full, 80, 652);
    expect(await drawn(first, show('and its end.', 80, 760))).toEqual([`${full} ${full} end.`, `${full} and its end.`]);
  });

  it('begins anew at an indent', async () => {
    const full = 'words of a paragraph that reach the right margin of it all and some more';
    expect(await drawn(show(full, 80, 700) + show(full.slice(0, -5), 104, 684) + show(full, 80, 668))).toEqual([full, `${full.slice(0, -5)} ${full}`]);
  });

  it('loses page numbers and running heads', async () => {
    const page = (number: number): string => show('Annual report', 250, 810) + show(`text of page ${number}`, 80, 700) + show(`- ${number} -`, 290, 30);
    expect(await drawn(page(1), page(2), page(3))).toEqual(['text of page 1', 'text of page 2', 'text of page 3']);
  });

  it('keeps a number at the foot that is the last of a table', async () => {
    expect(await drawn(table([['a', '1'], ['b', '2']], [80, 140, 200], 80))).toEqual(['a→1', 'b→2']);
  });
});

describe('tables without ruling lines', () => {
  it('have columns where their numbers stand, and are said to be doubtful', async () => {
    const row = (y: number, ...cells: string[]): string => cells.map((cell, index) => (cell === '' ? '' : show(cell, 80 + 100 * index, y))).join('');
    const result = await read(show('heading', 80, 740) + row(700, 'item', 'made', 'held') + row(680, 'rules', '12', '4') + row(660, 'orders', '', '7'));
    expect(result.text).toMatch(/^heading\nitem {2,}made {2,}held\nrules {2,}12 {2,}4\norders {2,}7\n$/);
    expect(result.findings.map((each) => each.code)).toEqual(['read/borderless-table']);
    expect(result.grids).toEqual([]);
  });
});

describe('pages', () => {
  it('without text are named where others have some', async () => {
    const { findings } = await read(show('text', 80, 700), '');
    expect(findings).toMatchObject([{ code: 'read/pages-without-text', args: { pages: '2' } }]);
  });

  it('full of lines take no more time than they should', async () => {
    let content = show('drawing', 80, 700);
    for (let i = 0; i < 20_000; i++) content += `${(i * 37) % 500} ${(i * 91) % 700} m ${((i * 37) % 500) + 20} ${(i * 91) % 700} l S\n`;
    const started = worked();
    expect((await read(content)).text).toContain('drawing');
    expectNoHang(started);
  });
});
