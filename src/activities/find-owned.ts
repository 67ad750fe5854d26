import type { FindOwnedInput, FindOwnedResult } from '../contract/owned-activities';
import type { Ownership } from '../contract/tags';
import type { ActivityDependencies } from './dependencies';
import { inFleetTerms } from './fleet-errors';
import { heartbeating } from './heartbeating';
import { readOwned } from './read-owned';
import { pause, waiting } from './wait-signal';

/** The look after the settling time may have to wait for its turn in the rate limit. */
const LAST_LOOK_SECONDS = 600;

/** A payload holds 2 MiB; what is beyond is found by the next look, when this much is removed. */
const MOST_CHARACTERS = 1_000_000;

/**
 * What carries the tags of a fleet or an owner in one Region: what `deleteFleet` and `sweepFleets` delete, written into
 * history before anything is deleted. Safe to repeat: it reads only.
 */
export async function findOwned(
  { lightsail, settleSeconds, pollSeconds, draining }: ActivityDependencies,
  input: FindOwnedInput,
): Promise<FindOwnedResult> {
  const api = lightsail(input.region);
  const lookUntil =
    input.unknownSince === undefined ? 0 : Date.parse(input.unknownSince) + settleSeconds * 1000;
  const deadline = new Date(Math.max(lookUntil, Date.now()) + LAST_LOOK_SECONDS * 1000).toISOString();
  return inFleetTerms(input.workflowId, () =>
    heartbeating(() =>
      waiting({ draining, deadline }, async (signal) => {
        for (;;) {
          const owned = await readOwned({ api, signal });
          const instances = owned.instances.map((one) => one.owned).filter((one) => isWanted(one, input));
          const disks = owned.disks.map((one) => one.owned).filter((one) => isWanted(one, input));
          if (instances.length + disks.length > 0 || Date.now() >= lookUntil)
            return cut({ instances, disks });
          await pause({ seconds: Math.min(pollSeconds, settleSeconds / 6), signal });
        }
      }),
    ),
  );
}

function isWanted(owned: Ownership, { fleetId, ownerId, ownerIds }: FindOwnedInput): boolean {
  return (
    (fleetId === undefined || owned.fleetId === fleetId) &&
    (ownerId === undefined || owned.ownerId === ownerId) &&
    (ownerIds === undefined || ownerIds.includes(owned.ownerId))
  );
}

function cut(all: Omit<FindOwnedResult, 'more'>): FindOwnedResult {
  let room = MOST_CHARACTERS;
  const fits = (one: object) => {
    room -= JSON.stringify(one).length;
    return room >= 0;
  };
  const instances = all.instances.filter(fits);
  const disks = all.disks.filter(fits);
  return { instances, disks, more: room < 0 };
}
