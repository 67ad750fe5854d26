import { passed, refused, type PlanCheck, type PlanCheckInput } from './plan-check';

/** The zone is one of the Region's and is available. */
export async function checkZone({ api, region, request, signal }: PlanCheckInput): Promise<PlanCheck> {
  const { availabilityZone } = request;
  const regions = await api.getRegions({ signal });
  const zones = regions.find((candidate) => candidate.name === region)?.availabilityZones;
  if (zones === undefined) {
    const names = regions.map((candidate) => candidate.name).join(', ');
    const message = `Lightsail has no Region "${region}": expected a zone of ${names}`;
    return refused({ path: 'availabilityZone', message }, undefined);
  }
  const zone = zones.find((candidate) => candidate.zoneName === availabilityZone);
  if (zone === undefined) {
    const names = zones.map((candidate) => candidate.zoneName).join(', ');
    return refused(
      { path: 'availabilityZone', message: `no zone "${availabilityZone}": expected one of ${names}` },
      undefined,
    );
  }
  if (zone.state !== undefined && zone.state !== 'available') {
    return refused(
      { path: 'availabilityZone', message: `zone "${availabilityZone}" is ${zone.state}` },
      undefined,
    );
  }
  return passed(`zone ${availabilityZone} is there`, undefined);
}
