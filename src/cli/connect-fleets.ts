import type { Connection } from '@temporalio/client';
import { createFleetClient, type FleetClient } from '../client';
import { readConfig } from '../config';
import { connectClient } from '../temporal-connection';
import type { CommandContext } from './command-context';

export interface ConnectedFleets {
  fleets: FleetClient;
  connection: Connection;
  namespace: string;
  address: string;
  taskQueue: string;
}

/** Runs something with a client of the environment's Temporal server, and closes it. */
export async function withFleets<Result>(
  { env, temporal }: Pick<CommandContext, 'env'> & Partial<Pick<CommandContext, 'temporal'>>,
  use: (connected: ConnectedFleets) => Promise<Result>,
): Promise<Result> {
  const { taskQueue } = readConfig(env);
  const { client, connection, namespace, address, close } = await connectClient({
    env,
    flags: temporal,
  });
  try {
    const fleets = createFleetClient({ client, taskQueue });
    return await use({ fleets, connection, namespace, address, taskQueue });
  } finally {
    await close();
  }
}
