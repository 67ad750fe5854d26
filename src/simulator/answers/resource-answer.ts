import type { Resource } from '../state/resources';
import { epochSeconds } from './epoch-seconds';

/** The members that the API model gives to every resource. */
export function resourceAnswer(resource: Resource): object {
  return {
    name: resource.name,
    arn: resource.arn,
    supportCode: resource.supportCode,
    createdAt: epochSeconds(resource.createdAtMillis),
    location: { availabilityZone: resource.availabilityZone, regionName: resource.region },
    resourceType: resource.resourceType,
    tags: resource.tags,
  };
}
