import { healthStatus } from '../answers/health-status';
import { instanceAnswer } from '../answers/instance-answer';
import { findResource } from '../state/find-resource';
import { resourceName } from '../wire/member-shapes';
import { flag, optional, required, structure } from '../wire/shapes';
import { defineOperation } from './operation-spec';

const input = structure({ instanceName: required(resourceName), includeHealthStatus: optional(flag) });

export const getInstance = defineOperation({
  input,
  run: ({ instanceName, includeHealthStatus }, { region }) => {
    const instance = findResource({ region, type: 'Instance', name: instanceName });
    const answer = instanceAnswer({ region, instance });
    return {
      instance: includeHealthStatus === true ? Object.assign(answer, healthStatus(instance)) : answer,
    };
  },
});
