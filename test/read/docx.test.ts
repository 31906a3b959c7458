import { describe, expect, it } from 'vitest';
import { readSource } from '../../src/read/read.ts';
import { makeZip, type ZipInput } from './zip-writer.ts';
import { cases } from '../helpers/effort.ts';
import { expectNoHang } from '../helpers/hang.ts';
import { worked } from '../helpers/worked.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const TYPES = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const relations = (entries: Record<string, string>): string => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${Object.entries(entries)
  .map(([type, target], index) => `<Relationship Id="r${index}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`).join('')}</Relationships>`;

interface Parts {
  styles?: string;
  footnotes?: string;
  main?: string;
}

function docx(body: string, { styles = '', footnotes, main = 'document' }: Parts = {}): Uint8Array {
  const parts: ZipInput[] = [
    { name: '[Content_Types].xml', data: TYPES },
    { name: '_rels/.rels', data: relations({ officeDocument: `word/${main}.xml` }) },
    { name: `word/_rels/${main}.xml.rels`, data: relations({ styles: 'styles.xml', footnotes: 'footnotes.xml' }) },
    { name: `word/${main}.xml`, data: `<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>` },
    { name: 'word/styles.xml', data: `<w:styles xmlns:w="${W}">${styles}</w:styles>` },
  ];
  if (footnotes !== undefined) parts.push({ name: 'word/footnotes.xml', data: `<w:footnotes xmlns:w="${W}">${footnotes}</w:footnotes>` });
  return makeZip(parts);
}

const run = (text: string, properties = ''): string => `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t>${text}</w:t></w:r>`;
const p = (inner: string, properties = ''): string => `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inner}</w:p>`;
const tc = (inner: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`;
/** The cells of a row between a first and a last one. */
const row = async (cells: string[], parts: Parts = {}): Promise<string[]> => {
  const { text } = await readSource(docx(`<w:tbl><w:tr>${[p(run('行')), ...cells, p(run('末'))].map((cell) => tc(cell)).join('')}</w:tr></w:tbl>`, parts));
  return text.split('\n')[0]!.split('\t').slice(1, -1);
};

describe('runs of DOCX', () => {
  it('that are struck or hidden are no part of a number', async () => {
    expect(await row([
      p(run('3', '<w:strike/>') + run('5')), p(run('3', '<w:dstrike w:val="1"/>') + run('5')), p(run('3', '<w:vanish/>') + run('5')),
      p(run('5', '<w:strike w:val="off"/>')), p(run('5', '<w:vanish w:val="0"/>')), p(run('9', '<w:vanish/>')),
    ])).toEqual(['5', '5', '5', '5', '5', '']);
  });

  it('that are raised behind a number are no digits of it', async () => {
    expect(await row([p(run('33') + run('1', '<w:vertAlign w:val="superscript"/>')), p(run('33', '<w:vertAlign w:val="baseline"/>')), p(run('33') + run('1', '<w:vertAlign w:val="subscript"/>'))]))
      .toEqual(['33', '33', '331']);
  });

  it('look as their styles say', async () => {
    const styles = `<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="B"><w:basedOn w:val="H"/></w:style>
      <w:style w:type="paragraph" w:styleId="P"><w:rPr><w:dstrike/></w:rPr></w:style><w:style w:type="character" w:styleId="R"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>`;
    expect(await row([
      p(run('3') + run('9', '<w:rStyle w:val="H"/>')), p(run('3') + run('9', '<w:rStyle w:val="B"/>')), p(run('9', '<w:rStyle w:val="B"/><w:vanish w:val="false"/>')),
      p(run('3') + run('5', '<w:strike w:val="0"/>'), '<w:pStyle w:val="P"/>'), p(run('33') + run('2', '<w:rStyle w:val="R"/>')),
    ], { styles })).toEqual(['3', '3', '9', '5', '33']);
  });

  it('do not look as they did before a revision', async () => {
    expect(await row([p(run('5', '<w:rPrChange w:id="1"><w:rPr><w:strike/><w:vanish/></w:rPr></w:rPrChange>'))])).toEqual(['5']);
  });

  it('that were deleted are out, inserted ones in', async () => {
    expect(await row([p('<w:del w:id="1"><w:r><w:delText>3</w:delText></w:r></w:del>' + '<w:ins w:id="2"><w:r><w:t>5</w:t></w:r></w:ins>')])).toEqual(['5']);
  });
});

