import { SimulatorUnderTest } from '../support/simulator-under-test';
import {
  CreateInstancesFromSnapshotCommand,
  GetDiskCommand,
  GetInstanceCommand,
  GetInstanceSnapshotCommand,
  GetOperationCommand,
} from '@aws-sdk/client-lightsail';

const RESOURCE = ['arn', 'createdAt', 'location', 'name', 'resourceType', 'supportCode', 'tags'];

let simulator: SimulatorUnderTest;
beforeAll(async () => {
  simulator = await SimulatorUnderTest.start();
});
afterAll(() => simulator.close());

const membersOf = (shape: object = {}) =>
  Object.entries(shape)
    .filter(([, value]) => value !== undefined)
    .map(([name]) => name)
    .sort();

/** The API model calls every member optional, so that no client would miss one. */
it('answers have all the members that AWS gives them', async () => {
  const client = simulator.client();
  const { operations = [] } = await client.send(
    new CreateInstancesFromSnapshotCommand({
      instanceNames: ['web-1'],
      instanceSnapshotName: 'golden-with-disk',
      availabilityZone: 'us-east-1a',
      bundleId: 'small_3_0',
      attachedDiskMapping: { 'web-1': [{ originalDiskPath: '/dev/xvdf', newDiskName: 'data-1' }] },
    }),
  );
  const operationId = operations[0]?.id;
  await simulator.advance(60);
  const { operation } = await client.send(new GetOperationCommand({ operationId }));
  expect(membersOf(operation)).toEqual([
    ...['createdAt', 'id', 'isTerminal', 'location', 'operationDetails', 'operationType', 'resourceName'],
    ...['resourceType', 'status', 'statusChangedAt'],
  ]);
  const { disk } = await client.send(new GetDiskCommand({ diskName: 'data-1' }));
  expect(membersOf(disk)).toEqual(
    [
      ...RESOURCE,
      ...['addOns', 'attachedTo', 'attachmentState', 'iops', 'isAttached', 'isSystemDisk', 'path'],
      ...['sizeInGb', 'state'],
    ].sort(),
  );
  const { instance } = await client.send(new GetInstanceCommand({ instanceName: 'web-1' }));
  expect(membersOf(instance)).toEqual(
    [
      ...RESOURCE,
      ...['addOns', 'blueprintId', 'blueprintName', 'bundleId', 'hardware', 'ipAddressType', 'ipv6Addresses'],
      ...['isStaticIp', 'metadataOptions', 'networking', 'privateIpAddress', 'publicIpAddress'],
      ...['sshKeyName', 'state', 'username'],
    ].sort(),
  );
  const { instanceSnapshot } = await client.send(
    new GetInstanceSnapshotCommand({ instanceSnapshotName: 'golden-with-disk' }),
  );
  expect(membersOf(instanceSnapshot)).toEqual(
    [
      ...RESOURCE,
      ...['fromAttachedDisks', 'fromBlueprintId', 'fromBundleId', 'fromInstanceArn', 'fromInstanceName'],
      ...['isFromAutoSnapshot', 'sizeInGb', 'state'],
    ].sort(),
  );
});
