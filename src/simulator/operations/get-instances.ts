import { healthStatus } from '../answers/health-status';
import { instanceAnswer } from '../answers/instance-answer';
import { instanceText } from '../answers/instance-text';
import { jsonPage } from '../answers/json-text';
import { flag, optional, structure, text } from '../wire/shapes';
import { defineOperation } from './operation-spec';
import { pageOfResources } from './page-of-resources';

const input = structure({ pageToken: optional(text), includeHealthStatus: optional(flag) });

export const getInstances = defineOperation({
  input,
  run: ({ pageToken, includeHealthStatus }, context) => {
    const { region } = context;
    const { rows, nextPageToken } = pageOfResources({ context, type: 'Instance', pageToken });
    const texts = rows.map((instance) =>
      includeHealthStatus === true
        ? JSON.stringify(Object.assign(instanceAnswer({ region, instance }), healthStatus(instance)))
        : instanceText({ region, instance }),
    );
    return jsonPage({ member: 'instances', rows: texts, nextPageToken });
  },
});
