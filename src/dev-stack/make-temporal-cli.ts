import type { RunCommandInput, RunCommandResult } from './run-command';
import type { TemporalCliCache } from './temporal-cli-cache';

/** What finding or making the Temporal CLI needs from outside; tests give their own. */
export interface TemporalCliDependencies {
  env: NodeJS.ProcessEnv;
  platform: NodeJS.Platform;
  arch: string;
  /** Folder with the go.mod that pins the CLI. */
  moduleFolder: string;
  run: (input: RunCommandInput) => Promise<RunCommandResult>;
  fetch: typeof fetch;
  /** What is being done, for people: called at each step, and about once a second while one runs. */
  onProgress: (text: string) => void;
}

export interface MakeTemporalCliInput extends TemporalCliDependencies {
  cache: TemporalCliCache;
}

/** Made and in the cache, or why not in one line (or a few). */
export type MakeTemporalCliResult = { made: true; version: string } | { made: false; why: string };
