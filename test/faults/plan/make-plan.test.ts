import { parseCloneFleetInput } from '../../../src/contract/clone-fleet-input';
import { faultPlanSchema } from '../../../src/simulator/faults/fault-plan';
import { settingsChangeSchema } from '../../../src/simulator/settings';
import { namesOfFleet } from './campaign-plan';
import { makePlan } from './make-plan';
import { smallerPlans } from './smaller-plans';

const SEEDS = Array.from({ length: 500 }, (_, index) => index + 1);

describe('the plan of a seed', () => {
  it('is the same each time, and another one for each seed', () => {
    expect(makePlan(7)).toEqual(makePlan(7));
    const plans = new Set(SEEDS.map((seed) => JSON.stringify({ ...makePlan(seed), seed: 0 })));
    expect(plans.size).toBe(SEEDS.length);
  });

  it('is JSON, and what simulator and product take', () => {
    for (const seed of SEEDS) {
      const plan = makePlan(seed);
      expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
      expect(settingsChangeSchema.safeParse(plan.settings).error).toBeUndefined();
      const faults = faultPlanSchema.safeParse({ seed, rules: plan.faults });
      expect(faults.error).toBeUndefined();
      for (const { request } of plan.fleets) {
        const open = JSON.parse(JSON.stringify(request).replace('"port":0', '"port":4599')) as unknown;
        expect(parseCloneFleetInput(open).problems).toBeUndefined();
        expect(namesOfFleet(request).length).toBeGreaterThan(0);
      }
    }
  });

  it('names only fleets that it has', () => {
    for (const seed of SEEDS) {
      for (const plan of [makePlan(seed), ...smallerPlans(makePlan(seed)).slice(0, 4)]) {
        const fleets = plan.events.flatMap(({ when, what }) => [
          ...('fleet' in what ? [what.fleet] : []),
          ...('ended' in when ? [when.ended] : []),
        ]);
        for (const fleet of fleets) expect(plan.fleets[fleet]).toBeDefined();
      }
    }
  });
});

describe('smaller plans', () => {
  it('are smaller, each by one thing, until nothing can be left out', () => {
    let plan = makePlan(4);
    let steps = 0;
    for (let smaller = smallerPlans(plan)[0]; smaller !== undefined; smaller = smallerPlans(plan)[0]) {
      expect(JSON.stringify(smaller).length).toBeLessThan(JSON.stringify(plan).length);
      plan = smaller;
      steps += 1;
    }
    expect(steps).toBeGreaterThan(5);
    expect(plan).toMatchObject({ fleets: [expect.anything()], events: [], faults: [] });
  });
});
