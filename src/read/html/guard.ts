/**
 * Bounds on the shape of a page before it is parsed. Tree construction costs the depth of the tree at every tag, and
 * unclosed formatting elements are opened anew in every paragraph: both are quadratic on a page made for it. Tags beyond
 * the bounds are blanked in place, so that every offset stays what it was.
 */

/** Blink and WebKit stop at this depth, too. */
const MAX_DEPTH = 512;
/** Most elements that unclosed formatting may add to the tree; beyond it the page does without formatting altogether. */
const MAX_REOPENED = 400_000;
/** A tag longer than this carries a picture or a script's data, not structure. */
const MAX_TAG = 8192;

const FORMATTING = new Set(['a', 'b', 'big', 'code', 'em', 'font', 'i', 'nobr', 's', 'small', 'strike', 'strong', 'tt', 'u']);
/** Elements without an end tag, or whose end tag may be left out. */
const UNCOUNTED = new Set([
  'area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr',
  'p', 'li', 'dt', 'dd', 'option', 'optgroup', 'tr', 'td', 'th', 'tbody', 'thead', 'tfoot', 'colgroup', 'rp', 'rt', 'html', 'head', 'body',
]);

export function guard(source: string): string {
  const within = blankTags(source, false);
  return within.reopened > MAX_REOPENED ? blankTags(source, true).text : within.text;
}

function blankTags(source: string, formattingToo: boolean): { text: string; reopened: number } {
  const tag = /<(\/?)([a-zA-Z][a-zA-Z0-9:_-]{0,40})/g;
  const parts: string[] = [];
  let [depth, unclosed, reopened, kept] = [0, 0, 0, 0];
  for (let match = tag.exec(source); match !== null; match = tag.exec(source)) {
    const name = match[2]!.toLowerCase();
    const closing = match[1] === '/';
    const close = source.indexOf('>', tag.lastIndex);
    const end = close === -1 ? source.length : close + 1;
    let blankFrom = end - match.index > MAX_TAG ? tag.lastIndex : null;
    if (FORMATTING.has(name)) {
      unclosed = closing ? Math.max(0, unclosed - 1) : unclosed + 1;
      if (formattingToo) blankFrom = match.index;
    } else if (!closing) reopened += unclosed;
    if (!FORMATTING.has(name) && !UNCOUNTED.has(name)) {
      if (closing) depth = Math.max(0, depth - 1);
      else if (depth < MAX_DEPTH) depth++;
      else blankFrom = match.index;
    }
    if (FORMATTING.has(name) && unclosed > MAX_DEPTH) reopened += unclosed;
    if (blankFrom === null) continue;
    // What is blanked from its name on keeps its own end.
    const blankTo = blankFrom === match.index ? end : Math.max(blankFrom, end - 1);
    // A tag within a word must not become a space in it.
    parts.push(source.slice(kept, blankFrom), (FORMATTING.has(name) && blankFrom === match.index ? '\u200b' : ' ').repeat(blankTo - blankFrom));
    kept = blankTo;
    tag.lastIndex = end;
  }
  parts.push(source.slice(kept));
  return { text: parts.length === 1 ? source : parts.join(''), reopened };
}
