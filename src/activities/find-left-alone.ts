import type { Instance } from '@aws-sdk/client-lightsail';
import type { FindInstancesInput } from '../contract/activities';
import type { Survivor } from '../contract/failures';
import { hasLostOwner, isOwnedBy } from '../contract/tags';
import type { LightsailApi } from '../lightsail/lightsail-api';
import { createOperationOf } from './create-operation-of';
import { madeWithInstance } from './made-with-instance';

/** What a person reads of an instance that the run made, and that carries the owner tag no more. */
export const OWNER_TAG_GONE =
  'its owner tag is gone, so it was left alone: see whose it is before you remove it';

export interface FindLeftAloneInput {
  api: LightsailApi;
  /** Every instance of the names that are looked for, whoever it belongs to. */
  found: ReadonlyMap<string, Instance>;
  input: FindInstancesInput;
  signal: AbortSignal;
}

/**
 * Instances that the run made and that lost their owner tag since, with their disks. The tag is the only thing that
 * undo deletes by, so they stay; but they are billed, so they are named. What tells them from somebody else's of the
 * same name is the create operation that was answered to this run: it is the last one that made the name. Where the
 * answer was lost, it is the tag with the fleet's id.
 */
export async function findLeftAlone({ api, found, input, signal }: FindLeftAloneInput): Promise<Survivor[]> {
  const operationIds = new Map(input.made?.map(({ name, operationId }) => [name, operationId]));
  const survivors: Survivor[] = [];
  for (const [name, instance] of found) {
    if (isOwnedBy(instance.tags, input.ownerId)) continue;
    const operationId = operationIds.get(name);
    const isMadeHere =
      operationId === undefined
        ? hasLostOwner(instance.tags, input.fleetId)
        : (await createOperationOf({ api, instance, signal }))?.id === operationId;
    if (!isMadeHere) continue;
    const disks = madeWithInstance({ instance, input }).filter(({ ours }) => ours);
    survivors.push(
      { resourceType: 'Instance', name, cause: OWNER_TAG_GONE, untagged: true },
      ...disks.map((disk) => ({
        resourceType: 'Disk' as const,
        name: disk.name,
        cause: `attached to ${name}, whose owner tag is gone`,
        untagged: true,
      })),
    );
  }
  return survivors;
}
