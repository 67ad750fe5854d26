import type { CampaignPlan } from './campaign-plan';
import type { Dice } from './dice';

/** How this world's Lightsail behaves where AWS does not say, and how fast its clock runs. */
export function makeSettings(dice: Dice): CampaignPlan['settings'] {
  const createSeconds = dice.pick([
    { min: 5, max: 10 },
    { min: 15, max: 25 },
    { min: 15, max: 25 },
    { min: 20, max: 60 },
  ]);
  return {
    speed: dice.pick([20, 30, 40]),
    createSeconds,
    deleteSeconds: dice.pick([
      { min: 1, max: 2 },
      { min: 3, max: 6 },
      { min: 3, max: 6 },
      { min: 10, max: 30 },
    ]),
    addressDelaySeconds: dice.pick([0, { min: 0, max: 2 }, { min: 0, max: 2 }, { min: 5, max: 15 }]),
    runningDelaySeconds: dice.pick([0, 0, { min: 1, max: 5 }]),
    operationsListingLagSeconds: dice.pick([0, 0, 3, 10]),
    operationsPageSize: dice.pick([200, 200, 5, 2]),
    listingPageSize: dice.pick([100, 100, 3]),
    callsPerSecond: dice.pick([null, null, null, 0.5]),
    deleteWhilePending: dice.pick(['refuse', 'allow']),
    failedInstanceRemains: dice.pick([true, false]),
    stuckInstanceDeletable: dice.pick([true, true, false]),
    unmappedDisks: dice.pick(['create', 'create', 'skip']),
    disksInheritTags: dice.chance(0.2),
    capacityFails: dice.pick(['operation', 'call']),
    errorTypeHeader: dice.chance(0.5),
  };
}
