import { epochSeconds } from '../answers/epoch-seconds';
import { AwsError, invalidInput } from '../errors/aws-error';
import { resourceName } from '../wire/member-shapes';
import { required, structure } from '../wire/shapes';
import { defineOperation } from './operation-spec';

const input = structure({ resourceName: required(resourceName) });

/** Instances have automatic snapshots where `PUT world` gave them some. The newest comes first. */
export const getAutoSnapshots = defineOperation({
  input,
  run: ({ resourceName: name }, { region }) => {
    const resource = region.resources.get(name);
    if (resource === undefined) {
      const message = `The resource does not exist: ${name}`;
      throw new AwsError({ type: 'NotFoundException', code: 'DoesNotExist', message });
    }
    if (resource.resourceType !== 'Instance' && resource.resourceType !== 'Disk') {
      throw invalidInput(`A ${resource.resourceType} has no automatic snapshots: ${name}`);
    }
    const autoSnapshots = resource.resourceType === 'Instance' ? resource.autoSnapshots : [];
    return {
      resourceName: name,
      resourceType: resource.resourceType,
      autoSnapshots: [...autoSnapshots]
        .sort((a, b) => b.createdAtMillis - a.createdAtMillis)
        .map(({ date, createdAtMillis, status, disks }) => ({
          date,
          createdAt: epochSeconds(createdAtMillis),
          status,
          fromAttachedDisks: disks,
        })),
    };
  },
});
