import { operationAnswer } from '../answers/operation-answer';
import { nameExists, operationFailure } from '../errors/aws-error';
import { attachedDisksOf } from '../machine/disk-transitions';
import { identify } from '../machine/identify';
import { plotEnding } from '../machine/plot-ending';
import { startOperation } from '../machine/start-operation';
import { findResource } from '../state/find-resource';
import type { InstanceSnapshot } from '../state/resources';
import { resourceName, tagShape } from '../wire/member-shapes';
import { list, optional, required, structure } from '../wire/shapes';
import { assertResourceName, isNameFree } from '../validation/resource-names';
import { readTags } from '../validation/tags';
import { defineOperation } from './operation-spec';

const input = structure({
  instanceSnapshotName: required(resourceName),
  instanceName: required(resourceName),
  tags: optional(list(tagShape)),
});

export const createInstanceSnapshot = defineOperation({
  input,
  run: ({ instanceSnapshotName, instanceName, tags }, context) => {
    const { region, draft, nowMillis, state } = context;
    assertResourceName(instanceSnapshotName);
    const ownTags = readTags({ tags: tags ?? [], settings: state.settings });
    const instance = findResource({ region, type: 'Instance', name: instanceName });
    if (!isNameFree({ region, name: instanceSnapshotName })) throw nameExists([instanceSnapshotName]);
    if (instance.condition !== 'ready') {
      throw operationFailure(`The Instance ${instanceName} must be running or stopped to be snapshotted.`);
    }
    const fates = context.drawFates([instanceSnapshotName]).get(instanceSnapshotName) ?? {};
    const snapshot: InstanceSnapshot = {
      ...identify({
        draft,
        resourceType: 'InstanceSnapshot',
        region: region.description.name,
        name: instanceSnapshotName,
        nowMillis,
      }),
      resourceType: 'InstanceSnapshot',
      availabilityZone: 'all',
      tags: ownTags,
      requested: { state: 'available' },
      current: { state: 'pending' },
      fromInstanceName: instanceName,
      fromInstanceArn: instance.arn,
      fromBlueprintId: instance.blueprintId,
      fromBundleId: instance.bundleId,
      sizeInGb: region.bundles.get(instance.bundleId)?.diskSizeInGb ?? 20,
      disks: attachedDisksOf({ region, instance }).flatMap(({ path, sizeInGb }) =>
        path === undefined ? [] : [{ path, sizeInGb }],
      ),
    };
    draft.put(snapshot);
    const operation = startOperation({
      draft,
      resource: snapshot,
      operationType: 'CreateInstanceSnapshot',
      operationDetails: instanceName,
      nowMillis,
    });
    // A snapshot whose operation fails stays, in the state error.
    const resource: InstanceSnapshot = { ...snapshot, current: { state: 'error' } };
    const course = plotEnding({
      ...context,
      resource,
      operation,
      range: state.settings.snapshotSeconds,
      fates,
    });
    if (course.end?.status === 'Succeeded') {
      const { region: regionName, name, arn } = snapshot;
      const dueMillis = nowMillis + course.durationMillis;
      draft.schedule({ dueMillis, event: { kind: 'snapshot-available', region: regionName, name, arn } });
    }
    return { operations: [operationAnswer(operation)] };
  },
});
