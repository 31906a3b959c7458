// A report cut down to what explains its shape.
import { printed } from './terminal.mjs';

const FOLDER = 'fixtures/2021/wrong-sums';
const CELL = 'applications.received.total';

export async function parsedExample() {
  const { stdout } = await printed(['parse', FOLDER, '--quiet'], { terminal: false });
  return JSON.parse(stdout);
}

const json = (value) => ['```json', JSON.stringify(value, null, 2), '```'].join('\n');
const cellOf = (report) => report.cells.filter(({ cell }) => cell === CELL);
const first = (report) => report.findings.slice(0, 1);

/** For the first page: whose, a row, a cell, what is wrong with it. Small objects on a line. */
export function shortExcerpt(report) {
  const { title, year, agency } = report.metadata;
  const flat = (value) => JSON.stringify(value).replace(/^\{/, '{ ').replace(/\}$/, ' }').replace(/":/g, '": ').replace(/,"/g, ', "');
  return ['```json', '{',
    `  "template": ${flat({ era: report.template.era, confidence: report.template.confidence })},`,
    `  "metadata": ${flat({ title, year, agency })},`,
    `  "tables": { "applications": { "received": ${flat(report.tables.applications.received)} } },`,
    `  "cells": [${cellOf(report).map(({ cell, value, raw, status, basis, line, column }) => flat({ cell, value, raw, status, basis, line, column })).join(', ')}],`,
    `  "findings": [${first(report).map(({ code, severity, origin, line, column }) => flat({ code, severity, ...(origin === undefined ? {} : { origin }), line, column })).join(', ')}]`,
    '}', '```'].join('\n');
}

/** For docs/json.md: every member, of each list one. */
export function longExcerpt(report) {
  return json({
    schemaVersion: report.schemaVersion,
    source: report.source,
    template: { ...report.template, evidence: report.template.evidence.slice(0, 1) },
    metadata: report.metadata,
    sections: report.sections.slice(0, 1).map((section) => ({ ...section, children: section.children.slice(0, 1) })),
    tables: { applications: { received: report.tables.applications?.received } },
    cells: cellOf(report),
    facts: report.facts.slice(0, 1),
    findings: first(report),
  });
}
