/* eslint-disable @typescript-eslint/no-require-imports -- loaded only when it is run, so that help is quick, as in
   command-registry.ts. */
import type { Connection } from '@temporalio/client';
import type { FleetClient } from '../client';
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
  const { readConfig } = require('../config') as typeof import('../config');
  const { taskQueue } = readConfig(env);
  const { connectClient } = require('../temporal-connection') as typeof import('../temporal-connection');
  const { createFleetClient } = require('../client') as typeof import('../client');
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
