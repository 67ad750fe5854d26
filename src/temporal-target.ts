import { loadClientConnectConfig } from '@temporalio/envconfig';

const DEFAULT_ADDRESS = 'localhost:7233';
const DEFAULT_NAMESPACE = 'default';

/** Where a process looks for Temporal, and what told it so. */
export interface TemporalPlace {
  address: string;
  namespace: string;
  /** `TEMPORAL_ADDRESS`, `profile "staging" of temporal.toml`, `the default`. */
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

/** The profile, or the file that holds it, cannot be used. */
export class TemporalConfigError extends Error {
  constructor(cause: unknown) {
    super(
      `the configuration of Temporal cannot be read: ${messageOf(cause)}. ` +
        `Check TEMPORAL_PROFILE, TEMPORAL_CONFIG_FILE and temporal.toml`,
      { cause },
    );
    this.name = 'TemporalConfigError';
  }
}

/** Address, namespace and credentials as `@temporalio/envconfig` finds them, and where each came from. */
export function readTemporalTarget({ env }: { env: NodeJS.ProcessEnv }) {
  const given = Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  try {
    const { connectionOptions, namespace } = loadClientConnectConfig({
      overrideEnvVars: Object.fromEntries(given),
    });
    const profile = `profile "${env['TEMPORAL_PROFILE'] ?? 'default'}" of temporal.toml`;
    const from = (variable: string, value: string | undefined) => {
      if (value === undefined) return 'the default';
      return env[variable] === value ? variable : profile;
    };
    const place: TemporalPlace = {
      address: connectionOptions.address ?? DEFAULT_ADDRESS,
      namespace: namespace ?? DEFAULT_NAMESPACE,
      addressFrom: from('TEMPORAL_ADDRESS', connectionOptions.address),
      namespaceFrom: from('TEMPORAL_NAMESPACE', namespace),
    };
    return {
      connectionOptions: { ...connectionOptions, address: place.address },
      namespace: place.namespace,
      place,
    };
  } catch (error) {
    throw new TemporalConfigError(error);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
