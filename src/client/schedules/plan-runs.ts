import type { CloneFleetInput } from '../../contract/clone-fleet-input';
import type { ClientContext } from '../client-context';
import { InvalidRequestError } from '../client-errors';
import { planFleet } from '../plan-fleet';
import { findSharedName, type PlannedRun } from './find-shared-name';

export interface PlanRunsInput {
  request: CloneFleetInput;
  /** When each is due. */
  times: readonly Date[];
  signal?: AbortSignal | undefined;
}

/**
 * The plan of each run as if it were due now: all reads of the preflight, with the names of its time. Throws what
 * `planFleet` throws, and InvalidRequestError when two of them want one name.
 */
export async function planRuns(
  context: ClientContext,
  { request, times, signal }: PlanRunsInput,
): Promise<PlannedRun[]> {
  const runs: PlannedRun[] = [];
  // One after another: they share the worker's rate limit with running fleets.
  for (const dueAt of times)
    runs.push({ dueAt, plan: await planFleet(context, { request, dueAt: dueAt.toISOString(), signal }) });
  const problem = findSharedName(request, runs);
  if (problem !== undefined) throw new InvalidRequestError([problem]);
  return runs;
}
