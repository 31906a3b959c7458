/** Reading names of public bodies: whether a phrase is one, where one ends in running text, which of two is the fuller. */
import {
  AGENCY_ENDINGS, GENERIC_NAMES, INTERNAL_UNIT, NATIONAL_NAME, NO_OPENING, PREDICATES, RELATIVE_NAME, SCOPE_ENDINGS, SELF_REFERENCE, SHORT_FORMS,
  type AgencyKind,
} from '../lexicon/agencies.ts';

const ENDINGS: ReadonlyMap<string, AgencyKind> = new Map(
  (Object.keys(AGENCY_ENDINGS) as AgencyKind[]).flatMap((kind) => AGENCY_ENDINGS[kind].map((ending) => [ending, kind] as const)),
);
const LONGEST_ENDING = Math.max(...[...ENDINGS.keys()].map((ending) => ending.length));

/** Longest name that is read; the longest real ones (a joint office of a committee of a zone) have about thirty characters. */
export const LONGEST_NAME = 40;

const BRACKETS = /\([^()]*\)/g;

/** The longest known ending of a phrase and its kind, or `null`. */
export function endingOf(name: string): { ending: string; kind: AgencyKind } | null {
  const phrase = name.endsWith(')') ? name.replace(BRACKETS, '') : name;
  for (let length = Math.min(LONGEST_ENDING, phrase.length); length > 0; length--) {
    const ending = phrase.slice(-length);
    const kind = ENDINGS.get(ending);
    if (kind !== undefined) return { ending, kind };
  }
  return null;
}

const WHOLE_NAME = /^[一-龥〇()·]{2,40}$/;

/** Whether the whole phrase (folded, without blanks) is the name of a body; self references and generic words are none. */
export function isName(phrase: string): boolean {
  if (!WHOLE_NAME.test(phrase) || SELF_REFERENCE.test(phrase) || NO_OPENING.test(phrase) || GENERIC_NAMES.has(phrase)) return false;
  const bare = phrase.replace(BRACKETS, '');
  return !bare.includes('(') && !bare.includes(')') && endingOf(bare) !== null && PREDICATES.exec(bare) === null;
}

const NOT_A_PLACE = /(?:局|厅|部|委|院|署|办|站|所|馆|会|公司|中心)$/;

/** Whether a name is that of a place only (某市, 某县某镇), so that its government is the body. */
export function isPlaceOnly(name: string): boolean {
  return /(?:省|市|县|区|旗|州|盟|镇|乡|街道|苏木|街)$/.test(name) && !NOT_A_PLACE.test(name);
}

/** Whether the name says nothing of its place or says it relatively (区统计局, 应急管理局). */
export function isRelative(name: string): boolean {
  if (RELATIVE_NAME.test(name)) return true;
  if (NATIONAL_NAME.test(name)) return false;
  return !/[一-龥](?:省|自治区|自治州|市(?!场|容|政(?![府务法协数])|民(?![政族宗防]))|县|区(?!域)|旗|州|盟|镇|乡|街道)/.test(name) && endingOf(name)?.kind === 'department' && name.length <= 9;
}

/** Drops scope words (…关区, …系统) from the end of a title's name. */
export function withoutScope(name: string): string {
  const bare = name.replace(/\((?:本级|本级机关|机关|本部|本部门|本单位|全系统|系统)\)$/, '').replace(SCOPE_ENDINGS, '');
  return bare.length >= 2 && endingOf(bare) !== null ? bare : name;
}

/** Drops the internal unit behind a body's own name (…公安局指挥中心办公室). A government's office is a body of its own. */
export function withoutUnit(name: string): string {
  let bare = name.replace(PARTY_OFFICE, '');
  for (let round = 0; round < 2; round++) {
    const cut = bare.replace(INTERNAL_UNIT, '');
    if (cut === bare || cut.length < 3 || GENERIC_NAMES.has(cut)) break;
    bare = cut;
  }
  return bare;
}

/** The office of a township or a zone: no body of its own, as a government's 办公室 is one. */
const PARTY_OFFICE = /(?<=人民政府|办事处|管委会|管理委员会)党政(?:综合)?办(?:公室)?$/;

/**
 * Reads the name that starts at `at` in running text and returns its end, or -1: it runs to the last known ending before
 * the first character that no name contains or the first predicate.
 */
export function nameEnd(text: string, at: number): number {
  const window = text.slice(at, at + LONGEST_NAME);
  const stop = window.search(/[^一-龥〇]/);
  let run = stop === -1 ? window : window.slice(0, stop);
  if (SELF_REFERENCE.test(run)) return -1;
  const predicate = PREDICATES.exec(run);
  if (predicate !== null) run = run.slice(0, predicate.index);
  for (let length = run.length; length >= 2; length--) {
    const phrase = run.slice(0, length);
    if (endingOf(phrase) !== null) return GENERIC_NAMES.has(phrase) ? -1 : at + length;
  }
  return -1;
}

/** A name with its short forms spelt out and its conjunctions dropped, to compare two spellings of one body. */
export function canonicalName(name: string): string {
  let canonical = name.replace(/[和与]/g, '');
  for (const [short, full] of SHORT_FORMS) {
    const at = canonical.indexOf(short);
    if (at !== -1 && !canonical.includes(full)) canonical = canonical.slice(0, at) + full + canonical.slice(at + short.length);
  }
  return canonical;
}

/** 县水利局办公室, 乔庄镇党政办: a body's own office speaks for it. */
const OWN_OFFICE = /(?<=[局委厅院会社处校镇乡街]|政府|办事处)(?:党政|政务公开|(?:政府)?信息公开)?(?:工作)?(?:领导小组)?(?:综合)?办公?[室厅]?$/;

/** A name as two spellings of one body are compared: canonical, its relative place and its office dropped. */
function compared(name: string): string {
  return canonicalName(name)
    .replace(RELATIVE_NAME, '')
    .replace(/人民政府/g, '政府')
    .replace(/政府办公[室厅]$/, '政府')
    .replace(OWN_OFFICE, '')
    .replace(/街(?:道办事处|道办|道|办)$/, '街')
    .replace(/(?<=[镇乡])政府$/, '');
}

/** Whether two names may be one body: equal, one the tail of the other (a place left out), or one the other's short form. */
export function sameBody(a: string, b: string): boolean {
  const x = compared(a);
  const y = compared(b);
  if (x === y || x.endsWith(y) || y.endsWith(x)) return true;
  return x.startsWith(y) || y.startsWith(x) || isAbbreviated(x, y) || isAbbreviated(y, x);
}

/** Whether the characters of `short` stand in `long` in order: 文广新局 in 文化广电新闻出版局. */
export function isAbbreviated(short: string, long: string): boolean {
  if (short.length < 3 || short.length > long.length) return false;
  let at = 0;
  for (const char of short) {
    at = long.indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
