/** Findings for programs: one record a finding, as JSON, CSV or annotations of a GitHub workflow. */
import { printable } from '../terminal/escape.ts';
import { sentence } from '../../findings/catalogue.ts';
import type { Finding } from '../../schema/report.ts';
import type { CheckedFile } from './findings.ts';
import type { Language } from './words.ts';

export interface FindingRecord extends Finding {
  path: string;
  era: string;
  year: number | null;
  agency: string | null;
  message: string;
}

export function recordsOf(file: CheckedFile, language: Language): FindingRecord[] {
  const { path, era, year, agency } = file;
  return file.findings.map(({ finding }) => ({ path, era, year, agency, ...finding, message: sentence(finding, language) }));
}

export function toNdjson(records: readonly FindingRecord[]): string {
  return records.map((record) => JSON.stringify(record) + '\n').join('');
}

export function toJson(records: readonly FindingRecord[]): string {
  return records.length === 0 ? '[]\n' : `[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]\n`;
}

const CSV_COLUMNS = ['path', 'line', 'column', 'severity', 'origin', 'code', 'message', 'left', 'right', 'difference', 'cells'] as const;

/** RFC 4180, with what a spreadsheet would run as a formula made text. */
function csvField(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return '';
  const shown = printable(value);
  const safe = /^[=+\-@]/.test(shown) ? `'${shown}` : shown;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function toCsv(records: readonly FindingRecord[]): string {
  const rows = records.map((record) => {
    const { left, right, difference } = record.args;
    const values = { ...record, left, right, difference, cells: record.cells.join(' ') };
    return CSV_COLUMNS.map((column) => csvField(values[column]));
  });
  return [CSV_COLUMNS, ...rows].map((row) => row.join(',') + '\r\n').join('');
}

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

const escapeData = (text: string): string => printable(text).replaceAll('%', '%25');
const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** A workflow command, which GitHub shows beside the line of the file. */
export function annotation({ path, line, column, title, message, command }: { path: string; line: number | null; column?: number | null; title: string; message: string; command: string }): string {
  const properties = [`file=${escapeProperty(path)}`];
  if (line !== null) properties.push(`line=${String(line)}`, `col=${String(column ?? 1)}`);
  properties.push(`title=${escapeProperty(title)}`);
  return `::${command} ${properties.join(',')}::${escapeData(message)}\n`;
}

export function toGithub(records: readonly FindingRecord[]): string {
  return records.map(({ path, line, column, code, message, severity }) => annotation({ path, line, column, title: code, message, command: COMMANDS[severity] })).join('');
}
