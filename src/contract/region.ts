export const REGION_PATTERN = /^[a-z]{2}(?:-[a-z]+)+-\d$/;
export const REGION_RULE = 'expected a Region such as us-east-1';

/** Also for fallback zones. */
export const ZONE_PATTERN = /^[a-z]{2}(?:-[a-z]+)+-\d[a-z]$/;
export const ZONE_RULE = 'expected an Availability Zone such as us-east-2a';

/** The Region of a zone: `us-east-2a` lies in `us-east-2`. Takes a zone that the schema has accepted. */
export function regionOfZone(availabilityZone: string): string {
  return availabilityZone.replace(/[a-z]$/, '');
}
