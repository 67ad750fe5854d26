import { operationAnswer } from '../answers/operation-answer';
import { AwsError, invalidInput } from '../errors/aws-error';
import type { Operation } from '../state/resources';
import { resourceName } from '../wire/member-shapes';
import { optional, required, structure, text } from '../wire/shapes';
import { defineOperation } from './operation-spec';
import { readPageToken, writePageToken } from './page-token';

const input = structure({ resourceName: required(resourceName), pageToken: optional(text) });

/** Operations outlive their resource, so that a deleted name still has a listing. */
export const getOperationsForResource = defineOperation({
  input,
  run: ({ resourceName: name, pageToken }, { region, state }) => {
    const indexes = region.operationIndexesByResource.get(name) ?? [];
    if (indexes.length === 0 && !region.resources.has(name)) {
      const message = `The resource does not exist: ${name}`;
      throw new AwsError({ type: 'NotFoundException', code: 'DoesNotExist', message });
    }
    const start = readPageToken({ listing: 'ResourceOperations', pageToken }) + 1;
    if (start > indexes.length) throw invalidInput('The page token is not valid for this resource.');
    const end = Math.min(indexes.length, start + state.settings.operationsPageSize);
    const more = end < indexes.length;
    return {
      operations: indexes
        .slice(start, end)
        .map((index) => operationAnswer(region.operations[index] as Operation)),
      nextPageToken: more ? writePageToken({ listing: 'ResourceOperations', position: end - 1 }) : undefined,
    };
  },
});
