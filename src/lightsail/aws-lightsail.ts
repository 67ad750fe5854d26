import { awsPagedReads } from './aws-paged-reads';
import { awsSingleReads } from './aws-single-reads';
import { awsWrites } from './aws-writes';
import { createCallSender, type FinishedCall } from './call-sender';
import type { LightsailApi } from './lightsail-api';
import { createRateLimit, type RateLimit } from './rate-limit';
import { createSdkClients, type SdkClientsInput } from './sdk-clients';

export interface AwsLightsailInput extends SdkClientsInput {
  /** Most calls a second to this Region from this process. */
  callsPerSecond: number;
  /** Told of every request once it has ended. */
  onCall?: ((call: FinishedCall) => void) | undefined;
  rateLimit?: RateLimit;
}

/** The port, on the AWS SDK. */
export function createAwsLightsail(input: AwsLightsailInput): LightsailApi {
  const { region, onCall, callsPerSecond, rateLimit = createRateLimit({ callsPerSecond }) } = input;
  const send = createCallSender({ region, clients: createSdkClients(input), rateLimit, onCall });
  return { region, ...awsWrites(send), ...awsSingleReads(send), ...awsPagedReads(send) };
}
