import type { PlannedEvent, PlannedFleet, PlannedRemoval } from './campaign-plan';
import type { Dice } from './dice';
import { anyTrigger } from './make-events';

/** Older than anything in a world: such a sweep must leave all there is. */
const TOO_LONG_HOURS = 24;

export interface MakeRemovalsInput {
  dice: Dice;
  fleets: readonly PlannedFleet[];
}

/** In two of five worlds: most come when a fleet has ended, some while it runs, which must be refused. */
export function makeRemovals({ dice, fleets }: MakeRemovalsInput): PlannedEvent[] {
  const count = Number(dice.weighted({ '0': 60, '1': 25, '2': 10, '3': 5 }));
  return Array.from({ length: count }, () => {
    const fleet = dice.whole(0, fleets.length - 1);
    const when = dice.chance(0.75) ? { ended: fleet } : anyTrigger(dice);
    return { when, what: makeRemoval({ dice, fleet }) };
  });
}

export function makeRemoval({ dice, fleet }: { dice: Dice; fleet: number }): PlannedRemoval {
  if (dice.chance(0.6)) {
    const by = dice.pick(['fleet', 'owner', 'both'] as const);
    return {
      ...{ kind: 'delete', fleet, by },
      ...(dice.chance(0.2) ? { disks: false as const } : {}),
      ...(dice.chance(0.3) ? { again: true as const } : {}),
    };
  }
  return {
    kind: 'sweep',
    ...(dice.chance(0.15) ? { reportOnly: true as const } : {}),
    ...(dice.chance(0.1) ? { minimumAgeHours: TOO_LONG_HOURS } : {}),
  };
}
