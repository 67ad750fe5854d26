import type { Change } from '../state/change';
import { lookUpResource } from '../state/find-resource';
import type { Operation, Resource } from '../state/resources';
import type { SimulatorState } from '../state/simulator-state';

export interface ChangeDescription {
  region: string;
  resourceType: string;
  resourceName: string;
  /** Null where it was not there before. */
  from: string | null;
  /** Null where it is not there any more. */
  to: string | null;
  detail: Record<string, unknown>;
}

/**
 * What a change is for a reader of the ledger; undefined where nothing that a client could see has changed.
 * To be asked before the change is applied.
 */
export function describeChange({
  state,
  change,
}: {
  state: SimulatorState;
  change: Change;
}): ChangeDescription | undefined {
  if (change.kind === 'put') return describePut({ state, resource: change.resource });
  if (change.kind === 'put-operation') return describeOperation({ state, operation: change.operation });
  if (change.kind === 'remove') {
    const resource = state.regions.get(change.region)?.resources.get(change.name);
    if (resource === undefined) return undefined;
    return { ...identityOf(resource), from: resource.current.state, to: null, detail: { arn: resource.arn } };
  }
  if (change.kind === 'hide') {
    const { instance } = change.hidden;
    return { ...identityOf(instance), from: null, to: 'not-visible', detail: detailOf(instance) };
  }
  return undefined;
}

function describePut({
  state,
  resource,
}: {
  state: SimulatorState;
  resource: Resource;
}): ChangeDescription | undefined {
  const region = state.regions.get(resource.region);
  if (region === undefined) return undefined;
  const before = lookUpResource({ region, type: resource.resourceType, name: resource.name });
  const detail = detailOf(resource);
  if (before?.current.state === resource.current.state && sameDetail(detailOf(before), detail))
    return undefined;
  const from = before?.current.state ?? (region.hidden.has(resource.name) ? 'not-visible' : null);
  return { ...identityOf(resource), from, to: resource.current.state, detail };
}

function describeOperation(input: { state: SimulatorState; operation: Operation }): ChangeDescription {
  const { id, region, resourceName, resourceType, operationType, status, errorCode } = input.operation;
  const known = input.state.regions.get(region);
  const before = known?.operations[known.operationIndexes.get(id) ?? -1];
  return {
    region,
    resourceType: 'Operation',
    resourceName: id,
    from: before?.status ?? null,
    to: status,
    detail: {
      operationType,
      of: resourceName,
      ofType: resourceType,
      ...(errorCode === undefined ? {} : { errorCode }),
    },
  };
}

function identityOf({ region, resourceType, name }: Resource): {
  region: string;
  resourceType: string;
  resourceName: string;
} {
  return { region, resourceType, resourceName: name };
}

/** What else is told about a resource: who owns it, and what makes it usable. */
function detailOf(resource: Resource): Record<string, unknown> {
  const { arn, tags } = resource;
  const common = { arn, tags: Object.fromEntries(tags.map(({ key, value }) => [key, value ?? ''])) };
  if (resource.resourceType === 'Instance') {
    const { publicIpAddress, ipv6Addresses } = resource.current;
    return { ...common, publicIpAddress, ipv6Addresses };
  }
  if (resource.resourceType === 'Disk') return { ...common, attachedTo: resource.current.attachedTo };
  return common;
}

function sameDetail(a: Record<string, unknown>, b: Record<string, unknown>): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
