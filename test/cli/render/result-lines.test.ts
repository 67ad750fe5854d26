import { resultSummary } from '../../../src/cli/render/result-lines';

const result = {
  ...{ fleetId: 'golden-1', ownerId: 'run-1', region: 'us-east-1' },
  instances: [{ name: 'web-1', ipv6Addresses: [], disks: [], secondsToReady: 20 }],
  ...{ replaced: 0, removed: 0, monthlyPriceUsd: 5 },
  ...{ startedAt: '2026-11-23T20:35:00.000Z', readyAt: '2026-11-23T20:35:43.100Z' },
};

test('a fleet that had no trouble is summed up in one sentence', () => {
  expect(resultSummary(result)).toBe('1 instance ready after 43.1 s, 5.00 USD a month');
});

test('what failed on the way is said', () => {
  expect(resultSummary({ ...result, removed: 1, replaced: 2 })).toBe(
    '1 instance ready after 43.1 s, 5.00 USD a month. 1 failed and was removed; 2 were made again on the way',
  );
  expect(resultSummary({ ...result, replaced: 1 })).toMatch(/\. 1 was made again on the way$/);
});
