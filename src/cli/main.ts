/** The command line's entry: runs a command and turns whatever happens into an exit code. */
import { CommanderError } from 'commander';
import { ClosedPipe, EXIT, UsageError, type ExitCode } from './exit.ts';
import { say, sayLines, type Io } from './terminal/io.ts';
import { rawArguments } from './input/raw-names.ts';
import { brokenInstallation, VERSION } from './installation.ts';
import { closePending, discardPending } from './output/pending.ts';
import { languageOf, LANGUAGES } from '../messages/language.ts';
import { createProgram, languageAsked } from './commands/program.ts';
import { describe } from './terminal/trouble.ts';

/** Runs one command line and returns its exit code; never throws. */
export async function run(args: readonly string[], streams: Io): Promise<ExitCode> {
  const asked = languageAsked(args);
  const language = LANGUAGES.find((one) => one === asked) ?? languageOf(process.env);
  const io: Io = { stdin: streams.stdin, stdout: streams.stdout, stderr: streams.stderr, language };
  let code: ExitCode = EXIT.done;
  try {
    await createProgram(io, VERSION, (result) => { code = result; }).parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    await closePending();
    discardPending();
    if (error instanceof ClosedPipe) return EXIT.done;
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    const message = error instanceof UsageError ? error.message : brokenInstallation(error);
    if (message !== null) {
      say(io, `gov-report: ${message}`);
      return EXIT.usage;
    }
    sayLines(io, `gov-report: internal error, please report it: ${describe(error)}`);
    return EXIT.bug;
  }
}

/** The process: its streams, its signals, its exit code. */
export async function main(): Promise<void> {
  for (const [signal, code] of [['SIGINT', EXIT.interrupted], ['SIGTERM', EXIT.terminated], ['SIGHUP', EXIT.hungUp]] as const) {
    process.once(signal, () => {
      discardPending();
      process.exit(code);
    });
  }
  // A reader that has gone or a full disk is told by the write that fails; without a listener the process would die of it.
  process.stdout.on('error', () => { /* see `write` */ });
  process.stderr.on('error', () => { /* nobody is left to tell */ });
  process.exitCode = await run(rawArguments(process.argv.slice(2)), process);
}
