import type { Instance } from '@aws-sdk/client-lightsail';
import type { LightsailApi } from '../lightsail/lightsail-api';
import { readAll } from '../lightsail/read-all';

/** Up to here one GetInstance a name is cheaper than a listing of the account, whose length nobody knows. */
const SINGLE_READS = 5;

export interface ReadInstancesInput {
  api: LightsailApi;
  instanceNames: readonly string[];
  signal?: AbortSignal | undefined;
}

/** The instances of these names, whoever they belong to; what does not exist is not in the map. */
export async function readInstances(input: ReadInstancesInput): Promise<Map<string, Instance>> {
  const { api, instanceNames, signal } = input;
  if (instanceNames.length > SINGLE_READS) {
    const wanted = new Set(instanceNames);
    const all = await readAll((pageToken) => api.getInstances({ pageToken }, { signal }));
    return byName(all.filter((instance) => wanted.has(instance.name ?? '')));
  }
  const found = await Promise.all(
    instanceNames.map((instanceName) => api.getInstance({ instanceName }, { signal })),
  );
  return byName(found.filter((instance) => instance !== undefined));
}

function byName(instances: Instance[]): Map<string, Instance> {
  return new Map(
    instances.flatMap((instance) =>
      instance.name === undefined ? [] : [[instance.name, instance] as const],
    ),
  );
}
