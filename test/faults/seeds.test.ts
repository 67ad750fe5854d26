import { makePlan } from './plan/make-plan';
import { runCampaign, withLanes } from './run-campaign';

/** About 90 s on 2 cores of its own; other test files run beside it. */
const LIMIT_MILLIS = 8 * 60_000;

const seeds = Number(process.env['FAULTS_SEEDS'] ?? 100);
const firstSeed = Number(process.env['FAULTS_FIRST_SEED'] ?? 1);

/** A world is mostly waiting: for operations, and for the heartbeat time-out of killed workers. */
const LANES = 8;

describe(`worlds full of faults, seeds ${String(firstSeed)} to ${String(firstSeed + seeds - 1)}`, () => {
  it(
    'end with every fleet whole, or gone, or named',
    async () => {
      const plans = Array.from({ length: seeds }, (_, index) => makePlan(firstSeed + index));
      const { counts, failures } = await withLanes(LANES, (lanes) =>
        runCampaign({ plans, lanes, idPrefix: 'seeds' }),
      );
      const told = failures.map(({ plan, violations }) => ({
        replay: `npm run test:faults -- --seeds 1 --first-seed ${String(plan.seed)}`,
        violations: violations.map(({ check, sentence }) => `${check}: ${sentence}`),
        plan: JSON.stringify(plan),
      }));
      expect(told).toEqual([]);
      expect(counts.plays).toBe(seeds);
    },
    LIMIT_MILLIS,
  );
});
