import { CancelledFailure, Context, log } from '@temporalio/activity';
import type { CreateInstancesInput, CreateInstancesResult } from '../contract/activities';
import type { FleetFailureDetails } from '../contract/failures';
import { ownershipTags } from '../contract/tags';
import { retryDelaySeconds } from '../lightsail/error-kind';
import type { LightsailApi } from '../lightsail/lightsail-api';
import { isLightsailError, type LightsailError } from '../lightsail/lightsail-error';
import type { ActivityDependencies } from './dependencies';
import { describeLightsailError, failureTypeOfKind, finalFailure, inFleetTerms } from './fleet-errors';
import { heartbeating } from './heartbeating';
import { Settlement, type SettlementInput } from './settlement';
import { pause } from './wait-signal';

/** Creates sent by one attempt, refusals that a retry mends included; with their delays about ten minutes. */
const MAX_ROUNDS = 20;

/**
 * Makes the instances of one batch, exactly once each, whatever becomes of the answers.
 *
 * Lightsail's create has no client token, but its names are unique: after an unknown outcome the names are read
 * back, those that carry our owner tag are adopted, those absent are created again, those of somebody else end
 * the attempt with `NameInUse`. Any attempt after the first settles before it creates, as an earlier one may
 * have sent its call and died.
 */
export async function createInstances(
  dependencies: ActivityDependencies,
  input: CreateInstancesInput,
): Promise<CreateInstancesResult> {
  const api = dependencies.lightsail(input.region);
  const requestedAt = new Date().toISOString();
  const settlement = new Settlement({
    ...input,
    api,
    settleSeconds: dependencies.settleSeconds,
  } satisfies SettlementInput);
  if (Context.current().info.attempt > 1) settlement.outcomeUnknown();
  return inFleetTerms(input.fleetId, () =>
    heartbeating(async () => {
      await createUntilSettled({ api, input, settlement });
      return { instances: settlement.created, requestedAt };
    }),
  );
}

interface CreateState {
  api: LightsailApi;
  input: CreateInstancesInput;
  settlement: Settlement;
}

async function createUntilSettled({ api, input, settlement }: CreateState): Promise<void> {
  for (let round = 1; ; round++) {
    await settlement.settle();
    if (settlement.missing.length === 0) return;
    throwIfCancelled(input, settlement);
    try {
      // No abort signal: a call that is out is waited for, so that its outcome is known.
      const operations = await api.createInstancesFromSnapshot(toRequest(input, settlement.missing));
      settlement.recordOperations(operations);
    } catch (error) {
      if (!isLightsailError(error)) throw error;
      const repeat = isRefusedForNow(error) || (await settlement.recordRefusal(error.kind)) === 'go-on';
      if (!repeat || round >= MAX_ROUNDS) throw refusal({ error, input, settlement });
      log.warn('create is repeated', {
        kind: error.kind,
        code: error.code,
        round,
        names: settlement.missing.length,
      });
      if (error.kind !== 'name-in-use') await backOff(error, round);
    }
  }
}

/** Kinds that say "not done, ask again": nothing was made, so nothing needs to be settled. */
function isRefusedForNow({ kind }: LightsailError): boolean {
  return kind === 'throttled' || kind === 'unavailable' || kind === 'setup-in-progress';
}

async function backOff({ kind }: LightsailError, attempt: number): Promise<void> {
  const seconds = retryDelaySeconds({ kind, attempt, random: Math.random });
  await pause({ seconds, signal: Context.current().cancellationSignal });
}

function toRequest({ request, fleetId, ownerId }: CreateInstancesInput, instanceNames: string[]) {
  return {
    ...request,
    instanceNames,
    tags: [...(request.tags ?? []), ...ownershipTags({ fleetId, ownerId })],
  } as Parameters<LightsailApi['createInstancesFromSnapshot']>[0];
}

function throwIfCancelled(input: CreateInstancesInput, settlement: Settlement): void {
  if (!Context.current().cancellationSignal.aborted) return;
  throw new CancelledFailure('cancelled before the create was sent', [failureDetails(input, settlement)]);
}

function refusal({
  error,
  input,
  settlement,
}: {
  error: LightsailError;
  input: CreateInstancesInput;
  settlement: Settlement;
}) {
  const type = failureTypeOfKind(error.kind);
  const details = failureDetails(input, settlement);
  return finalFailure({ type, message: describeLightsailError(error), details, cause: error });
}

function failureDetails(
  { fleetId, region }: CreateInstancesInput,
  settlement: Settlement,
): FleetFailureDetails {
  return { fleetId, region, ...(settlement.nothingMade ? { nothingMade: true } : {}) };
}
