import { Argument, type Command } from 'commander';
import { EXIT, type ExitCode } from '../exit.ts';
import { write, type Io } from '../terminal/io.ts';

/** `gov-report completion` */
export function register(program: Command, io: Io, done: (code: ExitCode) => void): void {
  program.command('completion').description('print the completion script of a shell')
    .addArgument(new Argument('<SHELL>', 'the shell').choices(['bash', 'zsh', 'fish']))
    .addHelpText('after', '\nExamples:\n  gov-report completion bash > /etc/bash_completion.d/gov-report\n  gov-report completion zsh > "${fpath[1]}/_gov-report"\n  gov-report completion fish > ~/.config/fish/completions/gov-report.fish')
    .action(async (shell: 'bash' | 'zsh' | 'fish') => {
      const { completion } = await import('../actions/completion.ts');
      await write(io.stdout, completion(program, shell));
      done(EXIT.done);
    });
}
