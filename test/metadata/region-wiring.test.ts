import { expect, test } from 'vitest';
import { parseReport } from '../../src/pipeline.ts';

const body = '\n一、总体情况\n本局按时公开了各类信息。\n';

test('the agency names the region, and a city its rank', () => {
  const { metadata } = parseReport(`乐清市水利局2018年政府信息公开工作年度报告${body}`);
  expect(metadata.region).toEqual({ code: '330382', name: '乐清市', path: ['浙江省', '温州市', '乐清市'] });
  expect(metadata.agencyLevel).toBe('county');
});

test('a city of prefectural rank', () => {
  expect(parseReport(`淄博市水利局2018年政府信息公开工作年度报告${body}`).metadata.agencyLevel).toBe('prefectural');
});

test('one of four districts of a name is no region, but a finding with all of them', () => {
  const { metadata, findings } = parseReport(`鼓楼区水利局2018年政府信息公开工作年度报告${body}`);
  expect(metadata.region).toBeNull();
  const found = findings.find(({ code }) => code === 'metadata/region-ambiguous');
  expect(found?.args['candidates']).toHaveLength(4);
});

test('the preamble settles which one', () => {
  const text = `鼓楼区水利局2018年政府信息公开工作年度报告\n本报告由南京市鼓楼区水利局编制。${body}`;
  expect(parseReport(text).metadata.region?.code).toBe('320106');
});

test('a relative name takes the province from the document number', () => {
  const text = `自治区档案局2015年政府信息公开工作年度报告\n桂档发〔2016〕3号${body}`;
  expect(parseReport(text).metadata.region?.code ?? null).not.toBe('150000');
});
