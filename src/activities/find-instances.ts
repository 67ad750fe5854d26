import type { Disk, Instance } from '@aws-sdk/client-lightsail';
import type { FindInstancesInput, FindInstancesResult, FoundInstance } from '../contract/activities';
import { disksOfInstance } from '../contract/disk-mapping';
import { isOwnedBy } from '../contract/tags';
import { attachedDisks } from './attached-disks';
import type { ActivityDependencies } from './dependencies';
import { inFleetTerms } from './fleet-errors';
import { heartbeating } from './heartbeating';
import { readInstances } from './read-instances';
import { pause, waiting } from './wait-signal';

/** The look after the settling time may have to wait for its turn in the rate limit. */
const LAST_LOOK_SECONDS = 600;

/** A disk from a snapshot is created with its instance; creation takes up to 25 min (facts/lightsail.md). */
const MADE_TOGETHER_MINUTES = 30;

/**
 * The instances of these names that are ours by tag, with the disks attached to each: what undo deletes, written
 * into history before anything is deleted. With `unknownSince` a create may still land: what is not there is
 * looked for until the settling time is over. Safe to repeat: it reads only.
 */
export async function findInstances(
  { lightsail, settleSeconds, pollSeconds, draining }: ActivityDependencies,
  input: FindInstancesInput,
): Promise<FindInstancesResult> {
  const api = lightsail(input.region);
  const lookUntil =
    input.unknownSince === undefined ? 0 : Date.parse(input.unknownSince) + settleSeconds * 1000;
  const deadline = new Date(Math.max(lookUntil, Date.now()) + LAST_LOOK_SECONDS * 1000).toISOString();
  return inFleetTerms(input.fleetId, () =>
    heartbeating(() =>
      waiting({ draining, deadline }, async (signal) => {
        for (;;) {
          const found = await readInstances({ api, instanceNames: input.instanceNames, signal });
          const ours = [...found.values()].filter((instance) => isOwnedBy(instance.tags, input.ownerId));
          if (ours.length > 0 || Date.now() >= lookUntil)
            return { instances: ours.map((instance) => toFound(instance, input)) };
          await pause({ seconds: Math.min(pollSeconds, settleSeconds / 6), signal });
        }
      }),
    ),
  );
}

function toFound(instance: Instance, input: FindInstancesInput): FoundInstance {
  const name = instance.name ?? '';
  const disks = attachedDisks(instance).map((disk) => ({
    name: disk.name,
    arn: disk.arn,
    ours: isMadeWithInstance({ disk, instance, input }),
  }));
  return { name, disks };
}

interface MadeWithInstanceInput {
  disk: Disk & { name: string };
  instance: Instance;
  input: FindInstancesInput;
}

/** The mapping names it; or it is a copy of a disk that nobody mapped: at that disk's path, and as old as the instance. */
function isMadeWithInstance({ disk, instance, input }: MadeWithInstanceInput): boolean {
  const name = instance.name ?? '';
  const mapped = disksOfInstance({ mapping: input.attachedDiskMapping, instanceName: name }) ?? [];
  if (mapped.some(({ newDiskName }) => newDiskName === disk.name)) return true;
  if (disk.path === undefined || !input.snapshotDiskPaths.includes(disk.path)) return false;
  const apart = (disk.createdAt?.getTime() ?? Number.NaN) - (instance.createdAt?.getTime() ?? Number.NaN);
  return Math.abs(apart) <= MADE_TOGETHER_MINUTES * 60_000;
}
