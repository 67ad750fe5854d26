import { join } from 'node:path';
import { buildTemporalCli } from './build-temporal-cli';
import { downloadTemporalCli } from './download-temporal-cli';
import { findOnPath } from './find-on-path';
import type {
  MakeTemporalCliInput,
  MakeTemporalCliResult,
  TemporalCliDependencies,
} from './make-temporal-cli';
import { findPackageRoot } from './package-root';
import { runCommand } from './run-command';
import { progressLines } from './progress-lines';
import { temporalCliCache } from './temporal-cli-cache';
import { OLDEST_TEMPORAL_CLI, probeTemporalCli } from './temporal-cli-version';

export interface TemporalCli {
  path: string;
  version: string;
  source: 'TEMPORAL_CLI_PATH' | 'the PATH' | 'the cache' | 'the official download' | 'a build with go';
}

/** No Temporal CLI could be found or made. The message names what was tried, and the ways out. */
export class TemporalCliError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'TemporalCliError';
  }
}

/** The real thing: this machine, with progress as lines on stderr. */
export function localTemporalCliDependencies(
  given: Partial<TemporalCliDependencies> = {},
): TemporalCliDependencies {
  return {
    env: process.env,
    platform: process.platform,
    arch: process.arch,
    moduleFolder: join(findPackageRoot(__dirname), 'temporal-cli'),
    run: runCommand,
    fetch: globalThis.fetch,
    onProgress: progressLines({ write: (line) => void process.stderr.write(line), now: Date.now }),
    ...given,
  };
}

/** Finds a `temporal` command, or makes one, and says which it took. The first use may take minutes. */
export async function ensureTemporalCli(dependencies: TemporalCliDependencies): Promise<TemporalCli> {
  const found = await findTemporalCli(dependencies);
  const cli = 'path' in found ? found : await makeTemporalCli(dependencies, found.tried);
  dependencies.onProgress(`Temporal CLI ${cli.version} from ${cli.source}: ${cli.path}`);
  return cli;
}

/** Only looks, which takes a fraction of a second. What was tried comes back in words if there is none. */
export async function findTemporalCli(
  dependencies: TemporalCliDependencies,
): Promise<TemporalCli | { tried: string[] }> {
  const { env, run } = dependencies;
  const given = env['TEMPORAL_CLI_PATH'];
  if (given) {
    const probe = await probeTemporalCli({ path: given, run });
    if (probe.usable) return { path: given, version: probe.version, source: 'TEMPORAL_CLI_PATH' };
    // Somebody chose this one: to take another in silence would not be what they asked for.
    throw new TemporalCliError(`TEMPORAL_CLI_PATH=${given} cannot be used: ${probe.why}. Mend or unset it`);
  }
  const pathOnPath = findOnPath({ command: 'temporal', env, platform: dependencies.platform }) ?? 'temporal';
  const onPath = await probeTemporalCli({ path: pathOnPath, run });
  if (onPath.usable) return { path: pathOnPath, version: onPath.version, source: 'the PATH' };
  const { binary } = temporalCliCache(dependencies);
  const cached = await probeTemporalCli({ path: binary, run });
  if (cached.usable) return { path: binary, version: cached.version, source: 'the cache' };
  return {
    tried: ['TEMPORAL_CLI_PATH: not set', `temporal on the PATH: ${onPath.why}`, `${binary}: ${cached.why}`],
  };
}

async function makeTemporalCli(dependencies: TemporalCliDependencies, tried: string[]): Promise<TemporalCli> {
  const cache = temporalCliCache(dependencies);
  const input: MakeTemporalCliInput = { ...dependencies, cache };
  const downloaded = await attempt(downloadTemporalCli, input);
  if (downloaded.made) {
    return { path: cache.binary, version: downloaded.version, source: 'the official download' };
  }
  dependencies.onProgress(`no download (${downloaded.why})`);
  const built = await attempt(buildTemporalCli, input);
  if (built.made) return { path: cache.binary, version: built.version, source: 'a build with go' };
  // Another setup at the same time may have been first, and have removed the caches under this build.
  const meanwhile = await probeTemporalCli({ path: cache.binary, run: dependencies.run });
  if (meanwhile.usable) return { path: cache.binary, version: meanwhile.version, source: 'the cache' };
  throw new TemporalCliError(
    describeFailure([...tried, `official download: ${downloaded.why}`, `build with go: ${built.why}`]),
  );
}

async function attempt(
  make: (input: MakeTemporalCliInput) => Promise<MakeTemporalCliResult>,
  input: MakeTemporalCliInput,
): Promise<MakeTemporalCliResult> {
  try {
    return await make(input);
  } catch (error) {
    return { made: false, why: error instanceof Error ? error.message : String(error) };
  }
}

function describeFailure(tried: string[]): string {
  return [
    `no Temporal CLI ${OLDEST_TEMPORAL_CLI} or later could be found or made. Tried:`,
    ...tried.map((line) => `  - ${line}`),
    'Any one of these mends it:',
    `  1. install it (https://docs.temporal.io/cli) so that "temporal --version" answers, or set TEMPORAL_CLI_PATH to it`,
    '  2. let this machine reach https://temporal.download directly (HTTPS_PROXY is not read), then run this again',
    '  3. install Go 1.26.4 or later with a reachable module proxy (GOPROXY), then run this again',
  ].join('\n');
}
