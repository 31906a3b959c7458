/**
 * Bytes to text. In this order: the encoding asked for, a byte order mark, strict UTF-8, and at last the reading among
 * UTF-8, GB18030 and UTF-16 that looks most like Chinese text. Strict GB18030 proves nothing: it accepts most UTF-8.
 */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../schema/report.ts';
import { placeOf, splitLines } from '../text/document.ts';
import { binaryKind, hasControlBytes } from './binary.ts';
import { encodingName, isConverted } from './labels.ts';
import { plausibility } from './plausibility.ts';
import { decodeHz, rareEncoding } from './rare.ts';
import { meantText } from './twice.ts';

export interface Decoded {
  /** Without its byte order mark, otherwise as it stands in the file. */
  text: string;
  /** Name in the Encoding Standard, lower case. */
  encoding: string;
  findings: Finding[];
}

export interface DecodeOptions {
  /** A label such as `gb18030`, `utf-16le`, `big5`; overrules detection. */
  encoding?: string | undefined;
  /** The encoding that the file says of itself, where its bytes do not refute that. */
  declared?: string | undefined;
  /** Reads what the platform does not; without it UTF-32 and UTF-7 are not read, and Big5 without the characters of Hong Kong. */
  convert?: Convert | undefined;
}

/** Bytes in an encoding that takes a converter (`isConverted`), by its name, to text. */
export type Convert = (bytes: Uint8Array, encoding: string) => string;

const REPLACEMENT = '\uFFFD';

/**
 * Read where no mark and no strict reading decides; the first of two equal ones wins. Any even number of bytes is nearly
 * valid UTF-16, and a third of what comes out is Chinese characters: UTF-16 counts only where it reads well.
 */
const CANDIDATES = [
  { encoding: 'utf-8', atLeast: -Infinity },
  { encoding: 'gb18030', atLeast: -Infinity },
  { encoding: 'utf-16le', atLeast: 0.7 },
  { encoding: 'utf-16be', atLeast: 0.7 },
] as const;

