/** Runs a command line inside the test process, with streams of its own. */
import { Readable, Writable } from 'node:stream';
import { run } from '../../src/cli/main.ts';

export interface RunResult {
  code: number;
  stdout: string;
  stderr: string;
}

export interface Surroundings {
  stdin?: string | Uint8Array;
  /** Whether the streams are terminals. */
  terminal?: boolean;
}

class Collector extends Writable {
  text = '';
  isTTY: boolean;
  constructor(terminal: boolean) {
    super();
    this.isTTY = terminal;
  }
  override _write(chunk: Buffer, _: string, done: () => void): void {
    this.text += chunk.toString('utf8');
    done();
  }
}

export async function gov(args: readonly string[], { stdin, terminal = false }: Surroundings = {}): Promise<RunResult> {
  const stdout = new Collector(terminal);
  const stderr = new Collector(terminal);
  const input: Readable & { isTTY?: boolean } = Readable.from(stdin === undefined ? [] : [stdin]);
  input.isTTY = terminal && stdin === undefined;
  const code = await run(args, { stdin: input, stdout, stderr });
  return { code, stdout: stdout.text, stderr: stderr.text };
}
