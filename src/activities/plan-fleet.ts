import { Context } from '@temporalio/activity';
import type { PlanFleetActivityInput } from '../contract/activities';
import { parseCloneFleetInput, type CloneFleetInput } from '../contract/clone-fleet-input';
import type { FailureType, Problem } from '../contract/failures';
import { FLEET_ID_RULE, isFleetId } from '../contract/fleet-id';
import type { FleetPlan } from '../contract/fleet-plan';
import { expandNameTemplate } from '../contract/name-template';
import { formatProblems, MAX_PROBLEMS } from '../contract/problems';
import { regionOfZone } from '../contract/region';
import type { ActivityDependencies } from './dependencies';
import { finalFailure, inFleetTerms } from './fleet-errors';
import { heartbeating } from './heartbeating';
import { assemblePlan, findPlanTooLarge } from './plan/assemble-plan';
import { runChecks, type RunChecksInput } from './plan/run-checks';

/** Lightsail's first Region; every account has it. */
const HOME_REGION = 'us-east-1';

/**
 * Checks the request and makes every read that can show that it would fail. Writes nothing, so it is safe to
 * repeat. Fails with `InvalidRequest` or `PreflightFailed`, each with all problems at once.
 */
export async function planFleet(
  dependencies: ActivityDependencies,
  input: PlanFleetActivityInput,
): Promise<FleetPlan> {
  const { fleetId } = input;
  return inFleetTerms(fleetId, () =>
    heartbeating(async () => {
      const request = parseRequest(input);
      const instanceNames = request.instanceNames ?? expandNames(input, request);
      const region = regionOfZone(request.availabilityZone);
      const signal = Context.current().cancellationSignal;
      const check: RunChecksInput = {
        api: dependencies.lightsail(region),
        homeApi: dependencies.lightsail(HOME_REGION),
        region,
        request,
        instanceNames,
        ownerId: input.ownerId,
        fleetId,
        startedAt: input.startedAt,
        catalogue: dependencies.catalogue,
        settings: dependencies,
        signal,
      };
      const { checks, facts } = await runChecks(check);
      dependencies.knownAccounts.note({ region, arn: facts?.source.arn });
      const plan =
        facts === undefined
          ? undefined
          : assemblePlan({ ...input, region, request, instanceNames, checks, ...facts });
      const tooLarge = plan === undefined ? [] : findPlanTooLarge(plan);
      const problems = [...checks.flatMap((result) => result.problems), ...tooLarge];
      if (plan === undefined || problems.length > 0)
        throw refusal('PreflightFailed', problems, fleetId, region);
      return plan;
    }),
  );
}

function parseRequest(input: PlanFleetActivityInput): CloneFleetInput {
  const { fleetId, request, cronSchedule } = input;
  const parsed = parseCloneFleetInput(request);
  const problems = [...(parsed.problems ?? [])];
  if (!isFleetId(fleetId)) {
    problems.unshift({ path: 'workflowId', message: `${FLEET_ID_RULE}, got ${JSON.stringify(fleetId)}` });
  }
  if (cronSchedule !== undefined && cronSchedule !== '') {
    const message = 'a cron schedule shares one owner id between its repeats: use a Temporal Schedule';
    problems.unshift({ path: 'cronSchedule', message });
  }
  if (parsed.input === undefined || problems.length > 0) throw refusal('InvalidRequest', problems, fleetId);
  return parsed.input;
}

function expandNames({ startedAt, ownerId }: PlanFleetActivityInput, { fleet }: CloneFleetInput): string[] {
  return expandNameTemplate({
    template: fleet?.nameTemplate ?? '',
    count: fleet?.count ?? 0,
    startedAt: new Date(startedAt),
    ownerId,
  });
}

function refusal(type: FailureType, problems: Problem[], fleetId: string, region?: string) {
  const count = problems.length === 1 ? '1 problem' : `${String(problems.length)} problems`;
  const message = `${count}, nothing was made:\n${formatProblems(problems)}`;
  return finalFailure({
    type,
    message,
    details: { fleetId, region, problems: problems.slice(0, MAX_PROBLEMS) },
  });
}
