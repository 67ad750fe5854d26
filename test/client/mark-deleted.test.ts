import type { DeletedFleet } from '../../src/contract/deleted-fleet';
import { DELETED_FLEETS_MEMO } from '../../src/contract/names';
import type { ListedFleet } from '../../src/client/listed-fleet';
import { markDeleted } from '../../src/client/mark-deleted';
import { fakeTemporal, payloadOf, type VisibleRun } from './fake-temporal';

const at = (hour: number) => `2026-11-25T0${String(hour)}:00:00.000Z`;
const fleet: ListedFleet = {
  ...{
    fleetId: 'nightly',
    runId: 'run-1',
    status: 'completed',
    state: 'ready',
    region: 'us-east-1',
    size: 2,
  },
  ...{ startedAt: at(1), closedAt: at(2) },
};
const note: DeletedFleet = {
  ...{ ownerId: 'run-1', fleetId: 'nightly', region: 'us-east-1', instances: 2, since: at(3), disksLeft: 0 },
};
const deletion = (notes: unknown): VisibleRun => ({
  ...{ fleetId: 'delete/nightly', runId: 'run-d', closedAt: at(4) },
  memo: { [DELETED_FLEETS_MEMO]: payloadOf(notes) },
});
const OWN: VisibleRun = { fleetId: 'nightly', runId: 'run-1', closedAt: at(2) };

/** What becomes of the fleet, by these deletions and these runs of its id. */
async function mark(deletions: VisibleRun[], runs: VisibleRun[] = [OWN]) {
  const { context } = fakeTemporal([], (query) => (query.includes('deleteFleet') ? deletions : runs));
  const { fleets, deletionsUnread } = await markDeleted(context, { fleets: [fleet] });
  return { by: fleets[0]?.deleted?.by, deletionsUnread };
}

test('a fleet that was deleted whole is told so', async () => {
  expect(await mark([deletion([note])])).toEqual({ by: 'delete/nightly', deletionsUnread: false });
});

test('one of which a part was deleted is not', async () => {
  expect((await mark([deletion([{ ...note, instances: 1 }])])).by).toBeUndefined();
});

test.each<[string, string | undefined]>([
  ['runs', undefined],
  ['has made it again', at(5)],
])('one whose reset run %s is not', async (_what, closedAt) => {
  const reset = { fleetId: 'nightly', runId: 'run-2', ...(closedAt === undefined ? {} : { closedAt }) };
  expect((await mark([deletion([note])], [reset, OWN])).by).toBeUndefined();
});

test('one of whose earlier runs nothing is left is', async () => {
  const earlier = { fleetId: 'nightly', runId: 'run-0', closedAt: at(1) };
  expect((await mark([deletion([note])], [OWN, earlier])).by).toBe('delete/nightly');
});

test('a note that nobody can read hides no other, and is said', async () => {
  const encrypted = { metadata: { encoding: Buffer.from('binary/encrypted') }, data: Buffer.from('x') };
  const foreign = { ...deletion([]), memo: { [DELETED_FLEETS_MEMO]: encrypted } };
  const other = { ...deletion([note]), memo: { theirs: encrypted, ...deletion([note]).memo } };
  expect(await mark([foreign, other])).toEqual({ by: 'delete/nightly', deletionsUnread: true });
  expect(await mark([deletion([{ of: 'another version' }])])).toMatchObject({ deletionsUnread: true });
});