describe('what a Word document shows otherwise than as a run', () => {
  it('are results of fields', async () => {
    const field = (mark: string, hidden = ''): string => `<w:r>${hidden}<w:fldChar w:fldCharType="${mark}"/></w:r>`;
    expect(await row([
      p(`<w:fldSimple w:instr=" =SUM(ABOVE) ">${run('33')}</w:fldSimple>`),
      p(`${field('begin')}<w:r><w:instrText> =1+2 </w:instrText></w:r>${field('separate')}${run('3')}${field('end')}`),
      p(`${field('begin', '<w:rPr><w:vanish/></w:rPr>')}<w:r><w:instrText>PAGE</w:instrText></w:r>${field('separate')}${run('3')}${field('end')}`),
    ])).toEqual(['33', '3', '3']);
  });

  it('are characters under ruby, runs of a direction, carriage returns', async () => {
    expect(await row([
      p('<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>guī</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>规</w:t></w:r></w:rubyBase></w:ruby></w:r>' + run('章')),
      p(`<w:bdo w:val="ltr">${run('7')}</w:bdo>`), p('<w:r><w:t>36</w:t><w:cr/><w:t>4</w:t></w:r>'),
    ])).toEqual(['规章', '7', '36\u20284']);
  });

  it('are lines within a cell', async () => {
    expect(await row([p(run('36')) + p(run('4')), p('<w:r><w:t>36</w:t><w:br/><w:t>4</w:t></w:r>'), p(run('36')) + p('') + p(run('4')), p('') + p(run('4'))]))
      .toEqual(['36\u20284', '36\u20284', '36\u2028\u20284', '4']);
  });

  it('are rows that begin further right', async () => {
    const table = `<w:tbl><w:tr>${tc(p(run('a')))}${tc(p(run('b')))}${tc(p(run('c')))}</w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${tc(p(run('d')))}${tc(p(run('e')))}</w:tr></w:tbl>`;
    expect((await readSource(docx(table))).text).toBe('a\tb\tc\n\td\te\n');
  });
});

describe('parts of a DOCX', () => {
  const noted = p(`${run('受理33')}<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>${run('件')}`);

  it('may lack the notes that are referred to', async () => {
    expect((await readSource(docx(noted))).text).toBe('受理33件\n');
    expect((await readSource(docx(noted, { footnotes: `<w:footnote w:id="3">${p(run('无关'))}</w:footnote>` }))).text).toBe('受理33件\n');
    expect((await readSource(docx(noted, { footnotes: `<w:footnote w:id="2">${p(run('含网上申请'))}</w:footnote>` }))).text).toContain('受理33件\n含网上申请');
  });

  it('may have another name or prefix', async () => {
    expect((await readSource(docx(p(run('3', '<w:strike/>') + run('5')), { main: 'document2' }))).text).toBe('5\n');
    const body = `<x:document xmlns:x="${W}"><x:body><x:p><x:r><x:rPr><x:vanish/></x:rPr><x:t>3</x:t></x:r><x:r><x:t>5</x:t></x:r></x:p></x:body></x:document>`;
    const bytes = makeZip([{ name: '[Content_Types].xml', data: TYPES }, { name: '_rels/.rels', data: relations({ officeDocument: 'word/document.xml' }) }, { name: 'word/document.xml', data: body }]);
    expect((await readSource(bytes)).text).toBe('5\n');
  });
});

it.each([
  ['runs', '<w:r><w:rPr>'], ['hidden runs', '<w:r><w:rPr><w:vanish/></w:rPr>'], ['ruby', '<w:rt>'], ['properties', '<w:trPr><w:trPrChange>'],
])('%s without end cost no more than the size of the document', async (_, unit) => {
  const started = worked();
  await expect(readSource(docx(unit.repeat(cases(20_000, 60_000))))).rejects.toMatchObject({ code: 'read/damaged' });
  expectNoHang(started, cases(1 / 3, 1));
});
