import type { Settings } from '../settings';
import type { Draft } from '../state/draft';
import type { Instance } from '../state/resources';
import type { RegionState } from '../state/simulator-state';
import { allocateAddresses } from './allocate-addresses';
import { attachedDisksOf, detachDisk } from './disk-transitions';

interface InstanceTransitionInput {
  region: RegionState;
  draft: Draft;
  instance: Instance;
}

export function beginRunning({ region, draft, instance }: InstanceTransitionInput): void {
  if (instance.condition !== 'creating') return;
  draft.put({ ...instance, condition: 'ready', current: { ...instance.current, state: 'running' } });
  for (const disk of attachedDisksOf({ region, instance })) {
    draft.put({ ...disk, current: { state: 'in-use', attachedTo: instance.name } });
  }
}

/** An address may come after the instance runs, and never comes to one that is being deleted. */
export function assignAddress(input: { draft: Draft; instance: Instance; settings: Settings }): void {
  const { draft, instance, settings } = input;
  if (instance.condition !== 'ready' || instance.current.publicIpAddress !== undefined) return;
  const { publicIpAddress, ipv6Address } = allocateAddresses({ draft, settings });
  draft.put({
    ...instance,
    current: {
      ...instance.current,
      ...(instance.ipAddressType === 'ipv6' ? {} : { publicIpAddress }),
      ...(instance.ipAddressType === 'ipv4' ? {} : { ipv6Addresses: [ipv6Address] }),
    },
  });
}

/** The instance is gone; its disks stay behind, and so does a static IP that was attached to it. */
export function endInstance({ region, draft, instance }: InstanceTransitionInput): void {
  for (const disk of attachedDisksOf({ region, instance })) detachDisk({ region, draft, disk });
  draft.remove(instance);
}
