/** Names of encodings: those of the Encoding Standard, and what programs call them besides. */

/** Labels that the standard does not know, and the name of what they mean. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['cp936', 'gbk'], ['ms936', 'gbk'], ['windows-936', 'gbk'], ['936', 'gbk'], ['euc-cn', 'gbk'], ['gb18030-2005', 'gb18030'], ['gb18030-2022', 'gb18030'],
  ['cp950', 'cp950'], ['ms950', 'cp950'], ['windows-950', 'cp950'], ['950', 'cp950'], ['big5hkscs', 'big5'],
  ['utf16', 'utf-16le'], ['utf16le', 'utf-16le'], ['utf-16-le', 'utf-16le'], ['utf16be', 'utf-16be'], ['utf-16-be', 'utf-16be'],
  ['utf32', 'utf-32le'], ['utf-32', 'utf-32le'], ['utf32le', 'utf-32le'], ['utf-32le', 'utf-32le'], ['utf-32-le', 'utf-32le'], ['ucs-4', 'utf-32le'], ['ucs4', 'utf-32le'],
  ['utf32be', 'utf-32be'], ['utf-32be', 'utf-32be'], ['utf-32-be', 'utf-32be'],
  ['utf7', 'utf-7'], ['utf-7', 'utf-7'], ['unicode-1-1-utf-7', 'utf-7'],
  ['hz', 'hz-gb-2312'], ['hz-gb-2312', 'hz-gb-2312'], ['hzgb2312', 'hz-gb-2312'],
]);

/** Encodings that the platform does not read, or not in full: its Big5 gives private-use characters for those of Hong Kong. */
const CONVERTED: ReadonlySet<string> = new Set(['big5', 'cp950', 'utf-32le', 'utf-32be', 'utf-7']);

/** The name of an encoding, lower case; `null` where no encoding has that label. */
export function encodingName(label: string): string | null {
  const lower = label.trim().toLowerCase().replaceAll('_', '-');
  const alias = ALIASES.get(lower);
  if (alias !== undefined) return alias;
  for (const known of [label.trim(), lower]) {
    try {
      return new TextDecoder(known).encoding;
    } catch {
      // Not by this name.
    }
  }
  return null;
}

/** Whether text in this encoding, by its name, takes a converter. */
export function isConverted(name: string): boolean {
  return CONVERTED.has(name);
}
