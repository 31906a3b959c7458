/** Makes documents, reads them, scores them, and sums up. */
import { parseReport, readReport, type Report } from '../../src/index.ts';
import { makeDocument, type Choice, type TortureDocument } from './document.ts';
import { addScore, emptyScore, scoreReport, type Fault, type Score } from './score.ts';

export interface Outcome {
  document: TortureDocument;
  score: Score;
  faults: Fault[];
  report: Report;
}

export interface Summary {
  all: Score;
  plain: Score;
  byLayout: Map<string, Score>;
  plainByLayout: Map<string, Score>;
  byMutation: Map<string, Score>;
  byForm: Map<string, Score>;
  byTrait: Map<string, Score>;
}

/** Reads a document as its layout's format. */
export async function readDocument(document: TortureDocument): Promise<Report> {
  if (document.layout.format === 'text') return parseReport(document.text);
  return readReport(new TextEncoder().encode(document.text), { path: `${document.seed}-${document.index}.html`, format: 'html' });
}

export async function runDocument(seed: number, index: number, choice: Choice): Promise<Outcome> {
  const document = makeDocument(seed, index, choice);
  const report = await readDocument(document);
  return { document, report, ...scoreReport(report, document) };
}

export const createSummary = (): Summary => ({ all: emptyScore(), plain: emptyScore(), byLayout: new Map(), plainByLayout: new Map(), byMutation: new Map(), byForm: new Map(), byTrait: new Map() });

function into(map: Map<string, Score>, name: string, score: Score): void {
  let sum = map.get(name);
  if (sum === undefined) map.set(name, (sum = emptyScore()));
  addScore(sum, score);
}

export function addOutcome(summary: Summary, { document, score }: Outcome): void {
  addScore(summary.all, score);
  into(summary.byLayout, document.layout.name, score);
  for (const mutation of document.mutation.split('+')) into(summary.byMutation, mutation, score);
  into(summary.byForm, document.form, score);
  if (document.mutation !== 'none') return;
  addScore(summary.plain, score);
  into(summary.plainByLayout, document.layout.name, score);
  for (const trait of document.traits) into(summary.byTrait, trait, score);
}
