/** The calendar year reported on: the title's, the period's, the year the preamble announces, the year the body speaks of. */
import { readChineseYear } from '../text/dates.ts';
import type { Period } from './period.ts';
import type { Title } from './title.ts';

export interface ReportYear {
  year: number | null;
  academicYear: string | null;
  /** Where another year stands, and which. */
  others: { source: 'period' | 'preamble' | 'body'; year: number }[];
}

const ANNOUNCED = /((?:19|20)\d{2})年(?:度)?(?:[^。;《》\d]{0,40}?)(?:信息|政务|讯息)公开(?:[^。;《》\d]{0,8}?)(?:报告|年报|情况|总结)/g;
const ACADEMIC = /((?:19|20)\d{2})年?(?:-|至|~|—|\/)((?:19|20)\d{2})年?学年/;
const YEARS = /(?<!\d)((?:19|20)\d{2})(?=年(?:度|底|末|来|以来|初|全年|我|[,一-龥])|年?,)/g;
const CITED = /《[^《》]{0,80}》|[〔[【(]\d{4}[〕\]】)]/g;
/** A template passed round with its years blanked out; the year of its title is that of the upload. */
const YEAR_BLANKED = /期限(?:是|为|自|从)?年1月1日/;
const MOST_YEARS = 300;

/** 《关于做好2019年…报告的通知》 speaks of others' reports, mostly of the same year; it counts only where nothing else does. */
function announcedYear(text: string): number | null {
  const hit = text.matchAll(ANNOUNCED).next().value;
  return hit === undefined ? null : Number(hit[1]);
}

/** How often each year is spoken of, cited titles and document numbers left out. */
function spokenYears(text: string): Map<number, number> {
  const counts = new Map<number, number>();
  let seen = 0;
  for (const hit of text.matchAll(YEARS)) {
    if (++seen > MOST_YEARS) break;
    const behind = text.slice(hit.index + 4, hit.index + 8);
    if (/^年(?:工作(?:计划|思路|打算)|下一步)/.test(behind + text.slice(hit.index + 8, hit.index + 12))) continue;
    const year = Number(hit[1]);
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return counts;
}

/** A year in Chinese numerals (二○一四年). */
function chineseYear(text: string): number | null {
  for (const hit of text.matchAll(/[二一][〇○◯零OoO0九]/g)) {
    const year = readChineseYear(text, hit.index);
    if (year !== null && text.charAt(year.end) === '年') return year.value;
  }
  return null;
}

/**
 * Decides the year from `text`, what stands behind the title in head and opening, without blanks. The year of publication is never used, nor is that of a
 * plan or of a cited document.
 */
export function reportYear(text: string, title: Title | null, period: Period | null, opening: string): ReportYear {
  const bare = text.replace(CITED, '');
  const academic = academicYearOf(text, title, period);
  const periodYear = period === null ? null : Number(period.to.slice(0, 4));
  if (academic !== null) return { year: null, academicYear: academic, others: [] };
  const announced = announcedYear(bare) ?? announcedYear(text);
  // A preamble may stand in a menu of years; it is only counted where the body names none.
  const body = spokenYears(opening.replace(CITED, ''));
  const spoken = body.size > 0 ? body : spokenYears(bare);
  const most = [...spoken.entries()].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  const blanked = YEAR_BLANKED.test(text) && title?.year != null && !body.has(title.year);
  if (blanked) return { year: null, academicYear: null, others: [] };
  const year = title?.year ?? vote(periodYear, announced, most) ?? chineseYear(bare);
  const others: ReportYear['others'] = [];
  if (year !== null) {
    if (periodYear !== null && periodYear !== year) others.push({ source: 'period', year: periodYear });
    if (announced !== null && announced !== year && title?.year != null) others.push({ source: 'preamble', year: announced });
    if (most !== null && most !== year && !spoken.has(year) && spoken.get(most)! > 1) others.push({ source: 'body', year: most });
  }
  return { year, academicYear: null, others };
}

/** Period, announcement and body: two that agree outvote the third; otherwise the first there is. */
function vote(period: number | null, announced: number | null, spoken: number | null): number | null {
  if (period !== null && period !== announced && announced !== null && announced === spoken) return announced;
  return period ?? announced ?? spoken;
}

function academicYearOf(text: string, title: Title | null, period: Period | null): string | null {
  if (title?.academicYear != null) return title.academicYear;
  if (title?.year != null) return null;
  if (period !== null) {
    const [from, to] = [Number(period.from.slice(0, 4)), Number(period.to.slice(0, 4))];
    return to === from + 1 && /-0[89]-/.test(period.from) && /-0[78]-/.test(period.to) ? `${from}-${to}` : null;
  }
  const hit = ACADEMIC.exec(text);
  return hit !== null && Number(hit[2]) === Number(hit[1]) + 1 ? `${hit[1]!}-${hit[2]!}` : null;
}
