/** The measures of the series that the index draws, in the order of their buttons. */
import { MEASURES } from '../../series/measures.ts';
import type { Language } from '../data.ts';

export const DRAWN: readonly string[] = [
  'applications.received', 'applications.carriedOver', 'applications.granted', 'applications.partiallyGranted', 'applications.refused',
  'applications.unavailable.notHeld', 'applications.results', 'applications.carriedForward', 'reconsideration.total',
  'reconsideration.corrected', 'litigation.total', 'disclosure.total', 'disclosure.normativeDocuments.inForce', 'resources.staff.total',
];

/** Those drawn at first. */
export const FIRST: readonly string[] = ['applications.received', 'applications.results'];

export function measureName(code: string, language: Language): string {
  return MEASURES.find((measure) => measure.code === code)?.[language] ?? code;
}
