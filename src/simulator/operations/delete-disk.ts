import { operationAnswer } from '../answers/operation-answer';
import { operationFailure } from '../errors/aws-error';
import { plotEnding } from '../machine/plot-ending';
import { startOperation } from '../machine/start-operation';
import { findResource } from '../state/find-resource';
import { resourceName } from '../wire/member-shapes';
import { flag, optional, required, structure } from '../wire/shapes';
import { defineOperation } from './operation-spec';

const input = structure({ diskName: required(resourceName), forceDeleteAddOns: optional(flag) });

/** "The disk must be in the available state (not attached to a Lightsail instance)" (API reference, DeleteDisk). */
export const deleteDisk = defineOperation({
  input,
  run: ({ diskName }, context) => {
    const { region, draft, nowMillis, state } = context;
    const disk = findResource({ region, type: 'Disk', name: diskName });
    if (disk.current.state !== 'available') {
      throw operationFailure(
        `The Disk ${diskName} is in the state ${disk.current.state} and cannot be deleted. It must be available.`,
      );
    }
    const fates = context.drawFates([diskName]).get(diskName) ?? {};
    draft.put({ ...disk, requested: { state: 'absent' }, current: { state: 'deleting' } });
    const operation = startOperation({ draft, resource: disk, operationType: 'DeleteDisk', nowMillis });
    const course = plotEnding({
      ...context,
      resource: disk,
      operation,
      range: state.settings.deleteSeconds,
      fates,
    });
    if (course.end?.status === 'Succeeded') {
      const dueMillis = nowMillis + course.durationMillis;
      draft.schedule({
        dueMillis,
        event: { kind: 'disk-gone', region: disk.region, name: diskName, arn: disk.arn },
      });
    }
    return { operations: [operationAnswer(operation)] };
  },
});
