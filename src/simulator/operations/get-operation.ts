import { operationAnswer } from '../answers/operation-answer';
import { doesNotExist } from '../errors/aws-error';
import { nonEmpty } from '../wire/member-shapes';
import { required, structure } from '../wire/shapes';
import { defineOperation } from './operation-spec';

const input = structure({ operationId: required(nonEmpty) });

export const getOperation = defineOperation({
  input,
  run: ({ operationId }, { region }) => {
    const operation = region.operations[region.operationIndexes.get(operationId) ?? -1];
    if (operation === undefined) throw doesNotExist({ resourceType: 'Operation', name: operationId });
    return { operation: operationAnswer(operation) };
  },
});
