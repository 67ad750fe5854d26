import {
  GetDisksCommand,
  GetInstancesCommand,
  LightsailClient,
  type Disk,
  type Instance,
} from '@aws-sdk/client-lightsail';
import { OWNER_CREDENTIALS, type Stack } from './start-stack';

/** The instance of the default world that belongs to nobody's fleet. */
const FOREIGN = 'somebody-elses';

/** What stands in the account now, seen as any other client of Lightsail would see it. */
export class Account {
  private readonly client: LightsailClient;

  constructor(stack: Stack, region = 'us-east-1') {
    this.client = new LightsailClient({
      region,
      endpoint: stack.simulator.url,
      // A copy: the SDK adds a member of its own.
      credentials: { ...OWNER_CREDENTIALS },
    });
  }

  async instances(): Promise<Instance[]> {
    const found: Instance[] = [];
    let pageToken: string | undefined;
    do {
      const page = await this.client.send(new GetInstancesCommand({ pageToken }));
      found.push(...(page.instances ?? []));
      pageToken = page.nextPageToken;
    } while (pageToken !== undefined);
    return found;
  }

  async disks(): Promise<Disk[]> {
    return (await this.client.send(new GetDisksCommand({}))).disks ?? [];
  }

  /** Names of all that a person would be billed for, beside the foreign instance, which must always be there. */
  async billedNames(): Promise<string[]> {
    const [instances, disks] = await Promise.all([this.instances(), this.disks()]);
    const names = instances.map(({ name }) => name ?? '');
    if (!names.includes(FOREIGN)) throw new Error(`the foreign instance ${FOREIGN} is gone`);
    return [...names.filter((name) => name !== FOREIGN), ...disks.map(({ name }) => name ?? '')].sort();
  }

  /** Of `billedNames` those that begin so: what is left of one of several scenarios. */
  async standing(prefix: string): Promise<string[]> {
    return (await this.billedNames()).filter((name) => name.startsWith(prefix));
  }

  close(): void {
    this.client.destroy();
  }
}
