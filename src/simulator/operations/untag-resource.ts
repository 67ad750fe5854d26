import { operationAnswer } from '../answers/operation-answer';
import { finishedOperation } from '../machine/start-operation';
import { findTaggable } from '../validation/taggable';
import { resourceArn as resourceArnShape, resourceName } from '../wire/member-shapes';
import { list, optional, required, structure, text } from '../wire/shapes';
import { defineOperation } from './operation-spec';

const input = structure({
  resourceName: required(resourceName),
  resourceArn: optional(resourceArnShape),
  tagKeys: required(list(text)),
});

/** Keys that the resource does not have are no error. */
export const untagResource = defineOperation({
  input,
  run: ({ resourceName: name, resourceArn, tagKeys }, { region, draft, nowMillis }) => {
    const resource = findTaggable({ region, name, resourceArn });
    const removed = new Set(tagKeys);
    draft.put({ ...resource, tags: resource.tags.filter(({ key }) => !removed.has(key)) });
    const operation = finishedOperation({ draft, resource, operationType: 'UntagResource', nowMillis });
    draft.putOperation(operation);
    return { operations: [operationAnswer(operation)] };
  },
});
