import {
  AttachDiskCommand,
  CreateInstancesFromSnapshotCommand,
  DeleteInstanceCommand,
  DetachDiskCommand,
  LightsailClient,
  TagResourceCommand,
  UntagResourceCommand,
  type CreateInstancesFromSnapshotRequest,
  type Tag,
} from '@aws-sdk/client-lightsail';
import { OWNER_CREDENTIALS, type Stack } from './start-stack';

/** Somebody with the console of the account open, who knows nothing of fleets and gets in their way. */
export class Person {
  private readonly client: LightsailClient;

  constructor(stack: Stack) {
    this.client = new LightsailClient({
      region: 'us-east-1',
      endpoint: stack.simulator.url,
      credentials: { ...OWNER_CREDENTIALS },
    });
  }

  async create(instanceName: string, more: Partial<CreateInstancesFromSnapshotRequest> = {}): Promise<void> {
    await this.client.send(
      new CreateInstancesFromSnapshotCommand({
        instanceNames: [instanceName],
        instanceSnapshotName: 'golden',
        availabilityZone: 'us-east-1a',
        bundleId: 'nano_3_0',
        ...more,
      }),
    );
  }

  async remove(instanceName: string): Promise<void> {
    await this.client.send(new DeleteInstanceCommand({ instanceName, forceDeleteAddOns: true }));
  }

  async attach(diskName: string, instanceName: string): Promise<void> {
    await this.client.send(new AttachDiskCommand({ diskName, instanceName, diskPath: '/dev/xvdh' }));
  }

  async detach(diskName: string): Promise<void> {
    await this.client.send(new DetachDiskCommand({ diskName }));
  }

  async tag(resourceName: string, ...tags: Tag[]): Promise<void> {
    await this.client.send(new TagResourceCommand({ resourceName, tags }));
  }

  async untag(resourceName: string, ...tagKeys: string[]): Promise<void> {
    await this.client.send(new UntagResourceCommand({ resourceName, tagKeys }));
  }

  close(): void {
    this.client.destroy();
  }
}
