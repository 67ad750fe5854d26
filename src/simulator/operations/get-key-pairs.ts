import { keyPairAnswer } from '../answers/key-pair-answer';
import { flag, optional, structure, text } from '../wire/shapes';
import { defineOperation } from './operation-spec';
import { pageOfResources } from './page-of-resources';

const input = structure({ pageToken: optional(text), includeDefaultKeyPair: optional(flag) });

/** The Region's default key pair is not simulated, so that `includeDefaultKeyPair` adds nothing. */
export const getKeyPairs = defineOperation({
  input,
  run: ({ pageToken }, context) => {
    const { rows, nextPageToken } = pageOfResources({ context, type: 'KeyPair', pageToken });
    return { keyPairs: rows.map(keyPairAnswer), nextPageToken };
  },
});
