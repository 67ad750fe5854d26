import { invalidInput } from '../errors/aws-error';
import type { RegionState } from '../state/simulator-state';

/** The text that people see in public issues, which lists the zones of the Region. */
export function assertZone({
  region,
  availabilityZone,
}: {
  region: RegionState;
  availabilityZone: string;
}): void {
  const available = region.description.zones
    .filter(({ state }) => state === 'available')
    .map(({ name }) => name);
  if (available.includes(availabilityZone)) return;
  throw invalidInput(
    `The given Availability Zone is invalid. It must be one of the following: ${available.join(',')}.`,
  );
}
