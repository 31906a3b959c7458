/** What holds for the whole pipeline on any input: it does not throw, it repeats itself, its places are in the text. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode } from '../src/decode/decode.ts';
import { parseReport } from '../src/pipeline.ts';
import { cases } from './helpers/effort.ts';

const ROOT = join(import.meta.dirname, '..', 'fixtures');
const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((name) => /report\.\w+$/.test(name)).sort();
const fixtures = files.map((name) => readFileSync(join(ROOT, name)));
const fixture = fc.constantFrom(...fixtures);
const text = fixture.map((bytes) => decode(bytes).text);

test('a report cut at any byte is read', () => {
  fc.assert(fc.property(fixture, fc.nat(), (bytes, at) => {
    parseReport(bytes.subarray(at % bytes.length));
    parseReport(bytes.subarray(0, at % bytes.length));
  }), { numRuns: cases(10, 200) });
});

test('a report with any bytes overwritten is read', () => {
  fc.assert(fc.property(fixture, fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 12 }), (bytes, edits) => {
    const spoilt = Uint8Array.from(bytes);
    for (const [at, byte] of edits) spoilt[at % spoilt.length] = byte;
    parseReport(spoilt);
  }), { numRuns: cases(10, 200) });
});

test('lines shuffled, doubled and dropped are read, the same way twice', () => {
  fc.assert(fc.property(text, fc.array(fc.nat(), { maxLength: 80 }), (whole, order) => {
    const lines = whole.split(/\r?\n/);
    const mixed = order.map((index) => lines[index % lines.length]).join('\n');
    expect(parseReport(mixed)).toEqual(parseReport(mixed));
  }), { numRuns: cases(10, 200) });
});

test('any text is read, lone surrogates and all', () => {
  const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
  fc.assert(fc.property(fc.array(fc.oneof(unit, fc.constantFrom('一、', '（二）', '总计', '12', ' ', '\n', '|', '\t', '其他', '行政许可', '件'))), (parts) => {
    parseReport(parts.join(''));
  }), { numRuns: cases(100, 1000) });
});

test('every reported cell stands where the report says', () => {
  for (const bytes of fixtures) {
    const lines = decode(bytes).text.split(/\r\n|\r|\n/);
    for (const cell of parseReport(bytes).cells) {
      if (cell.raw === null || cell.line === null || cell.column === null) continue;
      expect(lines[cell.line - 1]!.slice(cell.column - 1, cell.column - 1 + cell.raw.length), cell.cell).toBe(cell.raw);
    }
  }
});

test('the cells of a finding are cells of the report', () => {
  // A form whose rows came to be printed in the course of its years.
  const part = '采购项目数量采购总金额\n（七）总计\t7\n申请人无正当理由逾期不补正行政机关不再处理其政府信息公开申请\t32';
  for (const input of [part, ...fixtures]) {
    const report = parseReport(input);
    const cells = new Set([...report.cells.map(({ cell }) => cell)]);
    for (const finding of report.findings) expect(finding.cells.filter((cell) => !cells.has(cell) && !cell.startsWith('indicators')), finding.code).toEqual([]);
  }
});
