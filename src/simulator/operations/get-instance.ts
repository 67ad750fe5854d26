import { instanceAnswer } from '../answers/instance-answer';
import { findResource } from '../state/find-resource';
import { resourceName } from '../wire/member-shapes';
import { required, structure } from '../wire/shapes';
import { defineOperation } from './operation-spec';

const input = structure({ instanceName: required(resourceName) });

export const getInstance = defineOperation({
  input,
  run: ({ instanceName }, { region }) => ({
    instance: instanceAnswer({
      region,
      instance: findResource({ region, type: 'Instance', name: instanceName }),
    }),
  }),
});
