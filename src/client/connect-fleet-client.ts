import { readConfig } from '../config';
import { connectClient } from '../temporal-connection';
import { createFleetClient, type FleetClient } from './fleet-client';
import type { ClientContext } from './client-context';

export interface ConnectFleetClientInput {
  /** Default: that of the process. */
  env?: NodeJS.ProcessEnv | undefined;
  /** Default: `FLEET_TASK_QUEUE` of the environment, else `lightsail-fleet`. */
  taskQueue?: string | undefined;
}

/** A client with a connection of its own, which `close` ends. */
export interface ConnectedFleetClient extends FleetClient {
  /** For what Temporal can do beside. */
  readonly client: ClientContext['client'];
  /** Where it is connected to. */
  readonly address: string;
  readonly namespace: string;
  readonly taskQueue: string;
  /** Ends the connection; fleets go on. */
  close(): Promise<void>;
}

/**
 * A client of the Temporal server that the environment names: `TEMPORAL_ADDRESS`, `TEMPORAL_NAMESPACE`,
 * `TEMPORAL_API_KEY`, `TEMPORAL_TLS_*`, `TEMPORAL_PROFILE` and `temporal.toml`, as every tool of Temporal reads them.
 * A service that has a Temporal client already, or payload codecs, gives it to {@link createFleetClient} instead.
 *
 * Throws TemporalUnreachableError (within 5 s, naming where it looked), TemporalConfigError, ConfigError.
 */
export async function connectFleetClient({
  env = process.env,
  ...given
}: ConnectFleetClientInput = {}): Promise<ConnectedFleetClient> {
  const taskQueue = given.taskQueue ?? readConfig(env).taskQueue;
  const { client, address, namespace, close } = await connectClient({ env });
  return { ...createFleetClient({ client, taskQueue }), client, address, namespace, taskQueue, close };
}
