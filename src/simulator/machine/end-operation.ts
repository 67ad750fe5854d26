import type { TransitionEvent } from '../state/due-event';
import type { Draft } from '../state/draft';
import type { Instance } from '../state/resources';
import type { RegionState, SimulatorState } from '../state/simulator-state';
import { attachedDisksOf } from './disk-transitions';

export interface EndOperationInput {
  state: SimulatorState;
  region: RegionState;
  draft: Draft;
  event: Extract<TransitionEvent, { kind: 'operation-ends' }>;
  nowMillis: number;
}

/** An operation ends. What it was about changes by events of its own, unless it failed. */
export function endOperation({ state, region, draft, event, nowMillis }: EndOperationInput): void {
  const operation = region.operations[region.operationIndexes.get(event.operationId) ?? -1];
  if (operation === undefined || operation.status !== 'Started') return;
  draft.putOperation({ ...operation, ...event.end, statusChangedAtMillis: nowMillis });
  if (event.end.status === 'Succeeded') return;
  const resource = region.resources.get(operation.resourceName);
  if (resource === undefined || resource.arn !== event.arn) return;
  if (event.restore !== undefined) draft.put(event.restore);
  else if (resource.resourceType === 'Instance') failInstance({ state, region, draft, instance: resource });
}

function failInstance(input: {
  state: SimulatorState;
  region: RegionState;
  draft: Draft;
  instance: Instance;
}): void {
  const { state, region, draft, instance } = input;
  if (instance.condition !== 'creating') return;
  const disks = attachedDisksOf({ region, instance });
  if (state.settings.failedInstanceRemains) {
    draft.put({ ...instance, condition: 'failed' });
    return;
  }
  for (const disk of disks) draft.remove(disk);
  draft.remove(instance);
}
