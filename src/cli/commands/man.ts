import type { Command } from 'commander';
import { EXIT, type ExitCode } from '../exit.ts';
import { write, type Io } from '../terminal/io.ts';

/** `gov-report man` */
export function register(program: Command, io: Io, done: (code: ExitCode) => void): void {
  program.command('man').description('print the manual page').action(async () => {
    const { manual } = await import('../actions/manual.ts');
    await write(io.stdout, manual(program, program.version() ?? ''));
    done(EXIT.done);
  });
}
