/** Turns a text into the prose that the stage reads: one paragraph a line, short numbered lines are headings. */
import type { FactsInput } from '../../src/facts/facts.ts';
import { createDocument } from '../../src/text/document.ts';

const HEADINGS: readonly RegExp[] = [/^[一二三四五六七八九十]+\s*[、.．]\s*([^。；，,]{2,40})$/, /^[（(][一二三四五六七八九十]+[）)]\s*([^。；，,]{2,40})$/, /^\d{1,2}[.、．]\s*([^。；，,]{2,30})$/];

/** `text` as one document; lines that look like headings open sections and are no paragraph. */
export function proseOf(text: string, year: number | null, sectionId: string | null = null): FactsInput {
  const document = createDocument(text);
  const headings: string[] = [];
  const prose: FactsInput['prose'][number][] = [];
  for (const line of document.lines) {
    let start = line.start;
    let end = line.end;
    while (start < end && document.folded.charAt(start) === ' ') start++;
    while (end > start && document.folded.charAt(end - 1) === ' ') end--;
    const words = text.slice(start, end);
    if (words === '') continue;
    const level = HEADINGS.findIndex((pattern) => pattern.test(words));
    if (level >= 0) {
      headings.length = Math.min(headings.length, level);
      headings[level] = HEADINGS[level]!.exec(words)![1]!;
      for (let i = 0; i < level; i++) headings[i] ??= '';
      continue;
    }
    prose.push({ text: words, offsets: Array.from({ length: words.length }, (_, index) => start + index), headings: headings.filter((one) => one !== ''), sectionId });
  }
  return { document, prose, year };
}
