/**
 * The issuing body. Evidence is taken from the title, the preamble and the opening, the signature and the site's metadata
 * block, in this order of trust; a relative or incomplete name is then filled up from a fuller one printed on the page.
 */
import { CITED_SUPERIOR, PREDICATES, RELATIVE_NAME, SELF_REFERENCE } from '../lexicon/agencies.ts';
import { LONGEST_NAME, canonicalName, endingOf, isAbbreviated, isName, isPlaceOnly, isRelative, nameEnd, sameBody, withoutUnit } from './names.ts';

export type AgencySource = 'title' | 'announcement' | 'compiler' | 'opening' | 'contact' | 'signature' | 'publisher' | 'site' | 'source';

export interface AgencyEvidence {
  name: string;
  source: AgencySource;
  /** Where the name stands: an offset into the running text for evidence of the body, into the document elsewhere. */
  at: number;
}

/** The earlier, the more trusted. */
const TRUST: readonly AgencySource[] = ['title', 'announcement', 'compiler', 'opening', 'contact', 'signature', 'site', 'publisher', 'source'];

const YEAR = String.raw`(?:(?:19|20)\d{2}(?:年?(?:-|至)(?:19|20)\d{2})?(?:学年度?|年度?)?)`;
const ABOUT = '(?:政府|政务|部门|校务)?(?:信息|讯息|政务)公开(?!指南|目录|条例|办法|规定|栏|平台|办公室|领导|网)';
/** 现公布某市某局2020年度政府信息公开…, 将市发改局2016年政府信息公开…. */
const ANNOUNCEMENT = new RegExp(`(?:公布|发布|公开(?=《|\\d)|编制|编写|制作|形成|结合|现将|[,。;》\n]将|发表)了?(?:本)?《?${YEAR}?([一-龥〇()]{2,40}?)${YEAR}?(?:年度?|度)?${ABOUT}`, 'g');
const COMPILER = /(?:由|报告是|年报是)(?=[一-龥]{2})/g;
/** Characters of the opening in which the compiler is still named; further on others compile other things. */
const COMPILER_WITHIN = 2500;
const COMPILES = /^(?:,|联合|会同)?(?:按照|根据|依据|依照|依《|负责|牵头|汇总|综合|编制|编写|编成|编纂|编辑|撰写|总结|结合|组织(?![的召开举实参])|发布|公布)/;
const CLAUSE = /(?:^|[,。;:》)\n]|年度?|以来)(?=[一-龥]{3})/g;
/** A clause without these words says nothing of who reports; most clauses are passed over by it. */
const CLAUSE_HOLDS = /公布|发布|公开|编制|称|根据|依据|按照|依照|依《|遵照/;
const ANNOUNCES = /^(?:现|特|向社会|依法|主动)?(?:予以)?(?:公布|发布|公开|编制)(?:了|本|《|\d|我|完成)/;
/** 某局依据《条例》…，编制…: who acts on the rules and publishes in the same sentence. */
const ACTS = /^(?:严格)?(?:根据|依据|按照|依照|依《|遵照)[^。]{2,90}?(?:编制|公布|发布|撰写|形成)/;
/** Characters in which the subject of the first sentences is the body itself (…,在上级领导下,某局高度重视…). */
const SUBJECT_WITHIN = 300;
const ABBREVIATED = /^\((?:以下)?(?:简称|称)/;
const OPENING = /(?:(?:19|20)\d{2}年(?:度|以来|来|底|末|12月底|12月31日)?|\d-?\d{4}学年度?),?(?=[一-龥]{3})/g;
const CONTACT = /(?:联系|[请可]与|请向|单位名称|机构名称|联系单位|受理机构)[:为]?(?=[一-龥]{3})/g;
/** (某县某镇人民政府,邮编:651200 */
const CONTACT_BRACKET = /\((?:联系单位|单位)?[:]?(?=[一-龥]{3})/g;
const CONTACT_BRACKET_END = /^[,;:]?(?:邮编|邮政编码|电话|联系电话|地址|办公地址|通讯地址|传真)/;
const GOVERNMENT_OFFICE = /(?<=人民政府|办事处|管委会|管理委员会)(?:党政|综合|党政综合)?办(?:公[室厅])?$/;
/** What is done to a site or a window before its owner is named (打造新版某市某委…). */
const VERB_BEFORE = /^(?:打造|新版|全新|升级|改版|改造|建设|建成|依托|开通|维护|运行|整合|登陆|关注|报告|联系)/;
const CONTACT_END = /^(?:\(|\)|,|:|;|。|联系|电话|办公室|[一-龥]{0,14}?(?:科|室|处|股|办|电话|邮编|地址|领导小组)|政府信息|信息公开|政务公开|\d|$)/;
const OWN_DOCUMENT = /(?:制定了?|成立了?|印发了?|健全了?|完善了?|编制了?|《)(?=[一-龥]{4})/g;
const OWN_DOCUMENT_END = /^(?:政府|政务)?(?:信息|政务)公开(?:工作)?(?:领导小组|制度|指南|目录|实施|管理|保密|工作)/;

/** Matches of an anchor read per document; a report has a few, a hostile text a million. */
const MOST_ANCHORS = 400;

/** Reads the names that the running text (folded, without blanks) gives for the body that reports. */
export function bodyEvidence(text: string): AgencyEvidence[] {
  const found: AgencyEvidence[] = [];
  const add = (name: string, source: AgencySource, at: number): void => {
    if (isName(name) && !VERB_BEFORE.test(name) && !CITED_SUPERIOR.test(name) && !found.some((known) => known.name === name && known.source === source)) found.push({ name, source, at });
  };
  for (const hit of text.matchAll(ANNOUNCEMENT)) {
    let name = hit[1]!.replace(/\((?:以下)?(?:简称|称)[^()]*\)/, '');
    if (name.endsWith('人民')) name += '政府';
    add(withoutUnit(name), 'announcement', hit.index + hit[0].indexOf(hit[1]!));
  }
  forward(text.slice(0, COMPILER_WITHIN), COMPILER, (at, end, name) => {
    if (COMPILES.test(text.slice(end, end + 8))) add(withoutUnit(name), 'compiler', at);
  });
  forward(text, CLAUSE, (at, end, name) => {
    const behind = text.slice(end, end + 12);
    if (ANNOUNCES.test(behind) || ACTS.test(text.slice(end, end + 110))) add(name, 'announcement', at);
    else if (at < SUBJECT_WITHIN && isSubject(behind) && !isRelative(name) && !isPlaceOnly(name)) add(name, 'opening', at);
    else if (ABBREVIATED.test(behind) && !/^中华人民/.test(name)) add(name, 'compiler', at);
  });
  forward(text, OPENING, (at, end, name) => {
    const behind = text.slice(end, end + 8);
    if (/^[,、]/.test(behind) || isSubject(behind)) add(name, 'opening', at);
  });
  forward(text, CONTACT, (at, end, name) => {
    if (CONTACT_END.test(text.slice(end, end + 20))) add(contactName(name), 'contact', at);
  });
  forward(text, CONTACT_BRACKET, (at, end, name) => {
    if (CONTACT_BRACKET_END.test(text.slice(end, end + 6))) add(contactName(name), 'contact', at);
  });
  forward(text, OWN_DOCUMENT, (at, end, name) => {
    if (OWN_DOCUMENT_END.test(text.slice(end, end + 16))) add(name, 'contact', at);
  });
  return found;
}

/** Whether a predicate follows a name; its site or its page does what it does for whoever publishes there. */
function isSubject(behind: string): boolean {
  return PREDICATES.exec(behind)?.index === 0 && !/^(?:门户|网站|官网)/.test(behind);
}

/** Who answers the telephone is a unit of the body: its own office, or the office of the government. */
function contactName(name: string): string {
  return withoutUnit(name).replace(GOVERNMENT_OFFICE, '');
}

function forward(text: string, anchor: RegExp, take: (at: number, end: number, name: string) => void): void {
  let count = 0;
  for (const hit of text.matchAll(anchor)) {
    if (++count > MOST_ANCHORS) return;
    const at = hit.index + hit[0].length;
    if (anchor === CLAUSE && at >= SUBJECT_WITHIN && !CLAUSE_HOLDS.test(text.slice(at, at + LONGEST_NAME + 8))) continue;
    const end = nameEnd(text, at);
    if (end > at) take(at, end, text.slice(at, end));
  }
}

export interface ChosenAgency {
  name: string;
  source: AgencySource;
  /** Names of other bodies, most trusted first. */
  others: AgencyEvidence[];
}

/** Chooses among the evidence and fills the name up from `text`, the running text of head and opening. */
export function chooseAgency(evidence: readonly AgencyEvidence[], text: string): ChosenAgency | null {
  const sorted = TRUST.flatMap((source) => evidence.filter((known) => known.source === source));
  const first = sorted[0];
  if (first === undefined) return null;
  const name = fuller(first.name, sorted, text);
  const others = sorted.filter(
    (known) => known.source !== 'contact' && known.source !== 'opening' && known.source !== 'site' && known.source !== 'source' && !publishesForAll(known) && !sameBody(known.name, name) && !sameBody(known.name, first.name),
  );
  return { name, source: first.source, others };
}

/** 发布机构：某市人民政府办公室: a government and its office put the reports of all their bodies on the site. */
function publishesForAll({ name, source }: AgencyEvidence): boolean {
  return source === 'publisher' && /政府(?:办公[室厅]|办)?$/.test(name);
}

function fuller(name: string, sorted: readonly AgencyEvidence[], text: string): string {
  let whole = abbreviationOf(name, text) ?? name;
  if (isRelative(whole)) whole = withEnding(fullerOfRelative(whole, sorted, text) ?? whole, text);
  else if (isPlaceOnly(whole)) whole = governmentOf(whole, sorted, text);
  return spelledOut(whole, sorted);
}

/** The name that an abbreviation stands for: 某高新技术产业开发区管理委员会(以下简称高新区管委会). */
function abbreviationOf(name: string, text: string): string | null {
  let at = -1;
  for (let hit = text.indexOf(name); hit >= 0 && at < 0; hit = text.indexOf(name, hit + 1)) {
    const before = text.slice(Math.max(0, hit - 10), hit);
    const opened = /\((?:以下)?(?:统一)?(?:简称|称)为?[:"“]{0,2}$/.exec(before);
    if (opened !== null) at = hit - opened[0].length;
  }
  if (at < 0) return null;
  const run = /[一-龥]{3,40}$/.exec(text.slice(Math.max(0, at - 40), at))?.[0] ?? '';
  for (let from = 0; from + name.length < run.length; from++) {
    const phrase = run.slice(from);
    if ((from === 0 || /[由将与请布是]/.test(run.charAt(from - 1))) && isName(phrase) && sameBody(phrase, name)) return phrase;
  }
  return null;
}

/** The same body in a longer spelling that other evidence gives: 某县文广新局, 某县文化广电新闻出版局. */
function spelledOut(name: string, sorted: readonly AgencyEvidence[]): string {
  let best = name;
  for (const known of sorted) {
    // A contact names offices and cites rules of other years; a portal names itself.
    if (!OWN_WORD.has(known.source) || isRelative(known.name)) continue;
    const other = withoutUnit(known.name);
    if (other.length > best.length && (known.source !== 'opening' || other.endsWith(best)) && isName(other) && other !== name && endingOf(other)?.kind === endingOf(name)?.kind && spells(other, best)) best = other;
  }
  return best;
}

/** Evidence in which a body gives its own name. */
const OWN_WORD: ReadonlySet<AgencySource> = new Set(['title', 'announcement', 'compiler', 'opening', 'signature']);

/** Whether `long` is `short` with its words or its place written out. */
function spells(long: string, short: string): boolean {
  const x = canonicalName(long);
  const y = canonicalName(short);
  if (x.endsWith(y)) return PLACE_BEFORE.exec(x.slice(0, -y.length))?.[1] === x.slice(0, -y.length);
  return long.charAt(0) === short.charAt(0) && long.slice(0, 2) === short.slice(0, 2) && isAbbreviated(short, long) && !isPlaceOnly(short);
}

/** 某市农业农村委 → 某市农业农村委员会 where the page prints it. */
function withEnding(name: string, text: string): string {
  return name.endsWith('委') && text.includes(`${name}员会`) ? `${name}员会` : name;
}

/** Menus say where a page stands today, not who wrote it. */
const IN_MENU = /(?:当前位置|您的位置|所在位置|首页|政务公开政府信息公开)[^。]{0,40}$/;

/** Places printed right before a name, the longest first. */
function placesBefore(name: string, text: string): string[] {
  const found = new Set<string>();
  for (let at = text.indexOf(name), seen = 0; at !== -1 && seen < 60; at = text.indexOf(name, at + 1), seen++) {
    const place = placeBefore(text, at, false);
    if (place !== null && !IN_MENU.test(text.slice(Math.max(0, at - 60), at))) found.add(place);
  }
  return [...found].sort((a, b) => b.length - a.length);
}

const PLACE_BEFORE = /((?:[一-龥]{1,7}?(?:自治区|自治州|自治县|省|市|县|区|州|旗|盟)){1,3})$/;

/** A name with its place that the page prints elsewhere: 市司法局 → 青岛市司法局, 市发改局 → 邹城市发展和改革局. */
function fullerOfRelative(name: string, sorted: readonly AgencyEvidence[], text: string): string | null {
  const level = RELATIVE_NAME.exec(name)?.[0] ?? '';
  const core = name.slice(level.length);
  if (core.length < 2) return null;
  for (const known of sorted) {
    if (isRelative(known.name) || known.source === 'site') continue;
    const own = withoutUnit(known.name);
    const canonical = canonicalName(own);
    if (canonical.endsWith(canonicalName(core)) && placeFits(canonical.slice(0, -canonicalName(core).length), level)) return own;
  }
  const places = placesBefore(core, text).filter((place) => placeFits(place, level));
  const longest = places[0];
  if (longest !== undefined) return places.every((place) => longest.endsWith(place)) ? longest + core : null;
  const site = sitePlaces(text).filter((place) => level.length === 1 && place.endsWith(level));
  return site.length === 1 ? site[0]! + core : null;
}

function placeFits(place: string, level: string): boolean {
  return place !== '' && (level === '' || place.endsWith(level));
}

/**
 * The place words that end at `at` in running text, cut at the last predicate or connective before them. At the start of a
 * clause an unknown verb may stand before them (打造自治区…局): there they count only where `atClauseStart` says so.
 */
function placeBefore(text: string, at: number, atClauseStart: boolean): string | null {
  let run = /[一-龥]{0,20}$/.exec(text.slice(Math.max(0, at - 20), at))![0];
  const opened = /["“'《(、]/.test(text.charAt(at - run.length - 1));
  const whole = run;
  for (let guard = 0; guard < 8; guard++) {
    const predicate = PREDICATES.exec(run) ?? /^[一-龥]*?(?:^年|^度|联系|与|由|和|请|系|中的|向|于|至)/.exec(run);
    if (predicate === null) break;
    run = run.slice(predicate.index + predicate[0].length);
  }
  run = run.replace(/^[了本]/, '');
  for (let verb = VERB_BEFORE.exec(run); verb !== null; verb = VERB_BEFORE.exec(run)) run = run.slice(verb[0].length);
  const place = PLACE_BEFORE.exec(run);
  if (run === whole && !opened && !atClauseStart) return null;
  if (place?.[1] !== run || SELF_REFERENCE.test(run) || run.length < 2 || RELATIVE_NAME.test(run)) return null;
  return run;
}

const NOT_THE_GOVERNMENT = /^(?:办公|门户|网|令|文件|公报|关于|重点|政务|信息公开(?:办|领导))/;

/** 某镇 → 某镇人民政府 where the page prints it, a province's or a city's own report is its government's. */
function governmentOf(name: string, sorted: readonly AgencyEvidence[], text: string): string {
  const endings = name.endsWith('街') ? ['道办事处', '办事处'] : name.endsWith('街道') ? ['办事处'] : ['人民政府'];
  for (const ending of endings) {
    const whole = name + ending;
    for (let at = text.indexOf(whole), seen = 0; at !== -1 && seen < 40; at = text.indexOf(whole, at + 1), seen++) {
      if (NOT_THE_GOVERNMENT.test(text.slice(at + whole.length, at + whole.length + 6))) continue;
      const place = placeBefore(text, at, false);
      return (place ?? '') + whole;
    }
  }
  const publisher = sorted.find((known) => known.source === 'publisher' && known.name.startsWith(`${name}人民政府`));
  if (publisher !== undefined) return publisher.name;
  return /(?:省|自治区|市)$/.test(name) && !/[一-龥](?:省|市)[一-龥]+市$/.test(name) ? `${name}人民政府` : name;
}

const OWN_SITE = /([一-龥]{2,12}?(?:省|市|县|区|州|旗|镇|乡))(?:人民)?政府(?:门户)?(?:网站|网)/g;

/** The places whose government's site the text speaks of (某市人民政府门户网站), each once. */
function sitePlaces(text: string): string[] {
  const places = new Set<string>();
  for (const hit of text.matchAll(OWN_SITE)) {
    const place = placeBefore(text, hit.index + hit[1]!.length, true);
    if (place !== null) places.add(place);
  }
  return [...places];
}

const SITE_OWNER = /(?:[在见于]|登录|登陆|访问|通过|查阅|关注|向|[,。;:("《、和及与])([一-龥]{3,30}?)(?:门户|官方|政务|政府信息公开|信息公开)?(?:网站|网页|微信公众号|公众号|官网)/g;

/** Whether a name is of the kind that speaks of itself so; a government's portal carries the reports of all its bodies. */
function owns(name: string, self: string): boolean {
  if (self === '机关' || self === '单位') return !/(?:政府|党委|管委会|管理委员会)$/.test(name) && !isPlaceOnly(name);
  return name.endsWith(self) || (self === '委' && name.endsWith('委员会')) || (/[镇乡道]/.test(self) && name.includes(self));
}

/**
 * 我旗 and the site of 某某旗, 我局 and the site of 某市某局: where nothing names the body, its own site does.
 */
export function siteEvidence(text: string): AgencyEvidence[] {
  const own = /(?:我|本)(局|厅|委|办|院|校|所|处|站|会|馆|中心|镇|乡|街道|机关|单位)/.exec(text)?.[1];
  if (own !== undefined) {
    const owners = new Map<string, number>();
    for (const hit of text.matchAll(SITE_OWNER)) {
      const name = hit[1]!.replace(PREDICATE_AHEAD, '').replace(/^[在见于向]/, '');
      if (!isName(name) || isRelative(name) || !owns(name, own)) continue;
      owners.set(name, hit.index + hit[0].indexOf(name));
    }
    const [first] = owners;
    if (first !== undefined && owners.size === 1) return [{ name: first[0], source: 'site', at: first[1] }];
  }
  const self = /我([省市县区州旗镇乡])/.exec(text);
  if (self === null) return [];
  const places = sitePlaces(text).filter((place) => place.endsWith(self[1]!));
  return places.length === 1 ? [{ name: places[0]!, source: 'site', at: 0 }] : [];
}

const PREDICATE_AHEAD = new RegExp(`^.*(?:${PREDICATES.source})`);
