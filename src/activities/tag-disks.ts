import { log } from '@temporalio/activity';
import type { RemoveInstancesInput } from '../contract/activities';
import type { FoundInstance } from '../contract/found-instance';
import { ownershipTags } from '../contract/tags';
import { ERROR_POLICIES } from '../lightsail/error-kind';
import { isLightsailError } from '../lightsail/lightsail-error';
import type { ActivityDependencies } from './dependencies';
import { describeLightsailError } from './fleet-errors';

/** A tag that Lightsail does not take by then must not keep the instance alive, and billed. */
const MAX_TRIES = 5;

export interface DiskTaggerInput {
  dependencies: ActivityDependencies;
  input: RemoveInstancesInput;
  instance: FoundInstance;
  signal: AbortSignal;
}

/**
 * Tags the disks that were made with an instance, right before the instance is deleted: a run that is terminated
 * between the two deletes, or whose history is forgotten, leaves disks that `deleteFleet` and `sweepFleets` can still
 * prove. Best effort: the record in history is the proof for the run itself. A user's own disk is never tagged.
 *
 * Answers with a function that is called before each attempt to delete, and tags once; it throws what a repeat may mend.
 */
export function diskTagger({ dependencies, input, instance, signal }: DiskTaggerInput): () => Promise<void> {
  const api = dependencies.lightsail(input.region);
  const waiting = new Map(instance.disks.filter(({ ours }) => ours).map((disk) => [disk.name, disk]));
  const tags = ownershipTags(input) as { key: string; value: string }[];
  let tries = 0;
  return async () => {
    tries += 1;
    for (const disk of waiting.values()) {
      const resource = {
        resourceName: disk.name,
        ...(disk.arn === undefined ? {} : { resourceArn: disk.arn }),
      };
      try {
        await api.tagResource({ ...resource, tags }, { signal });
      } catch (error) {
        if (!isLightsailError(error)) throw error;
        if (ERROR_POLICIES[error.kind].retried && tries < MAX_TRIES) throw error;
        const fields = { disk: disk.name, instance: instance.name, cause: describeLightsailError(error) };
        if (error.kind !== 'not-found')
          log.warn('a disk is not tagged before its instance is deleted', fields);
      }
      waiting.delete(disk.name);
    }
  };
}
