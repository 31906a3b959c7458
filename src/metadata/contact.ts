/** The contact that a preamble gives: address, postcode, telephone, fax, mail, as printed without blanks. */
import type { Metadata } from '../schema/report.ts';
import type { Document } from '../text/document.ts';
import { printed, type Compact } from './compact.ts';

type Contact = NonNullable<Metadata['contact']>;

const MARK = '[:为是,]{0,2}';
/** 0527-84368216, (0527)84368216, 052784368216, 0775—4555517, 12345, with an extension or a second number. */
const PHONE = String.raw`((?:\(0\d{2,3}\)|\+?86-)?\d{3,12}(?:[-—_]{1,2}\d{2,12}){0,2}(?!\d)(?:转\d{1,6})?(?:[、/](?:0\d{2,3}[-—])?\d{7,8}(?!\d))?)`;
const FIELDS: Readonly<Record<keyof Contact, RegExp>> = {
  address: new RegExp(`(?:地址|通讯地址|联系地址|办公地址)${MARK}([一-龥][^;。,()|:]{3,60}?)(?=[;。,()|]|邮编|邮政编码|电话|联系电话|传真|$)`),
  postcode: new RegExp(String.raw`(?:邮编|邮政编码|邮政编号)${MARK}(\d{6})(?!\d)`),
  phone: new RegExp(`(?:电话|联系方式|电话/传真|电话\\(传真\\)|电话号码)${MARK}${PHONE}`),
  fax: new RegExp(`传真(?:电话|号码)?\\)?${MARK}${PHONE}`),
  email: new RegExp(String.raw`([A-Za-z0-9][\w.-]{0,40}@[A-Za-z0-9][A-Za-z0-9.-]{1,40}\.[A-Za-z]{2,6})`),
};

/** Reads the contact out of the preamble; `null` where it gives none. */
export function findContact(document: Document, preamble: Compact): Contact | null {
  const contact: Contact = { address: null, postcode: null, phone: null, fax: null, email: null };
  let any = false;
  for (const field of Object.keys(FIELDS) as (keyof Contact)[]) {
    const hit = FIELDS[field].exec(preamble.text);
    if (hit === null) continue;
    const start = hit.index + hit[0].lastIndexOf(hit[1]!);
    contact[field] = printed(document, preamble, start, start + hit[1]!.length);
    any = true;
  }
  return any ? contact : null;
}
