/**
 * A Word document as its print shows it, for a converter that knows only a part of the format: hidden runs are taken out; struck and raised
 * ones are marked where their style says so, too; fields, ruby and direction leave what they show; rows that begin further right get
 * their empty cell.
 */
import { attribute, elements, endOfProperties, flag, value } from './xml.ts';

/** What properties say of a run's look; `undefined` where they say nothing of it. */
interface Look {
  hidden?: boolean;
  struck?: boolean;
  raised?: boolean;
}

export interface OtherParts {
  styles: string;
  /** Parts that hold the notes, `''` where there is none. */
  footnotes: string;
  endnotes: string;
}

const TAGS = /<(\/?)w:(p|pPr|r|fldSimple|dir|bdo|ruby|rubyBase|rubyPr|rt|cr|trPr|footnoteReference|endnoteReference)((?:\s[^<>]*)?\/?)>/g;
/** Of these the content is kept, and of those nothing. */
const UNWRAPPED = new Set(['fldSimple', 'dir', 'bdo', 'ruby', 'rubyBase']);
const DROPPED = new Set(['rubyPr', 'rt']);
/** More columns than this are no form's. */
const MOST_COLUMNS = 63;

/** @param document `word/document.xml`; where it is not well-formed the rest is left for the converter to refuse */
export function showDocument(document: string, others: OtherParts): string {
  const styles = readStyles(others.styles);
  const notes = { footnoteReference: noteIds(others.footnotes, 'w:footnote'), endnoteReference: noteIds(others.endnotes, 'w:endnote') };
  const parts: string[] = [];
  /** The looks of the paragraphs around, the innermost last. */
  const paragraphs: Look[] = [];
  let kept = 0;
  const replace = (from: number, to: number, by = ''): void => {
    parts.push(document.slice(kept, from), by);
    kept = to;
    TAGS.lastIndex = to;
  };
  TAGS.lastIndex = 0;
  for (let tag = TAGS.exec(document); tag !== null; tag = TAGS.exec(document)) {
    const [whole, slash, name, attributes] = tag as unknown as [string, string, string, string];
    const [from, to] = [tag.index, TAGS.lastIndex];
    const closing = slash === '/';
    const single = attributes.endsWith('/');
    if (UNWRAPPED.has(name)) replace(from, to);
    else if (name === 'cr') replace(from, to, '<w:br/>');
    else if (name === 'footnoteReference' || name === 'endnoteReference') {
      if (!closing && !notes[name].has(attribute(attributes, 'w:id') ?? '')) replace(from, to);
    } else if (name === 'p' && closing) paragraphs.pop();
    else if (closing || single) continue;
    else if (DROPPED.has(name)) {
      const close = document.indexOf(`</w:${name}>`, to);
      if (close === -1) break;
      replace(from, close + `</w:${name}>`.length);
    } else if (name === 'p') paragraphs.push({});
    else if (name === 'pPr' || name === 'trPr') {
      const end = endOfProperties(document, to, `w:${name}`);
      if (end === null) break;
      const properties = current(document.slice(to, end), `w:${name}`);
      if (name === 'trPr') replace(end, end, cellBefore(properties));
      else if (paragraphs.length > 0) paragraphs[paragraphs.length - 1] = styles.get(value(properties, 'w:pStyle') ?? '') ?? {};
      TAGS.lastIndex = end;
    } else if (name === 'r') {
      const inner = /<w:rPr(?:\s[^<>]*)?\/?>/y;
      inner.lastIndex = to;
      const opening = inner.exec(document);
      const start = to + (opening?.[0].length ?? 0);
      const end = opening === null || opening[0].endsWith('/>') ? start : endOfProperties(document, start, 'w:rPr');
      if (end === null) break;
      const own = current(document.slice(start, end), 'w:rPr');
      const look = { ...paragraphs.at(-1), ...styles.get(value(own, 'w:rStyle') ?? ''), ...lookOf(own) };
      if (look.hidden === true) {
        const close = endOfRun(document, end);
        if (close === null) break;
        replace(from, close, marksOfFields(document.slice(end, close)));
      } else replace(from, end, `${whole}${properties(look)}`);
    }
  }
  parts.push(document.slice(kept));
  return parts.join('');
}

/** Without what was so before a revision. */
function current(properties: string, name: string): string {
  return properties.split(`<${name}Change`, 1)[0]!;
}

function properties(look: Look): string {
  const inner = (look.struck === true ? '<w:strike/>' : '') + (look.raised === true ? '<w:vertAlign w:val="superscript"/>' : '');
  return inner === '' ? '' : `<w:rPr>${inner}</w:rPr>`;
}

function lookOf(properties: string): Look {
  if (properties === '') return {};
  const look: Look = {};
  const hidden = flag(properties, 'w:vanish') ?? flag(properties, 'w:specVanish');
  const [once, twice] = [flag(properties, 'w:strike'), flag(properties, 'w:dstrike')];
  const place = value(properties, 'w:vertAlign');
  if (hidden !== null) look.hidden = hidden;
  if (once !== null || twice !== null) look.struck = once === true || twice === true;
  if (place !== null) look.raised = place === 'superscript';
  return look;
}

/** The looks that styles give, those they are based on included. */
function readStyles(styles: string): Map<string, Look> {
  const own = new Map<string, { look: Look; basedOn: string | null }>();
  for (const { attributes, body } of elements(styles, 'w:style')) {
    const id = attribute(attributes, 'w:styleId');
    // The properties of a table style's parts are none of its own.
    if (id !== null) own.set(id, { look: lookOf(body.split('<w:tblStylePr', 1)[0]!), basedOn: value(body, 'w:basedOn') });
  }
  const resolved = new Map<string, Look>();
  for (const id of own.keys()) {
    let look: Look = {};
    let style = own.get(id);
    for (let depth = 0; style !== undefined && depth < 20; depth++) {
      look = { ...style.look, ...look };
      style = style.basedOn === null ? undefined : own.get(style.basedOn);
    }
    if (Object.keys(look).length > 0) resolved.set(id, look);
  }
  return resolved;
}

function noteIds(part: string, name: string): ReadonlySet<string> {
  return new Set([...elements(part, name)].flatMap(({ attributes }) => attribute(attributes, 'w:id') ?? []));
}

/** Offset behind the end of a run whose content begins at `from`; runs stand within runs in ruby and text boxes. */
function endOfRun(document: string, from: number): number | null {
  const tag = /<(\/?)w:r(?:\s[^<>]*)?>/g;
  tag.lastIndex = from;
  let depth = 1;
  for (let match = tag.exec(document); match !== null; match = tag.exec(document)) {
    if (match[1] === '/') depth--;
    else if (!match[0].endsWith('/>')) depth++;
    if (depth === 0) return tag.lastIndex;
  }
  return null;
}

/** Fields begin and end in hidden runs, too. */
function marksOfFields(run: string): string {
  const marks = run.match(/<w:fldChar\s[^<>]*\/>/g);
  return marks === null ? '' : `<w:r>${marks.join('')}</w:r>`;
}

/** The cell that stands for the columns a row leaves out at its start. */
function cellBefore(properties: string): string {
  const columns = Number(value(properties, 'w:gridBefore') ?? '0');
  if (!(columns >= 1 && columns <= MOST_COLUMNS)) return '';
  return `<w:tc><w:tcPr><w:gridSpan w:val="${columns}"/></w:tcPr><w:p/></w:tc>`;
}
