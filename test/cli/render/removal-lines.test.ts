import { removalProgressLine } from '../../../src/cli/render/removal-lines';
import type { DeleteProgress } from '../../../src/client';

const seen = (change: Partial<DeleteProgress>): DeleteProgress => ({
  state: 'removing',
  regions: 20,
  found: 4,
  removed: 1,
  survivors: [],
  ...change,
});

test('a deletion says how far it is, and what it waits for when there is nothing to delete yet', () => {
  const line = (change: Partial<DeleteProgress>) => removalProgressLine(seen(change));
  expect(line({ state: 'looking', regions: 0 })).toBe('looking');
  expect(line({ state: 'looking' })).toBe('looking in 20 Regions');
  expect(line({})).toBe('1 of 4 resources removed');
  const survivors = [{ resourceType: 'Instance' as const, name: 'web-1', cause: 'denied' }];
  expect(line({ survivors })).toBe('1 of 4 resources removed, 1 cannot be');
  expect(line({ found: 0, removed: 0 })).toMatch(/^nothing is there yet: waiting for what a lost create/);
});
