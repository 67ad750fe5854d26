import { diskAnswer } from '../answers/disk-answer';
import { findResource } from '../state/find-resource';
import { resourceName } from '../wire/member-shapes';
import { required, structure } from '../wire/shapes';
import { defineOperation } from './operation-spec';

const input = structure({ diskName: required(resourceName) });

export const getDisk = defineOperation({
  input,
  run: ({ diskName }, { region }) => ({
    disk: diskAnswer(findResource({ region, type: 'Disk', name: diskName })),
  }),
});
