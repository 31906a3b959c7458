/** Finds the labels of a metadata block in a line: `索引号`, `发 布 机 构`, with what has to stand behind a label. */
import { PAGE_LABELS, type PageField } from '../lexicon/pageLabels.ts';

export interface Label {
  field: PageField;
  start: number;
  end: number;
}

/** Blanks that may stand between two characters of a label. */
const MOST_BLANKS = 12;
const BAR = 0x7c;
const COLON = 0x3a;

interface Known {
  label: string;
  field: PageField;
}

/** Labels by their first character, the longest first. */
const BY_FIRST = new Map<number, Known[]>();
for (const field of Object.keys(PAGE_LABELS) as PageField[]) {
  for (const label of PAGE_LABELS[field]) {
    const known = BY_FIRST.get(label.charCodeAt(0));
    if (known === undefined) BY_FIRST.set(label.charCodeAt(0), [{ label, field }]);
    else known.push({ label, field });
  }
}
for (const known of BY_FIRST.values()) known.sort((a, b) => b.label.length - a.label.length);

function isBlank(code: number): boolean {
  return code === 0x20 || code === 9;
}

/** Every label of a line, from left to right, none inside another. Behind a label a mark stands, a gap, or nothing. */
export function labelsIn(text: string): Label[] {
  const found: Label[] = [];
  for (let at = 0; at < text.length; ) {
    const label = labelAt(text, at);
    if (label !== null) found.push(label);
    at = label?.end ?? at + 1;
  }
  return found;
}

function labelAt(text: string, start: number): Label | null {
  const code = text.charCodeAt(start);
  if (code < 0x4e00) return null;
  const known = BY_FIRST.get(code);
  if (known === undefined) return null;
  const before = text.charCodeAt(start - 1);
  if (before >= 0x4e00 && before <= 0x9fa5) return null;
  for (const { label, field } of known) {
    const end = endOf(text, start, label);
    if (end >= 0 && isParted(text, end)) return { field, start, end };
  }
  return null;
}

/** Where a label that begins at `start` ends, its characters spaced out or not; -1 where another word stands there. */
function endOf(text: string, start: number, label: string): number {
  let at = start + 1;
  for (let i = 1; i < label.length; i++) {
    const most = at + MOST_BLANKS;
    while (at < most && isBlank(text.charCodeAt(at))) at++;
    if (text.charCodeAt(at) !== label.charCodeAt(i)) return -1;
    at++;
  }
  return at;
}

function isParted(text: string, end: number): boolean {
  let at = end;
  while (isBlank(text.charCodeAt(at))) at++;
  const code = text.charCodeAt(at);
  return at > end || at === text.length || code === COLON || code === BAR;
}
