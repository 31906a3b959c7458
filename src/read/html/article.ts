/**
 * Which parts of a page are about the page, not of the report. Careful on purpose: what is kept too much is
 * navigation, which the later stages know; what is left out too much is lost.
 */
import { attribute, type Content, type Element } from './tree.ts';

/** Class and id names of parts that surround an article. */
const SURROUNDING = /(?:^|[\s_-])(?:nav|navbar|navigation|topnav|menu|breadcrumbs?|crumbs?|sidebar|foot|footer|share|bdshare\w*|toolbar|pager|pagination|copyright|friendlink|friend-link)(?:$|[\s_-])/i;

/** A part that holds more than this share of the page's text is not left out, whatever it is called. */
const BULK = 0.3;
/** A list of links: at least so many, making up at least so much of its text. */
const MIN_LINKS = 3;
const LINKED = 0.7;

const BLOCKS = new Set(['div', 'ul', 'ol', 'dl', 'nav', 'aside', 'header', 'footer', 'section', 'p', 'table', 'form', 'center']);

/** Whether `element` is navigation, a footer or the like beside the article. */
export function isSurrounding(element: Element, content: Content, page: Content): boolean {
  if (!BLOCKS.has(element.tagName) || content.text > BULK * page.text) return false;
  if (content.links >= MIN_LINKS && content.linked >= LINKED * content.text && content.stops === 0) return true;
  // Numbers of a form, or prose of some length, are no furniture, even in a <footer> that was never closed.
  if (content.table || content.stops > 3) return false;
  if (element.tagName === 'nav' || element.tagName === 'footer' || element.tagName === 'aside') return true;
  if (element.tagName === 'header') return content.links > 0 && content.linked * 2 > content.text;
  const names = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`;
  return names.length < 500 && SURROUNDING.test(names);
}
