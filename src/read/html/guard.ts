/**
 * Bounds on the shape of a page before it is parsed. Tree construction costs the depth of the tree at every tag, and unclosed formatting
 * elements are opened anew in every paragraph: both are quadratic on a page made for it. Tags beyond the bounds are
 * blanked in place, so that every offset stays what it was.
 */

/** Blink and WebKit stop at this depth, too. */
const MAX_DEPTH = 512;
const MAX_FORMATTING = 32;
/** A tag longer than this carries a picture or a script's data, not structure. */
const MAX_TAG = 8192;

const FORMATTING = new Set(['a', 'b', 'big', 'code', 'em', 'font', 'i', 'nobr', 's', 'small', 'strike', 'strong', 'tt', 'u']);
/** Elements without an end tag, or whose end tag may be left out. */
const UNCOUNTED = new Set([
  'area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr',
  'p', 'li', 'dt', 'dd', 'option', 'optgroup', 'tr', 'td', 'th', 'tbody', 'thead', 'tfoot', 'colgroup', 'rp', 'rt', 'html', 'head', 'body',
]);

export function guard(source: string): string {
  const tag = /<(\/?)([a-zA-Z][a-zA-Z0-9:_-]{0,40})/g;
  let depth = 0;
  let formatting = 0;
  let kept = 0;
  const parts: string[] = [];
  const blank = (from: number, to: number): void => {
    parts.push(source.slice(kept, from), ' '.repeat(to - from));
    kept = to;
  };
  for (let match = tag.exec(source); match !== null; match = tag.exec(source)) {
    const from = match.index;
    const name = match[2]!.toLowerCase();
    const closing = match[1] === '/';
    const end = endOfTag(source, tag.lastIndex);
    if (end - from > MAX_TAG) {
      blank(tag.lastIndex, end);
      tag.lastIndex = end;
    }
    if (UNCOUNTED.has(name)) continue;
    if (FORMATTING.has(name)) {
      if (closing) formatting = Math.max(0, formatting - 1);
      else if (formatting >= MAX_FORMATTING) blank(Math.max(from, kept), Math.max(kept, Math.min(end + 1, source.length)));
      else formatting++;
    } else if (closing) depth = Math.max(0, depth - 1);
    else if (depth >= MAX_DEPTH) blank(Math.max(from, kept), Math.max(kept, Math.min(end + 1, source.length)));
    else depth++;
  }
  if (parts.length === 0) return source;
  parts.push(source.slice(kept));
  return parts.join('');
}

/** Offset of the `>` that ends a tag, or of the end of the source. */
function endOfTag(source: string, from: number): number {
  const end = source.indexOf('>', from);
  return end === -1 ? source.length : end;
}
