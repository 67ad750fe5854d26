import type { RegionState } from '../state/simulator-state';

const NAME_MEMBERS = [
  'instanceName',
  'resourceName',
  'diskName',
  'instanceSnapshotName',
  'keyPairName',
] as const;

/**
 * The resources that a call names, for the `name` of a fault rule. A call that asks for an operation names the
 * operation's resource; a create names what it makes and not its snapshot or key pair.
 */
export function namesOfRequest({ region, request }: { region: RegionState; request: unknown }): string[] {
  if (typeof request !== 'object' || request === null) return [];
  const members = new Map<string, unknown>(Object.entries(request));
  const made = members.get('instanceNames');
  if (Array.isArray(made)) return made.filter((name) => typeof name === 'string');
  const operationId = members.get('operationId');
  if (typeof operationId === 'string') {
    const operation = region.operations[region.operationIndexes.get(operationId) ?? -1];
    return operation === undefined ? [] : [operation.resourceName];
  }
  return NAME_MEMBERS.map((member) => members.get(member)).filter((name) => typeof name === 'string');
}
