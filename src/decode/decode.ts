import type { Finding } from '../schema/report.ts';

export interface Decoded {
  text: string;
  encoding: string;
  findings: Finding[];
}

export interface DecodeOptions {
  /** A label such as `gb18030`, `utf-16le`, `big5`; overrules detection. */
  encoding?: string | undefined;
}

/** Bytes to text. */
export function decode(bytes: Uint8Array, options: DecodeOptions = {}): Decoded {
  return { text: new TextDecoder(options.encoding ?? 'utf-8').decode(bytes), encoding: options.encoding ?? 'utf-8', findings: [] };
}
