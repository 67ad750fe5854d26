import type { LightsailClient } from '@aws-sdk/client-lightsail';
import {
  CreateInstancesFromSnapshotCommand,
  DetachDiskCommand,
  GetOperationsCommand,
} from '@aws-sdk/client-lightsail';
import type { OperationName } from '../../../src/simulator/operations/operation-names';
import { createRequest } from '../../simulator/support/create-request';
import type { SimulatorUnderTest } from '../../simulator/support/simulator-under-test';

interface CliCall {
  args: readonly string[] | ((client: LightsailClient) => Promise<string[]>);
  prepare?: (simulator: SimulatorUnderTest) => Promise<void>;
  /** Of the JSON that the CLI prints. */
  answer: object;
}

const CREATE = [
  'create-instances-from-snapshot',
  ...['--availability-zone', 'us-east-1a', '--bundle-id', 'nano_3_0'],
];

const started = (operationType: string, ...names: string[]): object => ({
  operations: names.map((resourceName) => ({ resourceName, operationType, status: 'Started' })),
});

const made = async (simulator: SimulatorUnderTest): Promise<void> => {
  await simulator.client().send(new CreateInstancesFromSnapshotCommand(createRequest()));
  await simulator.advance(60);
};

const detached = async (simulator: SimulatorUnderTest): Promise<void> => {
  await simulator.client().send(new DetachDiskCommand({ diskName: 'stopped-data' }));
  await simulator.advance(60);
};

