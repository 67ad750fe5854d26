import { parseDeleteFleetInput } from '../contract/delete-fleet-input';
import type { Problem } from '../contract/failures';
import type { CheckRequestInput, DeleteScope, LookScope, SweepScope } from '../contract/owned-activities';
import { formatProblems, MAX_PROBLEMS } from '../contract/problems';
import { DEFAULT_MINIMUM_AGE_HOURS, parseSweepFleetsInput } from '../contract/sweep-fleets-input';
import type { ActivityDependencies } from './dependencies';
import { finalFailure, inFleetTerms } from './fleet-errors';
import { heartbeating } from './heartbeating';
import { regionsToLookIn } from './regions-to-look-in';

/** Checks the input of `deleteFleet`, with all problems at once, and says in which Regions to look. Only reads. */
export async function checkDelete(
  dependencies: ActivityDependencies,
  { request, workflowId }: CheckRequestInput,
): Promise<DeleteScope> {
  return inFleetTerms(workflowId, () =>
    heartbeating(async () => {
      const { input, problems } = parseDeleteFleetInput(request);
      if (problems !== undefined) throw refusal(problems, workflowId);
      return { ...input, ...(await lookScope({ dependencies, named: input.regions, workflowId })) };
    }),
  );
}

/** The same for `sweepFleets`. */
export async function checkSweep(
  dependencies: ActivityDependencies,
  { request, workflowId }: CheckRequestInput,
): Promise<SweepScope> {
  return inFleetTerms(workflowId, () =>
    heartbeating(async () => {
      const { input, problems } = parseSweepFleetsInput(request);
      if (problems !== undefined) throw refusal(problems, workflowId);
      return {
        delete: input.delete ?? false,
        includeExpired: input.includeExpired ?? false,
        minimumAgeHours: input.minimumAgeHours ?? DEFAULT_MINIMUM_AGE_HOURS,
        ...(await lookScope({ dependencies, named: input.regions, workflowId })),
      };
    }),
  );
}

interface LookScopeInput {
  dependencies: ActivityDependencies;
  named: string[] | undefined;
  workflowId: string;
}

async function lookScope({ dependencies, named, workflowId }: LookScopeInput): Promise<LookScope> {
  const { scope, problems } = await regionsToLookIn(dependencies, named);
  if (problems !== undefined) throw refusal(problems, workflowId);
  return scope;
}

function refusal(problems: Problem[], workflowId: string) {
  const count = problems.length === 1 ? '1 problem' : `${String(problems.length)} problems`;
  return finalFailure({
    type: 'InvalidRequest',
    message: `${count}, nothing was deleted:\n${formatProblems(problems)}`,
    details: { fleetId: workflowId, problems: problems.slice(0, MAX_PROBLEMS) },
  });
}
