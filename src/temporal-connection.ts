import { Client, Connection } from '@temporalio/client';
import type { TemporalFlags } from './temporal-profile';
import { readTemporalTarget, TemporalUnreachableError, type TemporalPlace } from './temporal-target';

export type { TemporalFlags } from './temporal-profile';
export { TemporalConfigError, TemporalUnreachableError, type TemporalPlace } from './temporal-target';

/** A person waits for this: a server that answers at all does so well within it, also across an ocean. */
const CONNECT_LIMIT_SECONDS = 5;

/**
 * Between attempts to reach a server that is away. By default gRPC waits up to two minutes, and who watches a fleet would
 * see nothing for as long after the server is back.
 */
const LONGEST_RECONNECT_MILLIS = 5000;

export interface ConnectClientInput {
  env: NodeJS.ProcessEnv;
  /** Of the command line; they win. */
  flags?: TemporalFlags | undefined;
}

export interface ConnectedClient {
  client: Client;
  connection: Connection;
  namespace: string;
  address: string;
  /** Where it was looked for, and what told so. */
  place: TemporalPlace;
  close: () => Promise<void>;
}

/**
 * Connects as `@temporalio/envconfig` says (TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, profiles of temporal.toml, TLS,
 * API key). It is the pure JavaScript connection: the native Runtime, which takes SIGTERM for itself, is never
 * loaded in a process that is only a client.
 */
export async function connectClient({ env, flags }: ConnectClientInput): Promise<ConnectedClient> {
  const { connectionOptions, namespace, place } = readTemporalTarget({ env, flags });
  const { address, apiKey, tls, metadata } = connectionOptions;
  const connection = Connection.lazy({
    address,
    connectTimeout: CONNECT_LIMIT_SECONDS * 1000,
    channelArgs: { 'grpc.max_reconnect_backoff_ms': LONGEST_RECONNECT_MILLIS },
    ...(apiKey === undefined ? {} : { apiKey }),
    ...(tls === undefined ? {} : { tls }),
    ...(metadata === undefined ? {} : { metadata: metadata }),
  });
  try {
    await connection.ensureConnected();
    return {
      client: new Client({ connection, namespace }),
      connection,
      namespace,
      address: place.address,
      place,
      close: () => connection.close(),
    };
  } catch (error) {
    // Else its channel goes on trying, and keeps the process of a service alive.
    await connection.close();
    throw new TemporalUnreachableError({ place, limit: `${String(CONNECT_LIMIT_SECONDS)} s`, cause: error });
  }
}
