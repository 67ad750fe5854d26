import { planLines } from '../../../src/cli/render/plan-lines';
import { createStyle } from '../../../src/cli/render/style';
import type { FleetPlan } from '../../../src/contract/fleet-plan';

const plan: FleetPlan = {
  fleetId: 'golden-1',
  ownerId: 'run-1',
  region: 'us-east-1',
  availabilityZone: 'us-east-1a',
  source: { name: 'golden', sizeGb: 20, diskPaths: [] },
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
  monthlyPriceUsd: 40,
  checks: [],
  warnings: ['the snapshot is 400 days old'],
};
const lines = (width: number) => planLines({ plan, width, style: createStyle({ color: false }) });

test('says what is made, from what, where, and what it costs', () => {
  expect(lines(Infinity)).toEqual([
    '  make     8 instances: web-1, web-2 … web-8',
    '  from     golden, 20 GB',
    '  in       us-east-1a',
    '  bundle   nano_3_0 (2 vCPU, 0.5 GB RAM, 20 GB disk, 5.00 USD each)',
    '  calls    1 create call, ready when port 22 answers (30 + 10 minutes at most)',
    '  cost     40.00 USD a month in all, while they exist',
    '  or else  if one cannot be made, all are removed again',
    '  warning: the snapshot is 400 days old',
  ]);
});

test('fits a narrow terminal', () => {
  expect(Math.max(...lines(40).map((line) => line.length))).toBeLessThanOrEqual(40);
});
