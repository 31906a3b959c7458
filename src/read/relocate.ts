/** Moves the places of a report from the rendered text to the source it was rendered from. */
import { splitLines } from '../text/document.ts';
import type { SourceMap } from './origin.ts';

/**
 * Replaces every `line` (and the `column` beside it) of a report; a line without a column becomes that of its first character. An end
 * (`endColumn`, on another line with `endLine`) is put behind the character before it, wherever that stands. What findings carry as
 * arguments is left alone.
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
    const { line, column, endLine, endColumn } = value as { line?: unknown; column?: unknown; endLine?: unknown; endColumn?: unknown };
    if (typeof line !== 'number') return moved;
    const offset = (of: number, at: unknown): number => (lines[of - 1]?.start ?? 0) + (typeof at === 'number' ? at - 1 : 0);
    const start = offset(line, column);
    const place = origins.place(start);
    moved['line'] = place.line;
    if (typeof column === 'number') moved['column'] = place.column;
    if (typeof endColumn !== 'number') return moved;
    const end = offset(typeof endLine === 'number' ? endLine : line, endColumn);
    const last = end > start ? origins.place(end - 1) : place;
    moved['endColumn'] = end > start ? last.column + 1 : last.column;
    delete moved['endLine'];
    if (last.line !== place.line) moved['endLine'] = last.line;
    return moved;
  };
  return move(report) as T;
}
