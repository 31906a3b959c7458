import { expect, test } from 'vitest';
import { jsonEmitter, ndjsonEmitter, type JsonEmitter } from '../../src/emit/json.ts';
import { parseReport } from '../../src/pipeline.ts';

const reports = ['一、概述', '二、总体情况'].map((text) => parseReport(text));
const whole = (emitter: JsonEmitter, count = 2): string =>
  reports.slice(0, count).map((report) => emitter.write(emitter.prepare(report))).join('') + emitter.end();

test('ndjson is one report a line', () => {
  const lines = whole(ndjsonEmitter()).split('\n');
  expect(lines.pop()).toBe('');
  expect(lines.map((line): unknown => JSON.parse(line))).toEqual(JSON.parse(JSON.stringify(reports)));
});

test.each([0, 1, 2])('json is one array of %i', (count) => {
  for (const pretty of [false, true]) expect(JSON.parse(whole(jsonEmitter({ pretty }), count))).toEqual(JSON.parse(JSON.stringify(reports.slice(0, count))));
  expect(whole(jsonEmitter(), count)).toMatch(/\]\n$/);
});

test('pretty indents', () => {
  expect(whole(ndjsonEmitter({ pretty: true }), 1)).toMatch(/^\{\n {2}"schemaVersion"/);
});

test('omitted members are gone, the order of the others stays', () => {
  const kept = JSON.parse(whole(ndjsonEmitter({ omit: ['sections', 'cells'] }), 1)) as object;
  expect(Object.keys(kept)).toEqual(['schemaVersion', 'source', 'template', 'metadata', 'tables', 'facts', 'findings']);
});
