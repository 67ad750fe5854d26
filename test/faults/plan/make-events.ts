import { namesOfFleet, type CallTrigger, type PlannedEvent, type PlannedFleet } from './campaign-plan';
import type { Dice } from './dice';

const CREATE = 'CreateInstancesFromSnapshot';

/** Calls of a plan, a create, a wait and a rollback; triggers beyond the last call of a world do not happen. */
const LATEST_CALL = 70;

/** Longer than the heartbeat time-out of 10 s for some, so that another worker takes over while this one lives. */
const FREEZE_SECONDS = [1, 3, 12];

export interface MakeEventsInput {
  dice: Dice;
  fleets: readonly PlannedFleet[];
}

/** Kills, cancellations, strangers: each at a call. A kill costs ten seconds of waiting, so most worlds have none. */
export function makeEvents({ dice, fleets }: MakeEventsInput): PlannedEvent[] {
  const events: PlannedEvent[] = [];
  const kills = Number(dice.weighted({ '0': 55, '1': 30, '2': 10, '3': 5 }));
  for (let index = 0; index < kills; index++) {
    const when = anyTrigger(dice);
    const drop = when.phase === 'received' && dice.chance(0.5);
    events.push({ when, what: { kind: 'kill', ...(drop ? { drop } : {}) } });
  }
  if (dice.chance(0.08)) events.push({ when: anyTrigger(dice), what: { kind: 'drain' } });
  if (dice.chance(0.03)) {
    events.push({ when: anyTrigger(dice), what: { kind: 'freeze', seconds: dice.pick(FREEZE_SECONDS) } });
  }
  const cancels = Number(dice.weighted({ '0': 62, '1': 28, '2': 10 }));
  for (let index = 0; index < cancels; index++) {
    const fleet = dice.whole(0, fleets.length - 1);
    events.push({ when: anyTrigger(dice), what: { kind: 'cancel', fleet } });
  }
  if (dice.chance(0.15)) events.push(makeIntrusion({ dice, fleets }));
  for (let fleet = 1; fleet < fleets.length; fleet++) {
    if (dice.chance(0.3)) events.push({ when: anyTrigger(dice), what: { kind: 'start', fleet } });
  }
  return events;
}

/** Any call, or one of those that matter most. */
export function anyTrigger(dice: Dice): CallTrigger {
  const phase = dice.pick(['received', 'recorded'] as const);
  const action = dice.weighted({ any: 6, create: 3, delete: 2, disk: 1 });
  if (action === 'any') return { nth: dice.whole(1, LATEST_CALL), phase };
  const actions = { create: CREATE, delete: 'DeleteInstance', disk: 'DeleteDisk' };
  return { action: actions[action], nth: dice.whole(1, 4), phase };
}

/** While the plan reads which names are free, or right before the create is carried out. */
function makeIntrusion({ dice, fleets }: MakeEventsInput): PlannedEvent {
  const fleet = dice.whole(0, fleets.length - 1);
  const own = namesOfFleet(fleets[fleet]?.request ?? {});
  const taken = new Set([dice.pick(own), dice.pick(own)]);
  const names = [...taken].map((name) => (dice.chance(0.15) ? `${name}-data` : name));
  const when: CallTrigger = dice.chance(0.5)
    ? { action: CREATE, nth: dice.whole(1, 3), phase: 'received' }
    : { nth: dice.whole(5, 25), phase: 'recorded' };
  return { when, what: { kind: 'intrude', names, ...(dice.chance(0.4) ? { fleetTag: fleet } : {}) } };
}
