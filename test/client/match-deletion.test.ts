import type { NotedDeletion } from '../../src/client/find-deleted';
import { matchDeletion, toFleetDeletion, type EndedFleet } from '../../src/client/match-deletion';

const fleet: EndedFleet = {
  ...{ fleetId: 'nightly', ownerId: 'run-1', region: 'us-east-1', size: 5 },
  closedAt: '2026-11-25T02:00:00.000Z',
};
const deletion = (change: Partial<NotedDeletion> = {}): NotedDeletion => ({
  ...{ fleetId: 'nightly', ownerId: 'run-1', region: 'us-east-1', instances: 5, disksLeft: 0 },
  ...{ since: '2026-11-25T03:00:00.000Z', at: '2026-11-25T03:05:00.000Z', by: 'delete/nightly' },
  ...change,
});

test('a fleet of which all was removed is deleted', () => {
  expect(matchDeletion({ deletions: [deletion()], fleet })).toEqual(deletion());
});

test.each<[string, Partial<NotedDeletion>]>([
  ['a part of it, as the rest was re-tagged', { instances: 4 }],
  ['what of it was re-tagged', { fleetId: 'taken-over', instances: 5 }],
  ['what another run made under its id', { ownerId: 'run-2' }],
  ['what a stray in another Region was', { region: 'eu-west-1' }],
  ['something before its run had ended', { since: '2026-11-25T01:59:59.999Z' }],
])('a deletion that removed %s does not tell of it', (_what, change) => {
  expect(matchDeletion({ deletions: [deletion(change)], fleet })).toBeUndefined();
});

test.each<[string, Partial<EndedFleet>]>([
  ['has no size, as it was never planned', { size: undefined }],
  ['was to have no instance', { size: 0 }],
  ['runs', { closedAt: undefined }],
])('a fleet that %s is not deleted', (_what, change) => {
  expect(matchDeletion({ deletions: [deletion()], fleet: { ...fleet, ...change } })).toBeUndefined();
});

test('of two deletions the newer one tells', () => {
  const newer = deletion({ at: '2026-11-25T04:05:00.000Z', by: 'delete/again' });
  for (const deletions of [
    [newer, deletion()],
    [deletion(), newer],
  ])
    expect(matchDeletion({ deletions, fleet })?.by).toBe('delete/again');
});

test('disks that were left are told, where there are any', () => {
  expect(toFleetDeletion(deletion())).toEqual({ at: deletion().at, by: 'delete/nightly' });
  expect(toFleetDeletion(deletion({ disksLeft: 2 }))).toMatchObject({ disksLeft: 2 });
});
