import { Client, Connection } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';

/** A person waits for this: a server that answers at all does so well within it, also across an ocean. */
const CONNECT_LIMIT_SECONDS = 5;

const DEFAULT_ADDRESS = 'localhost:7233';
const DEFAULT_NAMESPACE = 'default';

export interface ConnectClientInput {
  env: NodeJS.ProcessEnv;
}

export interface ConnectedClient {
  client: Client;
  connection: Connection;
  namespace: string;
  address: string;
  close: () => Promise<void>;
}

/**
 * Connects as `@temporalio/envconfig` says (TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, profiles of temporal.toml, TLS,
 * API key). It is the pure JavaScript connection: the native Runtime, which takes SIGTERM for itself, is never
 * loaded in a process that is only a client.
 */
export async function connectClient({ env }: ConnectClientInput): Promise<ConnectedClient> {
  const { connectionOptions, namespace, place } = readConnectConfig(env);
  const { address, apiKey, tls, metadata } = connectionOptions;
  try {
    const connection = await Connection.connect({
      address: address ?? DEFAULT_ADDRESS,
      connectTimeout: CONNECT_LIMIT_SECONDS * 1000,
      ...(apiKey === undefined ? {} : { apiKey }),
      ...(tls === undefined ? {} : { tls }),
      ...(metadata === undefined ? {} : { metadata: metadata }),
    });
    return {
      client: new Client({ connection, namespace }),
      connection,
      namespace,
      address: place.address,
      close: () => connection.close(),
    };
  } catch (error) {
    throw new TemporalUnreachableError(place, error);
  }
}

/** Where a client looks for Temporal, and what told it so. */
export interface TemporalPlace {
  address: string;
  namespace: string;
  /** `TEMPORAL_ADDRESS`, `profile "staging" of temporal.toml`, `the default`. */
  addressFrom: string;
  namespaceFrom: string;
}

export class TemporalUnreachableError extends Error {
  constructor(
    readonly place: TemporalPlace,
    cause: unknown,
  ) {
    const { address, namespace, addressFrom, namespaceFrom } = place;
    super(
      `Temporal is not reachable at ${address} (from ${addressFrom}; namespace ${namespace} from ${namespaceFrom}) ` +
        `within ${String(CONNECT_LIMIT_SECONDS)} s: ${messageOf(cause)}. ` +
        `Set TEMPORAL_ADDRESS, or start a server on this machine with: lightsail-fleet dev`,
      { cause },
    );
    this.name = 'TemporalUnreachableError';
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

function readConnectConfig(env: NodeJS.ProcessEnv) {
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
    return { connectionOptions, namespace: place.namespace, place };
  } catch (error) {
    throw new TemporalConfigError(error);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
