import { CancelledFailure, Context, log } from '@temporalio/activity';
import type { CreateInstancesInput, CreateInstancesResult } from '../contract/activities';
import type { BatchHeartbeat } from '../contract/batch-heartbeat';
import { expandDiskMapping } from '../contract/disk-mapping';
import { creationTags } from '../contract/tags';
import { retryDelaySeconds } from '../lightsail/error-kind';
import type { LightsailApi } from '../lightsail/lightsail-api';
import { isLightsailError, TOO_LATE_TO_SEND, type LightsailError } from '../lightsail/lightsail-error';
import { failureDetails, laterAttempt, refusal } from './create-failure';
import { createHeartbeat } from './create-heartbeat';
import type { ActivityDependencies } from './dependencies';
import { finalFailure, inFleetTerms } from './fleet-errors';
import { heartbeating, type Beat } from './heartbeating';
import { readUserData } from './read-user-data';
import { Settlement } from './settlement';
import { isAbortError, pause } from './wait-signal';

/** Creates sent by one attempt, refusals that a retry mends included. */
const MAX_ROUNDS = 20;

/**
 * No create leaves later than this after its attempt began. A worker that was frozen, or is cut off from Temporal,
 * may go on with an attempt that was given to another one, or whose run has ended: with the write's time-out of 30 s
 * its last create lands well within the settling time, for which undo looks. Longer back-offs are Temporal's.
 */
const SEND_WITHIN_SECONDS = 60;

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
  const { settleSeconds } = dependencies;
  const namespace = dependencies.temporalNamespace.id;
  const sendBeforeMillis = Date.now() + Math.min(SEND_WITHIN_SECONDS, settleSeconds / 3) * 1000;
  const settlement = new Settlement({ ...input, api, settleSeconds });
  if (Context.current().info.attempt > 1) settlement.outcomeUnknown();
  return inFleetTerms(input.fleetId, () =>
    heartbeating<BatchHeartbeat, CreateInstancesResult>(async (beat) => {
      try {
        const userData = await requireUserData({ dependencies, input, settlement });
        await createUntilSettled({ api, input, namespace, userData, settlement, sendBeforeMillis, beat });
      } catch (error) {
        if (!isAbortError(error)) throw error;
        throw new CancelledFailure('cancelled between two creates', [failureDetails(input, settlement)]);
      }
      const { created, unknownSince } = settlement;
      return { instances: created, requestedAt, ...(unknownSince === undefined ? {} : { unknownSince }) };
    }),
  );
}

interface CreateState {
  api: LightsailApi;
  input: CreateInstancesInput;
  /** Its id. */
  namespace: string;
  userData: string | undefined;
  settlement: Settlement;
  sendBeforeMillis: number;
  beat: Beat<BatchHeartbeat>;
}

async function createUntilSettled(state: CreateState): Promise<void> {
  const { api, input, userData, settlement, sendBeforeMillis, beat } = state;
  let refused: LightsailError | undefined;
  for (let round = 1; ; round++) {
    beat(createHeartbeat({ settlement, refusal: refused }));
    await settlement.settle();
    if (settlement.missing.length === 0) return;
    throwIfCancelled(input, settlement);
    try {
      // No abort signal: a call that is out is waited for, so that its outcome is known.
      const request = {
        ...toRequest(state, settlement.missing),
        ...(userData === undefined ? {} : { userData }),
      };
      settlement.recordOperations(await api.createInstancesFromSnapshot(request, { sendBeforeMillis }));
    } catch (error) {
      if (!isLightsailError(error)) throw error;
      if (error.code === TOO_LATE_TO_SEND) throw laterAttempt({ error, input, settlement, seconds: 1 });
      const repeat = isRefusedForNow(error) || (await settlement.recordRefusal(error.kind)) === 'go-on';
      if (!repeat || round >= MAX_ROUNDS) throw refusal({ error, input, settlement });
      const { kind, code } = error;
      refused = error;
      beat(createHeartbeat({ settlement, refusal: refused }));
      log.warn('create is repeated', { kind, code, round, names: settlement.missing.length });
      // These two are settled before the next create, which takes its time anyway.
      if (kind === 'name-in-use' || kind === 'ambiguous') continue;
      const seconds = retryDelaySeconds({ kind, attempt: round, random: Math.random });
      if (Date.now() + seconds * 1000 > sendBeforeMillis)
        throw laterAttempt({ error, input, settlement, seconds });
      await pause({ seconds, signal: Context.current().cancellationSignal });
    }
  }
}

/** Kinds that say "not done, ask again": nothing was made, so nothing needs to be settled. */
function isRefusedForNow({ kind }: LightsailError): boolean {
  return kind === 'throttled' || kind === 'unavailable' || kind === 'setup-in-progress';
}

function toRequest({ input, namespace }: CreateState, instanceNames: string[]) {
  const { request, fleetId, ownerId, snapshotDiskPaths, group, source, minReady } = input;
  const { attachedDiskMapping: mapping, ...others } = request;
  // A repeat for what is missing brings the disks of these only: Lightsail refuses a mapping for other instances.
  const attachedDiskMapping = expandDiskMapping({ mapping, instanceNames });
  return {
    ...others,
    ...(attachedDiskMapping === undefined ? {} : { attachedDiskMapping }),
    instanceNames,
    tags: creationTags({
      ...{ tags: request.tags, fleetId, ownerId, snapshotDiskPaths },
      ...{ group, source, namespace, minReady },
    }),
  } as Parameters<LightsailApi['createInstancesFromSnapshot']>[0];
}

function throwIfCancelled(input: CreateInstancesInput, settlement: Settlement): void {
  if (!Context.current().cancellationSignal.aborted) return;
  throw new CancelledFailure('cancelled before the create was sent', [failureDetails(input, settlement)]);
}

/** The text of `fleet.userDataFile`. The plan has read it once; it may have gone since. */
async function requireUserData({
  dependencies,
  input,
  settlement,
}: {
  dependencies: ActivityDependencies;
  input: CreateInstancesInput;
  settlement: Settlement;
}): Promise<string | undefined> {
  const { userDataFile } = input;
  if (userDataFile === undefined) return undefined;
  const read = await readUserData({ userDataDir: dependencies.userDataDir, userDataFile });
  if (read.problem === undefined) return read.text;
  const message = `fleet.userDataFile ${JSON.stringify(userDataFile)}: ${read.problem}`;
  throw finalFailure({ type: 'PreflightFailed', message, details: failureDetails(input, settlement) });
}
