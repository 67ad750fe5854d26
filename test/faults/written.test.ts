import { WRITTEN_PLANS } from './plan/written-plans';
import { runCampaign, withLanes } from './run-campaign';

/** About 40 s of a quiet machine; a worker that is killed costs ten. */
const LIMIT_MILLIS = 5 * 60_000;
const LANES = 6;

it(
  'worlds that aim at one promise each keep all of them',
  async () => {
    const plans = WRITTEN_PLANS.map(({ plan }) => plan);
    const { counts, failures } = await withLanes(LANES, (lanes) =>
      runCampaign({ plans, lanes, idPrefix: 'written' }),
    );
    const told = failures.map(({ plan, violations }) => ({
      world: `a fleet that ${WRITTEN_PLANS.find((one) => one.plan === plan)?.name ?? ''}`,
      violations: violations.map(({ check, sentence }) => `${check}: ${sentence}`),
    }));
    expect(told).toEqual([]);
    expect(counts.plays).toBe(plans.length);
  },
  LIMIT_MILLIS,
);
