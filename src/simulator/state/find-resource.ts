import { doesNotExist } from '../errors/aws-error';
import type { ResourceOf, ResourceType } from './resources';
import type { RegionState } from './simulator-state';

export interface FindResourceInput<T extends ResourceType> {
  region: RegionState;
  type: T;
  name: string;
}

/** The resource, or undefined where there is none of this name and type. */
export function lookUpResource<T extends ResourceType>(
  input: FindResourceInput<T>,
): ResourceOf<T> | undefined {
  const resource = input.region.resources.get(input.name);
  return resource?.resourceType === input.type ? (resource as ResourceOf<T>) : undefined;
}

/** The resource, or AWS's NotFoundException. */
export function findResource<T extends ResourceType>(input: FindResourceInput<T>): ResourceOf<T> {
  const resource = lookUpResource(input);
  if (resource === undefined) throw doesNotExist({ resourceType: input.type, name: input.name });
  return resource;
}
