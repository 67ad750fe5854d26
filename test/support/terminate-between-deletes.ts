import { fleetRequest } from './fleet-request';
import { untilCalled } from './ledger-facts';
import { startFleet, type RunningFleet } from './run-fleet';
import type { Stack } from './start-stack';
import { WITH_DISKS } from './with-disks';

/**
 * A fleet of web-01 and web-02 whose run somebody terminates when its rollback has deleted the instances and not yet
 * their disks. What holds the disks lasts until the caller puts other faults: its worker may still be at it.
 */
export async function terminateBetweenDeletes(stack: Stack): Promise<RunningFleet> {
  await stack.control.putFaults([
    { effect: 'operation-fails', name: 'web-02' },
    { action: 'DeleteDisk', effect: 'stall', times: 1000 },
  ]);
  const fleet = await startFleet(stack, fleetRequest({ ...WITH_DISKS, names: ['web-01', 'web-02'] }));
  await untilCalled(stack.control, 'DeleteDisk', 'web-01-data');
  await stack.client.workflow.getHandle(fleet.id).terminate('as an operator does');
  return fleet;
}
