import type { RunCommandInput, RunCommandResult } from './run-command';

/** The first with the server (1.29) on which every feature we use is switched on by default. */
export const OLDEST_TEMPORAL_CLI = '1.5.0';

/** It answers in 0.1 s; the first time after a build the file has to be read from disk. */
const VERSION_LIMIT_SECONDS = 20;

export interface ProbeTemporalCliInput {
  path: string;
  run: (input: RunCommandInput) => Promise<RunCommandResult>;
}

export type TemporalCliProbe = { usable: true; version: string } | { usable: false; why: string };

/** Whether the command is a Temporal CLI that is new enough, by what it says of itself. */
export async function probeTemporalCli({ path, run }: ProbeTemporalCliInput): Promise<TemporalCliProbe> {
  const lines: string[] = [];
  const result = await run({
    command: path,
    args: ['--version'],
    limitSeconds: VERSION_LIMIT_SECONDS,
    onLine: (line) => lines.push(line),
  });
  if (result.error !== undefined) return { usable: false, why: whyNotStarted(result.error) };
  if (result.tooLong) {
    return { usable: false, why: `no answer to --version in ${String(VERSION_LIMIT_SECONDS)} s` };
  }
  const version = /^temporal version (\d+\.\d+\.\d+)/m.exec(lines.join('\n'))?.[1];
  if (version === undefined) {
    const said = lines.find((line) => line.trim() !== '') ?? 'nothing';
    return {
      usable: false,
      why: `expected "temporal version 1.2.3" from --version, got ${JSON.stringify(said)}`,
    };
  }
  if (isOlder(version, OLDEST_TEMPORAL_CLI)) {
    return { usable: false, why: `expected version ${OLDEST_TEMPORAL_CLI} or later, got ${version}` };
  }
  return { usable: true, version };
}

function whyNotStarted(error: NodeJS.ErrnoException): string {
  return error.code === 'ENOENT' ? 'not there' : error.message;
}

function isOlder(version: string, than: string): boolean {
  const [a = [], b = []] = [version, than].map((text) => text.split('.').map(Number));
  const index = a.findIndex((part, place) => part !== b[place]);
  return index !== -1 && (a[index] ?? 0) < (b[index] ?? 0);
}
