/** Renders the tree of a page as lines: blocks one a line, data tables row by row with tabs between the cells. */
import { finding } from '../../findings/catalogue.ts';
import type { Finding } from '../../schema/report.ts';
import { writeGrid } from '../grid-lines.ts';
import { LineBuilder } from '../lines.ts';
import type { Grid } from '../result.ts';
import { isSurrounding } from './article.ts';
import { sourceRuns } from './runs.ts';
import { shownTexts, type ShownTexts } from './shown.ts';
import { gridOf, isLayout, rowGroups } from './table.ts';
import { BLOCKS, isElement, isHidden, isText, measure, type Content, type Element, type Node, type Parent, type Text } from './tree.ts';

export interface Rendered {
  text: string;
  lines: LineBuilder;
  grids: Grid[];
  findings: Finding[];
}

/** A page under way. */
interface Page {
  source: string;
  shown: ShownTexts;
  contents: ReadonlyMap<Parent, Content>;
}

type Step = { enter: Node; pre: boolean } | { leave: Element };

/**
 * @param source the text the tree was parsed from, for the places of its text
 * @param whole keeps navigation and footers too
 */
export function render(root: Parent, source: string, whole = false): Rendered {
  const shown = shownTexts(root);
  const contents = measure(root, shown.texts);
  const page: Page = { source, shown, contents };
  const total = contents.get(root)!;
  const rendered: Rendered = { text: '', lines: new LineBuilder(), grids: [], findings: shown.struck === 0 ? [] : [finding('read/struck-text', { count: shown.struck })] };
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
    if (isText(node)) addText(lines, node, page, step.pre);
    if (!isElement(node) || isHidden(node)) continue;
    if (node.tagName === 'br') {
      if (lines.empty) lines.blank();
      else lines.break();
      continue;
    }
    const content = contents.get(node);
    if (!whole && content !== undefined && isSurrounding(node, content, total)) continue;
    if (!BLOCKS.has(node.tagName)) {
      push(node, step.pre);
      continue;
    }
    lines.break();
    if (node.tagName === 'table' && renderTable(node, page, rendered)) continue;
    stack.push({ leave: node });
    push(node, step.pre || node.tagName === 'pre');
  }
  rendered.text = lines.text();
  return rendered;
}

/** Renders a table that holds data; `false` for one that is layout and is to be read as blocks. */
function renderTable(table: Element, page: Page, rendered: Rendered): boolean {
  const groups = rowGroups(table);
  if (isLayout(groups, page.contents)) return false;
  const { lines } = rendered;
  for (const child of table.childNodes) {
    if (!isElement(child) || child.tagName !== 'caption' || isHidden(child)) continue;
    addInline(lines, child, page);
    lines.break();
  }
  const grid = gridOf(groups);
  if (!grid.formed) rendered.findings.push(finding('read/table-too-wide', { rows: grid.rows.length, columns: grid.columns }));
  if (grid.rows.length > 0) rendered.grids.push(writeGrid(lines, grid, (cell) => { addInline(lines, cell, page); }));
  return true;
}

/** The text of a cell or caption in one line: where a block begins or ends, and at `br`, a line break within the field. */
function addInline(lines: LineBuilder, root: Element, page: Page): void {
  const stack: ({ enter: Node } | { leave: Element; breaks: number })[] = [{ enter: root }];
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    if ('leave' in step) {
      // An empty paragraph takes up a line of its own.
      const empty = step.leave.tagName === 'p' && page.contents.get(step.leave)?.text === 0;
      lines.fieldBreak(empty ? step.breaks + 1 : 1);
      continue;
    }
    const node = step.enter;
    if (isText(node)) addText(lines, node, page, false);
    if (!isElement(node) || (node !== root && isHidden(node))) continue;
    if (node.tagName === 'br') lines.fieldBreak(lines.fieldBreaks + 1);
    else if (node !== root && BLOCKS.has(node.tagName)) {
      lines.fieldBreak(1);
      stack.push({ leave: node, breaks: lines.fieldBreaks });
    }
    for (let i = node.childNodes.length - 1; i >= 0; i--) stack.push({ enter: node.childNodes[i]! });
  }
}

function addText(lines: LineBuilder, node: Text, { source, shown }: Page, pre: boolean): void {
  const start = node.sourceCodeLocation?.startOffset;
  const value = shown.texts.get(node) ?? node.value;
  const runs = start === undefined || value === '' ? [{ text: value, source: null }] : sourceRuns(value, source, start);
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
