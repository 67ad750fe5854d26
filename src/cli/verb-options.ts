import type { Command } from 'commander';
import type { TemporalFlags } from '../temporal-connection';
import type { CommandModule } from './command-module';
import type { RegisteredCommand } from './command-registry';

/** What every verb takes, beside its own flags. */
export interface VerbOptions extends TemporalFlags {
  json?: boolean | undefined;
  color: boolean;
}

export interface AddVerbOptionsInput {
  command: Command;
  module: CommandModule<never>;
  registered: Pick<RegisteredCommand, 'isLocal'>;
}

/** A verb's own flags, and those of all. What stays on this machine asks nobody where Temporal is. */
export function addVerbOptions({ command, module, registered }: AddVerbOptionsInput): Command {
  module.configure(command);
  command.option('--json', 'results as JSON on stdout').option('--no-color', 'no colours (so does NO_COLOR)');
  if (registered.isLocal === true) return command;
  return command
    .optionsGroup('Where Temporal is:')
    .option('--address <host:port>', 'of its server (TEMPORAL_ADDRESS)')
    .option('--namespace <name>', 'the namespace (TEMPORAL_NAMESPACE)')
    .option('--profile <name>', 'a profile of temporal.toml (TEMPORAL_PROFILE)');
}
