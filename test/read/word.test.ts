import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../src/read/read.ts';
import { formatNumber } from '../../src/read/word/number-formats.ts';
import { makeZip } from './zip-writer.ts';
import { expectNoHang } from '../helpers/hang.ts';
import { worked } from '../helpers/worked.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A DOCX of these paragraphs and definitions of lists. */
function docx(body: string, numbering = '', styles = ''): Uint8Array {
  const type = (part: string, name: string): string => `<Override PartName="/word/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${name}+xml"/>`;
  const relation = (id: number, part: string): string => `<Relationship Id="r${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${part}" Target="${part}.xml"/>`;
  const relations = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
  return makeZip([
    { name: '[Content_Types].xml', data: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${type('document', 'document.main')}${type('numbering', 'numbering')}${type('styles', 'styles')}</Types>` },
    { name: '_rels/.rels', data: `<Relationships ${relations}><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>` },
    { name: 'word/_rels/document.xml.rels', data: `<Relationships ${relations}>${relation(1, 'numbering')}${relation(2, 'styles')}</Relationships>` },
    { name: 'word/document.xml', data: `<w:document ${W}><w:body>${body}</w:body></w:document>` },
    { name: 'word/numbering.xml', data: `<w:numbering ${W}>${numbering}</w:numbering>` },
    { name: 'word/styles.xml', data: `<w:styles ${W}>${styles}</w:styles>` },
  ]);
}

const paragraph = (text: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const inList = (list: number, level: number): string => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
const level = (depth: number, format: string, text: string): string => `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const LISTS = `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%1.%3').replace('<w:lvlText', '<w:isLgl/><w:lvlText')}</w:abstractNum>
  <w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '●')}</w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`;
const lines = async (bytes: Uint8Array): Promise<string[]> => (await readSource(bytes)).text.replace(/\n$/, '').split('\n');

describe('automatic numbers of DOCX', () => {
  it('are written out, deeper levels begin anew', async () => {
    const body = [['总体情况', 0], ['主动公开', 1], ['依申请公开', 1], ['主动公开情况', 0], ['规章', 1], ['细目', 2]] as const;
    expect(await lines(docx(body.map(([text, depth]) => paragraph(text, inList(1, depth))).join(''), LISTS)))
      .toEqual(['一、总体情况', '（一）主动公开', '（二）依申请公开', '二、主动公开情况', '（一）规章', '2.1 细目']);
  });

  it('leave bullets and plain paragraphs alone', async () => {
    expect(await lines(docx(paragraph('甲', inList(2, 0)) + paragraph('乙'), LISTS))).toEqual(['甲', '乙']);
  });

  it('start again where a list overrides its start, go on where it does not', async () => {
    const body = paragraph('甲', inList(1, 0)) + paragraph('乙', inList(3, 0)) + paragraph('丙', inList(3, 0));
    expect(await lines(docx(body, LISTS))).toEqual(['一、甲', '一、乙', '二、丙']);
  });

  it('come from a style and the one it is based on, and are taken away by list 0', async () => {
    const styles = `<w:style w:type="paragraph" w:styleId="A"><w:pPr>${inList(1, 0)}</w:pPr></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>`;
    const body = paragraph('甲', '<w:pStyle w:val="A"/>') + paragraph('乙', '<w:pStyle w:val="B"/>') + paragraph('丙', `<w:pStyle w:val="A"/>${inList(0, 0)}`);
    expect(await lines(docx(body, LISTS, styles))).toEqual(['一、甲', '二、乙', '丙']);
  });

  it('do not come from properties before a revision', async () => {
    const changed = `<w:pPrChange w:id="1"><w:pPr>${inList(1, 0)}</w:pPr></w:pPrChange>`;
    expect(await lines(docx(paragraph('甲', changed) + paragraph('乙', inList(1, 0)), LISTS))).toEqual(['甲', '一、乙']);
  });

  it('cost no more than the size of a document made to hang', async () => {
    const started = worked();
    const bytes = docx('<w:pPr><w:numPr>'.repeat(60_000), '<w:abstractNum a><w:num a>'.repeat(60_000), '<w:style a>'.repeat(60_000));
    await expect(readSource(bytes)).rejects.toMatchObject({ code: 'read/damaged' });
    expectNoHang(started);
  });
});

describe('formatNumber', () => {
  it.each<[number, string, string]>([
    [10, 'chineseCounting', '十'], [11, 'chineseCountingThousand', '十一'], [20, 'japaneseCounting', '二十'], [35, 'chineseCounting', '三十五'],
    [3, 'decimalEnclosedCircle', '③'], [2, 'ideographTraditional', '乙'], [4, 'lowerRoman', 'iv'], [2, 'upperLetter', 'B'], [12, 'decimalFullWidth', '１２'],
    [7, 'decimal', '7'], [7, 'bullet', ''], [120, 'chineseCounting', '120'],
  ])('%i as %s', (value, format, text) => {
    expect(formatNumber(value, format)).toBe(text);
  });
});

describe('tables of DOCX', () => {
  it('keep merged cells', async () => {
    const cell = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;
    const table = `<w:tbl><w:tr>${cell('结果', '<w:vMerge w:val="restart"/>')}${cell('合计', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('3')}${cell('')}</w:tr></w:tbl>`;
    expect(await lines(docx(table))).toEqual(['结果\t合计\t', '\t3\t']);
  });
});

describe('Word 97 documents', () => {
  const fixture = readFileSync(new URL('./documents/2021/document.doc', import.meta.url));

  it('say so where a table does not define its cells', async () => {
    const bytes = Buffer.from(fixture);
    // TDefTable under a code that says nothing.
    for (let at = bytes.indexOf(Buffer.from([0x08, 0xd6])); at !== -1; at = bytes.indexOf(Buffer.from([0x08, 0xd6]), at + 1)) bytes[at] = 0x09;
    const result = await readSource(bytes);
    expect(result.findings.map((each) => each.code)).toContain('read/cells-without-places');
    expect(result.grids).toEqual([]);
  });

  it('are damaged where their paragraphs cannot be found', async () => {
    const bytes = Buffer.from(fixture);
    bytes.writeUInt32LE(0x7fffff00, bytes.indexOf(Buffer.from([0xec, 0xa5])) + 0x102);
    await expect(readSource(bytes)).rejects.toMatchObject({ code: 'read/damaged' });
  });
});

describe('struck runs of Word 97 documents', () => {
  const fixture = readFileSync(new URL('./documents/2021/document.doc', import.meta.url));
  /** The document with the size of its prose (sprmCHps, in a page of character formatting) made another property. */
  const patched = (...modifier: number[]): Buffer => {
    const bytes = Buffer.from(fixture);
    const size = Buffer.from([0x43, 0x4a]);
    Buffer.from(modifier).copy(bytes, bytes.indexOf(size, bytes.indexOf(size, 0x7000) + 1));
    return bytes;
  };

  it.each([['struck', [0x37, 0x08, 1]], ['struck twice', [0x53, 0x2a, 1]], ['hidden', [0x3c, 0x08, 1]]] as const)('are left out: %s', async (look, modifier) => {
    const { text, findings } = await readSource(patched(...modifier));
    expect(text).not.toContain('总体情况');
    expect(text).toContain('行政许可\t90');
    expect(findings.map((each) => each.code)).toEqual(look === 'hidden' ? [] : ['read/struck-text']);
  });

  it('are read where the property is off', async () => {
    expect((await readSource(patched(0x37, 0x08, 0))).text).toBe((await readSource(fixture)).text);
  });
});
