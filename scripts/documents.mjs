/**
 * Writes the documents under test/read/documents: one made-up report an era as HTML and tab-separated text with the values of its cells,
 * and what LibreOffice makes of the HTML (docx, doc, pdf). Needs `npm run build` and, for the last, `soffice` with a Chinese font.
 *
 *   node scripts/documents.mjs
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formOf } from '../dist/forms/registry.js';

/** The table of that name in the form of an era. */
const tableOf = (era, name) => formOf(era).tables.find((table) => table.name === name);
const DISPUTES = tableOf('2021', 'disputes').blocks[0];
const STATISTICS = tableOf('statistics', 'statistics');

/** Cells `[text, columnSpan, rowSpan]` of a table's rows; the last two are 1 where left out. */
const td = (text, columnSpan = 1, rowSpan = 1) => ({ text: String(text ?? ''), columnSpan, rowSpan });

/** A report under way: its blocks, and the values of its cells. */
function report({ blanks }) {
  const cells = {};
  let seed = 20190515;
  const random = (most) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * (most + 1));
  };
  const put = (code, value) => {
    const blank = value === 0 && blanks;
    cells[code] = blank ? null : value;
    return td(blank ? '' : value);
  };
  return { cells, random, put };
}

function disclosure(blocks, { put, random }) {
  const width = Math.max(...blocks.map((block) => block.columns.length)) + 1;
  return blocks.flatMap((block) => {
    const spans = block.columns.map((_, index) => (index === block.columns.length - 1 ? width - block.columns.length : 1));
    return [
      [td(block.title, width)],
      [td('信息内容'), ...block.columns.map((column, index) => td(column.label, spans[index]))],
      ...block.rows.map((row) => [
        td(row.label),
        ...block.columns.map((column, index) => {
          const value = column.code === 'amount' ? random(90000) / 100 : Math.max(0, random(400) - 60);
          return { ...put(`disclosure.${row.code}.${column.code}`, value), columnSpan: spans[index] };
        }),
      ]),
    ];
  });
}

function applications({ columns: all, rows }, { put, random }) {
  const columns = all.filter((column) => !column.optional);
  const printed = rows.filter((row) => !row.optional);
  const values = new Map();
  const isResult = (row) => row.groups !== undefined && row.code !== 'resultTotal';
  for (const row of printed) {
    const numbers = columns.slice(0, -1).map((_, index) => (isResult(row) ? Math.max(0, random(index === 0 ? 30 : 9) - (index === 0 ? 8 : 6)) : 0));
    values.set(row.code, numbers);
  }
  const results = columns.slice(0, -1).map((_, index) => printed.filter(isResult).reduce((sum, row) => sum + values.get(row.code)[index], 0));
  const carriedOver = results.map((sum) => Math.min(sum, random(4)));
  const carriedForward = results.map(() => random(3));
  values.set('resultTotal', results);
  values.set('carriedOver', carriedOver);
  values.set('carriedForward', carriedForward);
  values.set('received', results.map((sum, index) => sum + carriedForward[index] - carriedOver[index]));
  const head = [
    [td('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', 3, 3), td('申请人情况', 7)],
    [td('自然人', 1, 2), td('法人或其他组织', 5), td('总计', 1, 2)],
    columns.slice(1, -1).map((column) => td(column.label)),
  ];
  const opened = new Map();
  const body = printed.map((row) => {
    const labels = (row.groups ?? []).flatMap((group) => {
      const under = printed.filter((other) => other.groups?.includes(group));
      if (under[0] !== row || under.length === 1) return [];
      opened.set(group, true);
      return [td(group, 1, under.length)];
    });
    const depth = (row.groups ?? []).filter((group) => opened.has(group)).length;
    const numbers = values.get(row.code);
    const sum = numbers.reduce((a, b) => a + b, 0);
    return [
      ...labels, td(row.label, 3 - depth),
      ...columns.map((column, index) => put(`applications.${row.code}.${column.code}`, index < numbers.length ? numbers[index] : sum)),
    ];
  });
  return [...head, ...body];
}

function disputes({ put, random }) {
  const halves = DISPUTES.rows.map((row) => row.code);
  const outcomes = () => DISPUTES.columns.map((column) => td(column.label));
  return [
    [td('行政复议', 5), td('行政诉讼', 10)],
    [...DISPUTES.columns.map((column) => td(column.label, 1, 2)), ...DISPUTES.rows.slice(1).map((row) => td(row.label, 5))],
    [...outcomes(), ...outcomes()],
    halves.flatMap((half) => {
      const numbers = DISPUTES.columns.slice(0, -1).map(() => random(3));
      return DISPUTES.columns.map((column, index) => put(`${half}.${column.code}`, numbers[index] ?? numbers.reduce((a, b) => a + b, 0)));
    }),
  ];
}

function statistics({ put, random }) {
  return [
    [td('统计指标'), td('单位'), td('统计数')],
    ...STATISTICS.blocks[0].rows.map((row) => (row.heading
      ? [td(row.label), td('——'), td('——')]
      : [td(row.label), td(row.unit), put(`statistics.${row.code}`, row.unit === '万元' ? random(900) / 100 : Math.max(0, random(90) - 20))])),
  ];
}

const PROSE = {
  overview: '青岚县档案馆认真落实《中华人民共和国政府信息公开条例》，全年主动公开政府信息128条，受理政府信息公开申请36件，均在规定期限内答复。'
    + '馆内设公共查阅点两处，接待查阅群众540人次；门户网站开设专栏三个，及时发布馆藏开放目录和办事指南，方便群众查询利用。',
  problems: '一是主动公开的内容还不够丰富；二是工作人员的业务能力有待提高。下一步将完善目录，组织两次培训。',
};

