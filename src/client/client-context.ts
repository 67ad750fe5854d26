import type { Client } from '@temporalio/client';

/** What every operation of the client works with. */
export interface ClientContext {
  client: Client;
  /** Task queue of the workers that run fleets. */
  taskQueue: string;
}
