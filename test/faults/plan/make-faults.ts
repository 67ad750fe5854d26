import { namesOfFleet, type PlannedFault, type PlannedFleet } from './campaign-plan';
import type { Dice } from './dice';

const CREATE = 'CreateInstancesFromSnapshot';
const READS = [
  ...['GetInstance', 'GetInstances', 'GetOperation', 'GetOperations', 'GetOperationsForResource', 'GetDisk'],
  ...['GetInstanceSnapshot', 'GetDisks', 'GetKeyPairs', 'GetStaticIps', 'GetInstanceSnapshots'],
];

/**
 * By how often they are drawn. `denied` ends a removal for good, so it is seldom: most worlds should have to be clean.
 */
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

export interface MakeFaultsInput {
  dice: Dice;
  fleets: readonly PlannedFleet[];
  speed: number;
}

/** None to six rules, each at a call, a name or by chance. */
export function makeFaults({ dice, fleets, speed }: MakeFaultsInput): PlannedFault[] {
  const count = Number(dice.weighted({ '0': 8, '1': 22, '2': 25, '3': 20, '4': 12, '5': 8, '6': 5 }));
  return Array.from({ length: count }, () => makeFault({ dice, fleets, speed }));
}

function makeFault({ dice, fleets, speed }: MakeFaultsInput): PlannedFault {
  const effect = dice.weighted(EFFECTS);
  const action = actionFor({ dice, effect });
  const lasts = LASTS[effect];
  const name = dice.chance(0.25) ? dice.pick(namesOfFleet(dice.pick(fleets).request)) : undefined;
  const times = dice.pick([1, 1, 1, 2, 3, 5]);
  return {
    effect,
    ...(action === undefined ? {} : { action }),
    ...(name === undefined || action === 'GetOperations' || action === 'GetInstances' ? {} : { name }),
    ...(dice.chance(0.5) ? { nth: dice.whole(1, action === undefined ? 60 : 5) } : {}),
    ...(dice.chance(0.4) ? { probability: dice.pick([0.1, 0.3, 0.5]) } : {}),
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
