import { operationAnswer } from '../answers/operation-answer';
import { finishedOperation } from '../machine/start-operation';
import { findTaggable } from '../validation/taggable';
import { assertTagCount, readTags } from '../validation/tags';
import { resourceArn as resourceArnShape, resourceName, tagShape } from '../wire/member-shapes';
import { list, optional, required, structure } from '../wire/shapes';
import { defineOperation } from './operation-spec';

const input = structure({
  resourceName: required(resourceName),
  resourceArn: optional(resourceArnShape),
  tags: required(list(tagShape)),
});

export const tagResource = defineOperation({
  input,
  run: ({ resourceName: name, resourceArn, tags }, { region, draft, nowMillis, state }) => {
    const resource = findTaggable({ region, name, resourceArn });
    const added = readTags({ tags, settings: state.settings });
    const keys = new Set(added.map(({ key }) => key));
    const all = [...resource.tags.filter(({ key }) => !keys.has(key)), ...added];
    assertTagCount({ count: all.length, settings: state.settings });
    draft.put({ ...resource, tags: all });
    const operation = finishedOperation({ draft, resource, operationType: 'TagResource', nowMillis });
    draft.putOperation(operation);
    return { operations: [operationAnswer(operation)] };
  },
});
