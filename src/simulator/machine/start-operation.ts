import type { Draft } from '../state/draft';
import type { Operation, Resource } from '../state/resources';

export interface StartOperationInput {
  draft: Draft;
  resource: Pick<Resource, 'region' | 'name' | 'resourceType' | 'availabilityZone'>;
  operationType: string;
  operationDetails?: string;
  nowMillis: number;
}

/** A new operation, as the call that starts it answers with it. It is not yet in the draft. */
export function startOperation(input: StartOperationInput): Operation {
  const { draft, resource, operationType, operationDetails, nowMillis } = input;
  return {
    id: draft.uuid(`operation|${operationType}|${resource.region}|${resource.name}`),
    region: resource.region,
    availabilityZone: resource.availabilityZone,
    resourceName: resource.name,
    resourceType: resource.resourceType,
    operationType,
    ...(operationDetails === undefined ? {} : { operationDetails }),
    status: 'Started',
    createdAtMillis: nowMillis,
    statusChangedAtMillis: nowMillis,
    appearedAtMillis: nowMillis,
  };
}

/** The same for what AWS answers as already done (tags, for one). */
export function finishedOperation(input: StartOperationInput): Operation {
  return { ...startOperation(input), status: 'Succeeded' };
}
