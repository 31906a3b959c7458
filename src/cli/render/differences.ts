/** Differences for people: the member, what was expected, what came out, the line of the source. */
import type { Difference } from '../actions/compare.ts';
import { blanked, printable } from '../terminal/escape.ts';
import { displayWidth } from '../terminal/display-width.ts';
import type { RenderOptions } from './findings.ts';
import { WORDS } from './words.ts';

/** Differences shown of one report. */
const SHOWN = 20;

function short(value: unknown, width: number): string {
  const text = printable(value === undefined ? '—' : JSON.stringify(value));
  if (displayWidth(text) <= width) return text;
  let kept = '';
  let used = 0;
  for (const char of text) {
    used += displayWidth(char);
    if (used > width - 1) break;
    kept += char;
  }
  return `${kept}…`;
}

/** One difference in a line. */
export function differenceText({ member, expected, actual }: Difference): string {
  return `${printable(member)}: ${short(expected, 200)} ≠ ${short(actual, 200)}`;
}

export function renderDifferences(path: string, differences: readonly Difference[], line: (number: number) => string | null, { language, width, paint }: RenderOptions): string {
  const words = WORDS[language];
  const label = Math.max(displayWidth(words.expected), displayWidth(words.actual));
  const pad = (text: string): string => text + ' '.repeat(label - displayWidth(text));
  const lines = [`${paint.strong(path)}  ${paint.severity('error', `${String(differences.length)} ${words.differences}`)}`];
  for (const difference of differences.slice(0, SHOWN)) {
    lines.push(`  ${printable(difference.member)}`);
    lines.push(`    ${pad(words.expected)}  ${short(difference.expected, width - label - 6)}`);
    lines.push(`    ${pad(words.actual)}  ${paint.severity('error', short(difference.actual, width - label - 6))}`);
    const source = difference.line === null ? null : line(difference.line);
    if (source !== null) lines.push(paint.faint(`    ${String(difference.line).padStart(5)} | ${clip(source, width - 12)}`));
  }
  if (differences.length > SHOWN) lines.push(`  … ${words.more} ${String(differences.length - SHOWN)}`);
  return lines.join('\n') + '\n';
}

function clip(source: string, width: number): string {
  return short(blanked(source.slice(0, width * 2)), width + 2).replace(/^"|"$/g, '');
}
