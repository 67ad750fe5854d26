import { Client, Connection } from '@temporalio/client';
import { readTemporalTarget, TemporalUnreachableError } from './temporal-target';

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
  const { connectionOptions, namespace, place } = readTemporalTarget({ env });
  const { address, apiKey, tls, metadata } = connectionOptions;
  try {
    const connection = await Connection.connect({
      address,
      connectTimeout: CONNECT_LIMIT_SECONDS * 1000,
      channelArgs: { 'grpc.max_reconnect_backoff_ms': LONGEST_RECONNECT_MILLIS },
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
    throw new TemporalUnreachableError({ place, limit: `${String(CONNECT_LIMIT_SECONDS)} s`, cause: error });
  }
}
