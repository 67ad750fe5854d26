import type { AvailabilityZone, Region } from '@aws-sdk/client-lightsail';
import type { Problem } from '../../contract/failures';
import { isLightsailError } from '../../lightsail/lightsail-error';
import { passed, refused, type PlanCheck, type PlanCheckInput } from './plan-check';

interface WantedZone {
  name: string;
  /** The member that names it. */
  path: string;
}

/**
 * The zone is one of the Region's and is available, and so is each zone that may have to do instead.
 * `no-region`: nothing else can be asked there.
 */
export async function checkZone(input: PlanCheckInput): Promise<PlanCheck<'no-region' | undefined>> {
  const { region, request } = input;
  const wanted: WantedZone[] = [
    { name: request.availabilityZone, path: 'availabilityZone' },
    ...(request.fleet?.fallbackZones ?? []).map((name, position) => ({
      name,
      path: `fleet.fallbackZones[${String(position)}]`,
    })),
  ];
  const { regions, zones } = await findZones({ input, wanted });
  if (zones === undefined) {
    const names = regions.map((candidate) => candidate.name).join(', ');
    const message = `Lightsail has no Region "${region}": expected a zone of ${names}`;
    return refused({ path: 'availabilityZone', message }, 'no-region');
  }
  const problems = wanted.flatMap((zone) => findZoneProblem({ zone, zones }));
  const names = wanted.map(({ name }) => name);
  const checked =
    names.length === 1
      ? `zone ${names.join('')} is available`
      : `zones ${names.join(', ')} are available (the first is used as long as it has capacity)`;
  return { ...passed(checked, undefined), ...(problems.length > 0 ? { checked: '', problems } : {}) };
}

function findZoneProblem({
  zone: { name, path },
  zones,
}: {
  zone: WantedZone;
  zones: AvailabilityZone[];
}): Problem[] {
  const found = zones.find(({ zoneName }) => zoneName === name);
  if (found === undefined) {
    const names = zones.map(({ zoneName }) => zoneName).join(', ');
    return [{ path, message: `no zone "${name}": expected one of ${names}` }];
  }
  if (isOpen(found)) return [];
  return [{ path, message: `zone "${name}" is ${found.state ?? 'closed'}, expected available` }];
}

async function findZones({ input, wanted }: { input: PlanCheckInput; wanted: WantedZone[] }) {
  const look = (regions: Region[]) => ({
    regions,
    zones: regions.find(({ name }) => name === input.region)?.availabilityZones,
  });
  const kept = look(await readRegions({ ...input, fresh: false }));
  const allOpen = wanted.every(({ name }) =>
    kept.zones?.some((zone) => zone.zoneName === name && isOpen(zone)),
  );
  return allOpen ? kept : look(await readRegions({ ...input, fresh: true }));
}

function isOpen({ state }: AvailabilityZone): boolean {
  return state === undefined || state === 'available';
}

/**
 * The Regions as the request's own tells them. Where that cannot be asked, the reason may be that it does not exist: a
 * name that DNS does not know, or a signature for a Region that nobody serves. Then one that is there is asked.
 */
async function readRegions(input: PlanCheckInput & { fresh: boolean }): Promise<Region[]> {
  const { api, homeApi, catalogue, region, signal, fresh } = input;
  try {
    return await catalogue.regions({ api, signal, fresh });
  } catch (error) {
    if (!isLightsailError(error) || region === homeApi.region) throw error;
    if (error.kind !== 'unavailable' && error.kind !== 'unauthenticated') throw error;
    const regions = await homeApi.getRegions({ signal }).catch(() => undefined);
    if (regions === undefined || regions.some(({ name }) => name === region)) throw error;
    return regions;
  }
}
