import type { FindingKind } from './finding.ts';

/** Codes that the stage `decode` reports. */
export const decodeFindings = {
  'decode/invalid-bytes': {
    severity: 'warning',
    origin: 'reading',
    en: '{count} place(s) in the file are no valid {encoding} and were read as �, the first one here',
    zh: '文件中有 {count} 处字节不是有效的 {encoding} 编码，已读作 �，首处在此',
    why: 'Pages saved through a proxy or cut and joined by a crawler carry single broken bytes; the rest of the file is good.',
  },
  'decode/truncated': {
    severity: 'warning',
    origin: 'reading',
    en: 'the file ends in the middle of a character: it was probably cut off',
    zh: '文件在一个字符中间结束，可能已被截断',
    why: 'A download that stopped, or a field of fixed length, cuts at a byte and not at a character; tables at the end may be missing.',
  },
  'decode/replacement-characters': {
    severity: 'warning',
    origin: 'reading',
    en: 'the file itself holds {count} replacement character(s) �: text was lost before it was saved',
    zh: '文件本身含有 {count} 个替换字符 �：保存之前已有文字丢失',
    why: 'A page that was decoded wrongly once and saved again; what stood there cannot be had back.',
  },
  'decode/encoded-twice': {
    severity: 'info',
    origin: 'reading',
    en: 'a program before read the file in a wrong encoding and saved it so; it was read as the {encoding} it was meant to be',
    zh: '文件曾被以错误编码读取后重新保存，已还原为 {encoding} 读取',
    why: 'Pages that a crawler or an editor took for Latin-1 hold two or three letters for each Chinese character; that can be undone.',
  },
  'decode/doubtful-encoding': {
    severity: 'warning',
    origin: 'reading',
    en: 'read as {encoding}, but little in it reads like Chinese text: use the encoding option if it is another one',
    zh: '按 {encoding} 读取，但内容不像中文文本；若为其他编码，请指定编码',
    why: 'Big5 is read only when asked for, and a text of the wrong encoding yields characters in plenty, all of them wrong.',
  },
  'decode/binary': {
    severity: 'error',
    origin: 'reading',
    en: 'not a text file ({kind})',
    zh: '不是文本文件（{kind}）',
    why: 'A picture or an archive under the name of a text has no content to read.',
  },
} as const satisfies Record<string, FindingKind>;
