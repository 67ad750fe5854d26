import { operationAnswer } from '../answers/operation-answer';
import type { Operation } from '../state/resources';
import { pageTokenInput } from '../wire/member-shapes';
import { defineOperation } from './operation-spec';
import { readPageToken, writePageToken } from './page-token';

const LISTING = 'Operations';

/** "Returned from oldest to newest, up to a maximum of 200" (API reference, GetOperations). */
export const getOperations = defineOperation({
  input: pageTokenInput,
  run: ({ pageToken }, { region, state, nowMillis }) => {
    const start = readPageToken({ listing: LISTING, pageToken }) + 1;
    const listedUntilMillis = nowMillis - state.settings.operationsListingLagSeconds * 1000;
    const page: Operation[] = [];
    let index = start;
    let listed = isListed({ operation: region.operations[index], listedUntilMillis });
    for (; listed !== undefined && page.length < state.settings.operationsPageSize; index++) {
      page.push(listed);
      listed = isListed({ operation: region.operations[index + 1], listedUntilMillis });
    }
    return {
      operations: page.map(operationAnswer),
      nextPageToken: listed && writePageToken({ listing: LISTING, position: index - 1 }),
    };
  },
});

function isListed(input: {
  operation: Operation | undefined;
  listedUntilMillis: number;
}): Operation | undefined {
  const { operation, listedUntilMillis } = input;
  return operation !== undefined && operation.appearedAtMillis <= listedUntilMillis ? operation : undefined;
}
