import { outline, type OutlineResult } from '../../src/outline/outline.ts';
import { createDocument } from '../../src/text/document.ts';
import type { Section } from '../../src/schema/report.ts';

/** The outline of a text, without a table reader's help. */
export function read(text: string, spans: readonly { start: number; end: number }[] = []): OutlineResult {
  return outline(createDocument(text), spans);
}

/** Headings as `number title`, children indented by two blanks a level of the tree. */
export function shape(sections: readonly Section[], depth = 0): string[] {
  return sections.flatMap((section) => [
    `${'  '.repeat(depth)}${section.number ?? '-'} ${section.title}`,
    ...shape(section.children, depth + 1),
  ]);
}
