/** Moves the places of a report from the rendered text to the source it was rendered from. */
import { splitLines } from '../text/document.ts';
import type { SourceMap } from './origin.ts';

/**
 * Replaces every `line` (and the `column` beside it) of a report; a line without a column becomes that of its first character. What
 * findings carry as arguments is left alone.
 *
 * @param report a report, or any part of one, whose places are lines and columns of `text`
 */
export function relocate<T>(report: T, text: string, origins: SourceMap): T {
  const lines = splitLines(text);
  const move = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(move);
    if (typeof value !== 'object' || value === null) return value;
    const moved: Record<string, unknown> = {};
    for (const [key, each] of Object.entries(value)) moved[key] = key === 'args' ? each : move(each);
    const { line, column } = value as { line?: unknown; column?: unknown };
    if (typeof line !== 'number') return moved;
    const start = lines[line - 1]?.start ?? 0;
    const place = origins.place(start + (typeof column === 'number' ? column - 1 : 0));
    moved['line'] = place.line;
    if (typeof column === 'number') moved['column'] = place.column;
    return moved;
  };
  return move(report) as T;
}
