/** The tree of a page as the renderer walks it: what is not shown is left out, what each element holds is counted. */
import type { DefaultTreeAdapterTypes } from 'parse5';

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;
export type Text = DefaultTreeAdapterTypes.TextNode;
export type Parent = DefaultTreeAdapterTypes.ParentNode;

/** What an element holds below it, counted in characters that are no white space. */
export interface Content {
  text: number;
  /** Characters within links. */
  linked: number;
  links: number;
  /** Full stops of Chinese prose. */
  stops: number;
  /** Whether a table stands below. */
  table: boolean;
}

export function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

export function isText(node: Node): node is Text {
  return node.nodeName === '#text';
}

export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((attr) => attr.name === name)?.value ?? null;
}

/** Elements that show no text of the page's own. */
const UNSHOWN = new Set([
  'script', 'style', 'noscript', 'template', 'iframe', 'object', 'embed', 'svg', 'math', 'select', 'datalist', 'textarea', 'button', 'head', 'title',
  'audio', 'video', 'canvas', 'map', 'noframes', 'xml', 'rp', 'rt',
]);

export const BLOCKS: ReadonlySet<string> = new Set([
  'address', 'article', 'aside', 'blockquote', 'body', 'caption', 'center', 'dd', 'details', 'dialog', 'dir', 'div', 'dl', 'dt', 'fieldset',
  'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hgroup', 'hr', 'html', 'legend', 'li', 'main',
  'menu', 'nav', 'ol', 'p', 'pre', 'section', 'summary', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul',
]);

const HIDING_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*collapse|mso-hide\s*:\s*all)/i;

/**
 * Whether the element and everything below it is taken out of the page. One that only shows nothing (`visibility: hidden`) keeps its
 * place, and a cell its column; its text is told by `shownTexts`.
 */
export function isHidden(element: Element): boolean {
  if (UNSHOWN.has(element.tagName)) return true;
  for (const { name, value } of element.attrs) {
    if (name === 'hidden') return true;
    if (name === 'style' && HIDING_STYLE.test(value)) return true;
    if (name === 'type' && element.tagName === 'input') return true;
  }
  return false;
}

/** Makes shown what a style or an attribute hides, for pages whose own script would show it. */
export function unhide(root: Parent): void {
  const stack: Parent[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    for (const child of node.childNodes) {
      if (!isElement(child) || UNSHOWN.has(child.tagName)) continue;
      child.attrs = child.attrs.filter(({ name }) => name !== 'hidden' && name !== 'style');
      stack.push(child);
    }
  }
}

/**
 * Counts the content of every shown element below `root`, and of `root` itself; no recursion, so depth costs no stack.
 *
 * @param texts what is read in place of some of the texts
 */
export function measure(root: Parent, texts: ReadonlyMap<Text, string>): Map<Parent, Content> {
  const contents = new Map<Parent, Content>();
  const stack: { node: Parent; next: number; inLink: boolean }[] = [];
  const open = (node: Parent, inLink: boolean): void => {
    contents.set(node, { text: 0, linked: 0, links: 0, stops: 0, table: false });
    stack.push({ node, next: 0, inLink });
  };
  open(root, false);
  while (stack.length > 0) {
    const frame = stack.at(-1)!;
    const content = contents.get(frame.node)!;
    const child = frame.node.childNodes[frame.next++];
    if (child === undefined) {
      stack.pop();
      const above = stack.at(-1);
      if (above !== undefined) addTo(contents.get(above.node)!, content, frame.node);
    } else if (isText(child)) {
      const { length, stops } = count(texts.get(child) ?? child.value);
      content.text += length;
      content.stops += stops;
      if (frame.inLink) content.linked += length;
    } else if (isElement(child) && !isHidden(child)) {
      open(child, frame.inLink || child.tagName === 'a');
    }
  }
  return contents;
}

function addTo(sum: Content, content: Content, node: Parent): void {
  sum.text += content.text;
  sum.linked += content.linked;
  sum.links += content.links + (node.nodeName === 'a' ? 1 : 0);
  sum.stops += content.stops;
  sum.table ||= content.table || node.nodeName === 'table';
}

function count(value: string): { length: number; stops: number } {
  let length = 0;
  let stops = 0;
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code <= 32 || code === 0xa0 || code === 0x3000) continue;
    length++;
    if (code === 0x3002) stops++;
  }
  return { length, stops };
}
