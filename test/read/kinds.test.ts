import { describe, expect, it } from 'vitest';
import { readSource } from '../../src/read/read.ts';
import { encodeTwoByte } from '../helpers/encode.ts';
import { makeZip } from './zip-writer.ts';

const zip = (...names: string[]): Uint8Array => makeZip(names.map((name) => ({ name, data: 'x' })));

describe('a file of another kind', () => {
  it.each<[string, Uint8Array, string]>([
    ['RTF', Buffer.from('{\\rtf1\\ansi 年报}'), 'a.doc'],
    ['XLSX', zip('[Content_Types].xml', 'xl/workbook.xml'), 'a.xlsx'],
    ['PPTX', zip('[Content_Types].xml', 'ppt/presentation.xml'), 'a.pptx'],
    ['OFD', zip('OFD.xml', 'Doc_0/Document.xml'), 'a.ofd'],
    ['OpenDocument', zip('mimetype', 'content.xml'), 'a.odt'],
    ['PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'a.txt'],
    ['Word 2003 XML', Buffer.from('<?xml version="1.0" encoding="UTF-8"?>\n<?mso-application progid="Word.Document"?>\n<w:wordDocument xmlns:w="x">'), 'a.doc'],
    ['flat OpenDocument', Buffer.from('<?xml version="1.0"?>\n<office:document xmlns:office="x">'), 'a.fodt'],
  ])('is refused by its name: %s', async (what, bytes, path) => {
    await expect(readSource(bytes, { path })).rejects.toMatchObject({ code: 'read/unsupported', args: { what } });
  });
});

describe('a DOCX or PDF that is none', () => {
  it.each([['a.docx', Buffer.from('年度报告'), 'DOCX'], ['a.docx', zip('年报.txt'), 'DOCX'], ['a.pdf', Buffer.from('页面不存在'), 'PDF']])('%s is damaged', async (path, bytes, format) => {
    await expect(readSource(bytes, { path })).rejects.toMatchObject({ code: 'read/damaged', args: { format } });
  });
});

describe('a web archive', () => {
  const page = '<html><head><meta charset="gb2312"></head><body><p>一、总体情况</p>\r\n<table><tr><td>规章<td>36<br>4</table></body></html>';
  const archive = (encoding: string, body: string): Buffer => Buffer.from(`MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="----=_x"; type="text/html"\r\n\r\n------=_x\r\nContent-Location: file:///C:/a.htm\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Type: text/html; charset="gb2312"\r\n\r\n${body}\r\n------=_x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0K\r\n------=_x--\r\n`);
  const quoted = Array.from(encodeTwoByte(page, 'gb18030'), (byte) => (byte >= 0x80 || byte === 0x3d ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte))).join('');

  it.each([['quoted-printable', quoted], ['base64', Buffer.from(encodeTwoByte(page, 'gb18030')).toString('base64')]])('is read: %s', async (encoding, body) => {
    const result = await readSource(archive(encoding, body), { path: 'a.doc' });
    expect(result).toMatchObject({ format: 'mhtml', text: '一、总体情况\n规章\t36\u20284\n' });
    const place = result.origins!.place(result.text.indexOf('36'));
    expect(result.source.split('\n')[place.line - 1]!.slice(place.column - 1)).toMatch(/^36<br>/);
  });

  it('without a page is empty', async () => {
    await expect(readSource(Buffer.from('MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x--\r\n'))).rejects.toMatchObject({ code: 'read/empty' });
  });
});
