import { expandDiskMapping } from '../../contract/disk-mapping';
import type { Problem } from '../../contract/failures';
import { RESOURCE_NAME, RESOURCE_NAME_RULE } from '../../contract/aws-request';
import { isOwnedBy } from '../../contract/tags';
import type { PlanCheck, PlanCheckInput } from './plan-check';
import type { RegionListing } from './read-region';

export interface CheckNamesInput extends Pick<PlanCheckInput, 'request' | 'instanceNames' | 'ownerId'> {
  listing: RegionListing;
}

/**
 * Every name that the fleet will take is valid, distinct, and free across resource types: Lightsail's names are
 * unique in a Region and account, whatever they name (Lightsail guide).
 */
export function checkNames(input: CheckNamesInput): PlanCheck {
  const wanted = wantedNames(input);
  const taken = takenNames(input);
  const problems = [...findInvalid(wanted), ...findRepeated(wanted)];
  for (const { name, path } of wanted) {
    const holder = taken.get(name);
    if (holder !== undefined) problems.push({ path, message: `name "${name}" is in use by ${holder}` });
  }
  const count = wanted.length === 1 ? 'the name is' : `${String(wanted.length)} names are`;
  const checked = problems.length === 0 ? `${count} valid, distinct and free` : '';
  return { checked, problems, warnings: [], facts: undefined };
}

interface WantedName {
  name: string;
  path: string;
}

function wantedNames({ request, instanceNames }: CheckNamesInput): WantedName[] {
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

/** What this very run made (one that an operator has reset) is no obstacle: its create adopts it, disks and all. */
function takenNames({ request, listing, ownerId }: CheckNamesInput): Map<string, string> {
  const { instances, disks, staticIps, keyPairs, loadBalancers } = listing;
  const ours = new Set(instances.filter(({ tags }) => isOwnedBy(tags, ownerId)).map(({ name }) => name));
  const rows: [{ name?: string | undefined }[], string][] = [
    // Of all snapshots only this one is known: to list the others would take a call for each hundred.
    [[{ name: request.instanceSnapshotName }], 'the snapshot itself'],
    [instances.filter(({ name }) => !ours.has(name)), 'an instance'],
    [disks.filter(({ attachedTo }) => attachedTo === undefined || !ours.has(attachedTo)), 'a disk'],
    [staticIps, 'a static IP'],
    [keyPairs, 'a key pair'],
    [loadBalancers, 'a load balancer'],
  ];
  return new Map(
    rows.flatMap(([items, holder]) =>
      items.flatMap(({ name }) => (name === undefined ? [] : [[name, holder] as const])),
    ),
  );
}
