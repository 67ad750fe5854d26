import type { Region } from '@aws-sdk/client-lightsail';
import { isLightsailError } from '../../lightsail/lightsail-error';
import { passed, refused, type PlanCheck, type PlanCheckInput } from './plan-check';

/** DNS knows no endpoint of that name: the Region does not exist, or Lightsail is not in it. */
const NO_ENDPOINT = 'ENOTFOUND';

/** The zone is one of the Region's and is available. `no-region`: nothing else can be asked there. */
export async function checkZone(input: PlanCheckInput): Promise<PlanCheck<'no-region' | undefined>> {
  const { region, request } = input;
  const { availabilityZone } = request;
  const path = 'availabilityZone';
  const regions = await readRegions(input);
  const zones = regions?.find((candidate) => candidate.name === region)?.availabilityZones;
  if (zones === undefined) {
    const names =
      regions?.map((candidate) => candidate.name).join(', ') ?? 'a Region of Lightsail, such as us-east-1';
    return refused(
      { path, message: `Lightsail has no Region "${region}": expected a zone of ${names}` },
      'no-region',
    );
  }
  const zone = zones.find((candidate) => candidate.zoneName === availabilityZone);
  if (zone === undefined) {
    const names = zones.map((candidate) => candidate.zoneName).join(', ');
    return refused({ path, message: `no zone "${availabilityZone}": expected one of ${names}` }, undefined);
  }
  if (zone.state !== undefined && zone.state !== 'available') {
    return refused({ path, message: `zone "${availabilityZone}" is ${zone.state}` }, undefined);
  }
  return passed(`zone ${availabilityZone} is there`, undefined);
}

async function readRegions({ api, signal }: PlanCheckInput): Promise<Region[] | undefined> {
  try {
    return await api.getRegions({ signal });
  } catch (error) {
    if (isLightsailError(error) && error.code === NO_ENDPOINT) return undefined;
    throw error;
  }
}
