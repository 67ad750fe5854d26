import { createAwsLightsail, type AwsLightsailInput } from './aws-lightsail';
import type { LightsailApi } from './lightsail-api';
import { onePerRegion } from './one-per-region';

/** One client and one rate limit a Region, made when first asked for: AWS counts calls by account and Region. */
export function createLightsailRegions(
  input: Omit<AwsLightsailInput, 'region' | 'rateLimit'>,
): (region: string) => LightsailApi {
  return onePerRegion((region) => createAwsLightsail({ ...input, region }));
}
