/** What the fields of delimited records print. */
import { Content, trimRange, type Printed } from './content.ts';
import { PLAIN, readContent } from './inline.ts';
import type { Field } from './record.ts';

/** @returns the content of a field; doubled quotes are one, and line breaks within quotes part its lines */
export function printField(text: string, field: Field): Printed {
  if (!field.quoted || !text.slice(field.start, field.end).includes('""')) return readContent(text, field.start, field.end, PLAIN);
  const { start, end } = trimRange(text, field.start, field.end);
  const content = new Content();
  let from = start;
  for (let i = start; i < end; i++) {
    const char = text.charAt(i);
    if (char === '"' && text.charAt(i + 1) === '"') {
      content.add(text.slice(from, i + 1), from, i + 1);
      from = i + 2;
      i++;
    } else if (char === '\n' || char === '\r') {
      content.add(text.slice(from, i), from, i);
      content.break();
      from = i + 1;
    }
  }
  content.add(text.slice(from, end), from, end);
  return content.finish(start);
}
