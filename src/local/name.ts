/** What a label of a local table says beside its name: that it is a part of another row, its number, its unit. */
import { fold } from '../text/fold.ts';
import { unitBehind, joined, type Words } from './words.ts';

export interface Name {
  /** The label without marks, number and unit; traditional characters and inner marks as printed. */
  label: string;
  /** 其中：… */
  opens: boolean;
  /** Its number among parts (1、, （2）, ③), 0 where it has none. */
  part: number;
  /** 一、… or （一）…: 1 and 2; else 0. */
  level: number;
  unit: string | null;
}

const OPENS = /^其中\s*[:：]?\s*/;
const PART = /^(?:(\d{1,2})\s*[.、．,:：)）]|[(（](\d{1,2})[)）]|([①-⑳]))\s*/;
const LEVEL = /^(?:([一二三四五六七八九十]{1,3})\s*[、.．]|[(（][一二三四五六七八九十]{1,3}[)）]、?)\s*/;

export function nameOf(printed: string, words: Words): Name {
  let label = joined(printed.trim());
  const opens = OPENS.test(label);
  label = label.replace(OPENS, '');
  const numbered = PART.exec(label);
  const part = numbered === null ? 0 : numbered[3] === undefined ? Number(numbered[1] ?? numbered[2]) : numbered[3].charCodeAt(0) - 0x245f;
  if (numbered !== null) label = label.slice(numbered[0].length);
  const levelled = numbered === null ? LEVEL.exec(label) : null;
  if (levelled !== null) label = label.slice(levelled[0].length);
  // 一、其中：… and 1、其中：… are rare, but 其中 is no part of a name.
  const later = OPENS.test(label);
  label = label.replace(OPENS, '');
  const folded = fold(label).replace(/\s/g, '');
  const unit = unitBehind(folded, words);
  if (unit !== null) label = label.replace(/\s*[(（][^()（）]*[)）]\s*$/, '');
  return { label: label.trim(), opens: opens || later, part, level: levelled === null ? 0 : levelled[1] === undefined ? 2 : 1, unit };
}

/** Does a printed text begin as only a label's first line does: 其中：, a number, 一、? */
export function beginsLabel(printed: string): boolean {
  const text = printed.trim();
  return OPENS.test(text) || PART.test(text) || LEVEL.test(text);
}
