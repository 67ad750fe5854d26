import { getFleet } from '../../src/client/get-fleet';
import { DELETED_FLEETS_MEMO } from '../../src/contract/names';
import type { FleetProgress } from '../../src/contract/fleet-progress';
import { fakeTemporal, payloadOf, type Visibility } from './fake-temporal';

/** The fake's run ends at 20:36. */
const progress: FleetProgress = {
  ...{ fleetId: 'nightly', ownerId: 'run-1', state: 'ready', startedAt: '2026-11-23T20:35:00.000Z' },
  ...{ region: 'us-east-1', requested: 2, counts: {}, instances: [], warnings: [], survivors: [] },
};

const show = (visibility: Visibility) =>
  getFleet(fakeTemporal([{ status: 'COMPLETED', progress, result: {} }], visibility).context, {
    fleetId: 'nightly',
  });
const deletedSince = (since: string): Visibility => {
  const of = { ownerId: 'run-1', fleetId: 'nightly', region: 'us-east-1' };
  const note = { ...of, instances: 2, since, disksLeft: 0 };
  const closedAt = '2026-11-23T21:00:00.000Z';
  const memo = { [DELETED_FLEETS_MEMO]: payloadOf([note]) };
  return () => [{ fleetId: 'delete/nightly', runId: 'run-d', closedAt, memo }];
};

test('a fleet that was deleted since is shown so', async () => {
  const { deleted } = await show(deletedSince('2026-11-23T20:59:00.000Z'));
  expect(deleted).toEqual({ at: '2026-11-23T21:00:00.000Z', by: 'delete/nightly' });
});

test('a deletion that had begun before its run ended, and ended after it, has not deleted it', async () => {
  expect((await show(deletedSince('2026-11-23T20:35:30.000Z'))).deleted).toBeUndefined();
});

test('a fleet is shown without visibility, too, and says what is not known', async () => {
  const view = await show(() => new Error('visibility is down'));
  expect(view).toMatchObject({ outcome: { kind: 'ready' }, deletionUnknown: 'visibility is down' });
});
