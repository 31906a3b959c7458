/** HTML: pages, and tables inside text or Markdown. */
import type { Block } from '../model/types.ts';
import { fieldsOf, gridsOf, type Grid } from './grid.ts';
import { drawGridLook, textDocument, type Layout, type RenderContext } from './layout.ts';

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/\[\[sup:(\w+)\]\]/g, '<sup>$1</sup>').replaceAll('[[br]]', '<br>');

interface HtmlLook {
  spans: 'spans' | 'empty' | 'first';
  wrapText: (text: string) => string;
  attributes: boolean;
  newlines: boolean;
}

function drawHtmlLook({ random }: RenderContext): HtmlLook {
  return {
    spans: random.pick(['spans', 'spans', 'spans', 'empty']),
    wrapText: random.pick<(text: string) => string>([
      (text) => text, (text) => text, (text) => `<p>${text}</p>`, (text) => `<p style="text-align:center"><span style="font-family:仿宋">${text}</span></p>`,
      (text) => `<div><div>\n ${text}\n</div></div>`, (text) => (text === '' ? '&nbsp;' : text),
    ]),
    attributes: random.chance(0.5),
    newlines: random.chance(0.6),
  };
}

function htmlTable(grid: Grid, look: HtmlLook): string {
  const gap = look.newlines ? '\n' : '';
  const rows = fieldsOf(grid).map((row) => {
    const cells = row.filter((field) => field.origin || look.spans === 'empty').map((field) => {
      const { slot } = field;
      const spans = look.spans === 'empty' ? '' : `${slot.columnSpan > 1 ? ` colspan="${slot.columnSpan}"` : ''}${slot.rowSpan > 1 ? ` rowspan="${slot.rowSpan}"` : ''}`;
      const attributes = look.attributes ? ' width="80" style="border:solid 1px"' : '';
      return `<td${attributes}${spans}>${look.wrapText(escape(field.origin ? slot.text : ''))}</td>`;
    });
    return `<tr>${gap}${cells.join(gap)}${gap}</tr>`;
  });
  return `<table${look.attributes ? ' border="1" cellspacing="0"' : ''}>${gap}${look.attributes ? '<tbody>' : ''}${rows.join(gap)}${look.attributes ? '</tbody>' : ''}${gap}</table>`;
}

function page(blocks: readonly Block[], context: RenderContext): string {
  const look = drawHtmlLook(context);
  const gridLook = drawGridLook(context, 0.75);
  const title = blocks.flatMap((block) => (block.kind === 'title' ? [block.text] : []))[0] ?? '';
  const body = blocks.map((block) => {
    if (block.kind === 'table') return gridsOf(block.table, gridLook).map((grid) => htmlTable(grid, look)).join('\n');
    return block.kind === 'title' ? `<h1>${escape(block.text)}</h1>` : `<p>${escape(block.text)}</p>`;
  });
  const chrome = context.random.chance(0.4) ? '<div class="nav"><a href="/">首页</a> &gt; <a href="/zwgk">政务公开</a></div>\n' : '';
  return `<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>${escape(title)}</title></head>\n<body>\n${chrome}<div class="content">\n${body.join('\n')}\n</div>\n</body></html>\n`;
}

/** A table of nested `div`s is no table for a parser of tables; its cells are lines of a page's text. */
function divPage(blocks: readonly Block[], context: RenderContext): string {
  const gridLook = drawGridLook(context, 0.5);
  const body = blocks.map((block) => {
    if (block.kind !== 'table') return `<div class="p"><span>${escape(block.text)}</span></div>`;
    return gridsOf(block.table, gridLook).map((grid) => `<div class="table">${grid.rows.map((row) => `<div class="tr">${row.map((slot) => `<div class="td"><div>${slot.text === '' ? '&nbsp;' : escape(slot.text)}</div></div>`).join('')}</div>`).join('\n')}</div>`).join('\n');
  });
  return `<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>年度报告</title></head><body>\n${body.join('\n')}\n</body></html>\n`;
}

const insideText = (markdown: boolean): Layout['render'] => (blocks, context) => {
  const look = drawHtmlLook(context);
  return textDocument(blocks, context, (grids) => grids.map((grid) => htmlTable(grid, look)).join('\n\n'), markdown);
};

const base = { shows: true, parting: 'fields', lineBased: false } as const;

export const HTML: readonly Layout[] = [
  { ...base, name: 'html-page', format: 'html', render: page },
  { ...base, name: 'html-divs', format: 'html', held: true, render: divPage },
  { ...base, name: 'html-in-markdown', format: 'text', render: insideText(true) },
  { ...base, name: 'html-in-text', format: 'text', render: insideText(false) },
];
