import type { CampaignPlan, FleetRequest, PlannedFleet } from './campaign-plan';
import { namesOfFleet } from './campaign-plan';
import type { Dice } from './dice';

const BASES = ['web', 'app', 'job', 'edge'];

/**
 * The shortest there are: what never ends costs a minute of real time. Removal gets its default of an hour, except where
 * an instance whose create never ends cannot be deleted either: that must be given up, and said, within a minute.
 */
const LIMITS = { operationMinutes: 1, readyMinutes: 1 };
const LIMITS_WHERE_STUCK_STAYS = { ...LIMITS, rollbackMinutes: 1 };

/** One to four fleets at once; some want names that another has, or that a stranger has already. */
export function makeFleets(input: { dice: Dice; settings: CampaignPlan['settings'] }): {
  fleets: PlannedFleet[];
  strangers: string[];
} {
  const { dice, settings } = input;
  const count = Number(dice.weighted({ '1': 45, '2': 30, '3': 15, '4': 10 }));
  const fleets = Array.from({ length: count }, (_, index) => {
    const overlaps = index > 0 && dice.chance(0.25);
    const base = overlaps ? (BASES[dice.whole(0, index - 1)] ?? 'web') : (BASES[index] ?? 'web');
    const limits = settings['stuckInstanceDeletable'] === false ? LIMITS_WHERE_STUCK_STAYS : LIMITS;
    return { request: makeRequest({ dice, base, overlaps, limits }) };
  });
  if (fleets.some(({ request }) => typeof request.fleet?.waitFor === 'object'))
    settings['publicIpAddress'] = '127.0.0.1';
  const anyName = () => dice.pick(namesOfFleet(dice.pick(fleets).request));
  const strangers = dice.chance(0.05) ? [anyName()] : [];
  return { fleets, strangers };
}

interface MakeRequestInput {
  dice: Dice;
  base: string;
  overlaps: boolean;
  limits: typeof LIMITS;
}

function makeRequest({ dice, base, overlaps, limits }: MakeRequestInput): FleetRequest {
  const count = dice.pick([1, 1, 2, 2, 3, 3, 4, 5, 6, 8, 12]);
  const first = overlaps ? dice.whole(1, 3) : 1;
  const names = Array.from(
    { length: count },
    (_, index) => `${base}-${String(first + index).padStart(2, '0')}`,
  );
  const named = !overlaps && dice.chance(0.3);
  const withDisk = dice.chance(0.35);
  const fleet = {
    ...(named ? { nameTemplate: `${base}-{index:02}`, count } : {}),
    ...(dice.chance(0.6) ? { batchSize: dice.pick([1, 2, 3, 5]) } : {}),
    ...makeWaitFor(dice),
    ...makeStanding({ dice, count }),
    limits,
  };
  return {
    ...(named ? {} : { instanceNames: names }),
    instanceSnapshotName: withDisk ? 'golden-with-disk' : 'golden',
    availabilityZone: 'us-east-1a',
    bundleId: 'small_3_0',
    ...(withDisk && dice.chance(0.6) ? { attachedDiskMapping: DISKS } : {}),
    ...(dice.chance(0.2) ? { tags: [{ key: 'team', value: base }] } : {}),
    ...(dice.chance(0.1) ? { addOns: ADD_ONS } : {}),
    ...(dice.chance(0.2) ? { ipAddressType: dice.pick(['dualstack', 'ipv4']) } : {}),
    fleet,
  };
}

const DISKS = { '*': [{ originalDiskPath: '/dev/xvdf', newDiskName: '{name}-data' }] };
const ADD_ONS = [{ addOnType: 'AutoSnapshot', autoSnapshotAddOnRequest: { snapshotTimeOfDay: '06:00' } }];

/** When the fleet stands, and what becomes of it when it does not. */
function makeStanding({ dice, count }: { dice: Dice; count: number }) {
  return {
    ...(dice.chance(0.3) ? { minReady: dice.whole(1, count) } : {}),
    ...(dice.chance(0.5) ? { replaceFailed: dice.pick([0, 0, 2]) } : {}),
    ...(dice.chance(0.25)
      ? { fallbackZones: dice.pick([['us-east-1b'], ['us-east-1c', 'us-east-1b']]) }
      : {}),
    ...(dice.chance(0.12) ? { onFailure: 'keep' } : {}),
  };
}

/** Port 0: one that answers, which only the lane knows. */
function makeWaitFor(dice: Dice): Pick<NonNullable<FleetRequest['fleet']>, 'waitFor'> {
  const kind = dice.weighted({ default: 55, running: 15, operation: 20, port: 10 });
  if (kind === 'default') return {};
  return { waitFor: kind === 'port' ? { port: 0 } : kind };
}
