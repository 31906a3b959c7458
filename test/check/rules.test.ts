import { describe, expect, test } from 'vitest';
import { check, evaluateRules } from '../../src/check/check.ts';
import { checkFindings } from '../../src/findings/check.ts';
import { CATALOGUE, sentence } from '../../src/findings/catalogue.ts';
import { RULE_CASES } from './cases.ts';
import { lawful, reportOf, type Patch } from './reports.ts';

/** Rules that come of another one: where it is kept or undecided, nothing comes of them. */
const OF_OTHERS: ReadonlySet<string> = new Set(['prose/other-row', 'prose/received-with-carried', 'prose/scope']);

describe.each(RULE_CASES)('$code on $era', ({ code, era, form, breaks, findings, also, keeps, undecided }) => {
  const build = (patch: Patch): ReturnType<typeof reportOf> => reportOf(era, lawful(era, () => 2, form), patch);
  const outcomes = (patch: Patch): string[] => evaluateRules(build(patch)).filter((outcome) => outcome.code === code).map(({ outcome }) => outcome);

  test('broken', () => {
    const found = check(build(breaks));
    expect(found.filter((finding) => finding.code === code)).toEqual(findings.map((finding) => ({ code, severity: CATALOGUE[code].severity, origin: 'report', ...finding })));
    expect([...new Set(found.map((finding) => finding.code))].filter((other) => other !== code).sort()).toEqual([...also ?? []].sort());
  });

  test('kept', () => {
    const report = build(keeps ?? {});
    expect(check(report)).toEqual([]);
    if (!OF_OTHERS.has(code)) expect(outcomes(keeps ?? {})).toContain('kept');
  });

  test('undecided', () => {
    expect(check(build(undecided)).map((finding) => finding.code)).not.toContain(code);
    if (!OF_OTHERS.has(code)) expect(outcomes(undecided)).toContain('undecided');
  });

  test('sentences are complete in both languages', () => {
    for (const finding of check(build(breaks))) {
      const names = [...`${CATALOGUE[code].en} ${CATALOGUE[code].zh}`.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
      if (finding.code === code) expect(Object.keys(finding.args)).toEqual(expect.arrayContaining(names));
      for (const language of ['en', 'zh'] as const) expect(sentence(finding, language)).not.toMatch(/[{}]|undefined|null/);
    }
  });
});

test('every rule has a case', () => {
  const covered = new Set<string>(RULE_CASES.map(({ code }) => code));
  expect(Object.keys(checkFindings).filter((code) => !code.startsWith('series/') && !covered.has(code))).toEqual([]);
});

test('forms without their tables look alike: nothing is said of the year', () => {
  expect(check(reportOf('2021', {}, { metadata: { year: 2019, title: null, signedOn: null } }))).toEqual([]);
  expect(check(reportOf('2021', lawful('2021', () => 2), { metadata: { year: 2019, title: null, signedOn: null } })).map((finding) => finding.code)).toEqual(['document/era-year']);
});

test('a heading at the end of a text that was cut is no empty section', () => {
  const sections = ['overview', 'proactiveDisclosure', 'problems'].map((id, index) => ({ id: id as 'overview', number: '一二三'.charAt(index), text: id === 'problems' ? '' : '概况。' }));
  expect(check(reportOf('narrative', {}, { sections }))).toEqual([]);
});
