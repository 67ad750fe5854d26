import type { Disk } from '@aws-sdk/client-lightsail';
import type { RemoveDisksInput, RemoveDisksResult } from '../contract/activities';
import type { BatchHeartbeat } from '../contract/batch-heartbeat';
import type { FoundDisk } from '../contract/found-instance';
import { isOwnedBy, ownershipOf, type Ownership } from '../contract/tags';
import type { LightsailApi } from '../lightsail/lightsail-api';
import type { ActivityDependencies } from './dependencies';
import { inFleetTerms } from './fleet-errors';
import { heartbeating } from './heartbeating';
import { judgeUnrecorded } from './judge-unrecorded';
import { namesWith, removeAll, removeUntilGone, survivorsOf, type Note, type RemovalStep } from './removal';
import { waiting } from './wait-signal';

/** Between two looks at a disk that cannot be deleted yet, or is being deleted: that takes minutes at Lightsail. */
const LOOK_AGAIN_SECONDS = 5;

/**
 * Deletes the disks that instances of ours left behind. What proves one is the attachment that history recorded
 * before the instance was deleted, or the tag that it got then; a disk whose ARN differs from the recorded one is
 * somebody else's and left alone, and so is one that a person re-tagged or attached since. Safe to repeat.
 */
export async function removeDisks(
  dependencies: ActivityDependencies,
  input: RemoveDisksInput,
): Promise<RemoveDisksResult> {
  const { draining } = dependencies;
  const { outlastRefusals } = input;
  return inFleetTerms(input.fleetId, () =>
    heartbeating<BatchHeartbeat, RemoveDisksResult>((beat) =>
      waiting({ draining, deadline: input.deadline }, async (signal) => {
        const recorded = new Map(input.disks.map((disk) => [disk.name, disk]));
        const remove = (name: string, onAgain: Note) => {
          const disk = recorded.get(name) ?? { name, ours: false };
          const of = { api: dependencies.lightsail(input.region), disk, signal };
          const { ownerId, fleetId } = input;
          const proof = { ownerId, fleetId, isTagged: false };
          const step = (note: Note) =>
            disk.unrecorded === undefined
              ? removalStep({ ...of, dependencies, proof, note })
              : judgeUnrecorded(of);
          const until = { signal, outlastRefusals, onAgain };
          const removed = removeUntilGone({ resourceType: 'Disk', name, step, ...until });
          return removed.then((outcome) =>
            typeof outcome === 'object'
              ? { ...outcome, untagged: proof.isTagged ? undefined : true }
              : outcome,
          );
        };
        const outcomes = await removeAll({ names: [...recorded.keys()], remove, beat });
        return { removed: namesWith(outcomes, 'removed'), survivors: survivorsOf(outcomes) };
      }),
    ),
  );
}

interface StepInput {
  dependencies: ActivityDependencies;
  api: LightsailApi;
  disk: FoundDisk;
  /** Whether the disk carries our tag, as it was last seen. */
  proof: Readonly<Ownership> & { isTagged: boolean };
  signal: AbortSignal;
  note: Note;
}

async function removalStep(input: StepInput): Promise<RemovalStep> {
  const { dependencies, api, disk, proof, signal, note } = input;
  const seen = await api.getDisk({ diskName: disk.name }, { signal });
  if (seen === undefined || seen.arn !== disk.arn) return { next: 'gone' };
  proof.isTagged = isOwnedBy(seen.tags, proof.ownerId);
  const takenOver = disk.byTagOnly === true ? describeTakeover({ seen, proof }) : undefined;
  if (takenOver !== undefined) return { next: 'left', cause: takenOver };
  const afterSeconds = Math.min(LOOK_AGAIN_SECONDS, dependencies.pollSeconds);
  if (seen.state !== 'available' && seen.state !== 'error') {
    const attached = seen.attachedTo === undefined ? '' : `, attached to ${seen.attachedTo}`;
    return { next: 'again', cause: `its state is ${seen.state ?? 'unknown'}${attached}`, afterSeconds };
  }
  await api.deleteDisk({ diskName: disk.name, forceDeleteAddOns: true }, { signal });
  const cause = 'its delete was accepted, but it is still there';
  note(cause);
  return { next: 'again', cause, afterSeconds };
}

/** What only a tag proves may have become somebody's since it was found. */
function describeTakeover({ seen, proof }: { seen: Disk; proof: StepInput['proof'] }): string | undefined {
  const { ownerId, fleetId } = ownershipOf(seen.tags) ?? {};
  if (ownerId !== proof.ownerId || fleetId !== proof.fleetId)
    return 'its owner tags were changed since it was found, so it was left alone: see whose it is before you remove it';
  if (seen.attachedTo === undefined) return undefined;
  return `somebody has attached it to ${seen.attachedTo} since it was found, so it was left alone`;
}
