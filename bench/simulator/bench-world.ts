import type { SimulatorProcess } from './simulator-process';
import type { WorldSize } from './simulator-report';

export const REGION = 'us-east-1';
/** More than a page of each, so that the last page of a listing is another one than the first. */
const OTHER_RESOURCES = 250;
/** Every tenth instance has a disk besides its own. */
const INSTANCES_A_DISK = 10;

/** A world of so many instances, with tags, disks, snapshots, key pairs and static IPs. */
export function benchWorld({ instances }: { instances: number }): object {
  const several = <T>(count: number, make: (index: number) => T): T[] =>
    Array.from({ length: count }, (_, index) => make(index));
  return {
    snapshots: [
      { region: REGION, name: 'golden' },
      ...several(OTHER_RESOURCES, (index) => ({ region: REGION, name: `snapshot-${String(index)}` })),
    ],
    keyPairs: several(OTHER_RESOURCES, (index) => ({ region: REGION, name: `key-${String(index)}` })),
    staticIps: several(OTHER_RESOURCES, (index) => ({ region: REGION, name: `ip-${String(index)}` })),
    instances: several(instances, (index) => ({
      region: REGION,
      name: `web-${String(index)}`,
      tags: [
        { key: 'fleet', value: `fleet-${String(index % 100)}` },
        { key: 'owner', value: 'bench' },
      ],
      disks:
        index % INSTANCES_A_DISK === 0
          ? [{ name: `disk-${String(index)}`, path: '/dev/xvdf', sizeInGb: 32 }]
          : [],
    })),
  };
}

/** Leaves so many operations behind: one for each TagResource, over all instances in turn. */
export async function fillOperations(input: {
  simulator: SimulatorProcess;
  size: WorldSize;
  connections: number;
}): Promise<void> {
  const { client } = input.simulator;
  let sent = 0;
  const oneConnection = async (): Promise<void> => {
    while (sent < input.size.operations) {
      const index = sent++;
      const resourceName = `web-${String(index % input.size.instances)}`;
      const tags = [{ key: 'round', value: String(Math.floor(index / input.size.instances)) }];
      await client.send(client.prepare({ action: 'TagResource', request: { resourceName, tags } }));
    }
  };
  await Promise.all(Array.from({ length: input.connections }, oneConnection));
}
