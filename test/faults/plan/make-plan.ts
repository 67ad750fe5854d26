import type { CampaignPlan, Happening } from './campaign-plan';
import { Dice } from './dice';
import { makeEvents } from './make-events';
import { makeFaults } from './make-faults';
import { makeFleets } from './make-fleets';
import { makeGambit } from './make-gambit';
import { makeHands } from './make-hands';
import { makeRemovals } from './make-removals';
import { makeSettings } from './make-settings';

/** The plan of a seed. A change of what is drawn here, or of the order, makes other plans of the same seeds. */
export function makePlan(seed: number): CampaignPlan {
  const dice = new Dice(seed);
  const settings = makeSettings(dice);
  const { fleets, strangers } = makeFleets({ dice, settings });
  const { speed } = settings;
  const gambit = makeGambit({ dice, fleets, speed });
  const faults = [...gambit.faults, ...makeFaults({ dice, fleets, speed })];
  const drawn = { dice, fleets };
  const events = [...gambit.events, ...makeEvents(drawn), ...makeRemovals(drawn), ...makeHands(drawn)];
  const plan = { seed, settings, strangers, fleets, faults, events };
  return isStuckForEver(plan) ? { ...plan, events: events.filter(({ what }) => !isRemoval(what)) } : plan;
}

/** A removal has an hour, which no request shortens, and takes all of it for what cannot be deleted. */
function isStuckForEver({ settings, faults }: CampaignPlan): boolean {
  return (
    settings['stuckInstanceDeletable'] === false &&
    faults.some(({ effect, seconds }) => effect === 'operation-stuck' && seconds === undefined)
  );
}

function isRemoval({ kind }: Happening): boolean {
  return kind === 'delete' || kind === 'sweep';
}
