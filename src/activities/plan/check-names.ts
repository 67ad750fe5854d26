import { expandDiskMapping } from '../../contract/disk-mapping';
import type { Problem } from '../../contract/failures';
import { RESOURCE_NAME, RESOURCE_NAME_RULE } from '../../contract/aws-request';
import { isOwnedBy } from '../../contract/tags';
import { readAll } from '../../lightsail/read-all';
import type { PlanCheck, PlanCheckInput } from './plan-check';

export interface NameFacts {
  keyPairNames: string[];
}

/**
 * Every name that the fleet will take is valid, distinct, and free across resource types: Lightsail's names are
 * unique in a Region and account, whatever they name (Lightsail guide).
 */
export async function checkNames(input: PlanCheckInput): Promise<PlanCheck<NameFacts>> {
  const wanted = wantedNames(input);
  const taken = await readTakenNames(input);
  const problems = [...findInvalid(wanted), ...findRepeated(wanted)];
  for (const { name, path } of wanted) {
    const holder = taken.get(name);
    if (holder !== undefined) problems.push({ path, message: `name "${name}" is in use by ${holder}` });
  }
  const keyPairNames = [...taken].filter(([, holder]) => holder === 'a key pair').map(([name]) => name);
  const checked = problems.length === 0 ? `${String(wanted.length)} names are free` : '';
  return { checked, problems, warnings: [], facts: { keyPairNames } };
}

interface WantedName {
  name: string;
  path: string;
}

function wantedNames({ request, instanceNames }: PlanCheckInput): WantedName[] {
  const fromTemplate = request.instanceNames === undefined;
  const instances = instanceNames.map((name, position) => ({
    name,
    path: fromTemplate ? 'fleet.nameTemplate' : `instanceNames[${String(position)}]`,
  }));
  const mapping = expandDiskMapping({ mapping: request.attachedDiskMapping, instanceNames }) ?? {};
  const disks = Object.entries(mapping).flatMap(([instanceName, maps]) =>
    maps.flatMap(({ newDiskName }) =>
      newDiskName === undefined
        ? []
        : [{ name: newDiskName, path: `attachedDiskMapping[${JSON.stringify(instanceName)}]` }],
    ),
  );
  return [...instances, ...disks];
}

function findInvalid(wanted: WantedName[]): Problem[] {
  return wanted
    .filter(({ name }) => !RESOURCE_NAME.test(name))
    .map(({ name, path }) => ({ path, message: `${RESOURCE_NAME_RULE}, got ${JSON.stringify(name)}` }));
}

function findRepeated(wanted: WantedName[]): Problem[] {
  const seen = new Set<string>();
  return wanted.flatMap(({ name, path }) => {
    const again = seen.has(name);
    seen.add(name);
    return again ? [{ path, message: `name "${name}" would be taken twice` }] : [];
  });
}

/** An instance that this very run made (one that an operator has reset) is no obstacle: its create adopts it. */
async function readTakenNames({ api, ownerId, signal }: PlanCheckInput): Promise<Map<string, string>> {
  const options = { signal };
  const [instances, disks, staticIps, keyPairs] = await Promise.all([
    readAll((pageToken) => api.getInstances({ pageToken }, options)),
    readAll((pageToken) => api.getDisks({ pageToken }, options)),
    readAll((pageToken) => api.getStaticIps({ pageToken }, options)),
    readAll((pageToken) => api.getKeyPairs({ pageToken }, options)),
  ]);
  const rows: [{ name?: string | undefined }[], string][] = [
    [instances.filter((instance) => !isOwnedBy(instance.tags, ownerId)), 'an instance'],
    [disks, 'a disk'],
    [staticIps, 'a static IP'],
    [keyPairs, 'a key pair'],
  ];
  return new Map(
    rows.flatMap(([items, holder]) =>
      items.flatMap(({ name }) => (name === undefined ? [] : [[name, holder] as const])),
    ),
  );
}
