import type { Finding, Report } from '../schema/report.ts';

/** Holds a report against the rules of its template. Gets the report without its findings. */
export function check(_report: Omit<Report, 'findings'>): Finding[] {
  return [];
}
