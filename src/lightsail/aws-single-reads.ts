import {
  GetAutoSnapshotsCommand,
  GetDiskCommand,
  GetInstanceCommand,
  GetInstanceSnapshotCommand,
  GetOperationCommand,
  GetRegionsCommand,
} from '@aws-sdk/client-lightsail';
import type { Send } from './call-sender';
import type { LightsailApi } from './lightsail-api';
import { isLightsailError } from './lightsail-error';

export type SingleReads = Pick<
  LightsailApi,
  'getOperation' | 'getInstance' | 'getDisk' | 'getInstanceSnapshot' | 'getAutoSnapshots' | 'getRegions'
>;

/** Reads of one resource, and of the list of Regions, which has no pages. */
export function awsSingleReads(send: Send): SingleReads {
  return {
    async getOperation(input, options) {
      const command = new GetOperationCommand(input);
      return (await orNone(send({ action: 'GetOperation', priority: 'read', ...options, command })))
        ?.operation;
    },
    async getInstance(input, options) {
      const command = new GetInstanceCommand(input);
      return (await orNone(send({ action: 'GetInstance', priority: 'read', ...options, command })))?.instance;
    },
    async getDisk(input, options) {
      const command = new GetDiskCommand(input);
      return (await orNone(send({ action: 'GetDisk', priority: 'read', ...options, command })))?.disk;
    },
    async getInstanceSnapshot(input, options) {
      const command = new GetInstanceSnapshotCommand(input);
      return (await orNone(send({ action: 'GetInstanceSnapshot', priority: 'read', ...options, command })))
        ?.instanceSnapshot;
    },
    async getAutoSnapshots(input, options) {
      return orNone(
        send({
          action: 'GetAutoSnapshots',
          priority: 'read',
          ...options,
          command: new GetAutoSnapshotsCommand(input),
        }),
      );
    },
    async getRegions(options) {
      const command = new GetRegionsCommand({ includeAvailabilityZones: true });
      return (await send({ action: 'GetRegions', priority: 'read', ...options, command })).regions ?? [];
    },
  };
}

/** What does not exist is an answer, not an error. */
async function orNone<Answer>(reading: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (isLightsailError(error) && error.kind === 'not-found') return undefined;
    throw error;
  }
}