/** Marks of the encodings; that of GB18030 is U+FEFF in four bytes. */
const MARKS: readonly { encoding: string; bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-32le', bytes: [0xff, 0xfe, 0, 0] },
  { encoding: 'utf-32be', bytes: [0, 0, 0xfe, 0xff] },
  { encoding: 'gb18030', bytes: [0x84, 0x31, 0x95, 0x33] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

/** Below this plausibility a text is no Chinese text in the encoding it was read in. */
const DOUBTFUL = 0.2;

/**
 * Decodes a file. Never throws on content: broken bytes become U+FFFD and a finding.
 *
 * @throws RangeError on an unknown encoding label
 */
export function decode(bytes: Uint8Array, options: DecodeOptions = {}): Decoded {
  const { encoding, declared, convert } = options;
  if (encoding !== undefined) return read(bytes, known(encoding), [], convert);
  if (declared !== undefined) return asMeant(read(bytes, known(declared), [], convert));
  return asMeant(detected(bytes, convert));
}

function known(label: string): string {
  const name = encodingName(label);
  if (name === null) throw new RangeError(`no encoding has the name '${label}'`);
  return name;
}

function detected(bytes: Uint8Array, convert: Convert | undefined): Decoded {
  const mark = MARKS.find((candidate) => candidate.bytes.every((byte, index) => bytes[index] === byte) && (convert !== undefined || !isConverted(candidate.encoding)));
  if (mark !== undefined) return read(bytes, mark.encoding, [], convert);
  const kind = binaryKind(bytes);
  if (kind !== null) return read(bytes, 'utf-8', [finding('decode/binary', { kind })], convert);
  const rare = rareEncoding(bytes);
  if (rare !== null && (convert !== undefined || !isConverted(rare))) return read(bytes, rare, [], convert);
  // ASCII in UTF-16 is valid UTF-8 with a NUL beside every letter.
  if (!bytes.includes(0)) {
    const text = strictUtf8(bytes);
    if (text !== null) return { text, encoding: 'utf-8', findings: lostBefore(text) };
  }
  const best = bestReading(bytes);
  if (best.score >= DOUBTFUL) return read(bytes, best.encoding, [], convert);
  if (hasControlBytes(bytes)) return read(bytes, best.encoding, [finding('decode/binary', { kind: 'binary data' })], convert);
  return read(bytes, best.encoding, [finding('decode/doubtful-encoding', { encoding: best.encoding })], convert);
}

/** Undoes that a program before read the file in the wrong encoding and saved it so. */
function asMeant(decoded: Decoded): Decoded {
  if (decoded.findings.some((one) => one.code === 'decode/binary')) return decoded;
  const meant = meantText(decoded.text);
  if (meant === null) return decoded;
  return { text: meant.text, encoding: decoded.encoding, findings: [finding('decode/encoded-twice', { encoding: meant.encoding }), ...lostBefore(meant.text)] };
}

/** A lenient reading without U+FFFD is a strict one, and the platform is several times faster at it. */
function strictUtf8(bytes: Uint8Array): string | null {
  const text = new TextDecoder().decode(bytes);
  if (!text.includes(REPLACEMENT)) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function bestReading(bytes: Uint8Array): { encoding: string; score: number } {
  let best = { encoding: 'utf-8', score: -Infinity };
  for (const { encoding, atLeast } of CANDIDATES) {
    const score = plausibility(new TextDecoder(encoding).decode(bytes));
    if (score >= atLeast && score > best.score) best = { encoding, score };
  }
  return best;
}

function read(bytes: Uint8Array, encoding: string, findings: Finding[], convert: Convert | undefined): Decoded {
  const decoded = encoding === 'hz-gb-2312' ? decodeHz(bytes)
    : convert !== undefined && isConverted(encoding) ? convert(bytes, encoding)
      // Without a converter the Big5 of the platform is nearest; of the others it has nothing.
      : new TextDecoder(encoding === 'cp950' ? 'big5' : encoding, { ignoreBOM: true }).decode(bytes);
  const text = decoded.startsWith('\uFEFF') ? decoded.slice(1) : decoded;
  if (findings.some((one) => one.code === 'decode/binary')) return { text, encoding, findings };
  return { text, encoding, findings: [...findings, ...damage(text, bytes, encoding)] };
}

/** What was lost in decoding, with the place of the first loss. */
function damage(text: string, bytes: Uint8Array, encoding: string): Finding[] {
  const runs = replacementRuns(text);
  if (runs.length === 0) return [];
  if (encoding.startsWith('utf-') && !isConverted(encoding) && isValid(bytes, encoding)) return lostBefore(text);
  const findings: Finding[] = [];
  const cut = text.endsWith(REPLACEMENT) ? runs.pop() : undefined;
  const first = runs[0];
  if (first !== undefined) findings.push(finding('decode/invalid-bytes', { count: runs.length, encoding }, place(text, first)));
  if (cut !== undefined) findings.push(finding('decode/truncated', {}, place(text, cut)));
  return findings;
}

/** Whether the bytes are without a fault in an encoding. */
export function isValid(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** A valid file that holds U+FFFD was damaged by an earlier program. */
function lostBefore(text: string): Finding[] {
  const first = text.indexOf(REPLACEMENT);
  if (first < 0) return [];
  let count = 0;
  for (let at = first; at >= 0; at = text.indexOf(REPLACEMENT, at + 1)) count++;
  return [finding('decode/replacement-characters', { count }, place(text, first))];
}

/** Offsets at which a run of replacement characters starts. */
function replacementRuns(text: string): number[] {
  const starts: number[] = [];
  let previous = -2;
  for (let at = text.indexOf(REPLACEMENT); at >= 0; at = text.indexOf(REPLACEMENT, at + 1)) {
    if (at !== previous + 1) starts.push(at);
    previous = at;
  }
  return starts;
}

function place(text: string, offset: number): { line: number; column: number } {
  return placeOf({ text, folded: text, lines: splitLines(text) }, offset);
}
