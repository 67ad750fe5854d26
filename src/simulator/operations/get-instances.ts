import { healthStatus } from '../answers/health-status';
import { instanceAnswer } from '../answers/instance-answer';
import { flag, optional, structure, text } from '../wire/shapes';
import { defineOperation } from './operation-spec';
import { pageOfResources } from './page-of-resources';

const input = structure({ pageToken: optional(text), includeHealthStatus: optional(flag) });

export const getInstances = defineOperation({
  input,
  run: ({ pageToken, includeHealthStatus }, context) => {
    const { region } = context;
    const { rows, nextPageToken } = pageOfResources({ context, type: 'Instance', pageToken });
    return {
      instances: rows.map((instance) => {
        const answer = instanceAnswer({ region, instance });
        return includeHealthStatus === true ? { ...answer, ...healthStatus(instance) } : answer;
      }),
      nextPageToken,
    };
  },
});
