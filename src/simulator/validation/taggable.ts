import { AwsError, invalidInput } from '../errors/aws-error';
import type { Resource } from '../state/resources';
import type { RegionState } from '../state/simulator-state';

/** The resource that a tag call names. Static IPs cannot be tagged (Lightsail Developer Guide, "Tags"). */
export function findTaggable(input: {
  region: RegionState;
  name: string;
  resourceArn: string | undefined;
}): Resource {
  const resource = input.region.resources.get(input.name);
  if (resource === undefined || (input.resourceArn !== undefined && input.resourceArn !== resource.arn)) {
    const message = `The resource does not exist: ${input.name}`;
    throw new AwsError({ type: 'NotFoundException', code: 'DoesNotExist', message });
  }
  if (resource.resourceType === 'StaticIp') throw invalidInput(`A StaticIp cannot be tagged: ${input.name}`);
  return resource;
}
