/**
 * The divisions of GB/T 2260 by name: full names, the short forms in use (凉山州 for 凉山彝族自治州) and bare stems (乐清).
 * Built at the first use; names are folded as the text is (乾县 stands as 干县), output names are as published.
 */
import type { Region } from '../schema/report.ts';
import { fold } from '../text/fold.ts';
import { DIVISIONS, FORMER_DIVISIONS } from './divisions.ts';

export interface Division {
  /** Six digits of GB/T 2260. */
  readonly code: string;
  readonly name: string;
  /** 1 province, 2 prefecture, 3 county. */
  readonly level: 1 | 2 | 3;
  readonly parent: Division | null;
  /** The year of the first table without the name; `null` for a current division. */
  readonly until: number | null;
  /** Code of the current division that took over the name. */
  readonly heir: string | null;
}

/** A way to write one or more divisions. */
export interface Form {
  readonly text: string;
  /** Without its suffix (乐清), which is also how things are named that lie elsewhere. */
  readonly bare: boolean;
  readonly divisions: readonly Division[];
}

/** Peoples in the names of autonomous divisions, which everyday names leave out. */
const PEOPLES =
  '(?:(?:壮|回|维吾尔|土家|苗|彝|藏|羌|傣|景颇|白|哈尼|侗|布依|朝鲜|蒙古|哈萨克|柯尔克孜|满|瑶|黎|畲|仡佬|土|撒拉|保安|东乡|裕固|锡伯|' +
  '塔吉克|拉祜|佤|布朗|傈僳|独龙|怒|普米|纳西|仫佬|毛南|达斡尔|鄂温克|水|各)族?)';
const AUTONOMOUS = new RegExp(`^(.{2,}?)${PEOPLES}{0,6}自治(区|州|县|旗)$`);
const ETHNIC_DISTRICT = new RegExp(`^(.{2,}?)${PEOPLES}区$`);
const SUFFIX = /(?:特别行政区|自治[区州县旗]|地区|林区|特区|省|市|县|区|旗|盟)$/;

/** Stems that are words of their own in the names of departments: 湖北省公安消防总队 is not of 公安县. */
const STEMS_THAT_ARE_WORDS = new Set(['公安', '城市', '海港', '新建', '民族']);

/** The suffixed short forms of a folded name and its stem; no stem where a single character would remain. */
function shortForms(name: string, level: number): { aliases: string[]; stem: string | null } {
  const autonomous = name.includes('自治') ? AUTONOMOUS.exec(name) : null;
  if (autonomous !== null) {
    const [, stem, kind] = autonomous;
    return { aliases: level === 1 ? [`${stem!}自治${kind!}`] : [`${stem!}${kind!}`, `${stem!}自治${kind!}`], stem: stem! };
  }
  const ethnic = name.endsWith('族区') ? ETHNIC_DISTRICT.exec(name)?.[1] : undefined;
  if (ethnic !== undefined) return { aliases: [`${ethnic}区`], stem: ethnic };
  const stem = name.replace(SUFFIX, '');
  return { aliases: [], stem: stem.length >= 2 && stem !== name ? stem : null };
}

/** One division as it stands in the data: numbers alone, since most are never asked for. */
interface Entry {
  readonly code: string;
  readonly start: number;
  readonly end: number;
  readonly former: boolean;
  readonly until: number | null;
  readonly heir: string | null;
}

interface Index {
  /** Every entry by the first two characters of its name, with which all its forms begin. */
  readonly heads: ReadonlyMap<string, Entry[]>;
  /** Provinces and prefectures by code. */
  readonly tops: ReadonlyMap<string, Entry>;
  readonly formerPrefectures: ReadonlyMap<string, Entry>;
  readonly parents: ReadonlySet<string>;
}

const FIRST_HAN = 0x3400;

/** The beginnings of names that folding changes; to fold all the data would be most of the work of indexing it. */
const FOLDED_HEADS: ReadonlyMap<string, string> = new Map([['乾县', '干县'], ['乾安', '干安']]);

