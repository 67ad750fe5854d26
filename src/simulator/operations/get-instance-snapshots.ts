import { instanceSnapshotAnswer } from '../answers/instance-snapshot-answer';
import { pageTokenInput } from '../wire/member-shapes';
import { defineOperation } from './operation-spec';
import { pageOfResources } from './page-of-resources';

export const getInstanceSnapshots = defineOperation({
  input: pageTokenInput,
  run: ({ pageToken }, context) => {
    const { rows, nextPageToken } = pageOfResources({ context, type: 'InstanceSnapshot', pageToken });
    return { instanceSnapshots: rows.map(instanceSnapshotAnswer), nextPageToken };
  },
});
