import type { FindingKind } from './finding.ts';

/** Codes that the stage `read` reports, and with which a `ReadError` names what kept an input from being read. */
export const readFindings = {
  'read/cells-without-places': {
    severity: 'warning',
    en: 'A table of the Word 97 document does not say where its cells stand; they were read one after the other.',
    zh: 'Word 97 文档中的表格缺少单元格定义，按先后顺序读取。',
    why: 'Without the definition of its rows a table of a .doc has no merged cells, and a cell too few moves the others.',
  },
  'read/borderless-table': {
    severity: 'warning',
    en: 'A table on page {page} has no ruling lines; its columns were told apart by position.',
    zh: '第 {page} 页的表格没有框线，各列按位置划分。',
    why: 'Without lines a column is where the numbers stand, which a blank cell leaves open.',
  },
  'read/pages-without-text': {
    severity: 'warning',
    en: 'Page {pages} of the PDF holds no text; it may be scanned.',
    zh: 'PDF 第 {pages} 页没有文字，可能为扫描图像。',
    why: 'Reports are printed, stamped and partly scanned; a table on such a page is missing from the result.',
  },
  'read/table-too-wide': {
    severity: 'warning',
    en: 'A table of {rows} rows and {columns} columns is too large to be a form; its cells were kept without their columns.',
    zh: '表格过大（{rows} 行 {columns} 列），仅保留单元格文本，未保留列位置。',
    why: 'A grid is formed in full only up to a bound, so that spans of thousands cost no more than they should.',
  },
  'read/struck-text': {
    severity: 'info',
    en: 'Text that is struck out was left out, in {count} place(s).',
    zh: '有 {count} 处带删除线的文字，未予读取。',
    why: 'A number that was corrected stands struck beside the new one; read together they are a third one.',
  },
  'read/damaged': {
    severity: 'error',
    en: 'The {format} file is damaged and cannot be read: {detail}',
    zh: '{format} 文件已损坏，无法读取：{detail}',
    why: 'Truncated downloads.',
  },
  'read/encrypted': {
    severity: 'error',
    en: 'The {format} file is protected by a password.',
    zh: '{format} 文件有密码保护，无法读取。',
    why: 'Nothing can be read without the password.',
  },
  'read/image-only': {
    severity: 'error',
    en: 'None of the {pages} pages of the PDF holds text: it is a scan, which has to go through character recognition first.',
    zh: 'PDF 共 {pages} 页，均无文字层（扫描件），需先做文字识别（OCR）。',
    why: 'Scanned reports are common; an empty report in their place would be wrong.',
  },
  'read/empty': {
    severity: 'error',
    en: 'The {format} file holds no text.',
    zh: '{format} 文件没有文字内容。',
    why: 'A page that fills itself by script, an empty download.',
  },
  'read/too-large': {
    severity: 'error',
    en: 'The {format} file unpacks to more than {limit} bytes.',
    zh: '{format} 文件解压后超过 {limit} 字节。',
    why: 'The bound against archives made to fill memory.',
  },
  'read/ratio': {
    severity: 'error',
    en: 'The {format} file unpacks to more than {limit} times its size.',
    zh: '{format} 文件的解压比超过 {limit} 倍。',
    why: 'The bound against archives made to fill memory.',
  },
  'read/too-many-entries': {
    severity: 'error',
    en: 'The archive holds more than {limit} files.',
    zh: '压缩包内文件超过 {limit} 个。',
    why: 'The bound against archives made to fill memory.',
  },
  'read/unsupported': {
    severity: 'error',
    en: 'The file is {what}, which is no format that can be read.',
    zh: '无法读取该文件格式：{what}。',
    why: 'A spreadsheet, a picture or an archive of another kind under a readable name.',
  },
} as const satisfies Record<string, FindingKind>;
