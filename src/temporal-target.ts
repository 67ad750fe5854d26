import { loadClientConnectConfig } from '@temporalio/envconfig';
import { TemporalConfigError, toTemporalConfigError } from './temporal-config-error';
import {
  findTemporalProfile,
  isNamedFileMissing,
  type TemporalFlags,
  type TemporalProfile,
} from './temporal-profile';

export { TemporalConfigError } from './temporal-config-error';

const DEFAULT_ADDRESS = 'localhost:7233';
const DEFAULT_NAMESPACE = 'default';

/** Where a process looks for Temporal, and what told it so. */
export interface TemporalPlace {
  address: string;
  namespace: string;
  /** `--address`, `TEMPORAL_ADDRESS`, `profile "staging" of …/temporal.toml`, `the default`. */
  addressFrom: string;
  namespaceFrom: string;
}

/** Nobody answered in time; the message says where it looked, and what told it so. */
export class TemporalUnreachableError extends Error {
  readonly place: TemporalPlace;

  constructor({ place, limit, cause }: { place: TemporalPlace; limit: string; cause: unknown }) {
    const { address, namespace, addressFrom, namespaceFrom } = place;
    super(
      `Temporal is not reachable at ${address} (from ${addressFrom}; namespace ${namespace} from ${namespaceFrom}) ` +
        `within ${limit}: ${messageOf(cause)}. ` +
        `Set TEMPORAL_ADDRESS, or start a server on this machine with: lightsail-fleet dev`,
      { cause },
    );
    this.name = 'TemporalUnreachableError';
    this.place = place;
  }
}

export interface ReadTemporalTargetInput {
  env: NodeJS.ProcessEnv;
  flags?: TemporalFlags | undefined;
}

/** Address, namespace and credentials as `@temporalio/envconfig` finds them, and where each came from. */
export function readTemporalTarget({ env: given, flags = {} }: ReadTemporalTargetInput) {
  const env = withoutEmpty(given);
  const profile = findTemporalProfile({ env, flags });
  const { connectionOptions, namespace } = load({ env, profile });
  const missing = isNamedFileMissing(env);
  const defaultFrom = `the default${missing ? `, as ${profile.file ?? ''} (from TEMPORAL_CONFIG_FILE) is not there` : ''}`;
  const from = (variable: string, flag: keyof TemporalFlags, value: string | undefined) => {
    if (flags[flag] !== undefined) return `--${flag}`;
    if (value === undefined) return defaultFrom;
    return env[variable] === value ? variable : profile.label;
  };
  const place: TemporalPlace = {
    address: flags.address ?? connectionOptions.address ?? DEFAULT_ADDRESS,
    namespace: flags.namespace ?? namespace ?? DEFAULT_NAMESPACE,
    addressFrom: from('TEMPORAL_ADDRESS', 'address', connectionOptions.address),
    namespaceFrom: from('TEMPORAL_NAMESPACE', 'namespace', namespace),
  };
  requireHostAndPort(place);
  return {
    connectionOptions: { ...connectionOptions, address: place.address },
    namespace: place.namespace,
    place,
    profile,
  };
}

/** gRPC takes no URL, and says so in a stack of its own. What follows the scheme may hold a password: it is not quoted. */
function requireHostAndPort({ address, addressFrom }: TemporalPlace): void {
  const [scheme, rest] = address.split('://');
  if (rest === undefined) return;
  const problem = `expected host:port, such as localhost:7233, got an address that begins with ${scheme ?? ''}://`;
  throw new TemporalConfigError({ file: addressFrom, problem });
}

function load({ env, profile }: { env: Record<string, string>; profile: TemporalProfile }) {
  try {
    const asked = profile.nameFrom === undefined ? {} : { profile: profile.name };
    const loaded = loadClientConnectConfig({ ...asked, overrideEnvVars: env });
    const { address, apiKey } = loaded.connectionOptions;
    requireStrings({ profile, values: { address, namespace: loaded.namespace, api_key: apiKey } });
    return loaded;
  } catch (error) {
    if (error instanceof TemporalConfigError) throw error;
    throw toTemporalConfigError({ error, profile, env });
  }
}

/** The file is TOML, and nobody else looks at the types in it. */
function requireStrings({
  profile,
  values,
}: {
  profile: TemporalProfile;
  values: Record<string, unknown>;
}): void {
  const wrong = Object.entries(values).find(([, value]) => value !== undefined && typeof value !== 'string');
  if (wrong === undefined) return;
  const [key, value] = wrong;
  const problem = `profile.${profile.name}.${key}: expected a string, got a ${typeof value}`;
  throw new TemporalConfigError({ file: profile.file, problem });
}

/** As everywhere in the environment, an empty variable is one that is not set; of gRPC's metadata it takes one away. */
function withoutEmpty(env: NodeJS.ProcessEnv): Record<string, string> {
  const given = Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(
    given.filter(([name, value]) => value !== '' || name.startsWith('TEMPORAL_GRPC_META_')),
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
