/** From a document to the form it has: what it shows, never what its year suggests. */
import { FORMS, formOf, type Era, type Registry } from '../forms/registry.ts';
import type { Template } from '../schema/report.ts';
import { lineIndexAt, type Document } from '../text/document.ts';
import { squeeze, type Squeezed } from '../text/squeeze.ts';
import { byColumns } from './columns.ts';
import { byLocal } from './local.ts';
import type { Verdict } from './evidence.ts';
import { headingsIn } from './headings.ts';
import { byRows } from './rows.ts';
import { bySections } from './sections.ts';

/** Evidence worth listing; a whole table of labels tells no more than its first few. */
const MOST_EVIDENCE = 8;

/** Headings of a local table, and the offset at which they stand. */
export interface LocalSign {
  words: string;
  at: number;
}

/**
 * Tells the form of a document. Every registered form is scored by what it is known by: columns first, then its own rows or those of a
 * local table, then its sections, as headings.
 *
 * @param options.era overrules what the document shows
 * @param options.local a table that a report prints in place of the form's own, where the document has one
 * @throws RangeError where `options.era` is no form's
 */
export function detect(document: Document, options: { era?: Era | undefined; forms?: Registry | undefined; local?: LocalSign | undefined } = {}): Template {
  const forms = options.forms ?? FORMS;
  const squeezed = squeeze(document.folded);
  const verdict = options.era === undefined ? decide(document, squeezed, forms, options.local) : chosen(options.era, forms);
  return {
    era: verdict.form.era as Era,
    confidence: verdict.confidence,
    evidence: verdict.hits.slice(0, MOST_EVIDENCE).map(({ signal, at }) => {
      const offset = squeezed.at[at];
      return { signal, line: offset === undefined ? null : document.lines[lineIndexAt(document.lines, offset)]!.number };
    }),
  };
}

function chosen(era: string, forms: Registry): Verdict {
  return { form: formOf(era, forms), confidence: 1, hits: [{ signal: 'chosen by the caller', at: -1 }] };
}

function decide(document: Document, squeezed: Squeezed, forms: Registry, local: LocalSign | undefined): Verdict {
  const { text } = squeezed;
  const nothing = { form: forms[0]!, confidence: 0, hits: [] };
  if (text === '') return nothing;
  const shown = byColumns(text, forms) ?? byRows(text, forms);
  if (shown !== null) return shown;
  const sections = bySections(text, headingsIn(document, squeezed, forms), forms);
  return (local === undefined ? sections : byLocal(squeezed, forms, local, sections)) ?? nothing;
}
