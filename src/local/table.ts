/** What a local 统计表 is once its header is understood: headings, and rows with one slot a heading. */

/** What a row prints below one heading. */
export interface Slot {
  value: number | null;
  /** What is printed where no number could be told; `null` where a value stands, or nothing. */
  doubt: string | null;
}

export interface LocalRow {
  /** The label as printed, its lines joined. */
  printed: string;
  /** Where the row begins. */
  start: number;
  /** The unit in the row's own column, `null` where none is printed. */
  unit: string | null;
  /** The merged label beside the row's own, `null` where there is none. */
  group: string | null;
  /** One a heading of the table. */
  slots: readonly Slot[];
  /** Whether the label itself is in doubt: the row then has no indicator, only a finding. */
  torn?: true;
}

export interface LocalTable {
  /** The headings of all columns, parted by blanks. */
  header: string;
  headings: readonly string[];
  /** A unit for all rows, printed in the heading of the values (数量（条）). */
  unit: string | null;
  rows: readonly LocalRow[];
  /** Extent in the text, header included. */
  start: number;
  end: number;
}

export const EMPTY: Slot = { value: null, doubt: null };

/** Slots of a row whose numbers have no certain place. */
export function open(count: number, printed: string): Slot[] {
  return Array.from({ length: count }, () => ({ value: null, doubt: printed }));
}

const CAPTION = /^(?:附?表|附件)\s*[一二三四五六七八九十\d]{1,2}\s*[、.：:]?/;

/** The caption (附表一 主动公开情况) that is the last line of a text, `null` where another line is. */
export function lastCaption(before: string): string | null {
  const lines = before.split(/[\r\n]+/).map((line) => line.replace(/^[#*\s]+|[\s*]+$/g, ''));
  const line = lines.findLast((each) => each !== '');
  return line !== undefined && CAPTION.test(line) && !/[。；]/.test(line) ? line : null;
}
