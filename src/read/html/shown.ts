/** What a reader of a page sees of its texts: struck out, made invisible, or raised behind a number as the mark of a note. */
import { LONGEST_RAISED, raised } from '../raised.ts';
import { attribute, BLOCKS, isElement, isHidden, isText, type Element, type Node, type Parent, type Text } from './tree.ts';

export interface ShownTexts {
  /** What is read in place of a text; every other one is read as it stands. Of the same length, or empty. */
  texts: Map<Text, string>;
  /** Number of texts left out as struck. */
  struck: number;
}

/** What the elements around a text do to it. */
interface Look {
  struck: boolean;
  /** `visibility: hidden`; an element within may be visible again. */
  invisible: boolean;
  /** Font of size 0; a layout's trick against gaps, so that elements within set their own. */
  sizeless: boolean;
  inCell: boolean;
}

const STRIKING = new Set(['s', 'strike', 'del']);
const STRUCK_STYLE = /(?:^|;)\s*text-decoration(?:-line)?\s*:[^;]*line-through/i;
const VISIBILITY = /(?:^|;)\s*visibility\s*:\s*(hidden|visible)/i;
const RAISED_STYLE = /(?:^|;)\s*vertical-align\s*:\s*super/i;
const FONT_SIZE = /(?:^|;)\s*font(?:-size)?\s*:\s*([\d.]+)\s*(%|[a-z]*)/i;
const KEYWORD_SIZE = /(?:^|;)\s*font-size\s*:\s*(?:xx?-)?(?:small|medium|large)/i;
/** Characters before a superscript that are looked at. */
const BEFORE = 12;
/** Nodes below a superscript that are looked at; one with more is no mark. */
const MOST_NODES = 64;

type Step = { enter: Node; look: Look } | { leave: Element };

/** Linear in the tree; no recursion. */
export function shownTexts(root: Parent): ShownTexts {
  const shown: ShownTexts = { texts: new Map(), struck: 0 };
  /** The end of the line so far. */
  let before = '';
  const plain: Look = { struck: false, invisible: false, sizeless: false, inCell: false };
  const stack: Step[] = [];
  const push = (parent: Parent, look: Look): void => {
    for (let i = parent.childNodes.length - 1; i >= 0; i--) stack.push({ enter: parent.childNodes[i]!, look });
  };
  push(root, plain);
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    if ('leave' in step) {
      before = '';
      continue;
    }
    const { enter: node, look } = step;
    if (isText(node)) {
      if (look.struck || look.invisible || look.sizeless) {
        shown.texts.set(node, '');
        if (look.struck && node.value.trim() !== '') shown.struck++;
      } else before = (before + node.value.slice(-BEFORE)).slice(-BEFORE);
      continue;
    }
    if (!isElement(node) || isHidden(node)) continue;
    const block = BLOCKS.has(node.tagName);
    if (block || node.tagName === 'br') before = '';
    const within = lookWithin(node, look);
    const mark = block || within.struck || within.invisible || within.sizeless ? null : markIn(node);
    if (mark !== null) {
      const text = mark.map((each) => each.value).join('');
      const read = raised(text, before, within.inCell);
      let at = 0;
      for (const each of mark) shown.texts.set(each, read.slice(at, (at += each.value.length)));
      before = (before + read).slice(-BEFORE);
      continue;
    }
    if (block) stack.push({ leave: node });
    push(node, within);
  }
  return shown;
}

function lookWithin(element: Element, look: Look): Look {
  const style = attribute(element, 'style');
  const cell = element.tagName === 'td' || element.tagName === 'th';
  const striking = STRIKING.has(element.tagName);
  const sized = look.sizeless && element.tagName === 'font' && attribute(element, 'size') !== null;
  if (style === null && !cell && !striking && !sized) return look;
  const { inCell, sizeless, invisible, struck } = look;
  const visibility = style === null ? undefined : VISIBILITY.exec(style)?.[1]?.toLowerCase();
  return {
    struck: struck || striking || (style !== null && STRUCK_STYLE.test(style)),
    invisible: visibility === undefined ? invisible : visibility === 'hidden',
    sizeless: sized || style === null ? sizeless && !sized : isSizeless(style, sizeless),
    inCell: inCell || cell,
  };
}

/** Sizes relative to a font of size 0 are 0. */
function isSizeless(style: string, around: boolean): boolean {
  const size = FONT_SIZE.exec(style);
  if (size === null) return around && !KEYWORD_SIZE.test(style);
  if (Number(size[1]) === 0) return true;
  return around && (size[2] === '%' || size[2]!.toLowerCase() === 'em' || size[2]!.toLowerCase() === 'ex');
}

/** The texts of an element that is raised and short enough for a mark, `null` for every other. */
function markIn(element: Element): Text[] | null {
  if (element.tagName !== 'sup' && !RAISED_STYLE.test(attribute(element, 'style') ?? '')) return null;
  const texts: Text[] = [];
  const stack: Node[] = [element];
  let length = 0;
  let nodes = 0;
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (++nodes > MOST_NODES) return null;
    if (isText(node)) {
      texts.push(node);
      length += node.value.trim().length;
      if (length > LONGEST_RAISED) return null;
    } else if (isElement(node)) {
      if (BLOCKS.has(node.tagName) || isHidden(node)) return null;
      stack.push(...node.childNodes.slice(0, MOST_NODES + 1).reverse());
    }
  }
  return texts;
}
