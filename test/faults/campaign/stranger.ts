import {
  CreateInstancesFromSnapshotCommand,
  DeleteInstanceCommand,
  LightsailClient,
  UntagResourceCommand,
} from '@aws-sdk/client-lightsail';

const FLEET_TAG = 'lightsail-fleet:fleet-id';
const OWNER_TAG = 'lightsail-fleet:owner-id';

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

  /** By hand, in the console. What is not there, or may not be deleted yet, stays as it is. */
  async remove(instanceName: string): Promise<void> {
    const command = new DeleteInstanceCommand({ instanceName, forceDeleteAddOns: true });
    await this.client.send(command).catch(() => undefined);
  }

  /** Takes the proof away that it belongs to a fleet. */
  async untag(resourceName: string): Promise<void> {
    const command = new UntagResourceCommand({ resourceName, tagKeys: [OWNER_TAG] });
    await this.client.send(command).catch(() => undefined);
  }

  close(): void {
    this.client.destroy();
  }
}
