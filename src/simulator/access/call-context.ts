import type { OperationName } from '../operations/operation-names';
import type { Resource, ResourceType } from '../state/resources';
import type { RegionState } from '../state/simulator-state';
import { ACTION_RESOURCES } from './action-resources';
import { REQUEST_TAG, REQUESTED_REGION, RESOURCE_TAG, TAG_KEYS } from './condition-key';
import { tagsOfRequest } from './tags-of-request';

export interface CallContextInput {
  region: RegionState;
  action: OperationName;
  request: unknown;
  /** Whose resources they are. */
  accountId: string;
}

export interface CallContext {
  resourceArn: string;
  /** Names of keys in lower case. */
  values: ReadonlyMap<string, readonly string[]>;
}

/** What a policy can judge a call by: the resource that it names, and the keys that AWS fills in for its action. */
export function callContext({ region, action, request, accountId }: CallContextInput): CallContext {
  const { resource: named, requestKeys } = ACTION_RESOURCES[action];
  const regionName = region.description.name;
  const values = new Map<string, string[]>([[REQUESTED_REGION, [regionName]]]);
  const { tags, tagKeys } = tagsOfRequest(request);
  if (requestKeys.includes('aws:RequestTag'))
    for (const { key, value } of tags) values.set(`${REQUEST_TAG}${key.toLowerCase()}`, [value]);
  if (requestKeys.includes('aws:TagKeys') && tagKeys.length > 0) values.set(TAG_KEYS, tagKeys);
  const found = named === null ? undefined : findNamed({ region, request, ...named });
  for (const { key, value = '' } of found?.tags ?? [])
    values.set(`${RESOURCE_TAG}${key.toLowerCase()}`, [value]);
  const types = named?.types ?? [];
  return {
    resourceArn: found?.arn ?? `arn:aws:lightsail:${regionName}:${accountId}:${patternOf(types)}`,
    values,
  };
}

/**
 * What stands in the place of a resource that is not there, and so has no id and no tags: any of its type. A call
 * that takes no resource is judged by the whole account, as people see in AWS's refusals ("is not authorized to
 * perform: lightsail:GetRegions on resource: arn:aws:lightsail:us-east-1:<account>:*").
 */
function patternOf(types: readonly ResourceType[]): string {
  return types.length === 1 ? `${types[0]}/*` : '*';
}

function findNamed(input: {
  region: RegionState;
  request: unknown;
  types: readonly ResourceType[];
  member: string;
}): Resource | undefined {
  const { region, request, types, member } = input;
  const members = typeof request === 'object' && request !== null ? Object.entries(request) : [];
  const name: unknown = new Map<string, unknown>(members).get(member);
  const resource = typeof name === 'string' ? region.resources.get(name) : undefined;
  return resource !== undefined && types.includes(resource.resourceType) ? resource : undefined;
}
