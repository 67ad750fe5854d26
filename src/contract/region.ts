/** The Region of a zone: `us-east-2a` lies in `us-east-2`. Takes a zone that the schema has accepted. */
export function regionOfZone(availabilityZone: string): string {
  return availabilityZone.replace(/[a-z]$/, '');
}
