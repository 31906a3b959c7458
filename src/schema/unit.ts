/** Units of amounts, which stand in `tables` beside them. */
import type { Report } from './report.ts';

/** The unit printed with an amount, by its path in `tables`. */
export function printedUnit(report: Report, path: string): string | null {
  let branch: unknown = report.tables;
  for (const code of path.split('.')) branch = typeof branch === 'object' && branch !== null ? (branch as Record<string, unknown>)[code] : null;
  return typeof branch === 'string' ? branch : null;
}
