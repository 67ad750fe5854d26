import { Command, CommanderError } from 'commander';
import type { CommandIo } from './command-context';
import { COMMANDS, type RegisteredCommand } from './command-registry';
import { packageVersion } from '../package-version';
import { createContext } from './create-context';
import { EXIT_CODES } from './exit-codes';
import { reportError } from './report-error';
import { addVerbOptions, type VerbOptions } from './verb-options';

export interface RunProgramInput {
  /** Without node and script. */
  argv: readonly string[];
  io: CommandIo;
}

const EPILOGUE = `
Environment:
  TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, TEMPORAL_API_KEY …  where Temporal is (as its own tools read it)
  TEMPORAL_PROFILE    a profile of temporal.toml instead, or beside: [profile.staging] with address, namespace, tls …
  TEMPORAL_CONFIG_FILE  that file (default: temporalio/temporal.toml in the user's folder for configuration)
  TEMPORAL_UI_URL     the web UI, for links to runs
  FLEET_TASK_QUEUE    the workers' task queue (default lightsail-fleet)
  NO_COLOR, FORCE_COLOR  never colours; colours also into a pipe
  AWS_ENDPOINT_URL_LIGHTSAIL  the simulator instead of AWS, for the worker

Exit codes: 0 done, 1 failed and rolled back, 2 usage or refused request, 3 something is left behind,
            4 Temporal or AWS out of reach, 130 interrupted, 141 nobody reads its output

Flags win over the environment, and that over the profile. Something is wrong:  lightsail-fleet doctor
First time here:  lightsail-fleet demo`;

/** Parses the command line and runs the verb. Answers with the exit code; never throws for what a user can do. */
export async function runProgram({ argv, io }: RunProgramInput): Promise<number> {
  let exitCode: number = EXIT_CODES.done;
  const program = new Command('lightsail-fleet')
    .description(
      'Clones an Amazon Lightsail snapshot into a fleet of instances: whole, or nothing left behind.',
    )
    .version(packageVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help of a command')
    .addHelpText('after', EPILOGUE);
  configureOutput(program, io);
  const ended = (code: number) => (exitCode = code);
  addCommands({ parent: program, commands: COMMANDS, argv, io, ended });
  try {
    if (argv.length === 0) program.help();
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT_CODES.done : EXIT_CODES.invalid;
  }
}

interface AddCommandsInput extends RunProgramInput {
  parent: Command;
  commands: Readonly<Record<string, RegisteredCommand>>;
  ended: (exitCode: number) => void;
}

/** All by name, and the one that is called with its flags. */
function addCommands({ parent, commands, argv, io, ended }: AddCommandsInput): void {
  const at = argv.findIndex((argument) => Object.hasOwn(commands, argument));
  for (const [name, registered] of Object.entries(commands)) {
    const command = parent.command(name).description(registered.summary);
    if (name !== argv[at]) continue;
    if (registered.verbs !== undefined) {
      command
        .helpCommand(false)
        .addHelpText(
          'after',
          `\nEach verb has help and examples of its own: lightsail-fleet ${name} <verb> --help`,
        );
      addCommands({ parent: command, commands: registered.verbs(), argv: argv.slice(at + 1), io, ended });
      continue;
    }
    const module = registered.load();
    addVerbOptions({ command, module, registered }).action(async () => {
      const options = command.opts<VerbOptions>();
      const context = createContext({ io, options });
      try {
        ended(await module.run({ context, options: options as never, operands: command.args }));
      } catch (error) {
        ended(reportError(context, error));
      }
    });
  }
}

/** Of the texts beside the flags. Commander would leave them unwrapped below 40, and a narrow terminal is 40 in all. */
const LEAST_HELP_WIDTH = 10;

/** Must come before the commands are added: they inherit it. */
function configureOutput(program: Command, io: CommandIo): void {
  program
    .exitOverride()
    .showSuggestionAfterError(true)
    .showHelpAfterError('(see --help)')
    .configureHelp({ minWidthToWrap: LEAST_HELP_WIDTH })
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
      getOutHelpWidth: () => io.stdout.columns ?? 100,
      getErrHelpWidth: () => io.stderr.columns ?? 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
}
