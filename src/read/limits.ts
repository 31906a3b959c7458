/** Bounds on what a compressed input may unpack to. */

export interface Limits {
  /** Bytes of one file unpacked. */
  entryBytes: number;
  /** Bytes of an archive unpacked, archives within it included. */
  totalBytes: number;
  /** Files in an archive. */
  entries: number;
  /** How many times its packed size a file may have; looked at only from `ratioFrom` bytes on. */
  ratio: number;
  ratioFrom: number;
  /** Archives within archives. */
  depth: number;
}

/** A report is rarely above 50 MB; pages of tables pack 30 to 1, deflate can do 1032 to 1. */
export const LIMITS: Readonly<Limits> = {
  entryBytes: 128 * 2 ** 20,
  totalBytes: 8 * 2 ** 30,
  entries: 200_000,
  ratio: 200,
  ratioFrom: 8 * 2 ** 20,
  depth: 3,
};

/** The most bytes that `packed` bytes may unpack to. */
export function mostBytes(packed: number, limits: Limits): number {
  return Math.min(limits.entryBytes, Math.max(limits.ratioFrom, packed * limits.ratio));
}
