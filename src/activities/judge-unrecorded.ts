import type { Disk } from '@aws-sdk/client-lightsail';
import type { FoundDisk } from '../contract/found-instance';
import type { LightsailApi } from '../lightsail/lightsail-api';
import { readAll } from '../lightsail/read-all';
import { areMadeTogether } from './made-with-instance';
import type { RemovalStep } from './removal';

export interface JudgeUnrecordedInput {
  api: LightsailApi;
  disk: FoundDisk;
  signal: AbortSignal;
}

/**
 * A disk that the mapping names, of an instance that somebody else removed or took over before its disks were
 * recorded. Its name and its age say that the run made it; that is enough to tell people, and too little to delete it.
 */
export async function judgeUnrecorded({ api, disk, signal }: JudgeUnrecordedInput): Promise<RemovalStep> {
  const seen = await api.getDisk({ diskName: disk.name }, { signal });
  if (seen === undefined || !(await cameWithOperation({ api, disk, seen, signal }))) return { next: 'gone' };
  const attached = seen.attachedTo === undefined ? '' : `. It is attached to ${seen.attachedTo}`;
  const cause = `it came with ${disk.unrecorded?.instanceName ?? ''}, which somebody else removed or took over: it was left alone${attached}`;
  return { next: 'left', cause };
}

async function cameWithOperation({
  api,
  disk: { unrecorded },
  seen,
  signal,
}: JudgeUnrecordedInput & { seen: Disk }): Promise<boolean> {
  const { instanceName: resourceName = '', operationId } = unrecorded ?? {};
  const operations = await readAll((pageToken) =>
    api.getOperationsForResource({ resourceName, pageToken }, { signal }),
  );
  const create = operations.find(({ id }) => id === operationId);
  return areMadeTogether(seen.createdAt, create?.createdAt);
}
