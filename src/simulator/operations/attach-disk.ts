import { operationAnswer } from '../answers/operation-answer';
import { invalidInput, operationFailure } from '../errors/aws-error';
import { attachedDisksOf } from '../machine/disk-transitions';
import { endWith, plotEnding } from '../machine/plot-ending';
import { startOperation } from '../machine/start-operation';
import { findResource } from '../state/find-resource';
import type { Disk, Instance } from '../state/resources';
import { MOST_DISKS } from '../validation/disks';
import { nonEmpty, resourceName } from '../wire/member-shapes';
import { flag, optional, required, structure } from '../wire/shapes';
import type { OperationContext } from './operation-spec';
import { defineOperation } from './operation-spec';

const input = structure({
  diskName: required(resourceName),
  instanceName: required(resourceName),
  diskPath: required(nonEmpty),
  autoMounting: optional(flag),
});

/**
 * "Attaches a block storage disk to a running or stopped Lightsail instance" (API reference, AttachDisk). It is in use at
 * once, as one that comes with its instance is; the operations end later.
 */
export const attachDisk = defineOperation({
  input,
  run: ({ diskName, instanceName, diskPath }, context) => {
    const { region, draft, nowMillis, state } = context;
    const disk = findResource({ region, type: 'Disk', name: diskName });
    const instance = findResource({ region, type: 'Instance', name: instanceName });
    assertAttachable({ context, disk, instance, diskPath });
    const fates = context.drawFates([diskName]).get(diskName) ?? {};
    const attached = { state: 'in-use' as const, attachedTo: instanceName };
    draft.put({ ...disk, path: diskPath, requested: attached, current: attached });
    draft.put({ ...instance, diskNames: [...instance.diskNames, diskName] });
    const started = { draft, nowMillis, operationType: 'AttachDisk' };
    const ofDisk = startOperation({ ...started, resource: disk, operationDetails: instanceName });
    const ofInstance = startOperation({ ...started, resource: instance, operationDetails: diskName });
    const { deleteSeconds: range } = state.settings;
    const course = plotEnding({ ...context, resource: disk, operation: ofDisk, range, fates });
    draft.putOperation(ofInstance);
    const dueMillis = nowMillis + course.durationMillis;
    endWith({ draft, resource: instance, operation: ofInstance, course, dueMillis });
    return { operations: [ofDisk, ofInstance].map(operationAnswer) };
  },
});

interface AssertAttachableInput {
  context: OperationContext;
  disk: Disk;
  instance: Instance;
  diskPath: string;
}

/** AWS's own texts for these are not known. */
function assertAttachable({ context: { region }, disk, instance, diskPath }: AssertAttachableInput): void {
  if (disk.current.state !== 'available') {
    throw operationFailure(
      `The Disk ${disk.name} is in the state ${disk.current.state} and cannot be attached. It must be available.`,
    );
  }
  const { state } = instance.current;
  if (state !== 'running' && state !== 'stopped') {
    throw operationFailure(
      `The Instance ${instance.name} is in the state ${state}. It must be running or stopped before a disk can be attached.`,
    );
  }
  if (disk.availabilityZone !== instance.availabilityZone) {
    throw invalidInput(
      `The Disk ${disk.name} and the Instance ${instance.name} must be in the same Availability Zone.`,
    );
  }
  const others = attachedDisksOf({ region, instance });
  if (others.length >= MOST_DISKS) throw invalidInput(`An instance can have at most ${MOST_DISKS} disks.`);
  if (others.some(({ path }) => path === diskPath))
    throw invalidInput(`The path ${diskPath} of the Instance ${instance.name} is in use.`);
}
