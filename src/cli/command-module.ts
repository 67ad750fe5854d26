import type { Command } from 'commander';
import type { RunCommandInput } from './command-context';

/** What a file in `commands/` exports: its flags and what it does. */
export interface CommandModule<Options = never> {
  configure(command: Command): void;
  /** Resolves with the exit code; what it throws is reported in one place. */
  run(input: RunCommandInput<Options>): Promise<number>;
}
