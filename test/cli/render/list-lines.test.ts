import { listLines } from '../../../src/cli/render/list-lines';
import type { ListedFleet } from '../../../src/client';

const now = new Date('2026-11-25T12:00:00.000Z');
const fleet = (change: Partial<ListedFleet>): ListedFleet => ({
  ...{ fleetId: 'golden-1', runId: 'run-1', status: 'completed', state: 'ready', size: 3, source: 'golden' },
  ...{ region: 'us-east-1', startedAt: '2026-11-25T11:00:00.000Z', closedAt: '2026-11-25T11:00:43.000Z' },
  ...change,
});
const rows = (fleets: ListedFleet[]) =>
  listLines({ fleets, width: Infinity, now }).map((line) => line.split(/ {2,}/));

test('a line for each fleet', () => {
  expect(rows([fleet({})])).toEqual([
    ['FLEET', 'STATE', 'SIZE', 'SOURCE', 'REGION', 'STARTED', 'TOOK'],
    ['golden-1', 'ready', '3', 'golden', 'us-east-1', '2026-11-25 11:00:00 UTC', '0:43'],
  ]);
});

test('groups have a column where there are any', () => {
  expect(rows([fleet({}), fleet({ group: 'nightly' })])[0]).toContain('GROUP');
});

test('a fleet that was deleted is not ready, and one that was terminated not waiting', () => {
  const deleted = { at: '2026-11-25T11:30:00.000Z', by: 'delete/golden-1' };
  const states = rows([
    fleet({ deleted }),
    fleet({ deleted: { ...deleted, disksLeft: 2 } }),
    fleet({ status: 'terminated', state: 'waiting' }),
  ]);
  expect(states.map(([, state]) => state)).toEqual([
    ...['STATE', 'deleted', 'deleted, 2 disks left', 'terminated'],
  ]);
});

test('one that runs takes until now', () => {
  expect(rows([fleet({ status: 'running', state: 'waiting', closedAt: undefined })])[1]?.at(-1)).toBe(
    '1:00:00',
  );
});
