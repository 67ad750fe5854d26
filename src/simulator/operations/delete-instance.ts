import { operationAnswer } from '../answers/operation-answer';
import { invalidInput, operationFailure } from '../errors/aws-error';
import { attachedDisksOf } from '../machine/disk-transitions';
import type { OperationCourse } from '../machine/operation-course';
import { endWith, plotEnding } from '../machine/plot-ending';
import { startOperation } from '../machine/start-operation';
import { findResource } from '../state/find-resource';
import type { Disk, Instance, Operation } from '../state/resources';
import { resourceName } from '../wire/member-shapes';
import { flag, optional, required, structure } from '../wire/shapes';
import type { OperationContext } from './operation-spec';
import { defineOperation } from './operation-spec';

const input = structure({ instanceName: required(resourceName), forceDeleteAddOns: optional(flag) });

/**
 * Disks that were made from the snapshot are detached, not deleted: each costs the answer two operations more
 * (AWS's documentation).
 */
export const deleteInstance = defineOperation({
  input,
  run: ({ instanceName, forceDeleteAddOns }, context) => {
    const { region, draft, nowMillis, state } = context;
    const instance = findResource({ region, type: 'Instance', name: instanceName });
    assertDeletable({ context, instance, force: forceDeleteAddOns === true });
    const fates = context.drawFates([instanceName]).get(instanceName) ?? {};
    draft.put({
      ...instance,
      requested: { state: 'absent', address: false },
      current: { ...instance.current, state: 'shutting-down' },
      condition: 'deleting',
    });
    const disks = attachedDisksOf({ region, instance });
    const detachments = disks.map((disk) => startDetachment({ context, instance, disk }));
    const operation = startOperation({
      draft,
      resource: instance,
      operationType: 'DeleteInstance',
      nowMillis,
    });
    const course = plotEnding({
      ...context,
      resource: instance,
      operation,
      range: state.settings.deleteSeconds,
      fates,
    });
    for (const { disk, operations } of detachments) {
      planDetachment({ context, instance, disk, operations, course });
    }
    if (course.end?.status === 'Succeeded') {
      const { region: regionName, name, arn } = instance;
      const dueMillis = nowMillis + course.durationMillis;
      draft.schedule({ dueMillis, event: { kind: 'instance-gone', region: regionName, name, arn } });
    }
    return {
      operations: [...detachments.flatMap(({ operations }) => operations), operation].map(operationAnswer),
    };
  },
});

function assertDeletable(input: { context: OperationContext; instance: Instance; force: boolean }): void {
  const { settings } = input.context.state;
  const { name, condition, addOns } = input.instance;
  if (addOns.length > 0 && !input.force) {
    throw invalidInput(
      `You cannot delete the Instance ${name} with addons. ` +
        'Specify the forceDeleteAddons parameter with a value of true to delete the addons.',
    );
  }
  if (condition === 'deleting') throw operationFailure(`The Instance ${name} is already being deleted.`);
  const pending =
    (condition === 'creating' && settings.deleteWhilePending === 'refuse') ||
    (condition === 'stuck' && !settings.stuckInstanceDeletable);
  if (pending) {
    throw operationFailure(
      `The Instance ${name} is in the state pending and cannot be deleted. Try again later.`,
    );
  }
}

/** The answer names both ends of an attachment: the disk first, then the instance. */
function startDetachment(input: { context: OperationContext; instance: Instance; disk: Disk }): {
  disk: Disk;
  operations: Operation[];
} {
  const { context, instance, disk } = input;
  const started = { draft: context.draft, nowMillis: context.nowMillis, operationType: 'DetachDisk' };
  return {
    disk,
    operations: [
      startOperation({ ...started, resource: disk, operationDetails: instance.name }),
      startOperation({ ...started, resource: instance, operationDetails: disk.name }),
    ],
  };
}

/** A disk comes off half way through the deletion; where that fails, so does the detachment. */
function planDetachment(input: {
  context: OperationContext;
  instance: Instance;
  disk: Disk;
  operations: readonly Operation[];
  course: OperationCourse;
}): void {
  const { context, instance, disk, operations, course } = input;
  const { draft, nowMillis } = context;
  const dueMillis = nowMillis + course.durationMillis / 2;
  if (course.end?.status === 'Succeeded') {
    draft.schedule({
      dueMillis,
      event: { kind: 'disk-detached', region: disk.region, name: disk.name, arn: disk.arn },
    });
  }
  for (const operation of operations) {
    draft.putOperation(operation);
    const resource = operation.resourceType === 'Disk' ? disk : instance;
    endWith({ draft, resource, operation, course, dueMillis });
  }
}
