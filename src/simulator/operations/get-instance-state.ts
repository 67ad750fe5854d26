import { instanceStateAnswer } from '../answers/instance-answer';
import { findResource } from '../state/find-resource';
import { resourceName } from '../wire/member-shapes';
import { required, structure } from '../wire/shapes';
import { defineOperation } from './operation-spec';

const input = structure({ instanceName: required(resourceName) });

export const getInstanceState = defineOperation({
  input,
  run: ({ instanceName }, { region }) => ({
    state: instanceStateAnswer(findResource({ region, type: 'Instance', name: instanceName })),
  }),
});
