/**
 * Automatic numbers of paragraphs (WordprocessingML, 17.9) written out as text. Headings of reports are often numbered by
 * the word processor, and a section without its 一、 is hard to tell from a line of prose.
 */
import { formatNumber } from './number-formats.ts';
import { attribute, elements, endOfProperties, escape, unescape, value } from './xml.ts';

interface Level {
  start: number;
  format: string;
  /** `%1、` with the numbers of the levels in place of `%1` … `%9`. */
  text: string;
  legal: boolean;
}

interface List {
  /** Lists of one definition count on together. */
  definition: string;
  levels: ReadonlyMap<number, Level>;
  restarts: ReadonlyMap<number, number>;
}

interface Reference {
  list: string | null;
  level: number | null;
}

/**
 * @param document `word/document.xml`
 * @param numbering `word/numbering.xml`
 * @param styles `word/styles.xml`
 * @returns the document with a run of text in place of every reference to a list
 */
export function writeNumbers(document: string, numbering: string, styles: string): string {
  const lists = readLists(numbering);
  const byStyle = readStyles(styles);
  const counters = new Map<string, number[]>();
  const begun = new Set<string>();
  const parts: string[] = [];
  let kept = 0;
  const opening = /<w:pPr(?:\s[^>]*)?>/g;
  for (let match = opening.exec(document); match !== null; match = opening.exec(document)) {
    const from = opening.lastIndex;
    const end = endOfProperties(document, from, 'w:pPr');
    if (end === null) break;
    opening.lastIndex = end;
    // What stands in pPrChange was so before a revision.
    const properties = document.slice(from, end - '</w:pPr>'.length).split('<w:pPrChange', 1)[0]!;
    const label = next(referenceOf(properties, byStyle), lists, counters, begun);
    if (label === '') continue;
    parts.push(document.slice(kept, from), withoutReference(properties),
      `</w:pPr><w:r><w:t xml:space="preserve">${escape(label)}</w:t></w:r>`);
    kept = end;
  }
  parts.push(document.slice(kept));
  return parts.join('');
}

/** The number of the paragraph, counted on; empty where it has none. */
function next(reference: Reference, lists: ReadonlyMap<string, List>, counters: Map<string, number[]>, begun: Set<string>): string {
  const list = reference.list === null ? undefined : lists.get(reference.list);
  const depth = reference.level ?? 0;
  const level = list?.levels.get(depth);
  if (list === undefined || level === undefined || level.format === 'bullet') return '';
  let counts = counters.get(list.definition);
  if (counts === undefined) counters.set(list.definition, (counts = []));
  const restart = list.restarts.get(depth);
  const first = `${reference.list ?? ''}:${depth}`;
  if (restart !== undefined && !begun.has(first)) counts[depth] = restart;
  else counts[depth] = counts[depth] === undefined ? level.start : counts[depth] + 1;
  begun.add(first);
  counts.length = depth + 1;
  const numbers = counts;
  const label = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const above = list.levels.get(at);
    return formatNumber(numbers[at] ?? above?.start ?? 1, level.legal ? 'decimal' : above?.format ?? 'decimal');
  });
  return /[\p{L}\p{N}]$/u.test(label) ? `${label} ` : label;
}

function referenceOf(properties: string, byStyle: ReadonlyMap<string, Reference>): Reference {
  const own = readReference(properties);
  const style = byStyle.get(value(properties, 'w:pStyle') ?? '') ?? null;
  // numId 0 takes a style's number away.
  return { list: own.list ?? style?.list ?? null, level: own.level ?? style?.level ?? null };
}

function readReference(properties: string): Reference {
  const inner = elements(properties, 'w:numPr').next().value?.body;
  if (inner === undefined) return { list: null, level: null };
  const level = value(inner, 'w:ilvl');
  return { list: value(inner, 'w:numId'), level: level === null ? null : Number(level) };
}

function readStyles(styles: string): Map<string, Reference> {
  const own = new Map<string, { reference: Reference; basedOn: string | null }>();
  for (const { attributes, body } of elements(styles, 'w:style')) {
    const id = attribute(attributes, 'w:styleId');
    if (id !== null) own.set(id, { reference: readReference(body), basedOn: value(body, 'w:basedOn') });
  }
  const resolved = new Map<string, Reference>();
  for (const id of own.keys()) {
    const reference: Reference = { list: null, level: null };
    let style = own.get(id);
    for (let depth = 0; style !== undefined && depth < 20; depth++) {
      reference.list ??= style.reference.list;
      reference.level ??= style.reference.level;
      style = style.basedOn === null ? undefined : own.get(style.basedOn);
    }
    if (reference.list !== null) resolved.set(id, reference);
  }
  return resolved;
}

function readLists(numbering: string): Map<string, List> {
  const definitions = new Map<string, Map<number, Level>>();
  for (const { attributes, body } of elements(numbering, 'w:abstractNum')) {
    const id = attribute(attributes, 'w:abstractNumId');
    if (id !== null) definitions.set(id, readLevels(body));
  }
  const lists = new Map<string, List>();
  for (const { attributes, body } of elements(numbering, 'w:num')) {
    const id = attribute(attributes, 'w:numId');
    const definition = value(body, 'w:abstractNumId');
    if (id === null || definition === null) continue;
    const levels = new Map(definitions.get(definition));
    const restarts = new Map<number, number>();
    for (const override of elements(body, 'w:lvlOverride')) {
      const start = value(override.body, 'w:startOverride');
      if (start !== null) restarts.set(Number(attribute(override.attributes, 'w:ilvl') ?? '0'), Number(start));
      for (const [depth, level] of readLevels(override.body)) levels.set(depth, level);
    }
    lists.set(id, { definition, levels, restarts });
  }
  return lists;
}

function readLevels(body: string): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const { attributes, body: level } of elements(body, 'w:lvl')) {
    const depth = attribute(attributes, 'w:ilvl');
    if (depth === null) continue;
    levels.set(Number(depth), {
      start: Number(value(level, 'w:start') ?? '1'),
      format: value(level, 'w:numFmt') ?? 'decimal',
      text: unescape(value(level, 'w:lvlText') ?? ''),
      legal: /<w:isLgl(?:\s*\/>|>| w:val="(?:1|true|on)")/.test(level),
    });
  }
  return levels;
}

/** Takes the reference to a list away, also one that a style would give. */
function withoutReference(properties: string): string {
  const own = elements(properties, 'w:numPr').next().value;
  const none = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>';
  return own === undefined ? properties + none : properties.slice(0, own.from) + none + properties.slice(own.to);
}
