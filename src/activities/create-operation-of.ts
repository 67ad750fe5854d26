import type { Instance, Operation } from '@aws-sdk/client-lightsail';
import type { LightsailApi } from '../lightsail/lightsail-api';
import { readAll } from '../lightsail/read-all';

/** An instance and its operation are dated by one request, but not by one clock. */
const CLOCK_SLACK_MILLIS = 5_000;

export interface CreateOperationOfInput {
  api: LightsailApi;
  instance: Instance;
  signal?: AbortSignal | undefined;
}

/** The create operation of this very instance: a name that is used again has older ones. */
export async function createOperationOf({
  api,
  instance: { name = '', createdAt },
  signal,
}: CreateOperationOfInput): Promise<Operation | undefined> {
  const operations = await readAll((pageToken) =>
    api.getOperationsForResource({ resourceName: name, pageToken }, { signal }),
  );
  const since = (createdAt?.getTime() ?? 0) - CLOCK_SLACK_MILLIS;
  return operations
    .filter((operation) => operation.operationType?.startsWith('CreateInstance') === true)
    .filter((operation) => (operation.createdAt?.getTime() ?? 0) >= since)
    .sort((a, b) => (b.createdAt?.getTime() ?? 0) - (a.createdAt?.getTime() ?? 0))[0];
}
