import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CampaignPlan } from './plan/campaign-plan';
import { makePlan } from './plan/make-plan';
import { runCampaign, withLanes, type CampaignResult } from './run-campaign';

/** About two minutes on 2 cores of its own; other test files run beside it. */
const LIMIT_MILLIS = 9 * 60_000;

/** Before any seed is played: the server and the workers of all lanes. */
const START_LIMIT_MILLIS = 2 * 60_000;

/** A world is mostly waiting: for operations, and for the heartbeat time-out of killed workers. */
const LANES = 10;

const seeds = Number(process.env['FAULTS_SEEDS'] ?? 100);
const firstSeed = Number(process.env['FAULTS_FIRST_SEED'] ?? 1);

/** Shrunk plans that once broke a promise. */
const FOUND = join(__dirname, 'found');
const foundFiles = readdirSync(FOUND);
const found = foundFiles.map((file) => JSON.parse(readFileSync(join(FOUND, file), 'utf8')) as CampaignPlan);

/** What broke, and what to do next. */
function told({ failures }: CampaignResult) {
  return failures.map(({ plan, violations }) => {
    const file = foundFiles[found.indexOf(plan)];
    const which =
      file === undefined ? `--first-seed ${String(plan.seed)}` : `--plan test/faults/found/${file}`;
    return {
      replay: `npm run test:faults -- --seeds 1 ${which}`,
      violations: violations.map(({ check, sentence }) => `${check}: ${sentence}`),
    };
  });
}

describe(`worlds full of faults, seeds ${String(firstSeed)} to ${String(firstSeed + seeds - 1)}`, () => {
  it(
    'end with every fleet whole, or gone, or named',
    async () => {
      const random = Array.from({ length: seeds }, (_, index) => makePlan(firstSeed + index));
      const plans = [...found, ...random];
      const result = await withLanes(LANES, (lanes) => runCampaign({ plans, lanes, idPrefix: 'seeds' }));
      expect(told(result)).toEqual([]);
      expect(result.counts.plays).toBe(plans.length);
    },
    START_LIMIT_MILLIS + LIMIT_MILLIS,
  );
});
