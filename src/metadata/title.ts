/**
 * The title: a line, a line split in two or three, or the first words of a page that is one line. A line is a title where
 * it ends as reports are called and names a year or a body; a menu entry (政府信息公开年报) names neither.
 */
import type { Document } from '../text/document.ts';
import { readChineseYear } from '../text/dates.ts';
import { squeeze } from './compact.ts';
import { DOCUMENT_NUMBER, type Block } from './block.ts';
import type { Head, HeadLine } from './head.ts';
import { isName, withoutScope } from './names.ts';

export interface Title {
  /** As printed, blanks removed. */
  text: string;
  /** Folded, blanks and pinyin removed. */
  folded: string;
  start: number;
  end: number;
  /** The body named in it, or `null`. */
  agency: string | null;
  year: number | null;
  academicYear: string | null;
  /** A number of the document printed behind the title, `null` mostly. */
  documentNumber: string | null;
}

const LONGEST_TITLE = 90;
/** How reports are called at the end of their title, whatever follows in brackets. */
const ENDING = /(?:报告书?|年报|总结|工作情况|报告的函)$|(?:报告|总结)(?:及|和|暨)(?:19|20)\d{2}年(?:度)?工作(?:计划|打算|安排|思路|要点)$/;
const CALLED = /信息工作公开|(?:信息|讯息|依申请|政务|政府|事务|校务|院务|厂务)公开|年报|(?<=年|年度)年度报告/;
const BEHIND = /(?:\.(?:docx?|pdf|wps|html?)|\(([^()]{1,30})\))$/;
/** The site's name behind a title, as the browser's caption has it: …年度报告_某县人民政府门户网站. */
const SITE_BEHIND = /^(.{6,80}?(?:报告|年报|总结))[_\-—|].{2,60}$/;
const NUMBER_BEHIND = new RegExp(`\\((${DOCUMENT_NUMBER.source})\\)$`);
/** Words that open a sentence or a menu, never a title. */
const NO_TITLE = /^(?:根据|依据|依照|依《|按照|按《|本报告|本年|现将|现公布|为[^民]|《|当前位置|您|首页|栏目|下载|附件|相关|上一|下一|扫|分享|来源|发布|主办|承办|关于做好|.{0,6}>)/;
const INSIDE_SENTENCE = /[。;!?！？>|]|,(?=.{4})/;
const YEAR = /(?:19|20)\d{2}(?=年|-)/;
const ACADEMIC = /((?:19|20)\d{2})(?:年)?(?:-|至|~|—|\/)((?:19|20)\d{2})/;
/** …年度报告（2022年度） */
const BRACKETED_YEAR = /^(?:19|20)\d{2}(?=年?度?$)/;
const CHINESE_YEAR = /[二一][〇○◯零OoO0九](?=[一-龥〇○◯零OoO0]{2}年)/;
const YEAR_PHRASE = /(?:(?:19|20)\d{2}(?:年?(?:-|至|~|\/)(?:19|20)\d{2})?|[二一][〇○零OoO0九][〇○零OoO0一二九][〇○零OoO0一二三四五六七八九])(?:学年度?|年度?)?/;

function chineseYear(core: string): number | null {
  const hit = CHINESE_YEAR.exec(core);
  return hit === null ? null : (readChineseYear(core, hit.index)?.value ?? null);
}

/** What a folded line without blanks says as a title, or `null` where it is none. */
export function parseTitle(folded: string): Omit<Title, 'text' | 'start' | 'end' | 'folded'> | null {
  let core = folded;
  let documentNumber: string | null = null;
  const numbered = NUMBER_BEHIND.exec(core);
  if (numbered !== null) {
    documentNumber = numbered[1]!;
    core = core.slice(0, numbered.index);
  }
  core = core.replace(/^[【[][^】\]]{1,8}[】\]]/, '');
  let inBrackets: string | null = null;
  for (let behind = BEHIND.exec(core); behind !== null; behind = BEHIND.exec(core)) {
    inBrackets ??= behind[1] ?? null;
    core = core.slice(0, behind.index);
  }
  if (core.length < 6 || core.length > LONGEST_TITLE) return null;
  const flip = /^((?:19|20)\d{2})年报[_-]([一-龥]{2,30})$/.exec(core);
  if (flip !== null) {
    return { agency: isName(flip[2]!) ? flip[2]! : null, year: Number(flip[1]), academicYear: null, documentNumber };
  }
  const called = CALLED.exec(core);
  if (!ENDING.test(core) || called === null || NO_TITLE.test(core) || INSIDE_SENTENCE.test(core)) return null;
  const found = agencyOfTitle(core, called.index) ?? bracketed(inBrackets);
  if (found === null && called[0] === '年度报告') return null;
  const academic = ACADEMIC.exec(folded);
  const isAcademic = academic !== null && Number(academic[2]) === Number(academic[1]) + 1;
  const year = YEAR.exec(core) ?? BRACKETED_YEAR.exec(inBrackets ?? '');
  if (found === null && year === null && !isAcademic && chineseYear(core) === null) return null;
  return {
    agency: found,
    year: isAcademic ? null : year === null ? chineseYear(core) : Number(year[0]),
    academicYear: isAcademic ? `${academic[1]!}-${academic[2]!}` : null,
    documentNumber,
  };
}

