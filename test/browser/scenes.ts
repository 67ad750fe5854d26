import { createFleetClient, type FleetClient } from '../../src/client';
import { fleetRequest } from '../support/fleet-request';
import type { FaultRule } from '../support/simulator-control';
import type { Stack } from '../support/start-stack';
import { waitFor } from '../support/wait-for';

/** What AWS may say, as far as Markdown and HTML go. */
export const MARKUP = '<b>bold</b> & [link](javascript:alert(1)) | a_b_c';

/** Of a fault that does not end while the page is looked at. */
const ALWAYS = 10_000;

const FAULTS: FaultRule[] = [
  { name: 'undone-02', effect: 'operation-fails' },
  { name: 'left-02', effect: 'operation-fails' },
  {
    ...{ action: 'DeleteInstance', name: 'left-03', effect: 'delete-refused', times: ALWAYS },
    errorCode: 'InvalidInputException',
  },
  { name: 'undoing-02', effect: 'operation-fails', errorDetails: MARKUP },
  { action: 'DeleteInstance', name: 'undoing-01', effect: 'denied', times: ALWAYS },
  { action: 'GetInstanceSnapshot', name: 'golden-with-disk', effect: 'server-error', times: ALWAYS },
];

const named = (prefix: string) => ({ names: ['01', '02', '03'].map((index) => `${prefix}-${index}`) });

/** A fleet of every kind that a person may look at, all in one account: the faults go by name. */
export async function startScenes(stack: Stack): Promise<void> {
  const fleets = createFleetClient({ client: stack.client });
  await stack.control.putFaults(FAULTS);
  const start = (prefix: string, change: Parameters<typeof fleetRequest>[0] = {}) =>
    fleets.startFleet({ fleetId: `${prefix}-fleet`, request: fleetRequest({ ...named(prefix), ...change }) });
  await start('ready', { fleet: { group: 'web' } });
  await start('undone');
  await start('left');
  await start('undoing');
  await start('planning', { instanceSnapshotName: 'golden-with-disk' });
  await createSchedule(fleets);
  await fleets.schedules.trigger({ scheduleId: 'nightly' });
  for (const fleetId of ['ready-fleet', 'undone-fleet', 'left-fleet']) await ended(fleets, fleetId);
}

async function createSchedule(fleets: FleetClient): Promise<void> {
  const { instanceNames: _names, ...request } = fleetRequest({
    fleet: { nameTemplate: 'web-{date}-{index}', count: 2, group: 'nightly', keepLast: 2 },
  });
  await fleets.schedules.create({
    schedule: {
      ...{ scheduleId: 'nightly', cron: ['0 2 * * *'], timeZone: 'Europe/Berlin', request },
      note: 'fresh web servers each night',
    },
  });
}

async function ended(fleets: FleetClient, fleetId: string): Promise<void> {
  await waitFor({
    what: `${fleetId} ends`,
    limitSeconds: 60,
    condition: async () => (await fleets.getFleet({ fleetId })).outcome !== undefined,
  });
}
