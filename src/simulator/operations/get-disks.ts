import { diskAnswer } from '../answers/disk-answer';
import { pageTokenInput } from '../wire/member-shapes';
import { defineOperation } from './operation-spec';
import { pageOfResources } from './page-of-resources';

export const getDisks = defineOperation({
  input: pageTokenInput,
  run: ({ pageToken }, context) => {
    const { rows, nextPageToken } = pageOfResources({ context, type: 'Disk', pageToken });
    return { disks: rows.map(diskAnswer), nextPageToken };
  },
});
