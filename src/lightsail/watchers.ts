import type { Instance, Operation } from '@aws-sdk/client-lightsail';
import type { Clock } from './clock';
import type { LightsailApi } from './lightsail-api';
import { onePerRegion } from './one-per-region';
import { createSharedWatcher, type SharedWatcher } from './shared-watcher';

/** The shared watchers of a process, one a Region and kind, made when first asked for. */
export interface Watchers {
  /** By operation id. */
  operations(region: string): SharedWatcher<Operation>;
  /** By instance name. */
  instances(region: string): SharedWatcher<Instance>;
}

export interface WatchersInput {
  lightsail: (region: string) => LightsailApi;
  /** Longest time between two looks (`FLEET_POLL_SECONDS`). */
  pollCeilingSeconds: number;
  random?: () => number;
  clock?: Clock;
}

export function createWatchers({ lightsail, ...timing }: WatchersInput): Watchers {
  const operations = onePerRegion((region) => {
    const api = lightsail(region);
    return createSharedWatcher<Operation>({
      readOne: (operationId, signal) => api.getOperation({ operationId }, { signal }),
      readPage: (pageToken, signal) => api.getOperations({ pageToken }, { signal }),
      keyOf: (operation) => operation.id,
      ...timing,
    });
  });
  const instances = onePerRegion((region) => {
    const api = lightsail(region);
    return createSharedWatcher<Instance>({
      readOne: (instanceName, signal) => api.getInstance({ instanceName }, { signal }),
      readPage: (pageToken, signal) => api.getInstances({ pageToken }, { signal }),
      keyOf: (instance) => instance.name,
      ...timing,
    });
  });
  return { operations, instances };
}
