import type { OwnedResource } from '../../src/contract/delete-fleet-result';
import { deletedFleets } from '../../src/workflows/note-deleted';

const startedAt = '2026-11-25T02:00:00.000Z';
const resource = (change: Partial<OwnedResource>): OwnedResource => ({
  ...{ resourceType: 'Instance', name: 'web-01', region: 'us-east-1', ownerId: 'run-1', fleetId: 'nightly' },
  ...change,
});
const noted = (removed: OwnedResource[]) =>
  deletedFleets({ removed, leftAlone: [], startedAt }).map(({ fleetId, region, instances }) => [
    ...[fleetId, region, instances],
  ]);

test('a disk is no fleet', () => {
  expect(noted([resource({ resourceType: 'Disk', name: 'data-1' })])).toEqual([]);
});

test('what one owner had under another fleet id, and in another Region, counts apart', () => {
  expect(
    noted([
      resource({}),
      resource({ name: 'web-02' }),
      resource({ name: 'web-03', fleetId: 'taken-over' }),
      resource({ name: 'web-01', region: 'eu-west-1' }),
    ]),
  ).toEqual([
    ['nightly', 'us-east-1', 2],
    ['taken-over', 'us-east-1', 1],
    ['nightly', 'eu-west-1', 1],
  ]);
});

test('an instance that was found and removed twice counts once', () => {
  expect(noted([resource({}), resource({})])).toEqual([['nightly', 'us-east-1', 1]]);
});

test('disks that stay are counted, as they are billed', () => {
  const cause = 'the request says disks: false';
  const disk = { resourceType: 'Disk' as const, region: 'us-east-1', name: 'data-1', cause };
  const removed = [resource({})];
  expect(deletedFleets({ removed, leftAlone: [disk], startedAt })).toEqual([
    ...[{ ownerId: 'run-1', fleetId: 'nightly', region: 'us-east-1', instances: 1, disksLeft: 1 }].map(
      (one) => ({ ...one, since: startedAt }),
    ),
  ]);
});
