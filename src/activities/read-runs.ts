import type { ReadRunsInput, ReadRunsResult } from '../contract/owned-activities';
import type { ActivityDependencies } from './dependencies';
import { inFleetTerms } from './fleet-errors';
import { heartbeating } from './heartbeating';

/** What became of the runs of these owners, and of the last run of a fleet id. */
export async function readRuns(
  { runStates }: ActivityDependencies,
  { owners, fleetId, workflowId }: ReadRunsInput,
): Promise<ReadRunsResult> {
  return inFleetTerms(workflowId, () =>
    heartbeating(async () => {
      const runs: ReadRunsResult['runs'] = [];
      // One after another: there are few, and Temporal has others to serve.
      for (const owner of owners) runs.push({ ...owner, ...(await runStates.ofOwner(owner)) });
      const latest = fleetId === undefined ? undefined : await runStates.latest(fleetId);
      return fleetId === undefined || latest === undefined
        ? { runs }
        : { runs, latest: { fleetId, ...latest } };
    }),
  );
}