const SPAM = /^.*(?:[A-Za-z0-9_]|网址|官网|平台|娱乐)/;

/** …年度报告(某市某局). */
function bracketed(inBrackets: string | null): string | null {
  return inBrackets !== null && isName(inBrackets) ? inBrackets : null;
}

/** The body's name stands before the year or between the year and what the report is about. */
function agencyOfTitle(title: string, titleCalledAt: number): string | null {
  const opens = title.startsWith('关于') ? 2 : 0;
  const core = title.slice(opens);
  const calledAt = titleCalledAt - opens;
  const year = YEAR_PHRASE.exec(core);
  const about = core.indexOf('关于');
  let to = calledAt;
  // 某市政府信息公开: 政府 belongs to the subject unless the name is 某市人民政府.
  const subject = /(?:政府|政务)$/.exec(core.slice(0, to));
  if (subject !== null && !core.slice(0, to).endsWith('人民政府')) to -= 2;
  if (about > 0 && about < to) to = about;
  const parts = year !== null && year.index < to ? [core.slice(0, year.index), core.slice(year.index + year[0].length, to)] : [core.slice(0, to)];
  for (const part of parts) {
    // Spam in place of the town's name: the Chinese words behind it are all that is left of the name.
    const name = withoutScope(part.replace(/^度/, '').replace(SPAM, '').replace(/[:,、-]$/, ''));
    if (isName(name)) return name;
  }
  return null;
}

