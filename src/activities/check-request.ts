import { Context } from '@temporalio/activity';
import { parseDeleteFleetInput } from '../contract/delete-fleet-input';
import type { Problem } from '../contract/failures';
import type { CheckRequestInput, DeleteScope, LookScope, SweepScope } from '../contract/owned-activities';
import { formatProblems, MAX_PROBLEMS } from '../contract/problems';
import { DEFAULT_MINIMUM_AGE_HOURS, parseSweepFleetsInput } from '../contract/sweep-fleets-input';
import type { ActivityDependencies } from './dependencies';
import { finalFailure, inFleetTerms } from './fleet-errors';
import { heartbeating } from './heartbeating';

/** Lightsail's first Region; every account has it. */
const HOME_REGION = 'us-east-1';

/** Checks the input of `deleteFleet`, with all problems at once, and says in which Regions to look. Only reads. */
export async function checkDelete(
  dependencies: ActivityDependencies,
  { request, workflowId }: CheckRequestInput,
): Promise<DeleteScope> {
  return inFleetTerms(workflowId, () =>
    heartbeating(async () => {
      const { input, problems } = parseDeleteFleetInput(request);
      if (problems !== undefined) throw refusal(problems, workflowId);
      return { ...input, ...(await regionsOf(dependencies, input.regions)) };
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
        ...(await regionsOf(dependencies, input.regions)),
      };
    }),
  );
}

async function regionsOf(
  { catalogue, lightsail }: ActivityDependencies,
  named: string[] | undefined,
): Promise<LookScope> {
  if (named !== undefined) return { regions: [...new Set(named)], regionsNamed: true };
  const signal = Context.current().cancellationSignal;
  const known = await catalogue.regions({ api: lightsail(HOME_REGION), signal });
  const regions = known.flatMap(({ name }) => (name === undefined ? [] : [name]));
  return { regions, regionsNamed: false };
}

function refusal(problems: Problem[], workflowId: string) {
  const count = problems.length === 1 ? '1 problem' : `${String(problems.length)} problems`;
  return finalFailure({
    type: 'InvalidRequest',
    message: `${count}, nothing was deleted:\n${formatProblems(problems)}`,
    details: { fleetId: workflowId, problems: problems.slice(0, MAX_PROBLEMS) },
  });
}
