import type { FindGenerationsInput, FindGenerationsResult } from '../contract/rotation';
import { readAll } from '../lightsail/read-all';
import type { ActivityDependencies } from './dependencies';
import { inFleetTerms } from './fleet-errors';
import { heartbeating } from './heartbeating';
import { judgeGenerations } from './judge-generations';
import { MAX_GENERATIONS, readGenerations, type Generation } from './read-generations';
import { pause, waiting } from './wait-signal';

/** A listing may lag behind what was seen ready a moment ago; longer than this it does not. */
const SEEN_WITHIN_SECONDS = 60;

/** The last look may have to wait for its turn in the rate limit. */
const LAST_LOOK_SECONDS = 120;

/** Rows of each list of the answer. */
const MAX_ROWS = 100;

/**
 * Which older fleets of a group are due, by tags, now that a new one is ready. Waits a while for what was seen a moment ago
 * to be listed, and for what was deleted to be listed no more. Reads only.
 */
export async function findGenerations(
  { lightsail, runStates, temporalNamespace, pollSeconds, draining }: ActivityDependencies,
  input: FindGenerationsInput,
): Promise<FindGenerationsResult> {
  const { region, group, ownerId, fleetId, expected, gone = [] } = input;
  const api = lightsail(region);
  const lookUntil = Date.now() + SEEN_WITHIN_SECONDS * 1000;
  const deadline = new Date(lookUntil + LAST_LOOK_SECONDS * 1000).toISOString();
  return inFleetTerms(fleetId, () =>
    heartbeating(() =>
      waiting({ draining, deadline }, async (signal) => {
        for (;;) {
          const instances = await readAll((pageToken) => api.getInstances({ pageToken }, { signal }));
          const read = await readGenerations({ instances, group, runStates, temporalNamespace, ownerId });
          const own = read.generations.find((one) => one.ownerId === ownerId);
          const stillSeen = read.generations.filter((one) => gone.includes(one.ownerId));
          const lags = (own?.running ?? 0) < expected || stillSeen.length > 0;
          if (!lags || Date.now() >= lookUntil) return toResult({ input, ...read, stillSeen });
          await pause({ seconds: pollSeconds, signal });
        }
      }),
    ),
  );
}

interface ToResultInput {
  input: FindGenerationsInput;
  generations: Generation[];
  total: number;
  stillSeen: Generation[];
}

function toResult({ input, generations, total, stillSeen }: ToResultInput): FindGenerationsResult {
  const nothing = { due: [], dueCount: 0, kept: [], alone: [], aloneCount: 0, stillSeen: [] };
  const { problem, due, kept, alone } = judgeGenerations({ ...input, generations });
  if (problem !== undefined) return { ...nothing, problem };
  if (total > MAX_GENERATIONS) return { ...nothing, problem: describeTooMany(input.group, total) };
  return {
    due: due.slice(0, MAX_ROWS).map(toId),
    dueCount: due.length,
    kept: kept.slice(0, MAX_ROWS).map(toId),
    alone: alone.slice(0, MAX_ROWS).map(({ generation, cause }) => ({ ...toId(generation), cause })),
    aloneCount: alone.length,
    stillSeen: stillSeen.map((one) => one.ownerId),
  };
}

/** Nobody can tell the last ones of a group of which only a part was read. */
export function describeTooMany(group: string, total: number): string {
  return `group ${group} has ${String(total)} fleets in the Region, and rotation looks at ${String(MAX_GENERATIONS)}: delete older ones by lightsail-fleet delete`;
}

function toId({ fleetId, ownerId }: Generation) {
  return { fleetId, ownerId };
}
