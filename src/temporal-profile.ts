import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';

/** What the command line says of Temporal; it wins over the environment, and that over the profile. */
export interface TemporalFlags {
  address?: string | undefined;
  namespace?: string | undefined;
  profile?: string | undefined;
}

export interface TemporalProfile {
  name: string;
  /** `--profile`, `TEMPORAL_PROFILE`, or undefined: nobody has asked for one. */
  nameFrom?: string | undefined;
  /** The file that profiles are read from; undefined where the system has no place for one. */
  file?: string | undefined;
  /** `profile "staging" of /home/ops/.config/temporalio/temporal.toml`. */
  label: string;
}

export interface FindTemporalProfileInput {
  env: NodeJS.ProcessEnv;
  flags?: TemporalFlags | undefined;
  platform?: NodeJS.Platform | undefined;
}

/** Which profile of which file holds, as `@temporalio/envconfig` and Temporal's other tools find it. */
export function findTemporalProfile({
  env,
  flags = {},
  platform = process.platform,
}: FindTemporalProfileInput): TemporalProfile {
  const nameFrom =
    flags.profile !== undefined
      ? '--profile'
      : env['TEMPORAL_PROFILE'] !== undefined
        ? 'TEMPORAL_PROFILE'
        : undefined;
  const name = flags.profile ?? env['TEMPORAL_PROFILE'] ?? 'default';
  const file = env['TEMPORAL_CONFIG_FILE'] ?? defaultFile({ env, platform });
  return { name, nameFrom, file, label: `profile "${name}" of ${file ?? 'temporal.toml'}` };
}

/** Temporal's own reader passes over one that was named and is not there, in silence; so the default is told with it. */
export function isNamedFileMissing(env: NodeJS.ProcessEnv): boolean {
  const named = env['TEMPORAL_CONFIG_FILE'];
  return named !== undefined && !existsSync(named);
}

/** https://docs.temporal.io/develop/environment-configuration: the user's folder for configuration, by system. */
function defaultFile({
  env,
  platform,
}: Required<Pick<FindTemporalProfileInput, 'env' | 'platform'>>): string | undefined {
  const folder = configFolder(env, platform);
  return folder === undefined ? undefined : join(folder, 'temporalio', 'temporal.toml');
}

function configFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform | undefined): string | undefined {
  if (platform === 'win32') return env['APPDATA'];
  const home = env['HOME'];
  if (platform === 'darwin')
    return home === undefined ? undefined : join(home, 'Library', 'Application Support');
  const given = env['XDG_CONFIG_HOME'];
  if (given !== undefined) return isAbsolute(given) ? given : undefined;
  return home === undefined ? undefined : join(home, '.config');
}
