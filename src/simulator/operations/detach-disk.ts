import { operationAnswer } from '../answers/operation-answer';
import { operationFailure } from '../errors/aws-error';
import { endWith, plotEnding } from '../machine/plot-ending';
import { startOperation } from '../machine/start-operation';
import { findResource, lookUpResource } from '../state/find-resource';
import { resourceName } from '../wire/member-shapes';
import { required, structure } from '../wire/shapes';
import { defineOperation } from './operation-spec';

const input = structure({ diskName: required(resourceName) });

/** "Detaches a stopped disk": the instance it is attached to must be stopped (API reference, DetachDisk). */
export const detachDiskOperation = defineOperation({
  input,
  run: ({ diskName }, context) => {
    const { region, draft, nowMillis, state } = context;
    const disk = findResource({ region, type: 'Disk', name: diskName });
    const instance = lookUpResource({ region, type: 'Instance', name: disk.current.attachedTo ?? '' });
    if (disk.current.state !== 'in-use' || instance === undefined) {
      throw operationFailure(`The Disk ${diskName} is not attached to an instance.`);
    }
    if (instance.current.state !== 'stopped') {
      throw operationFailure(
        `The Instance ${instance.name} must be stopped before the Disk ${diskName} can be detached.`,
      );
    }
    const fates = context.drawFates([diskName]).get(diskName) ?? {};
    draft.put({ ...disk, requested: { state: 'available' } });
    const started = { draft, nowMillis, operationType: 'DetachDisk' };
    const ofDisk = startOperation({ ...started, resource: disk, operationDetails: instance.name });
    const ofInstance = startOperation({ ...started, resource: instance, operationDetails: diskName });
    const { deleteSeconds: range } = state.settings;
    const course = plotEnding({ ...context, resource: disk, operation: ofDisk, range, fates });
    const dueMillis = nowMillis + course.durationMillis;
    draft.putOperation(ofInstance);
    endWith({ draft, resource: instance, operation: ofInstance, course, dueMillis });
    if (course.end?.status === 'Succeeded') {
      draft.schedule({
        dueMillis,
        event: { kind: 'disk-detached', region: disk.region, name: diskName, arn: disk.arn },
      });
    }
    return { operations: [ofDisk, ofInstance].map(operationAnswer) };
  },
});
