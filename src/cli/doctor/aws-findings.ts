import type { LightsailError } from '../../lightsail/lightsail-error';

/** What one round of cheap reads showed of AWS. The checks judge it, and ask nothing themselves. */
export interface AwsFindings {
  region: string;
  /** Where calls go, as the SDK resolves it: `https://lightsail.us-east-1.amazonaws.com`. Empty where there is a problem. */
  endpoint: string;
  /** The variable or file that says so, where it is not AWS's own rule. */
  endpointFrom?: string | undefined;
  /** Why calls go nowhere; then nothing else was looked at. */
  endpointProblem?: string | undefined;
  credentials: { kind: string; expiresAt?: Date | undefined } | { problem: string };
  /** Of the first read, GetRegions; undefined: it was answered, or never sent. */
  refusal?: LightsailError | undefined;
  /** Every read that failed after that one was answered. */
  failures: LightsailError[];
  /** How many reads were tried. */
  readCount: number;
  /** Of something in the Region. */
  arn?: string | undefined;
  /** What the first answer's `Date` said, and this machine's time at that moment; epoch milliseconds. */
  clock?: { serverMillis: number; localMillis: number } | undefined;
}

export const NO_ENDPOINT = 'the endpoint cannot be used';

/** Why the checks that need an answer of AWS have none. */
export function whyUnanswered({ endpointProblem, credentials, refusal }: AwsFindings): string | undefined {
  if (endpointProblem !== undefined) return NO_ENDPOINT;
  if ('problem' in credentials) return 'there are no AWS credentials';
  if (refusal?.kind === 'unavailable') return 'AWS does not answer';
  return refusal === undefined ? undefined : 'AWS refuses the call';
}
