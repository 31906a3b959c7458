/** Whether a document is a report of this kind at all: a recipe, a plan, an empty form or data is told, not read as an empty report. */
import { finding } from '../findings/catalogue.ts';
import type { Cell, Finding, Metadata, Section, SectionId } from '../schema/report.ts';
import type { Document } from '../text/document.ts';
import { squeeze } from '../text/squeeze.ts';

export interface KindInput {
  document: Document;
  metadata: Metadata;
  sections: readonly Section[];
  cells: readonly Cell[];
  /** Paragraphs of prose, in order. */
  prose: readonly { text: string }[];
}

/** Characters that are looked at; what a document is stands in its beginning. */
const LOOKED_AT = 20_000;
const SUBJECT = /(?:信息|讯息|政务|校务|院务|事务|村务|厂务)公开|公开[^。]{0,6}(?:信息|政务)|依申请公开|主动公开/;
/** JSON, one object or many; program text in Markdown is counted by its fences. */
const DATA = /^(?:\{"|\[\{"|\[\[?["\d])/;
/** What such a report calls itself, in a title or in its preamble. */
const NAMES_ITSELF = /公开[^。;《》]{0,10}(?:年度报告|年报|情况报告|工作报告|工作总结|工作情况|报告)|(?:编制|形成|制定)[^。]{0,8}(?:本报告|本年报|此报告)|(?:统计期限|统计时限)/;
/** Titles of other papers on the subject. */
const OTHER_PAPER = /(?:要点|方案|计划|安排|通知|办法|规定|细则|制度|指南|目录|条例|清单|公告|简报|规范|流程图|申请表|意见|手册|说明|README)$/i;
/** A form that waits for its words: 某局, ××, ____, （单位名称）. */
const UNFILLED = /[×xX_＿]{2,}|\((?:单位名称|单位|部门|机关名称|填写|年份)\)|[*＊]{2,}年|〔?(?:20)?[×xX_]{1,2}〕?年/g;

type Reason = '数据或程序' | '与政府信息公开无关' | '标题为其他文种' | '表格未填写' | '未见年度报告的内容';

/** The finding `document/not-a-report`, or none. Doubt speaks for a report. */
export function judgeKind(input: KindInput): Finding[] {
  const reason = reasonAgainst(input);
  return reason === null ? [] : [finding('document/not-a-report', { reason })];
}

function reasonAgainst({ document, metadata, sections, cells, prose }: KindInput): Reason | null {
  const values = cells.some(({ status }) => status === 'reported' || status === 'zeroWord');
  if (values) return null;
  const { text } = squeeze(document.folded, 0, Math.min(document.folded.length, LOOKED_AT));
  if (text === '') return null;
  if (DATA.test(text) || (text.match(/```/g)?.length ?? 0) >= 2) return '数据或程序';
  const known = new Set<SectionId>();
  for (const { id } of sections) if (id !== null) known.add(id);
  const written = prose.reduce((sum, paragraph) => sum + paragraph.text.length, 0);
  if (cells.some(({ status }) => status !== 'missing') && (written < 40 || (text.match(UNFILLED)?.length ?? 0) >= 3) && metadata.agency === null) return '表格未填写';
  if (!SUBJECT.test(text)) return '与政府信息公开无关';
  if (metadata.title === null && OTHER_PAPER.test(firstLine(document).replace(/\([^()]{1,16}\)$/, '')) && known.size < 3) return '标题为其他文种';
  if (written < 40 && sections.length === 0 && titlesListed(document) >= LEAST_LISTED) return '未见年度报告的内容';
  const named = metadata.title !== null || NAMES_ITSELF.test(text);
  // 总体情况 opens the reports of all years and hardly anything else.
  const signs = known.size + (known.has('overview') ? 1 : 0) + (named ? 2 : 0) + (metadata.period === null ? 0 : 2) + (metadata.agency === null ? 0 : 1) + (metadata.year === null && metadata.academicYear === null ? 0 : 1);
  return signs < 3 ? '未见年度报告的内容' : null;
}

/** A menu that names so many reports holds none. */
const LEAST_LISTED = 3;
const LISTED = /^[^。,;]{4,50}公开[^。,;]{0,12}(?:报告|年报)(?:\[?\d{4}-\d{1,2}-\d{1,2}\]?)?$/;

/** Lines that are each the title of another report, as menus list them. */
function titlesListed({ folded, lines }: Document): number {
  const titles = new Set<string>();
  for (const { start, end } of lines.slice(0, 200)) {
    if (end - start > 90) continue;
    const line = folded.slice(start, end).replace(/[\s#*>《》•·]+/g, '');
    if (LISTED.test(line)) titles.add(line);
  }
  return titles.size;
}

/** The first line that says something, Markdown's marks and blanks left out. */
function firstLine({ folded, lines }: Document): string {
  for (const { start, end } of lines) {
    const line = folded.slice(start, Math.min(end, start + 120)).replace(/[\s#*>《》]+/g, '');
    if (line !== '') return line.length <= 60 ? line : '';
  }
  return '';
}
