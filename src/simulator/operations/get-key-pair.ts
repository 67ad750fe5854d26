import { keyPairAnswer } from '../answers/key-pair-answer';
import { findResource } from '../state/find-resource';
import { resourceName } from '../wire/member-shapes';
import { required, structure } from '../wire/shapes';
import { defineOperation } from './operation-spec';

const input = structure({ keyPairName: required(resourceName) });

export const getKeyPair = defineOperation({
  input,
  run: ({ keyPairName }, { region }) => ({
    keyPair: keyPairAnswer(findResource({ region, type: 'KeyPair', name: keyPairName })),
  }),
});
