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
const SUFFIX = /(?:特别行政区|自治[区州县旗]|地区|林区|特区|(?<=..)新区|省|市|县|区|旗|盟)$/;

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

/**
 * Where every division stands in the data, as numbers: most are never asked for, and objects for all would cost more than
 * a whole report. Entries are numbered in the order of the data, `FORMER_DIVISIONS` behind `DIVISIONS`.
 */
interface Index {
  readonly codes: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly size: number;
  /** Entries from here on are former. */
  readonly firstFormer: number;
  /** First two characters of the name, with which all its forms begin (`headOf`) -> the last entry of that kind. */
  readonly heads: ReadonlyMap<number, number>;
  /** Entry -> the one before it with the same first two characters, -1 for none. */
  readonly links: Int32Array;
  /** Provinces and prefectures by code. */
  readonly tops: ReadonlyMap<number, number>;
  readonly formerTops: ReadonlyMap<number, number>;
  readonly parents: ReadonlySet<number>;
}

const FIRST_HAN = 0x3400;
const HAN = 0xa000 - FIRST_HAN;
const BAR = 0x7c;
const CAPACITY = 4096;

/** Beginnings of names that folding changes; to fold all the data would be most of the work of indexing it. */
const FOLDED_HEADS: ReadonlyMap<number, number> = new Map([[headOf('乾县', 0), headOf('干县', 0)], [headOf('乾安', 0), headOf('干安', 0)]]);

function headOf(text: string, at: number): number {
  return (text.charCodeAt(at) - FIRST_HAN) * HAN + text.charCodeAt(at + 1) - FIRST_HAN;
}

function build(): Index {
  const codes = new Int32Array(CAPACITY);
  const starts = new Int32Array(CAPACITY);
  const ends = new Int32Array(CAPACITY);
  const links = new Int32Array(CAPACITY);
  const heads = new Map<number, number>();
  const tops = new Map<number, number>();
  const formerTops = new Map<number, number>();
  const parents = new Set<number>();
  let size = 0;
  const add = (text: string, code: number, start: number, end: number): void => {
    const written = headOf(text, start);
    const head = FOLDED_HEADS.get(written) ?? written;
    codes[size] = code;
    starts[size] = start;
    ends[size] = end;
    links[size] = heads.get(head) ?? -1;
    heads.set(head, size++);
  };

  // 11省|  3703市02区03区|  110101区02区|: two digits or four with a name, then pairs of digits with the counties' names.
  let above = 0;
  let value = 0;
  let digits = 0;
  for (let at = 0; at < DIVISIONS.length; ) {
    const unit = DIVISIONS.charCodeAt(at);
    if (unit < FIRST_HAN) {
      at++;
      if (unit === BAR) above = 0;
      else {
        value = value * 10 + unit - 48;
        digits++;
      }
      continue;
    }
    const start = at;
    while (DIVISIONS.charCodeAt(at) >= FIRST_HAN) at++;
    if (above === 0 && digits < 6) {
      above = digits === 2 ? value * 10000 : value * 100;
      tops.set(above, size);
      add(DIVISIONS, above, start, at);
      if (digits === 4) parents.add(above - (above % 10000));
    } else {
      if (above === 0) {
        above = value - (value % 100);
        parents.add(above - (above % 10000));
      }
      parents.add(above);
      add(DIVISIONS, above + (value % 100), start, at);
    }
    value = digits = 0;
  }

  // 120107塘沽区09|  220381公主岭市20220184|
  const firstFormer = size;
  for (let at = 0; at < FORMER_DIVISIONS.length; at = FORMER_DIVISIONS.indexOf('|', at) + 1) {
    const start = at + 6;
    let end = start;
    while (FORMER_DIVISIONS.charCodeAt(end) >= FIRST_HAN) end++;
    const code = Number(FORMER_DIVISIONS.slice(at, start));
    if (code % 100 === 0) formerTops.set(code, size);
    add(FORMER_DIVISIONS, code, start, end);
  }
  return { codes, starts, ends, size, firstFormer, heads, links, tops, formerTops, parents };
}

let built: Index | undefined;

/** The data, indexed at the first use and kept. */
function index(): Index {
  return (built ??= build());
}

const divisions: Division[] = [];

function divisionOf(entry: number): Division {
  const known = divisions[entry];
  if (known !== undefined) return known;
  const { codes, starts, ends, firstFormer } = index();
  const code = codes[entry]!;
  const data = entry >= firstFormer ? FORMER_DIVISIONS : DIVISIONS;
  // Behind a former name stand the year and the heir's code: 20220184|
  const [, year, heir] = (entry >= firstFormer ? /^(\d\d)(\d{6})?/.exec(data.slice(ends[entry], ends[entry]! + 8)) : null) ?? [];
  const until = year === undefined ? null : 2000 + Number(year);
  const division: Division = {
    code: String(code), name: data.slice(starts[entry], ends[entry]),
    level: code % 10000 === 0 ? 1 : code % 100 === 0 ? 2 : 3, parent: parentOf(code, until), until, heir: heir ?? null,
  };
  divisions[entry] = division;
  return division;
}

function parentOf(code: number, until: number | null): Division | null {
  if (code % 10000 === 0) return null;
  const { tops, formerTops } = index();
  const province = divisionOf(tops.get(code - (code % 10000))!);
  if (code % 100 === 0) return province;
  const now = tops.get(code - (code % 100));
  const then = formerTops.get(code - (code % 100));
  const old = then === undefined ? null : divisionOf(then);
  if (old !== null && (now === undefined || (until !== null && until <= old.until!))) return old;
  return now === undefined ? province : divisionOf(now);
}

const formsByHead = new Map<number, readonly Form[]>();
const NO_FORMS: readonly Form[] = [];

/** All forms of divisions that begin with the two folded characters at `at`, the longest first. */
export function formsAt(text: string, at: number): readonly Form[] {
  const head = headOf(text, at);
  const known = formsByHead.get(head);
  if (known !== undefined) return known;
  const { heads, links } = index();
  const last = heads.get(head);
  if (last === undefined) return NO_FORMS;
  const forms = new Map<string, { text: string; bare: boolean; divisions: Division[] }>();
  const add = (form: string, bare: boolean, division: Division): void => {
    const key = `${form}${bare ? '-' : ''}`;
    const filed = forms.get(key);
    if (filed === undefined) forms.set(key, { text: form, bare, divisions: [division] });
    else if (!filed.divisions.includes(division)) filed.divisions.push(division);
  };
  for (let entry = last; entry >= 0; entry = links[entry]!) {
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

/** Every division, current and former, whose folded name begins with these two characters, in the order of the data. */
export function divisionsBeginning(head: string): Division[] {
  const { heads, links } = index();
  const found: Division[] = [];
  for (let entry = heads.get(headOf(head, 0)) ?? -1; entry >= 0; entry = links[entry]!) found.push(divisionOf(entry));
  return found.reverse();
}

/** Every division, current and former, in the order of the data. */
export function allDivisions(): Division[] {
  return Array.from({ length: index().size }, (_, entry) => divisionOf(entry));
}

/** The province whose code begins with two digits; `null` where there is none. */
export function provinceOf(digits: string): Division | null {
  const entry = index().tops.get(Number(digits) * 10000);
  return entry === undefined ? null : divisionOf(entry);
}

/** Whether the table has divisions below this one. */
export function hasParts(division: Division): boolean {
  return index().parents.has(Number(division.code));
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
