import { instanceAnswer } from '../answers/instance-answer';
import { pageTokenInput } from '../wire/member-shapes';
import { defineOperation } from './operation-spec';
import { pageOfResources } from './page-of-resources';

export const getInstances = defineOperation({
  input: pageTokenInput,
  run: ({ pageToken }, context) => {
    const { rows, nextPageToken } = pageOfResources({ context, type: 'Instance', pageToken });
    return {
      instances: rows.map((instance) => instanceAnswer({ region: context.region, instance })),
      nextPageToken,
    };
  },
});
