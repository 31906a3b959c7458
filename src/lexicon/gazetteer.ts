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

export interface Gazetteer {
  readonly all: readonly Division[];
  /** Divisions by folded full name or suffixed short form. */
  readonly names: ReadonlyMap<string, readonly Division[]>;
  /** Divisions by folded stem, two characters and more. */
  readonly stems: ReadonlyMap<string, readonly Division[]>;
  /** First two characters of any name or stem -> length of the longest one. */
  readonly reach: ReadonlyMap<string, number>;
  /** Codes of current divisions that have others below them. */
  readonly parents: ReadonlySet<string>;
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

function build(): Gazetteer {
  const current = new Map<string, Division>();
  const all: Division[] = [];
  const names = new Map<string, Division[]>();
  const stems = new Map<string, Division[]>();
  const reach = new Map<string, number>();
  const parents = new Set<string>();
  const file = (map: Map<string, Division[]>, key: string, division: Division): void => {
    const filed = map.get(key);
    if (filed === undefined) map.set(key, [division]);
    else if (!filed.includes(division)) filed.push(division);
    const head = key.slice(0, 2);
    if ((reach.get(head) ?? 0) < key.length) reach.set(head, key.length);
  };
  const add = (division: Division, folded: string): void => {
    all.push(division);
    const { aliases, stem } = shortForms(folded, division.level);
    file(names, folded, division);
    for (const alias of aliases) file(names, alias, division);
    if (stem !== null && !STEMS_THAT_ARE_WORDS.has(stem)) file(stems, stem, division);
  };
  const addCurrent = (code: string, name: string, folded: string, level: 1 | 2 | 3, parent: Division | null): void => {
    const division = { code, name, level, parent, until: null, heir: null };
    if (parent !== null) parents.add(parent.code);
    current.set(code, division);
    add(division, folded);
  };

  const folded = fold(DIVISIONS);
  for (const row of DIVISIONS.matchAll(/(\d{2})(\d{2})?([^\d|]*)((?:\d{2}[^\d|]+)*)\|/g)) {
    const [, province, prefecture, name, counties] = row;
    const at = row.index + 2 + (prefecture?.length ?? 0);
    const foldedName = folded.slice(at, at + name!.length);
    const top = current.get(`${province!}0000`) ?? null;
    if (prefecture === undefined) addCurrent(`${province!}0000`, name!, foldedName, 1, null);
    else if (name !== '') addCurrent(`${province!}${prefecture}00`, name!, foldedName, 2, top);
    if (prefecture === undefined) continue;
    const parent = current.get(`${province!}${prefecture}00`) ?? top;
    for (const county of counties!.matchAll(/(\d{2})(\D+)/g)) {
      const start = at + name!.length + county.index + 2;
      const own = folded.slice(start, start + county[2]!.length);
      addCurrent(`${province!}${prefecture}${county[1]!}`, county[2]!, own, 3, parent);
    }
  }

  const former = new Map<string, Division>();
  const foldedFormer = fold(FORMER_DIVISIONS);
  // In the order of the codes, so that a prefecture stands before its counties.
  for (const row of FORMER_DIVISIONS.matchAll(/(\d{6})(\D+)(\d{2})(\d{6})?\|/g)) {
    const [, code, name, until, heir] = row;
    const level = code!.endsWith('00') ? 2 : 3;
    const ended = 2000 + Number(until);
    const top = current.get(`${code!.slice(0, 2)}0000`)!;
    const above = `${code!.slice(0, 4)}00`;
    const old = former.get(above);
    const parent = level === 2 ? top : old !== undefined && ended <= old.until! ? old : (current.get(above) ?? old ?? top);
    const division: Division = { code: code!, name: name!, level, parent, until: ended, heir: heir ?? null };
    if (level === 2) former.set(code!, division);
    add(division, foldedFormer.slice(row.index + 6, row.index + 6 + name!.length));
  }
  return { all, names, stems, reach, parents };
}

let built: Gazetteer | undefined;

/** The table, parsed at the first call (a few milliseconds) and kept. */
export function gazetteer(): Gazetteer {
  return (built ??= build());
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