/** Every operation once, against the world of world.json. */
export const CLI_CALLS: Readonly<Record<OperationName, CliCall>> = {
  AttachDisk: {
    args: [
      ...['attach-disk', '--disk-name', 'stopped-data', '--instance-name', 'source'],
      ...['--disk-path', '/dev/xvdf', '--no-auto-mounting'],
    ],
    prepare: detached,
    answer: started('AttachDisk', 'stopped-data', 'source'),
  },
  CreateInstancesFromSnapshot: {
    args: [
      ...CREATE,
      ...['--instance-names', 'web-1', 'web-2', '--instance-snapshot-name', 'golden-with-disk'],
      ...['--tags', 'key=team,value=ours', 'key=plain', '--key-pair-name', 'ops'],
      ...['--user-data', 'true', '--ip-address-type', 'dualstack', '--add-ons', 'addOnType=AutoSnapshot'],
      '--attached-disk-mapping',
      JSON.stringify({ 'web-1': [{ originalDiskPath: '/dev/xvdf', newDiskName: 'web-1-data' }] }),
    ],
    answer: started('CreateInstancesFromSnapshot', 'web-1', 'web-2'),
  },
  CreateInstanceSnapshot: {
    args: ['create-instance-snapshot', '--instance-name', 'source', '--instance-snapshot-name', 'fresh'],
    answer: started('CreateInstanceSnapshot', 'fresh'),
  },
  DeleteDisk: {
    args: ['delete-disk', '--disk-name', 'stopped-data', '--force-delete-add-ons'],
    prepare: detached,
    answer: started('DeleteDisk', 'stopped-data'),
  },
  DeleteInstance: {
    args: ['delete-instance', '--instance-name', 'with-add-on', '--force-delete-add-ons'],
    answer: started('DeleteInstance', 'with-add-on'),
  },
  DetachDisk: {
    args: ['detach-disk', '--disk-name', 'stopped-data'],
    answer: started('DetachDisk', 'stopped-data', 'stopped'),
  },
  GetAutoSnapshots: {
    args: ['get-auto-snapshots', '--resource-name', 'source'],
    answer: { autoSnapshots: [{ date: '2026-11-21' }, { date: '2026-11-20', status: 'Success' }] },
  },
  GetBundles: {
    args: ['get-bundles', '--include-inactive', '--query', '{bundles: bundles[?bundleId==`nano_2_0`]}'],
    answer: { bundles: [{ bundleId: 'nano_2_0', isActive: false, price: 3.5 }] },
  },
  GetDisk: {
    args: ['get-disk', '--disk-name', 'stopped-data'],
    answer: { disk: { name: 'stopped-data', sizeInGb: 16, attachedTo: 'stopped' } },
  },
  GetDisks: { args: ['get-disks'], answer: { disks: [{ name: 'stopped-data' }] } },
  GetInstance: {
    args: ['get-instance', '--instance-name', 'source'],
    answer: { instance: { name: 'source', state: { name: 'running' }, hardware: { cpuCount: 2 } } },
  },
  GetInstancePortStates: {
    args: ['get-instance-port-states', '--instance-name', 'windows'],
    answer: { portStates: [{ fromPort: 80 }, { fromPort: 3389, state: 'open' }] },
  },
  GetInstances: {
    // The CLI walks the pages by itself.
    args: ['get-instances'],
    prepare: (simulator) => simulator.settings({ listingPageSize: 1 }),
    answer: {
      instances: [{ name: 'source' }, { name: 'stopped' }, { name: 'with-add-on' }, { name: 'windows' }],
    },
  },
  GetInstanceSnapshot: {
    args: ['get-instance-snapshot', '--instance-snapshot-name', 'golden'],
    answer: { instanceSnapshot: { name: 'golden', state: 'available', sizeInGb: 20 } },
  },
  GetInstanceSnapshots: {
    args: ['get-instance-snapshots', '--max-items', '1'],
    answer: { instanceSnapshots: [{ name: 'golden' }], NextToken: expect.any(String) },
  },
  GetInstanceState: {
    args: ['get-instance-state', '--instance-name', 'stopped'],
    answer: { state: { code: 80, name: 'stopped' } },
  },
  GetKeyPair: { args: ['get-key-pair', '--key-pair-name', 'ops'], answer: { keyPair: { name: 'ops' } } },
  GetKeyPairs: {
    args: ['get-key-pairs', '--include-default-key-pair'],
    answer: { keyPairs: [{ name: 'ops' }, { name: 'spare' }] },
  },
  GetLoadBalancers: {
    args: ['get-load-balancers'],
    answer: { loadBalancers: [{ name: 'front-1', state: 'active' }, { name: 'front-2' }] },
  },
  GetOperation: {
    args: async (client) => {
      const { operations } = await client.send(new GetOperationsCommand({}));
      return ['get-operation', '--operation-id', operations?.[0]?.id ?? ''];
    },
    prepare: made,
    answer: { operation: { resourceName: 'web-1', status: 'Succeeded', isTerminal: true } },
  },
  GetOperations: {
    args: ['get-operations'],
    prepare: made,
    // As it came, a number: the CLI's setting cli_timestamp_format is `none` by default.
    answer: { operations: [{ resourceName: 'web-1', createdAt: expect.any(Number) }] },
  },
  GetOperationsForResource: {
    args: ['get-operations-for-resource', '--resource-name', 'web-1'],
    prepare: made,
    answer: { operations: [{ operationType: 'CreateInstancesFromSnapshot' }] },
  },
  GetRegions: {
    args: ['get-regions', '--include-availability-zones', '--query', '{first: regions[0]}'],
    answer: { first: { name: 'us-east-1', availabilityZones: expect.arrayContaining([expect.anything()]) } },
  },
  GetStaticIps: {
    args: ['get-static-ips'],
    answer: { staticIps: [{ name: 'address-1', isAttached: false }, { name: 'address-2' }] },
  },
  TagResource: {
    args: ['tag-resource', '--resource-name', 'source', '--tags', 'key=new,value=1'],
    answer: { operations: [{ operationType: 'TagResource', status: 'Succeeded' }] },
  },
  UntagResource: {
    args: ['untag-resource', '--resource-name', 'source', '--tag-keys', 'team', 'plain'],
    answer: { operations: [{ operationType: 'UntagResource', status: 'Succeeded' }] },
  },
};
