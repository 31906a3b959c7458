import type { Command } from 'commander';
import { EXIT, type ExitCode } from '../exit.ts';
import { write, type Io } from '../terminal/io.ts';

/** `gov-report schema` */
export function register(program: Command, io: Io, done: (code: ExitCode) => void): void {
  program.command('schema').description('print the JSON Schema of a report').action(async () => {
    const { reportJsonSchema } = await import('../../schema/json-schema.ts');
    await write(io.stdout, reportJsonSchema());
    done(EXIT.done);
  });
}
