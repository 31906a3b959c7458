/** The contact that a preamble gives: address, postcode, telephone, fax, mail, as printed without blanks, all from one block. */
import type { Metadata } from '../schema/report.ts';
import type { Document } from '../text/document.ts';
import { printed, type Compact } from './compact.ts';

type Contact = NonNullable<Metadata['contact']>;
type Field = keyof Contact;

const MARK = '[:为是,]{0,2}';
/** 0527-84368216, (0527)84368216, 052784368216, 0775—4555517, 12345, with an extension or a second number. */
const PHONE = String.raw`((?:\(0\d{2,3}\)|\+?86-)?\d{3,12}(?:[-—_]{1,2}\d{2,12}){0,2}(?!\d)(?:转\d{1,6})?(?:[、/](?:0\d{2,3}[-—])?\d{7,8}(?!\d))?)`;
/** Whose telephone is not the report's: 监督电话, 网站纠错电话. */
const OTHERS = '(?<!监督|举报|投诉|纠错|服务|热线|维护|支持|值班)';
const FIELDS: Readonly<Record<Field, RegExp>> = {
  address: new RegExp(`(?:地址|通讯地址|联系地址|办公地址)${MARK}([一-龥][^;。,()|:\\n]{3,60}?)(?=[;。,()|\\n]|邮编|邮政编码|电话|联系电话|传真|$)`, 'g'),
  postcode: new RegExp(String.raw`(?:邮编|邮政编码|邮政编号)${MARK}(\d{6})(?!\d)`, 'g'),
  phone: new RegExp(`(?:${OTHERS}电话|联系方式|电话/传真|电话\\(传真\\)|电话号码)${MARK}${PHONE}`, 'g'),
  fax: new RegExp(`传真(?:电话|号码)?\\)?${MARK}${PHONE}`, 'g'),
  email: new RegExp(String.raw`([A-Za-z0-9][\w.-]{0,40}@[A-Za-z0-9][A-Za-z0-9.-]{1,40}\.[A-Za-z]{2,6})`, 'g'),
};
const FIELD_COUNT = Object.keys(FIELDS).length;
/** Opens the contact of a report. */
const LEAD = /联系|咨询|疑问|受理|反映|垂询|意见|索取|机构名称/;
const LEAD_WINDOW = 90;
/** Between two entries of one block there is no more than a label. */
const GAP = 24;
/** More entries than this on one page are a directory. */
const MOST = 200;

interface Hit {
  field: Field;
  at: number;
  start: number;
  end: number;
}

/** Reads the contact out of the preamble; `null` where it gives none. `titleAt`: where the report begins; above it the site speaks of itself. */
export function findContact(document: Document, preamble: Compact, titleAt = 0): Contact | null {
  const { text } = preamble;
  const hits: Hit[] = [];
  for (const field of Object.keys(FIELDS) as Field[]) {
    for (const hit of text.matchAll(FIELDS[field])) {
      const start = hit.index + hit[0].lastIndexOf(hit[1]!);
      hits.push({ field, at: hit.index, start, end: start + hit[1]!.length });
      if (hits.length > MOST) return null;
    }
  }
  hits.sort((a, b) => a.at - b.at || b.end - a.end);
  const block = best(blocksOf(text, hits), text, titleAt);
  if (block === null) return null;
  const contact: Contact = { address: null, postcode: null, phone: null, fax: null, email: null };
  for (const { field, start, end } of block) contact[field] ??= printed(document, preamble, start, end);
  return contact;
}

/** Entries that follow each other with nothing but labels between; a second telephone of one block is left out. */
function blocksOf(text: string, hits: readonly Hit[]): Hit[][] {
  const blocks: Hit[][] = [];
  let end = -1;
  for (const hit of hits) {
    const block = blocks.at(-1);
    // 电话/传真: one number for both.
    const both = hit.end === end && block?.at(-1)?.start === hit.start;
    if (block !== undefined && hit.at < end && !both) continue;
    const between = block === undefined || both ? '' : text.slice(end, hit.at);
    const joined = block !== undefined && between.length <= GAP && !/监督|举报|投诉|纠错|[一-龥]{6}.*[。]|[。].*[一-龥]{5}/s.test(between);
    if (!joined || block.some((one) => one.field === hit.field)) blocks.push([hit]);
    else block.push(hit);
    end = hit.end;
  }
  return blocks;
}

/** The fullest block; one with a word before it that opens a contact goes before all others, the first among equals. */
function best(blocks: readonly Hit[][], text: string, titleAt: number): Hit[] | null {
  let found: Hit[] | null = null;
  let most = 0;
  for (const block of blocks) {
    const { at } = block[0]!;
    if (at < titleAt) continue;
    const weight = block.length + (LEAD.test(text.slice(Math.max(0, at - LEAD_WINDOW), at + 4)) ? FIELD_COUNT : 0);
    if (weight <= most) continue;
    found = block;
    most = weight;
  }
  return found;
}
