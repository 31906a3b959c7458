import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sniff } from '../../src/read/sniff.ts';
import { makeZip } from './zip-writer.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text);

describe('sniff', () => {
  it.each<[string, Uint8Array, string | undefined, string]>([
    ['PDF', bytes('%PDF-1.7\n'), 'a.txt', 'pdf'],
    ['PDF behind a mail header', bytes('\r\n\r\n%PDF-1.4'), undefined, 'pdf'],
    ['gzip', gzipSync('x'), 'a.txt', 'gzip'],
    ['compound file', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'a.wps', 'doc'],
    ['DOCX', makeZip([{ name: '[Content_Types].xml', data: 'x' }, { name: 'word/document.xml', data: 'x' }]), 'a.zip', 'docx'],
    ['DOCX cut short', makeZip([{ name: '_rels/.rels', data: 'x'.repeat(999) }]).subarray(0, 44), undefined, 'docx'],
    ['zip of documents', makeZip([{ name: 'x/word.docx', data: 'word/document.xml' }]), 'a.zip', 'zip'],
    ['zip of documents called DOCX', makeZip([{ name: 'x/word.docx', data: 'word/document.xml' }]), 'a.docx', 'docx'],
    ['text called DOCX', bytes('年度报告'), 'a.docx', 'docx'],
    ['text called PDF', bytes('年度报告'), 'a.pdf', 'pdf'],
    ['page called DOC', bytes('<html><body>年报'), 'a.doc', 'html'],
    ['text called DOC', bytes('年度报告'), 'a.doc', 'text'],
    ['web archive', bytes('From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html"\r\n\r\n'), 'a.doc', 'mhtml'],
    ['text with the words of a mail', bytes('年报: MIME-Version: 1.0'), undefined, 'text'],
    ['Word 2003 XML', bytes('<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?><w:wordDocument>'), 'a.doc', 'unsupported'],
    ['spreadsheet', makeZip([{ name: '[Content_Types].xml', data: 'x' }, { name: 'xl/workbook.xml', data: 'x' }]), 'a.docx', 'unsupported'],
    ['OFD', makeZip([{ name: 'OFD.xml', data: 'x' }]), undefined, 'unsupported'],
    ['RTF', bytes('{\\rtf1'), 'a.doc', 'unsupported'],
    ['page', bytes('\ufeff<!DOCTYPE html><html>'), 'a.txt', 'html'],
    ['page behind a comment', bytes('<!-- saved from url --><html><body>'), undefined, 'html'],
    ['page in UTF-16', Buffer.from('\ufeff<html><body>年报', 'utf16le'), undefined, 'html'],
    ['fragment', bytes('<p style="x">年报</p><p>二</p>'), undefined, 'html'],
    ['fragment that closes nothing', bytes('<table><tr><td>1<td>2'), undefined, 'html'],
    ['text', bytes('年度报告'), 'a.txt', 'text'],
    ['text with a Word comment', bytes('<!--[if !supportLists]-->一、<!--[endif]-->概述'), 'a.txt', 'text'],
    ['text that begins with an angle bracket', bytes('<条例>规定'), undefined, 'text'],
    ['text called .html', bytes('年度报告'), 'a.html', 'text'],
    ['page that opens with prose', bytes('年度报告<br>一、总体情况<br>'), 'a.HTML', 'html'],
    ['Markdown', bytes('# 年度报告'), 'a.md', 'markdown'],
    ['nothing', bytes(''), undefined, 'text'],
  ])('%s', (_, input, path, expected) => {
    expect(sniff(input, path)).toBe(expected);
  });
});
