import type { DeleteFleetResult, DeleteProgress, OwnedResource } from './delete-fleet-result';
import type { SweepFleetsResult } from './sweep-fleets-result';

/** One fleet in all examples, so that they can be read as a story. */
export const IDS = { fleetId: 'nightly-2026-11-25', ownerId: '0199f0c2-6d3b-7c1e-9a55-2f0d6c1b8e47' };

const owned: OwnedResource = {
  resourceType: 'Instance',
  name: 'web-20261125-02',
  region: 'us-east-1',
  ...IDS,
  createdAt: '2026-11-25T02:00:04.000Z',
};

export const deleted: DeleteFleetResult = {
  regions: ['us-east-1'],
  unread: [],
  found: [],
  removed: [owned],
  removedCount: 1,
  leftAlone: [],
  survivors: [],
  startedAt: '2026-11-26T09:30:00.000Z',
  endedAt: '2026-11-26T09:30:21.412Z',
};

export const swept: SweepFleetsResult = {
  regions: ['us-east-1'],
  unread: [],
  groups: [
    {
      ...IDS,
      ...{ region: 'us-east-1', state: 'survivor', instances: 1, disks: 0, names: ['web-20261125-02'] },
      ...{ oldestAt: owned.createdAt, newestAt: owned.createdAt, monthlyPriceUsd: 5, action: 'reported' },
    },
  ],
  more: false,
  removed: [],
  removedCount: 0,
  leftAlone: [],
  survivors: [],
  startedAt: '2026-11-26T09:00:00.000Z',
  endedAt: '2026-11-26T09:00:04.090Z',
};

export const removing: DeleteProgress = {
  state: 'removing',
  regions: 16,
  found: 2,
  removed: 1,
  survivors: [],
};
