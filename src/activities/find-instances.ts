import type { Instance } from '@aws-sdk/client-lightsail';
import type { FindInstancesInput, FindInstancesResult } from '../contract/activities';
import type { FoundInstance } from '../contract/found-instance';
import { isOwnedBy } from '../contract/tags';
import type { ActivityDependencies } from './dependencies';
import { inFleetTerms } from './fleet-errors';
import { findLeftAlone } from './find-left-alone';
import { heartbeating } from './heartbeating';
import { madeWithInstance } from './made-with-instance';
import { readInstances } from './read-instances';
import { pause, waiting } from './wait-signal';

/** The look after the settling time may have to wait for its turn in the rate limit. */
const LAST_LOOK_SECONDS = 600;

/**
 * The instances of these names that are ours by tag, with the disks attached to each: what undo deletes, written
 * into history before anything is deleted. With `unknownSince` a create may still land: what is not there is
 * looked for until the settling time is over. Safe to repeat: it reads only.
 */
export async function findInstances(
  dependencies: ActivityDependencies,
  input: FindInstancesInput,
): Promise<FindInstancesResult> {
  const { settleSeconds, draining } = dependencies;
  const lookUntil =
    input.unknownSince === undefined ? 0 : Date.parse(input.unknownSince) + settleSeconds * 1000;
  const deadline = new Date(Math.max(lookUntil, Date.now()) + LAST_LOOK_SECONDS * 1000).toISOString();
  const look = (signal: AbortSignal) => lookUntilSettled({ dependencies, input, lookUntil, signal });
  return inFleetTerms(input.fleetId, () => heartbeating(() => waiting({ draining, deadline }, look)), input);
}

interface LookInput {
  dependencies: ActivityDependencies;
  input: FindInstancesInput;
  /** Epoch milliseconds. */
  lookUntil: number;
  signal: AbortSignal;
}

async function lookUntilSettled({ dependencies, input, lookUntil, signal }: LookInput) {
  const { lightsail, settleSeconds, pollSeconds } = dependencies;
  const api = lightsail(input.region);
  for (;;) {
    const found = await readInstances({ api, instanceNames: input.instanceNames, signal });
    const ours = [...found.values()].filter((instance) => isOwnedBy(instance.tags, input.ownerId));
    if (ours.length > 0 || Date.now() >= lookUntil) {
      const leftAlone = await findLeftAlone({ api, found, input, signal });
      return {
        instances: ours.map((instance) => toFound(instance, input)),
        ...(leftAlone.length === 0 ? {} : { leftAlone }),
      };
    }
    await pause({ seconds: Math.min(pollSeconds, settleSeconds / 6), signal });
  }
}

function toFound(instance: Instance, input: FindInstancesInput): FoundInstance {
  return { name: instance.name ?? '', arn: instance.arn, disks: madeWithInstance({ instance, input }) };
}
