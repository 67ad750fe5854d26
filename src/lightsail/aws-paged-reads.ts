import {
  GetBundlesCommand,
  GetDisksCommand,
  GetInstancesCommand,
  GetKeyPairsCommand,
  GetLoadBalancersCommand,
  GetOperationsCommand,
  GetOperationsForResourceCommand,
  GetStaticIpsCommand,
} from '@aws-sdk/client-lightsail';
import type { SingleReads } from './aws-single-reads';
import type { Writes } from './aws-writes';
import type { Send } from './call-sender';
import type { LightsailApi, Page } from './lightsail-api';

type PagedReads = Omit<LightsailApi, 'region' | keyof Writes | keyof SingleReads>;

/** Listings, a page a call. */
export function awsPagedReads(send: Send): PagedReads {
  return {
    async getOperations(input, options) {
      const answer = await send({
        action: 'GetOperations',
        priority: 'read',
        ...options,
        command: new GetOperationsCommand(input),
      });
      return toPage(answer.operations, answer.nextPageToken);
    },
    async getOperationsForResource(input, options) {
      const command = new GetOperationsForResourceCommand(input);
      const answer = await send({
        action: 'GetOperationsForResource',
        priority: 'read',
        ...options,
        command,
      });
      return toPage(answer.operations, answer.nextPageToken);
    },
    async getInstances(input, options) {
      const answer = await send({
        action: 'GetInstances',
        priority: 'read',
        ...options,
        command: new GetInstancesCommand(input),
      });
      return toPage(answer.instances, answer.nextPageToken);
    },
    async getDisks(input, options) {
      const answer = await send({
        action: 'GetDisks',
        priority: 'read',
        ...options,
        command: new GetDisksCommand(input),
      });
      return toPage(answer.disks, answer.nextPageToken);
    },
    async getBundles(input, options) {
      const command = new GetBundlesCommand({ ...input, includeInactive: true });
      const answer = await send({ action: 'GetBundles', priority: 'read', ...options, command });
      return toPage(answer.bundles, answer.nextPageToken);
    },
    async getKeyPairs(input, options) {
      const command = new GetKeyPairsCommand({ ...input, includeDefaultKeyPair: true });
      const answer = await send({ action: 'GetKeyPairs', priority: 'read', ...options, command });
      return toPage(answer.keyPairs, answer.nextPageToken);
    },
    async getLoadBalancers(input, options) {
      const command = new GetLoadBalancersCommand(input);
      const answer = await send({ action: 'GetLoadBalancers', priority: 'read', ...options, command });
      return toPage(answer.loadBalancers, answer.nextPageToken);
    },
    async getStaticIps(input, options) {
      const answer = await send({
        action: 'GetStaticIps',
        priority: 'read',
        ...options,
        command: new GetStaticIpsCommand(input),
      });
      return toPage(answer.staticIps, answer.nextPageToken);
    },
  };
}

function toPage<Item>(items: Item[] | undefined, nextPageToken: string | undefined): Page<Item> {
  return { items: items ?? [], nextPageToken };
}
