import type { Era, Template } from '../schema/report.ts';
import type { Document } from '../text/document.ts';

/** What the document shows itself to be. */
export function detect(document: Document, options: { era?: Era | undefined } = {}): Template {
  return { era: options.era ?? 'narrative', confidence: document.text === '' ? 0 : 0.5, evidence: [] };
}
