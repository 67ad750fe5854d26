import type { AvailabilityZone, Region } from '@aws-sdk/client-lightsail';
import { isLightsailError } from '../../lightsail/lightsail-error';
import { passed, refused, type PlanCheck, type PlanCheckInput } from './plan-check';

/** The zone is one of the Region's and is available. `no-region`: nothing else can be asked there. */
export async function checkZone(input: PlanCheckInput): Promise<PlanCheck<'no-region' | undefined>> {
  const { region, request } = input;
  const { availabilityZone } = request;
  const path = 'availabilityZone';
  const { regions, zone } = await findZone(input);
  const zones = regions.find((candidate) => candidate.name === region)?.availabilityZones;
  if (zones === undefined) {
    const names = regions.map((candidate) => candidate.name).join(', ');
    return refused(
      { path, message: `Lightsail has no Region "${region}": expected a zone of ${names}` },
      'no-region',
    );
  }
  if (zone === undefined) {
    const names = zones.map((candidate) => candidate.zoneName).join(', ');
    return refused({ path, message: `no zone "${availabilityZone}": expected one of ${names}` }, undefined);
  }
  if (!isOpen(zone)) {
    return refused(
      { path, message: `zone "${availabilityZone}" is ${zone.state ?? 'closed'}, expected available` },
      undefined,
    );
  }
  return passed(`zone ${availabilityZone} is available`, undefined);
}

async function findZone(input: PlanCheckInput) {
  const { region, request } = input;
  const look = (regions: Region[]) => ({
    regions,
    zone: regions
      .find(({ name }) => name === region)
      ?.availabilityZones?.find(({ zoneName }) => zoneName === request.availabilityZone),
  });
  const kept = look(await readRegions({ ...input, fresh: false }));
  return kept.zone !== undefined && isOpen(kept.zone)
    ? kept
    : look(await readRegions({ ...input, fresh: true }));
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
