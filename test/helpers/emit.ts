import type { Emitter } from '../../src/emit/emitter.ts';
import type { Report } from '../../src/schema/report.ts';

/** The whole file; every piece goes through a structured clone, as it does from a worker thread. */
export function emitted<Piece>(emitter: Emitter<Piece>, reports: Iterable<Report>): Buffer {
  const chunks: (string | Uint8Array)[] = [];
  for (const report of reports) chunks.push(emitter.write(structuredClone(emitter.prepare(report))));
  chunks.push(emitter.end());
  return Buffer.concat(chunks.map((chunk) => (typeof chunk === 'string' ? Buffer.from(chunk) : chunk)));
}
