import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import type { CommandIo } from './command-context';
import { COMMANDS } from './command-registry';
import { createContext } from './create-context';
import { EXIT_CODES } from './exit-codes';
import { reportError } from './report-error';

export interface RunProgramInput {
  /** Without node and script. */
  argv: readonly string[];
  io: CommandIo;
}

const EPILOGUE = `
Environment:
  TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, TEMPORAL_PROFILE …  where Temporal is (as its own tools read it)
  TEMPORAL_UI_URL     the web UI, for links to runs
  FLEET_TASK_QUEUE    the workers' task queue (default lightsail-fleet)
  AWS_ENDPOINT_URL_LIGHTSAIL  the simulator instead of AWS, for the worker

Exit codes: 0 done, 1 failed and rolled back, 2 usage or refused request, 3 something is left behind,
            4 Temporal or AWS out of reach, 130 interrupted

First time here:  lightsail-fleet demo`;

/** Parses the command line and runs the verb. Answers with the exit code; never throws for what a user can do. */
export async function runProgram({ argv, io }: RunProgramInput): Promise<number> {
  let exitCode: number = EXIT_CODES.done;
  const program = new Command('lightsail-fleet')
    .description(
      'Clones an Amazon Lightsail snapshot into a fleet of instances: whole, or nothing left behind.',
    )
    .version(readVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help of a command')
    .addHelpText('after', EPILOGUE);
  configureOutput(program, io);
  const called = argv.filter((argument) => Object.hasOwn(COMMANDS, argument))[0];
  for (const [name, { summary, load }] of Object.entries(COMMANDS)) {
    const command = program.command(name).description(summary);
    if (name !== called) continue;
    const module = load();
    module.configure(command);
    command
      .option('--json', 'results as JSON on stdout')
      .option('--no-color', 'no colours (so does NO_COLOR)')
      .action(async () => {
        const options = command.opts<{ json?: boolean; color: boolean }>();
        const context = createContext({ io, json: options.json ?? false, noColor: !options.color });
        try {
          exitCode = await module.run({ context, options: options as never, operands: command.args });
        } catch (error) {
          exitCode = reportError(context, error);
        }
      });
  }
  try {
    if (argv.length === 0) program.help();
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT_CODES.done : EXIT_CODES.invalid;
  }
}

/** Must come before the commands are added: they inherit it. */
function configureOutput(program: Command, io: CommandIo): void {
  program
    .exitOverride()
    .showSuggestionAfterError(true)
    .showHelpAfterError('(see --help)')
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
      getOutHelpWidth: () => io.stdout.columns ?? 100,
      getErrHelpWidth: () => io.stderr.columns ?? 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
}

function readVersion(): string {
  // Two levels up from src/cli and from dist/cli alike.
  const text = readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
