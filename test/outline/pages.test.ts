import { describe, expect, it } from 'vitest';
import { parseReport } from '../../src/pipeline.ts';
import { PAGES } from './pages.ts';

describe('a page', () => {
  it.each(PAGES)('$name', ({ text, headings, last, other, ...want }) => {
    const report = parseReport(text);
    const top = report.sections.filter((section) => section.level === 1);
    expect(report.findings.some(({ code }) => code === 'document/not-a-report')).toBe(other === true);
    const { name, ...metadata } = want;
    expect(report.metadata, name).toMatchObject(metadata);
    if (headings !== undefined) expect(top.map((section) => section.title)).toEqual(headings);
    if (last !== undefined) expect(top.at(-1)).toMatchObject({ text: last, children: [] });
    // No number is lost where none is printed, and a report of another year below the text is not its own.
    expect(report.findings.filter(({ code }) => /^(?:outline\/number-lost|metadata\/(?:preamble|body|period)-year)/.test(code))).toEqual([]);
  });
});
