import { namesOfFleet, type PlannedEvent, type PlannedFleet, type Trigger } from './campaign-plan';
import type { Dice } from './dice';

/** Calls between which instances are there and their fleet is not done with them. */
const WHILE_THERE = [
  ...['GetOperations', 'GetInstances', 'GetInstances', 'GetInstance'],
  ...['CreateInstancesFromSnapshot', 'DeleteInstance'],
];
const LATEST_CALL = 6;

export interface MakeHandsInput {
  dice: Dice;
  fleets: readonly PlannedFleet[];
}

/** In one of seven worlds a person has the console open and gets in the way of a fleet. */
export function makeHands({ dice, fleets }: MakeHandsInput): PlannedEvent[] {
  const count = Number(dice.weighted({ '0': 85, '1': 10, '2': 5 }));
  return Array.from({ length: count }, () => {
    const fleet = dice.whole(0, fleets.length - 1);
    const name = dice.pick(namesOfFleet(fleets[fleet]?.request ?? {}));
    const when: Trigger = dice.chance(0.15) ? { ended: fleet } : whileThere(dice);
    return { when, what: { kind: 'hand', does: dice.pick(['delete', 'untag', 'attach'] as const), name } };
  });
}

export function whileThere(dice: Dice): Trigger {
  const phase = dice.pick(['received', 'recorded'] as const);
  return { action: dice.pick(WHILE_THERE), nth: dice.whole(1, LATEST_CALL), phase };
}
