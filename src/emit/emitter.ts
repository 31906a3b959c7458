import type { Report } from '../schema/report.ts';

/** A report, or what `--omit` left of it. */
export type Emitted = Partial<Report>;

/** Turns a stream of reports into one output format, chunk by chunk. */
export interface Emitter {
  /** What the output gains by one report; may be empty where a format collects first. */
  add(report: Emitted): string | Uint8Array;
  /** What ends the output. Called once, after the last report. */
  end(): string | Uint8Array | Promise<string | Uint8Array>;
}

export interface EmitOptions {
  /** Indented for people. */
  pretty: boolean;
}
