import { homedir } from 'node:os';
import { join } from 'node:path';

/** The version that setup downloads or builds (server 1.31.2, UI 2.50.1). temporal-cli/go.mod names the same. */
export const TEMPORAL_CLI_VERSION = '1.8.2';

export interface TemporalCliCacheInput {
  env: NodeJS.ProcessEnv;
  platform: NodeJS.Platform;
}

export interface TemporalCliCache {
  folder: string;
  /** The command itself; it is there whole or not at all. */
  binary: string;
  /** Go's caches while it builds. Left by a build that was cut off, so that the next one goes on from there. */
  goCaches: string;
}

/** One folder for the user, not for the checkout: 138 MB and up to five minutes are spent once. */
export function temporalCliCache({ env, platform }: TemporalCliCacheInput): TemporalCliCache {
  const folder = join(
    userCacheFolder({ env, platform }),
    'lightsail-fleet',
    `temporal-cli-${TEMPORAL_CLI_VERSION}`,
  );
  return {
    folder,
    binary: join(folder, platform === 'win32' ? 'temporal.exe' : 'temporal'),
    goCaches: join(folder, 'go-caches'),
  };
}

function userCacheFolder({ env, platform }: TemporalCliCacheInput): string {
  const home = env['HOME'] || homedir();
  if (env['XDG_CACHE_HOME']) return env['XDG_CACHE_HOME'];
  if (platform === 'darwin') return join(home, 'Library', 'Caches');
  if (platform === 'win32') return env['LOCALAPPDATA'] || join(home, 'AppData', 'Local');
  return join(home, '.cache');
}