function build(): Index {
  const data = DIVISIONS;
  const former = FORMER_DIVISIONS;
  const heads = new Map<string, Entry[]>();
  const tops = new Map<string, Entry>();
  const formerPrefectures = new Map<string, Entry>();
  const parents = new Set<string>();
  const file = (entry: Entry, text: string): void => {
    const written = text.slice(entry.start, entry.start + 2);
    const head = FOLDED_HEADS.get(written) ?? written;
    const filed = heads.get(head);
    if (filed === undefined) heads.set(head, [entry]);
    else filed.push(entry);
  };

  // 11省|  3703市02区03区|  110101区02区|: two digits or four with a name, then pairs of digits with the counties' names.
  let prefix = '';
  for (let at = 0; at < data.length; ) {
    const digits = at;
    while (data.charCodeAt(at) < 58) at++;
    const start = at;
    while (data.charCodeAt(at) >= FIRST_HAN) at++;
    const own = data.slice(digits, start);
    if (prefix === '' && own.length < 6) {
      const entry = { code: own.padEnd(6, '0'), start, end: at, former: false, until: null, heir: null };
      tops.set(entry.code, entry);
      file(entry, data);
      prefix = own;
    } else {
      if (prefix === '') prefix = own.slice(0, 4);
      file({ code: prefix + own.slice(-2), start, end: at, former: false, until: null, heir: null }, data);
      parents.add(`${prefix}00`);
    }
    if (data.charCodeAt(at) < FIRST_HAN && data[at] === '|') {
      parents.add(`${prefix.slice(0, 2)}0000`);
      prefix = '';
      at++;
    }
  }

  // 120107塘沽区09|  220381公主岭市20220184|
  for (let at = 0; at < former.length; ) {
    const start = at + 6;
    let end = start;
    while (former.charCodeAt(end) >= FIRST_HAN) end++;
    const bar = former.indexOf('|', end);
    const code = former.slice(at, start);
    const until = 2000 + Number(former.slice(end, end + 2));
    const entry = { code, start, end, former: true, until, heir: bar - end > 2 ? former.slice(end + 2, bar) : null };
    if (code.endsWith('00')) formerPrefectures.set(code, entry);
    file(entry, former);
    at = bar + 1;
  }
  return { heads, tops, formerPrefectures, parents };
}

let built: Index | undefined;

/** The data, indexed at the first use (a few milliseconds) and kept. */
function index(): Index {
  return (built ??= build());
}

const divisions = new Map<Entry, Division>();

function divisionOf(entry: Entry): Division {
  const known = divisions.get(entry);
  if (known !== undefined) return known;
  const { code, start, end, until, heir } = entry;
  const level = code.endsWith('0000') ? 1 : code.endsWith('00') ? 2 : 3;
  const division: Division = {
    code, name: (entry.former ? FORMER_DIVISIONS : DIVISIONS).slice(start, end), level, parent: parentOf(entry, level), until, heir,
  };
  divisions.set(entry, division);
  return division;
}

function parentOf({ code, until }: Entry, level: number): Division | null {
  if (level === 1) return null;
  const { tops, formerPrefectures } = index();
  const above = `${code.slice(0, 4)}00`;
  const old = formerPrefectures.get(above);
  const now = level === 3 ? tops.get(above) : undefined;
  const then = level === 3 && old !== undefined && (now === undefined || (until !== null && until <= old.until!)) ? old : now;
  return divisionOf(then ?? tops.get(`${code.slice(0, 2)}0000`)!);
}

const formsByHead = new Map<string, readonly Form[]>();
const NO_FORMS: readonly Form[] = [];

/** All forms of divisions that begin with two folded characters, the longest first. */
export function formsOf(head: string): readonly Form[] {
  const known = formsByHead.get(head);
  if (known !== undefined) return known;
  const entries = index().heads.get(head);
  if (entries === undefined) return NO_FORMS;
  const forms = new Map<string, { text: string; bare: boolean; divisions: Division[] }>();
  const add = (text: string, bare: boolean, division: Division): void => {
    const key = `${text}${bare ? '-' : ''}`;
    const form = forms.get(key);
    if (form === undefined) forms.set(key, { text, bare, divisions: [division] });
    else if (!form.divisions.includes(division)) form.divisions.push(division);
  };
  for (const entry of entries) {
    const division = divisionOf(entry);
    const name = fold(division.name);
    const { aliases, stem } = shortForms(name, division.level);
    add(name, false, division);
    for (const alias of aliases) add(alias, false, division);
    if (stem !== null && !STEMS_THAT_ARE_WORDS.has(stem)) add(stem, true, division);
  }
  // A full name goes before the same characters as a stem.
  const sorted = [...forms.values()].sort((a, b) => b.text.length - a.text.length || Number(a.bare) - Number(b.bare));
  formsByHead.set(head, sorted);
  return sorted;
}

/** Every division, current and former, in the order of the data. */
export function allDivisions(): Division[] {
  return [...index().heads.values()].flat().map(divisionOf).sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** The province whose code begins with two digits; `null` where there is none. */
export function provinceOf(digits: string): Division | null {
  const entry = index().tops.get(`${digits}0000`);
  return entry === undefined ? null : divisionOf(entry);
}

/** Whether the table has divisions below this one. */
export function hasParts(division: Division): boolean {
  return index().parents.has(division.code);
}

/** Whether `division` is `other` or lies in it. */
export function within(division: Division, other: Division): boolean {
  for (let at: Division | null = division; at !== null; at = at.parent) if (at.code === other.code) return true;
  return false;
}

/** The region as a report carries it: path from the province down to the division itself. */
export function toRegion(division: Division): Region {
  const path: string[] = [];
  for (let at: Division | null = division; at !== null; at = at.parent) path.unshift(at.name);
  return { code: division.code, name: division.name, path };
}
