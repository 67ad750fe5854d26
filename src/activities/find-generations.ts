import type { FindGenerationsInput, FindGenerationsResult } from '../contract/rotation';
import { readAll } from '../lightsail/read-all';
import type { ActivityDependencies } from './dependencies';
import { inFleetTerms } from './fleet-errors';
import { readGenerations } from './generations';
import { heartbeating } from './heartbeating';
import { pause, waiting } from './wait-signal';

/** A listing may lag behind what was seen ready a moment ago; longer than this it does not. */
const SEEN_WITHIN_SECONDS = 60;

/** The last look may have to wait for its turn in the rate limit. */
const LAST_LOOK_SECONDS = 120;

/** The fleets of a group in a Region, by tags, the new one included. Reads only. */
export async function findGenerations(
  { lightsail, runStates, temporalNamespace, pollSeconds, draining }: ActivityDependencies,
  { region, group, ownerId, fleetId, expected, gone = [] }: FindGenerationsInput,
): Promise<FindGenerationsResult> {
  const api = lightsail(region);
  const lookUntil = Date.now() + SEEN_WITHIN_SECONDS * 1000;
  const deadline = new Date(lookUntil + LAST_LOOK_SECONDS * 1000).toISOString();
  return inFleetTerms(fleetId, () =>
    heartbeating(() =>
      waiting({ draining, deadline }, async (signal) => {
        for (;;) {
          const instances = await readAll((pageToken) => api.getInstances({ pageToken }, { signal }));
          const generations = await readGenerations({ instances, group, runStates, temporalNamespace });
          const own = generations.find((one) => one.ownerId === ownerId);
          const lags =
            (own?.instances ?? 0) < expected || generations.some((one) => gone.includes(one.ownerId));
          if (!lags || Date.now() >= lookUntil) return { generations };
          await pause({ seconds: pollSeconds, signal });
        }
      }),
    ),
  );
}
