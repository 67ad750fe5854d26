import {
  CreateInstancesFromSnapshotCommand,
  DeleteDiskCommand,
  DeleteInstanceCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-lightsail';
import type { Send } from './call-sender';
import type { LightsailApi } from './lightsail-api';

export type Writes = Pick<
  LightsailApi,
  'createInstancesFromSnapshot' | 'deleteInstance' | 'deleteDisk' | 'tagResource' | 'untagResource'
>;

/** What changes the account. Each is sent once; the secrets of a create are kept out of its errors. */
export function awsWrites(send: Send): Writes {
  return {
    async createInstancesFromSnapshot(input, options) {
      const { operations = [] } = await send({
        action: 'CreateInstancesFromSnapshot',
        priority: 'write',
        command: new CreateInstancesFromSnapshotCommand(input),
        secrets: [input.userData ?? ''],
        ...options,
      });
      return operations;
    },
    async deleteInstance(input, options) {
      const command = new DeleteInstanceCommand(input);
      const { operations = [] } = await send({
        action: 'DeleteInstance',
        priority: 'write',
        command,
        ...options,
      });
      return operations;
    },
    async deleteDisk(input, options) {
      const command = new DeleteDiskCommand(input);
      const { operations = [] } = await send({
        action: 'DeleteDisk',
        priority: 'write',
        command,
        ...options,
      });
      return operations;
    },
    async tagResource(input, options) {
      const command = new TagResourceCommand(input);
      const { operations = [] } = await send({
        action: 'TagResource',
        priority: 'write',
        command,
        ...options,
      });
      return operations;
    },
    async untagResource(input, options) {
      const command = new UntagResourceCommand(input);
      const { operations = [] } = await send({
        action: 'UntagResource',
        priority: 'write',
        command,
        ...options,
      });
      return operations;
    },
  };
}
