import type { FleetGroup } from '../../src/contract/sweep-fleets-result';
import { judgeGroup, madeBeforeOf } from '../../src/workflows/judge-group';

const NOW = Date.parse('2026-11-25T12:00:00.000Z');
const scope = { regions: [], regionsNamed: false, delete: true, includeExpired: false, minimumAgeHours: 24 };
const group: FleetGroup = {
  fleetId: 'nightly',
  ownerId: 'run-1',
  region: 'us-east-1',
  state: 'survivor',
  instances: 1,
  disks: 0,
  names: ['web-01'],
  oldestAt: '2026-11-20T00:00:00.000Z',
  newestAt: '2026-11-24T11:59:59.000Z',
};
const judge = (change: Partial<FleetGroup>, more: Partial<typeof scope> = {}) => {
  const all = { ...scope, ...more };
  return judgeGroup({ group: { ...group, ...change }, scope: all, madeBefore: madeBeforeOf(all, NOW) });
};

describe('what a sweep deletes', () => {
  it.each(['survivor', 'terminated'] as const)('is what a %s run left, once it is old enough', (state) => {
    expect(judge({ state })).toBe('reported');
  });

  it.each(['running', 'standing'] as const)('is never what a %s fleet has, whatever is asked', (state) => {
    expect(judge({ state }, { includeExpired: true, minimumAgeHours: 0 })).toBe('none');
  });

  it('is what no run is known of only when that is asked for', () => {
    expect(judge({ state: 'expired' })).toBe('needs-include-expired');
    expect(judge({ state: 'expired' }, { includeExpired: true })).toBe('reported');
  });

  it('is nothing of a group that has anything younger than the minimum age, or of unknown age', () => {
    expect(judge({ newestAt: '2026-11-24T12:00:00.000Z' })).toBe('too-young');
    expect(judge({ newestAt: undefined })).toBe('too-young');
  });

  it('is of any age where the minimum is 0', () => {
    expect(judge({ newestAt: undefined }, { minimumAgeHours: 0 })).toBe('reported');
  });
});