const LABEL = /^(?:[•·*#>]+)?(?:Page\d+-|(?:标题|信息名称|文件名称|名称|题名|中文名|公文名称|文件下载)(?:[:|]|(?=[一-龥\d]{8})))/;
/** A bullet or Markdown's mark of a heading. */
const BULLETS = /^[•·*#>]+/;
const TRAILING = /[*|_\-—·•\s]+$/;
/** What share sites and buttons put around a title. */
const WRAPPED_BEFORE = /^(?:【[^】]{1,8}】|\[(?:转载|原创|范文|精品|推荐)\])/;
const WRAPPED_BEHIND = /(?:\((?:完整版|范文|范本|模板|最新|最新版|精选|全文|定稿|终稿|参考|(?:精选|通用|共|合集)[^()]{0,8}篇|下载)\)|二维码|下载|打印本页|打印|分享|收藏|全文)+$/;

/** A line without its wrapping: `from` and `to` in the line; of a title printed twice the first. */
function unwrapped(text: string): { from: number; to: number } {
  let from = WRAPPED_BEFORE.exec(text)?.[0].length ?? 0;
  let to = text.length - (WRAPPED_BEHIND.exec(text)?.[0].length ?? 0);
  const close = text.indexOf('》');
  // 《某市某局2012年…报告》是某市某局发布的文件: what an encyclopaedia says first.
  if (text.charAt(from) === '《' && close > from && close < from + LONGEST_TITLE && /^$|^是[^。]{2,40}?(?:发布|公布|编制|印发)/.test(text.slice(close + 1, close + 50))) {
    from++;
    to = close;
  }
  const half = (to - from) / 2;
  if (half >= 10 && Number.isInteger(half) && text.slice(from, from + half) === text.slice(from + half, to)) to = from + half;
  return { from, to };
}
/** A title that runs on into the text or a byline. */
const IN_LINE = /^(.{6,90}?(?:报告|年报|总结))(?=\1|根据|依据|依照|依《|按照|按《|本报告|为|来源|发布|发表|时间|日期|浏览|字体|字号|【|\||一、|(?:19|20)\d{2}[年-]|$)/;

interface Candidate extends Title {
  score: number;
}

/** Finds the title above the first section; `null` where the page has none. */
export function findTitle(head: Head, block: Block): Title | null {
  const { document } = head;
  const candidates: Candidate[] = [];
  const seen = new Map<string, Candidate>();
  const offer: Offer = (pieces, folded) => {
    const parsed = parseTitle(folded);
    if (parsed === null) return false;
    const key = folded.replace(/\([^()]*\)$/, '');
    const before = seen.get(key);
    if (before !== undefined) {
      before.score += 2;
      return true;
    }
    const score = (parsed.year !== null || parsed.academicYear !== null ? 4 : 0) + (parsed.agency !== null ? 4 : 0);
    let text = squeeze(pieces.map(([from, to]) => document.text.slice(from, to)).join('\n')).replace(/^[•·*#]+/, '');
    if (parsed.documentNumber !== null) text = text.replace(/[（(][^（()）]*[）)]$/, '');
    const candidate = { ...parsed, text, folded, start: pieces[0]![0], end: pieces.at(-1)![1], score };
    candidates.push(candidate);
    seen.set(key, candidate);
    return true;
  };
  const { lines } = block;
  for (let index = 0; index < lines.length; index++) {
    const taken = offerJoined(lines, index, offer, document);
    if (taken > 0) index += taken - 1;
  }
  let best: Candidate | null = null;
  for (const candidate of candidates) if (best === null || candidate.score > best.score) best = candidate;
  return best;
}

/** Takes a candidate by its pieces of the document (offsets) and its folded text. */
type Offer = (pieces: readonly (readonly [number, number])[], folded: string) => boolean;

/** Offers line `index`, alone or with the next one or two; returns how many lines were used. */
function offerJoined(lines: readonly HeadLine[], index: number, offer: Offer, document: Document): number {
  const line = lines[index]!;
  const { text, offsets } = line.compact;
  const labelled = LABEL.exec(text);
  const behindLabel = labelled?.[0].length ?? BULLETS.exec(text)?.[0].length ?? 0;
  const bare = unwrapped(text.slice(behindLabel));
  const from = behindLabel + bare.from;
  const whole = text.slice(from, behindLabel + bare.to).replace(TRAILING, '');
  const own = parseTitle(whole) === null ? (SITE_BEHIND.exec(whole.slice(0, 160))?.[1] ?? whole) : whole;
  if (own === '') return 0;
  const start = offsets[from]!;
  const ownEnd = offsets[from + own.length - 1]! + 1;
  if (own.length <= LONGEST_TITLE + 40) {
    const alone = parseTitle(own);
    if (alone !== null && (alone.agency !== null || labelled !== null || index === 0)) {
      offer([[start, ownEnd]], own);
      return 1;
    }
    const joined = join(lines, index, own, [start, ownEnd], offer);
    if (joined > 0) return joined;
    if (alone !== null) {
      offer([[start, ownEnd]], own);
      return 1;
    }
  }
  offerInLine(line, offer, document);
  return 0;
}

/** A line that may be the first part of a title: a body's name, or words that break off. */
function join(lines: readonly HeadLine[], index: number, own: string, place: readonly [number, number], offer: Offer): number {
  if (own.length > LONGEST_TITLE || NO_TITLE.test(own) || INSIDE_SENTENCE.test(own) || own.includes(':') || /(?:报告|年报|总结|报表)$/.test(own)) return 0;
  const isWhole = isName(own.replace(SPAM, ''));
  if (!isWhole && !/公开|年/.test(own)) return 0;
  let folded = own;
  const pieces = [place];
  for (let next = index + 1; next < lines.length && next <= index + 3; next++) {
    const part = lines[next]!.compact;
    // A scrap that a scanner made of a stain stands between the two halves of a title.
    if (/^[A-Za-z0-9.,'"|_\-—]{1,4}$/.test(part.text) && pieces.length === 1) {
      continue;
    }
    const words = part.text.replace(TRAILING, '');
    if (words === '' || words.length > 60) return 0;
    const goesOn = /^关于/.test(words) || parseTitleTail(words) !== null || SUBJECT_LINE.test(words);
    if (isWhole && pieces.length === 1 && !YEAR_PHRASE.test(words) && !goesOn) return 0;
    folded += words;
    pieces.push([part.offsets[0]!, part.offsets[words.length - 1]! + 1]);
    const parsed = parseTitle(folded);
    if (parsed !== null) {
      const alone = parseTitle(words);
      // A site's name over a title that names its body itself is no part of the title.
      if (alone?.agency != null) return 0;
      offer(pieces, folded);
      return next - index + 1;
    }
    if (pieces.length === 3) return 0;
  }
  return 0;
}

/** 政府信息公开工作, on a line between the body and 2023年度报告. */
const SUBJECT_LINE = /^(?:政府|政务)?信息公开(?:工作)?(?:情况)?$/;

function parseTitleTail(words: string): RegExpExecArray | null {
  return /^(?:政府|政务|信息).*公开.*(?:报告|年报|总结)$/.exec(words);
}

/** Titles inside a long line: at its start, or behind a gap; parted by one gap at most. */
function offerInLine(line: HeadLine, offer: Offer, document: Document): void {
  const { text, offsets } = line.compact;
  const gaps: number[] = [0];
  for (let i = 1; i < text.length && gaps.length < 60; i++) {
    const between = document.folded.slice(offsets[i - 1]! + 1, offsets[i]);
    if (between !== '' && /\s/.test(between)) gaps.push(i);
  }
  let fallback: Place | null = null;
  for (const at of gaps) {
    const hit = IN_LINE.exec(text.slice(at, at + 200));
    if (hit === null) continue;
    const labelled = LABEL.exec(hit[1]!)?.[0].length ?? 0;
    const last = at + hit[1]!.length - 1;
    const place: Place = { folded: hit[1]!.slice(labelled), start: offsets[at + labelled]!, end: offsets[last]! + 1 };
    const parsed = parseTitle(place.folded);
    // 年报 某县某局2022年…: a menu's last word before the title is none of it.
    if (parsed !== null && parsed.agency === null) fallback ??= place;
    else if (parsed !== null && offer([[place.start, place.end]], place.folded)) return;
  }
  if (fallback !== null) offer([[fallback.start, fallback.end]], fallback.folded);
}

interface Place {
  folded: string;
  start: number;
  end: number;
}
