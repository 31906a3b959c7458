/** Renders the tree of a page as lines: blocks one a line, data tables row by row with tabs between the cells. */
import { finding } from '../../findings/catalogue.ts';
import type { Finding } from '../../schema/report.ts';
import { writeGrid } from '../grid-lines.ts';
import { LineBuilder } from '../lines.ts';
import type { Grid } from '../result.ts';
import { isSurrounding } from './article.ts';
import { sourceRuns } from './runs.ts';
import { gridOf, isLayout, rowGroups } from './table.ts';
import { isElement, isHidden, isText, measure, type Content, type Element, type Node, type Parent, type Text } from './tree.ts';

const BLOCKS = new Set([
  'address', 'article', 'aside', 'blockquote', 'body', 'caption', 'center', 'dd', 'details', 'dialog', 'dir', 'div', 'dl', 'dt', 'fieldset',
  'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hgroup', 'hr', 'html', 'legend', 'li', 'main',
  'menu', 'nav', 'ol', 'p', 'pre', 'section', 'summary', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul',
]);

export interface Rendered {
  text: string;
  lines: LineBuilder;
  grids: Grid[];
  findings: Finding[];
}

type Step = { enter: Node; pre: boolean } | { leave: Element };

/**
 * @param source the text the tree was parsed from, for the places of its text
 * @param whole keeps navigation and footers too
 */
export function render(root: Parent, source: string, whole = false): Rendered {
  const contents = measure(root);
  const page = contents.get(root)!;
  const rendered: Rendered = { text: '', lines: new LineBuilder(), grids: [], findings: [] };
  const { lines } = rendered;
  const stack: Step[] = [];
  const push = (parent: Parent, pre: boolean): void => {
    for (let i = parent.childNodes.length - 1; i >= 0; i--) stack.push({ enter: parent.childNodes[i]!, pre });
  };
  push(root, false);
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    if ('leave' in step) {
      const empty = lines.empty;
      lines.break();
      if (empty && step.leave.tagName === 'p' && contents.get(step.leave)!.text === 0) lines.blank();
      continue;
    }
    const node = step.enter;
    if (isText(node)) addText(lines, node, source, step.pre);
    if (!isElement(node) || isHidden(node)) continue;
    if (node.tagName === 'br') {
      if (lines.empty) lines.blank();
      else lines.break();
      continue;
    }
    const content = contents.get(node);
    if (!whole && content !== undefined && isSurrounding(node, content, page)) continue;
    if (!BLOCKS.has(node.tagName)) {
      push(node, step.pre);
      continue;
    }
    lines.break();
    if (node.tagName === 'table' && renderTable(node, source, contents, rendered)) continue;
    stack.push({ leave: node });
    push(node, step.pre || node.tagName === 'pre');
  }
  rendered.text = lines.text();
  return rendered;
}

/** Renders a table that holds data; `false` for one that is layout and is to be read as blocks. */
function renderTable(table: Element, source: string, contents: ReadonlyMap<Parent, Content>, rendered: Rendered): boolean {
  const groups = rowGroups(table);
  if (isLayout(groups, contents)) return false;
  const { lines } = rendered;
  for (const child of table.childNodes) {
    if (!isElement(child) || child.tagName !== 'caption' || isHidden(child)) continue;
    addInline(lines, child, source);
    lines.break();
  }
  const grid = gridOf(groups);
  if (!grid.formed) rendered.findings.push(finding('read/table-too-wide', { rows: grid.rows.length, columns: grid.columns }));
  if (grid.rows.length > 0) rendered.grids.push(writeGrid(lines, grid, (cell) => { addInline(lines, cell, source); }));
  return true;
}

/** The text of a cell or caption in one line: a block or a line break within becomes a space. */
function addInline(lines: LineBuilder, root: Element, source: string): void {
  const stack: Node[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isText(node)) addText(lines, node, source, false);
    if (!isElement(node) || (node !== root && isHidden(node))) continue;
    if (node.tagName === 'br' || BLOCKS.has(node.tagName)) lines.space();
    for (let i = node.childNodes.length - 1; i >= 0; i--) stack.push(node.childNodes[i]!);
  }
}

function addText(lines: LineBuilder, node: Text, source: string, pre: boolean): void {
  const start = node.sourceCodeLocation?.startOffset;
  const runs = start === undefined ? [{ text: node.value, source: null }] : sourceRuns(node.value, source, start);
  for (const run of runs) {
    if (!pre) {
      lines.add(run.text, run.source);
      continue;
    }
    let at = 0;
    run.text.split('\n').forEach((line, index) => {
      if (index > 0) {
        if (lines.empty) lines.blank();
        else lines.break();
      }
      lines.add(line, run.source === null ? null : run.source + at);
      at += line.length + 1;
    });
  }
}