function forms(era, cells) {
  const form2019 = era === '2019';
  const title = `青岚县档案馆${form2019 ? 2020 : 2023}年政府信息公开工作年度报告`;
  const year = form2019 ? 2020 : 2023;
  return [
    { h: title },
    { p: `本报告中所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。` },
    { p: '一、总体情况' }, { p: PROSE.overview },
    { p: '二、主动公开政府信息情况' }, { table: disclosure(tableOf(era, 'disclosure').blocks, cells) },
    { p: '三、收到和处理政府信息公开申请情况' },
    { table: applications(tableOf(era, 'applications').blocks[0], cells), wide: true },
    { p: '四、政府信息公开行政复议、行政诉讼情况' }, { table: disputes(cells), wide: true },
    { p: '五、存在的主要问题及改进情况' }, { p: PROSE.problems },
    { p: '六、其他需要报告的事项' }, { p: '本年度未收取信息处理费。' },
  ];
}

const DOCUMENTS = {
  narrative: () => ({
    cells: {},
    blocks: [
      { h: '青岚县档案馆2011年政府信息公开工作年度报告' },
      { p: '根据《中华人民共和国政府信息公开条例》，现公布青岚县档案馆2011年政府信息公开工作年度报告。' },
      { p: '一、概述' }, { p: PROSE.overview },
      { p: '二、主动公开政府信息的情况' }, { p: '全年主动公开政府信息128条，其中机构职能类20条，业务动态类108条。' },
      { p: '三、依申请公开政府信息办理情况' }, { p: '全年受理申请36件，其中当面申请12件，网上申请24件。' },
      { p: '四、存在的主要问题和改进措施' }, { p: PROSE.problems },
    ],
  }),
  statistics: () => {
    const made = report({ blanks: false });
    return {
      cells: made.cells,
      blocks: [
        { h: '青岚县档案馆2016年政府信息公开工作年度报告' },
        { p: '一、概述' }, { p: PROSE.overview },
        { p: '二、存在的主要问题和改进措施' }, { p: PROSE.problems },
        { p: STATISTICS.title }, { p: '（2016年度）' },
        { table: statistics(made) },
      ],
    };
  },
  2019: () => {
    const made = report({ blanks: false });
    return { blocks: forms('2019', made), cells: made.cells };
  },
  2021: () => {
    const made = report({ blanks: false });
    return { blocks: forms('2021', made), cells: made.cells };
  },
  '2021-blanks': () => {
    const made = report({ blanks: true });
    return { blocks: forms('2021', made), cells: made.cells };
  },
};

const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

function toHtml(blocks) {
  const title = blocks[0].h;
  const body = blocks.map((block) => {
    if (block.h !== undefined) return `<h1 style="text-align:center;font-size:18pt">${escape(block.h)}</h1>`;
    if (block.p !== undefined) return `<p style="text-indent:2em;font-size:14pt">${escape(block.p)}</p>`;
    const rows = block.table.map((row) => `<tr>${row.map((cell) => {
      const spans = `${cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : ''}${cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : ''}`;
      return `<td${spans}>${escape(cell.text)}</td>`;
    }).join('')}</tr>`);
    const style = `font-size:${block.wide ? 8 : 10}pt`;
    return `<table border="1" cellspacing="0" cellpadding="2" width="100%" style="${style}">\n${rows.join('\n')}\n</table>`;
  });
  return `<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title>\n`
    + `<style>body,td{font-family:"WenQuanYi Zen Hei"}</style></head>\n<body>\n${body.join('\n')}\n</body></html>\n`;
}

/** Tab-separated, every field of the grid there: what a browser or a spreadsheet puts on the clipboard. */
function toText(blocks) {
  return blocks.map((block) => {
    if (block.table === undefined) return block.h ?? block.p;
    const fields = block.table.map(() => []);
    block.table.forEach((row, y) => {
      let x = 0;
      for (const cell of row) {
        while (fields[y][x] !== undefined) x++;
        for (let dy = 0; dy < cell.rowSpan; dy++) for (let dx = 0; dx < cell.columnSpan; dx++) fields[y + dy][x + dx] = '';
        fields[y][x] = cell.text;
      }
    });
    return fields.map((row) => row.join('\t')).join('\n');
  }).join('\n') + '\n';
}

for (const [name, make] of Object.entries(DOCUMENTS)) {
  const { blocks, cells } = make();
  const folder = new URL(`../test/read/documents/${name}/`, import.meta.url).pathname;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'document.html'), toHtml(blocks));
  writeFileSync(join(folder, 'document.txt'), toText(blocks));
  writeFileSync(join(folder, 'cells.json'), JSON.stringify(cells, null, 1) + '\n');
  const work = mkdtempSync(join(tmpdir(), 'formats-'));
  const convert = (input, format) => execFileSync('soffice', ['--headless', `-env:UserInstallation=file://${work}/profile`, ...(input.endsWith('.html') ? ['--infilter=HTML (StarWriter)'] : []), '--convert-to', format, '--outdir', work, input], { stdio: 'pipe' });
  convert(join(folder, 'document.html'), 'docx:MS Word 2007 XML');
  convert(join(work, 'document.docx'), 'doc:MS Word 97');
  convert(join(work, 'document.docx'), 'pdf:writer_pdf_Export');
  for (const extension of ['docx', 'doc', 'pdf']) renameSync(join(work, `document.${extension}`), join(folder, `document.${extension}`));
  rmSync(work, { recursive: true });
}
