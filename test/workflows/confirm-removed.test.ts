import type { Generation } from '../../src/contract/rotation';
import type { Rotation } from '../../src/contract/rotation-result';
import { confirmRemoved } from '../../src/workflows/confirm-removed';
import type { FleetRun } from '../../src/workflows/fleet-run';
import { lookForGenerations } from '../../src/workflows/look-for-generations';
import { NOT_SEEN } from '../../src/workflows/remove-generations';

jest.mock('../../src/workflows/look-for-generations');
jest.mock('@temporalio/workflow', () => ({
  ...jest.requireActual<object>('@temporalio/workflow'),
  log: { warn: () => undefined },
}));

const look = jest.mocked(lookForGenerations);
const run = {
  requirePlan: { region: 'us-east-1' },
  ownership: { fleetId: 'new', ownerId: 'own' },
} as unknown as FleetRun;

const id = (name: string) => ({ fleetId: name, ownerId: `of-${name}` });
const left = (name: string, cause: string) => ({ ...id(name), cause, command: `delete ${name}` });
const seen = (ownerId: string): Generation => ({ ownerId, fleetId: '', instances: 1, state: 'completed' });

async function confirm(answer: Generation[] | Error) {
  if (answer instanceof Error) look.mockRejectedValue(answer);
  else look.mockResolvedValue({ generations: answer });
  const rotation: Rotation = {
    ...{ group: 'web', keepLast: 1, done: false, kept: [], alone: [], disksLeft: [], disksLeftCount: 0 },
    removed: ['a', 'b'].map((name) => ({ ...id(name), resources: 2 })),
    left: [left('c', NOT_SEEN), left('d', NOT_SEEN), left('e', 'denied')],
  };
  await confirmRemoved({ run, rotation, expected: 1 });
  return {
    removed: rotation.removed.map(({ fleetId, resources }) => [fleetId, resources]),
    left: rotation.left.map(({ fleetId }) => fleetId),
  };
}

describe('the last look of a rotation', () => {
  it('takes for left what is still seen, and for removed what somebody else has deleted', async () => {
    expect(await confirm([seen('own'), seen('of-b'), seen('of-d'), seen('of-e')])).toEqual({
      removed: [
        ['a', 2],
        ['c', 0],
      ],
      left: ['b', 'd', 'e'],
    });
    expect(look.mock.calls[0]?.[0].gone).toEqual(['of-a', 'of-b', 'of-c', 'of-d']);
  });

  it('keeps telling a deletion that failed: disks without instances are seen by nobody', async () => {
    expect((await confirm([seen('own')])).left).toEqual(['e']);
  });

  it('changes nothing where it failed or did not see the new fleet', async () => {
    const unchanged = {
      removed: [
        ['a', 2],
        ['b', 2],
      ],
      left: ['c', 'd', 'e'],
    };
    expect(await confirm(new Error('denied'))).toEqual(unchanged);
    expect(await confirm([])).toEqual(unchanged);
  });
});
