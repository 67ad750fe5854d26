import { cancelFleet } from '../../src/client/cancel-fleet';
import type { FleetProgress } from '../../src/contract/fleet-progress';
import { fakeTemporal } from './fake-temporal';

const progress: FleetProgress = {
  ...{ fleetId: 'nightly', ownerId: 'run-1', state: 'waiting', startedAt: '2026-11-23T20:35:00.000Z' },
  ...{ requested: 1, counts: {}, instances: [], warnings: [], survivors: [] },
};

const rotation = {
  ...{
    group: 'web',
    keepLast: 1,
    done: false,
    kept: [],
    removed: [],
    left: [],
    alone: [],
    leftCount: 0,
    aloneCount: 0,
  },
  ...{ disksLeft: [], disksLeftCount: 0 },
};

test('a cancellation says when the fleet is ready and rotates: nothing of it will be removed', async () => {
  const cancel = (answer: FleetProgress) =>
    cancelFleet(fakeTemporal([{ progress: answer }]).context, { fleetId: 'nightly' });
  expect(await cancel(progress)).toEqual({ runId: 'run-1' });
  expect(await cancel({ ...progress, state: 'ready', rotation })).toEqual({ runId: 'run-1', rotates: true });
});
