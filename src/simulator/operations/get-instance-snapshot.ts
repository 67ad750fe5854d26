import { instanceSnapshotAnswer } from '../answers/instance-snapshot-answer';
import { findResource } from '../state/find-resource';
import { resourceName } from '../wire/member-shapes';
import { required, structure } from '../wire/shapes';
import { defineOperation } from './operation-spec';

const input = structure({ instanceSnapshotName: required(resourceName) });

export const getInstanceSnapshot = defineOperation({
  input,
  run: ({ instanceSnapshotName }, { region }) => ({
    instanceSnapshot: instanceSnapshotAnswer(
      findResource({ region, type: 'InstanceSnapshot', name: instanceSnapshotName }),
    ),
  }),
});
