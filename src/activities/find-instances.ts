import { Context } from '@temporalio/activity';
import type { Instance } from '@aws-sdk/client-lightsail';
import type { FindInstancesInput, FindInstancesResult } from '../contract/activities';
import { isOwnedBy } from '../contract/tags';
import { attachedDisks } from './attached-disks';
import type { ActivityDependencies } from './dependencies';
import { inFleetTerms } from './fleet-errors';
import { heartbeating } from './heartbeating';
import { readInstances } from './read-instances';
import { pause } from './wait-signal';

/**
 * The instances of these names that are ours by tag, with the disks attached to each: what undo deletes, written
 * into history before anything is deleted. With `unknownSince` a create may still land: what is not there is
 * looked for until the settling time is over. Safe to repeat: it reads only.
 */
export async function findInstances(
  { lightsail, settleSeconds, pollSeconds }: ActivityDependencies,
  input: FindInstancesInput,
): Promise<FindInstancesResult> {
  const api = lightsail(input.region);
  const lookUntil =
    input.unknownSince === undefined ? 0 : Date.parse(input.unknownSince) + settleSeconds * 1000;
  return inFleetTerms(input.fleetId, () =>
    heartbeating(async () => {
      for (;;) {
        const signal = Context.current().cancellationSignal;
        const found = await readInstances({ api, instanceNames: input.instanceNames, signal });
        const ours = [...found.values()].filter((instance) => isOwnedBy(instance.tags, input.ownerId));
        if (ours.length > 0 || Date.now() >= lookUntil) return { instances: ours.map(toFound) };
        await pause({ seconds: Math.min(pollSeconds, settleSeconds / 6), signal });
      }
    }),
  );
}

function toFound(instance: Instance): FindInstancesResult['instances'][number] {
  return {
    name: instance.name ?? '',
    disks: attachedDisks(instance).map(({ name, arn }) => ({ name, arn })),
  };
}
