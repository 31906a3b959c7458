/** What the command reads and writes. A format is added by adding an entry. */
import type { EmitOptions, Emitter } from '../emit/emitter.ts';

/** Extensions that a walk through a folder takes up. A file named by itself is read whatever its name. */
export const READABLE: ReadonlySet<string> = new Set(['.txt', '.text', '.md']);

export interface OutputFormat {
  name: string;
  /** Extensions of `-o FILE` that choose the format. */
  extensions: readonly string[];
  create: (options: EmitOptions) => Promise<Emitter>;
}

export const OUTPUT_FORMATS: readonly OutputFormat[] = [
  { name: 'ndjson', extensions: ['.ndjson', '.jsonl'], create: async (options) => (await import('../emit/json.ts')).ndjson(options) },
  { name: 'json', extensions: ['.json'], create: async (options) => (await import('../emit/json.ts')).json(options) },
];
