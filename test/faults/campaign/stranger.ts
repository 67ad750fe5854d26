import {
  AttachDiskCommand,
  CreateInstancesFromSnapshotCommand,
  DeleteInstanceCommand,
  DetachDiskCommand,
  LightsailClient,
  UntagResourceCommand,
} from '@aws-sdk/client-lightsail';

const FLEET_TAG = 'lightsail-fleet:fleet-id';
const OWNER_TAG = 'lightsail-fleet:owner-id';
const THEIR_DISK = 'their-data';
const FREE_DISK = { diskName: THEIR_DISK, diskPath: '/dev/xvdh' };

/** A stopped instance with a disk that can be taken off it. */
export const BENCH = {
  name: 'their-bench',
  availabilityZone: 'us-east-1a',
  state: 'stopped',
  disks: [{ name: THEIR_DISK, path: '/dev/xvdf', sizeInGb: 8 }],
};

/** Somebody else with an account of their own at the same simulator, who happens to use the same names. */
export class Stranger {
  private readonly client: LightsailClient;

  constructor(endpoint: string) {
    this.client = new LightsailClient({
      endpoint,
      region: 'us-east-1',
      maxAttempts: 1,
      credentials: { accessKeyId: 'AKIASTRANGER00000000', secretAccessKey: 'any' },
    });
  }

  /** Makes an instance of each name that is free. `fleetId`: tagged as if it belonged to that fleet. */
  async make({ names, fleetId }: { names: readonly string[]; fleetId?: string | undefined }): Promise<void> {
    const tags = [
      { key: 'team', value: 'strangers' },
      ...(fleetId === undefined ? [] : [{ key: FLEET_TAG, value: fleetId }]),
    ];
    for (const name of names) {
      const command = new CreateInstancesFromSnapshotCommand({
        instanceNames: [name],
        instanceSnapshotName: 'golden',
        availabilityZone: 'us-east-1a',
        bundleId: 'nano_3_0',
        tags,
      });
      // A name that is taken, or a fault that strikes a stranger: both are their own business.
      await this.client.send(command).catch(() => undefined);
    }
  }

  /** In the console. What is not there, or does not allow it now, stays as it is. */
  async lendHand({ does, name }: { does: 'delete' | 'untag' | 'attach'; name: string }): Promise<void> {
    const sent = {
      delete: () =>
        this.client.send(new DeleteInstanceCommand({ instanceName: name, forceDeleteAddOns: true })),
      untag: () => this.client.send(new UntagResourceCommand({ resourceName: name, tagKeys: [OWNER_TAG] })),
      attach: () => this.client.send(new AttachDiskCommand({ ...FREE_DISK, instanceName: name })),
    };
    await sent[does]().catch(() => undefined);
  }

  /** Takes the disk off the instance that it came into the world with. */
  async freeDisk(): Promise<void> {
    await this.client.send(new DetachDiskCommand({ diskName: THEIR_DISK }));
  }

  close(): void {
    this.client.destroy();
  }
}
