import type { CallClient } from './call-client';
import type { WorldSize } from './simulator-report';

export interface ReadCase {
  name: string;
  action: string;
  request: object;
}

/** Every read that the simulator serves; the listings at their first and at their last page. */
export async function readCases({
  client,
  size,
}: {
  client: CallClient;
  size: WorldSize;
}): Promise<ReadCase[]> {
  const middle = size.instances / 2;
  const instanceName = `web-${String(middle)}`;
  const { operations } = await client.call<{ operations: { id: string }[] }>({
    action: 'GetOperationsForResource',
    request: { resourceName: instanceName },
  });
  const single = (action: string, request: object): ReadCase => ({ name: action, action, request });
  return [
    single('GetInstance', { instanceName }),
    ...(await listing(client, 'GetInstances')),
    single('GetInstanceState', { instanceName }),
    single('GetInstancePortStates', { instanceName }),
    single('GetAutoSnapshots', { resourceName: instanceName }),
    single('GetOperation', { operationId: operations[0]?.id }),
    ...(await listing(client, 'GetOperations')),
    single('GetOperationsForResource', { resourceName: instanceName }),
    single('GetDisk', { diskName: `disk-${String(middle)}` }),
    ...(await listing(client, 'GetDisks')),
    single('GetInstanceSnapshot', { instanceSnapshotName: 'golden' }),
    ...(await listing(client, 'GetInstanceSnapshots')),
    single('GetKeyPair', { keyPairName: 'key-1' }),
    ...(await listing(client, 'GetKeyPairs')),
    ...(await listing(client, 'GetStaticIps')),
    single('GetLoadBalancers', {}),
    single('GetBundles', {}),
    single('GetBundles, all', { includeInactive: true }),
    single('GetRegions', {}),
    single('GetRegions, zones', { includeAvailabilityZones: true }),
  ].map((readCase) => ({ ...readCase, action: readCase.action.split(',')[0] ?? readCase.action }));
}

/** No listing of the bench has more pages than 50,000 operations in pages of 200. */
const MOST_PAGES = 1000;

/** The first page, and the last one, which is reached as a client reaches it. */
async function listing(client: CallClient, action: string): Promise<ReadCase[]> {
  let pageToken: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const request: object = pageToken === undefined ? {} : { pageToken };
    const { nextPageToken } = await client.call<{ nextPageToken?: string }>({ action, request });
    if (nextPageToken === undefined) {
      return [
        { name: `${action}, first page`, action, request: {} },
        { name: `${action}, last page`, action, request },
      ];
    }
    pageToken = nextPageToken;
  }
  throw new Error(`${action}: more than ${String(MOST_PAGES)} pages`);
}
