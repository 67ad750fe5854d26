import { planLines, planSummary } from '../../../src/cli/render/plan-lines';
import { createStyle } from '../../../src/cli/render/style';
import type { FleetPlan } from '../../../src/contract/fleet-plan';

const plan: FleetPlan = {
  fleetId: 'golden-1',
  ownerId: 'run-1',
  region: 'us-east-1',
  availabilityZone: 'us-east-1a',
  source: { name: 'golden', sizeGb: 20, diskPaths: ['/dev/xvdf'], disksGb: 32 },
  bundle: { id: 'nano_3_0', cpuCount: 2, ramSizeGb: 0.5, diskSizeGb: 20, monthlyPriceUsd: 5 },
  instanceCount: 8,
  batches: [
    {
      id: 'web-1..web-8',
      instanceNames: Array.from({ length: 8 }, (_, index) => `web-${String(index + 1)}`),
    },
  ],
  waitFor: { port: 22 },
  limits: { operationMinutes: 30, readyMinutes: 10, rollbackMinutes: 60 },
  standing: { minReady: 8, replaceFailed: 1, fallbackZones: [], onFailure: 'rollback' },
  monthlyPriceUsd: 65.6,
  hourlyPriceUsd: 0.0882,
  disks: { count: 8, totalGb: 256, monthlyPriceUsd: 25.6, named: 2, names: ['web-1-data', 'web-2-data'] },
  capacity: { instances: { existing: 1, added: 8 }, vcpus: { existing: 2, added: 16, quota: 20 } },
  launch: {
    keyPairName: 'ops',
    ipAddressType: 'ipv4',
    userDataBytes: 120,
    addOns: ['AutoSnapshot'],
    tags: ['team=web', 'blue'],
  },
  checks: ['snapshot golden is available'],
  warnings: ['the snapshot is 400 days old'],
};
const lines = (width: number) => planLines({ plan, width, style: createStyle({ color: false }) });

test('says what is made, from what, where, and what it costs', () => {
  expect(lines(Infinity)).toEqual([
    '  make     8 instances: web-1, web-2 … web-8',
    '  and      8 disks: web-1-data, web-2-data, and 6 with names that AWS chooses; 256 GB in all (25.60 USD a month)',
    '  from     golden, 20 GB',
    '  in       us-east-1a',
    '  bundle   nano_3_0 (2 vCPU, 0.5 GB RAM, 20 GB disk, 5.00 USD each)',
    '  with     key pair ops, ipv4, user data of 120 bytes, add-on AutoSnapshot, tag team=web, tag blue',
    '  Region   us-east-1 has 1 instance with 2 vCPUs now, and 9 with 18 after this, quota 20 vCPUs',
    '  calls    1 create call, ready when port 22 answers (30 + 10 minutes at most)',
    '  cost     65.60 USD a month in all (0.0882 USD an hour), while they exist',
    '  failing  one that fails is removed and made again once; if one cannot be made, all are removed',
    '  ok       snapshot golden is available',
    '  warning: the snapshot is 400 days old',
  ]);
});

test('says when the fleet stands, where else it is tried, and what becomes of it otherwise', () => {
  const standing = {
    minReady: 6,
    replaceFailed: 2,
    fallbackZones: ['us-east-1b', 'us-east-1c'],
    onFailure: 'keep' as const,
  };
  const shown = planLines({
    plan: { ...plan, standing },
    width: Infinity,
    style: createStyle({ color: false }),
  });
  expect(shown).toContain('  in       us-east-1a, or where it is full: us-east-1b, us-east-1c');
  expect(shown).toContain(
    '  failing  one that fails is removed and made again up to 2 times; if fewer than 6 can be made, they are kept for inspection, and billed',
  );
  const once = planLines({
    plan: { ...plan, standing: { ...standing, replaceFailed: 0, onFailure: 'rollback' } },
    width: Infinity,
    style: createStyle({ color: false }),
  });
  expect(once).toContain('  failing  if fewer than 6 can be made, all are removed');
});

test('fits a narrow terminal', () => {
  expect(Math.max(...lines(40).map((line) => line.length))).toBeLessThanOrEqual(40);
});

test('ends with what is to be made', () => {
  expect(planSummary(plan)).toBe(
    'plan: 8 instances and 8 disks to make, 65.60 USD a month, 1 warning. Nothing was made',
  );
});
