import type { DueEvent, TransitionEvent } from '../state/due-event';
import { Draft } from '../state/draft';
import { lookUpResource } from '../state/find-resource';
import type { Change } from '../state/change';
import type { ResourceOf, ResourceType } from '../state/resources';
import type { RegionState, SimulatorState } from '../state/simulator-state';
import { assignAddress, beginRunning, endInstance } from './instance-transitions';
import { detachDisk } from './disk-transitions';
import { endOperation } from './end-operation';

/** What one event that has fallen due changes. Events of resources that are gone, or were replaced, change nothing. */
export function fireEvent({ state, due }: { state: SimulatorState; due: DueEvent }): Change[] {
  const draft = new Draft(state);
  draft.fired(due);
  const region = state.regions.get(due.event.region);
  if (region !== undefined) change({ state, region, draft, event: due.event, nowMillis: due.dueMillis });
  return draft.finish();
}

interface ChangeInput {
  state: SimulatorState;
  region: RegionState;
  draft: Draft;
  event: TransitionEvent;
  nowMillis: number;
}

function change(input: ChangeInput): void {
  const { state, region, draft, event, nowMillis } = input;
  switch (event.kind) {
    case 'instance-running': {
      const instance = same({ region, type: 'Instance', event });
      if (instance !== undefined) beginRunning({ region, draft, instance });
      return;
    }
    case 'address-assigned': {
      const instance = same({ region, type: 'Instance', event });
      if (instance !== undefined) assignAddress({ draft, instance, settings: state.settings });
      return;
    }
    case 'instance-gone': {
      const instance = same({ region, type: 'Instance', event });
      if (instance !== undefined) endInstance({ region, draft, instance });
      return;
    }
    case 'disk-detached': {
      const disk = same({ region, type: 'Disk', event });
      if (disk !== undefined) detachDisk({ region, draft, disk });
      return;
    }
    case 'disk-gone': {
      if (same({ region, type: 'Disk', event }) !== undefined) draft.remove(event);
      return;
    }
    case 'snapshot-available': {
      const snapshot = same({ region, type: 'InstanceSnapshot', event });
      if (snapshot !== undefined) draft.put({ ...snapshot, current: { state: 'available' } });
      return;
    }
    case 'operation-ends':
      endOperation({ state, region, draft, event, nowMillis });
      return;
    case 'create-appears':
      appear({ region, draft, name: event.name, nowMillis });
  }
}

function same<T extends ResourceType>(input: {
  region: RegionState;
  type: T;
  event: { name: string; arn: string };
}): ResourceOf<T> | undefined {
  const { region, type, event } = input;
  const resource = lookUpResource({ region, type, name: event.name });
  return resource?.arn === event.arn ? resource : undefined;
}

function appear(input: { region: RegionState; draft: Draft; name: string; nowMillis: number }): void {
  const { region, draft, name, nowMillis } = input;
  const hidden = region.hidden.get(name);
  if (hidden === undefined) return;
  draft.reveal({ region: region.description.name, name });
  draft.put(hidden.instance);
  for (const disk of hidden.disks) draft.put(disk);
  draft.putOperation({ ...hidden.operation, appearedAtMillis: nowMillis });
  for (const { dueMillis, event } of hidden.events) {
    draft.schedule({ dueMillis: Math.max(dueMillis, nowMillis), event });
  }
}
