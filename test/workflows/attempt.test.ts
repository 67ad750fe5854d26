import type { FleetPlan } from '../../src/contract/fleet-plan';
import { nextAttempts, type Attempt } from '../../src/workflows/attempt';
import type { FailedInstance } from '../../src/workflows/failed-instance';

const standing: FleetPlan['standing'] = {
  minReady: 1,
  replaceFailed: 1,
  fallbackZones: ['us-east-1b'],
  onFailure: 'rollback',
};
const first: Attempt = {
  batch: { id: 'web-1..web-4', instanceNames: ['web-1', 'web-2', 'web-3', 'web-4'] },
  zone: 0,
  replacements: 0,
};

function failed(name: string, change: Partial<FailedInstance> = {}): FailedInstance {
  return { problem: { name, message: 'failed' }, type: 'OperationFailed', phase: 'operation', ...change };
}
const full = { type: 'CapacityUnavailable' } as const;

describe('what is tried next for instances that failed', () => {
  it('is the next zone for those that met a full one, and the same zone again for the others', () => {
    const { again, given } = nextAttempts({
      attempt: first,
      failed: [failed('web-1', full), failed('web-2'), failed('web-3', full)],
      standing,
    });
    expect(given).toEqual([]);
    expect(again).toEqual([
      {
        zone: 1,
        replacements: 0,
        batch: { id: 'web-1..web-3#zone-2', instanceNames: ['web-1', 'web-3'] },
      },
      { zone: 0, replacements: 1, batch: { id: 'web-2#again-1', instanceNames: ['web-2'] } },
    ]);
  });

  it('is the last zone again where no other is left, as often as replacements are', () => {
    const attempt = { ...first, zone: 1 };
    expect(nextAttempts({ attempt, failed: [failed('web-1', full)], standing }).again).toEqual([
      { zone: 1, replacements: 1, batch: { id: 'web-1#zone-2#again-1', instanceNames: ['web-1'] } },
    ]);
    const last = { ...attempt, replacements: 1 };
    expect(nextAttempts({ attempt: last, failed: [failed('web-1', full)], standing })).toMatchObject({
      again: [],
      given: [{ problem: { name: 'web-1' } }],
    });
  });

  it.each([
    ['a call that was refused as a whole', failed('web-1', { phase: 'call' })],
    ['a quota that is used up', failed('web-1', { type: 'QuotaExceeded' })],
    ['a name that somebody else has now', failed('web-1', { type: 'NameInUse' })],
  ])('is nothing after %s', (_what, instance) => {
    expect(nextAttempts({ attempt: first, failed: [instance], standing })).toEqual({
      again: [],
      given: [instance],
    });
  });

  it('is another zone also where the whole call met a full one', () => {
    const instance = failed('web-1', { ...full, phase: 'call' });
    expect(nextAttempts({ attempt: first, failed: [instance], standing }).again).toMatchObject([{ zone: 1 }]);
  });
});
