import { namesOfFleet, type PlannedFault, type PlannedFleet } from './campaign-plan';
import type { Dice } from './dice';
import { breaking } from './make-gambit';

const CREATE = 'CreateInstancesFromSnapshot';
const READS = [
  ...['GetInstance', 'GetInstances', 'GetOperation', 'GetOperations', 'GetOperationsForResource', 'GetDisk'],
  ...['GetInstanceSnapshot', 'GetDisks', 'GetKeyPairs', 'GetStaticIps', 'GetInstanceSnapshots'],
];

/** By how often they are drawn. `denied` ends a fleet for good, so it is seldom. */
const EFFECTS = {
  ...{ throttle: 6, 'server-error': 6, 'not-json': 4, denied: 2, quota: 2, 'delete-refused': 6 },
  ...{ 'reset-before': 8, 'reset-after': 12, stall: 6, slow: 6 },
  ...{ 'operation-fails': 12, 'operation-stuck': 6, 'late-appearance': 10, 'no-address': 6, capacity: 6 },
};
type Effect = keyof typeof EFFECTS;

/** Real seconds that each effect may last. Late appearances stay well under the settling time of a lane. */
const LASTS: Partial<Record<Effect, [least: number, most: number]>> = {
  stall: [0.3, 3],
  slow: [0.2, 2],
  'operation-stuck': [0.5, 4],
  'late-appearance': [0.1, 1.2],
  'no-address': [0.2, 3],
};

/** Each refusal of a write doubles the wait for the next try, up to a minute of real time: nine would take three. */
const TIMES_OF_WRITES = [1, 1, 2, 3];
const TIMES_OF_READS = [1, 1, 2, 3, 5, 9];

/** Such a world lasts for the shortest limit that a request can name, a minute of real time. */
const STUCK_CHANCE = 0.03;

export interface MakeFaultsInput {
  dice: Dice;
  fleets: readonly PlannedFleet[];
  speed: number;
}

/** Up to a dozen rules, each at a call, a name or by chance. A third of the worlds have one that breaks a fleet. */
export function makeFaults({ dice, fleets, speed }: MakeFaultsInput): PlannedFault[] {
  const count = dice.weighted({ none: 5, few: 45, some: 35, many: 15 });
  const [least, most] = { none: [0, 0], few: [1, 3], some: [3, 6], many: [7, 12] }[count] as [number, number];
  const faults = Array.from({ length: dice.whole(least, most) }, () => makeFault({ dice, fleets, speed }));
  if (dice.chance(STUCK_CHANCE)) faults.push(stuckForEver({ dice, fleets }));
  if (count === 'none' || dice.chance(0.65)) return faults;
  const name = dice.pick(namesOfFleet(dice.pick(fleets).request));
  return [...faults, breaking({ dice, name })];
}

/** A create that never ends: the fleet's own limits have to end it. */
function stuckForEver({ dice, fleets }: Pick<MakeFaultsInput, 'dice' | 'fleets'>): PlannedFault {
  const name = dice.pick(namesOfFleet(dice.pick(fleets).request));
  return { effect: 'operation-stuck', action: CREATE, name, times: 1 };
}

function makeFault({ dice, fleets, speed }: MakeFaultsInput): PlannedFault {
  const effect = dice.weighted(EFFECTS);
  const action = actionFor({ dice, effect });
  const lasts = LASTS[effect];
  const name = dice.chance(0.25) ? dice.pick(namesOfFleet(dice.pick(fleets).request)) : undefined;
  const isWrite = action !== undefined && !action.startsWith('Get');
  const times = dice.pick(isWrite ? TIMES_OF_WRITES : TIMES_OF_READS);
  return {
    effect,
    ...(action === undefined ? {} : { action }),
    ...(name === undefined || action === 'GetOperations' || action === 'GetInstances' ? {} : { name }),
    ...(dice.chance(0.5)
      ? { nth: dice.whole(1, action === undefined ? 60 : name === undefined ? 5 : 2) }
      : {}),
    ...(dice.chance(0.3) ? { probability: dice.pick([0.2, 0.5, 0.8]) } : {}),
    times,
    ...(lasts === undefined ? {} : { seconds: Math.round(dice.between(...lasts) * speed) }),
    ...(effect === 'operation-fails' && dice.chance(0.5) ? { seconds: dice.whole(1, 20) } : {}),
    ...(effect === 'stall' && dice.chance(0.5) ? { done: true } : {}),
    ...(effect === 'late-appearance' && dice.chance(0.3) ? { answer: 'given' as const } : {}),
  };
}

/** Effects that make sense for some calls only, weighted by how often they are drawn. */
const ACTIONS: Partial<Record<Effect, readonly string[]>> = {
  quota: [CREATE],
  'late-appearance': [CREATE],
  'no-address': [CREATE],
  capacity: [CREATE],
  'delete-refused': ['DeleteInstance', 'DeleteInstance', 'DeleteDisk'],
  'operation-fails': [CREATE, CREATE, 'DeleteInstance', 'DeleteDisk'],
  'operation-stuck': [CREATE, CREATE, 'DeleteInstance', 'DeleteDisk'],
};

/** Undefined: any call. */
function actionFor({ dice, effect }: { dice: Dice; effect: Effect }): string | undefined {
  const fitting = ACTIONS[effect];
  if (fitting !== undefined) return dice.pick(fitting);
  const reads = [dice.pick(READS), dice.pick(READS)];
  return dice.pick([CREATE, CREATE, 'DeleteInstance', 'DeleteDisk', ...reads, undefined]);
}
