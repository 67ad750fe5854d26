import { LightsailClient, type LightsailClientConfig } from '@aws-sdk/client-lightsail';

/** A connection is made in milliseconds, or the endpoint is not there. */
const CONNECTION_TIMEOUT_MILLIS = 5_000;

/** Reads answer in well under a second, and a repeat costs nothing. */
const READ_TIMEOUT_MILLIS = 10_000;

/** A write that is given up too early leaves its outcome unknown, so it is given three times as long. */
const WRITE_TIMEOUT_MILLIS = 30_000;

/** AWS's own default. Further retries are Temporal's, where they can be seen. */
const READ_ATTEMPTS = 3;

/** A hidden repeat of a create turns a lost answer into a false name clash: the call has no client token. */
const WRITE_ATTEMPTS = 1;

export interface SdkClientsInput {
  region: string;
  credentials?: NonNullable<LightsailClientConfig['credentials']> | undefined;
  /** Absent: the SDK's own chain, `AWS_ENDPOINT_URL_LIGHTSAIL` included. */
  endpoint?: string | undefined;
  userAgent?: string | undefined;
  /** Shortens the time-outs in tests. */
  timeouts?: Partial<SdkTimeouts> | undefined;
}

export interface SdkTimeouts {
  readMillis: number;
  writeMillis: number;
}

export interface SdkClients {
  reads: LightsailClient;
  writes: LightsailClient;
}

/** No logger is given to the SDK: it would log inputs, user data among them. */
export function createSdkClients({
  region,
  credentials,
  endpoint,
  userAgent,
  timeouts,
}: SdkClientsInput): SdkClients {
  const shared = {
    region,
    retryMode: 'standard',
    ...(credentials === undefined ? {} : { credentials }),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(userAgent === undefined ? {} : { customUserAgent: userAgent }),
  };
  return {
    reads: new LightsailClient({
      ...shared,
      maxAttempts: READ_ATTEMPTS,
      requestHandler: requestTimeouts(timeouts?.readMillis ?? READ_TIMEOUT_MILLIS),
    }),
    writes: new LightsailClient({
      ...shared,
      maxAttempts: WRITE_ATTEMPTS,
      requestHandler: {
        ...requestTimeouts(timeouts?.writeMillis ?? WRITE_TIMEOUT_MILLIS),
        // A kept connection that the server has closed meanwhile fails like a lost answer. A new one for each
        // write costs some milliseconds and keeps the outcome known.
        httpAgent: { keepAlive: false },
        httpsAgent: { keepAlive: false },
      },
    }),
  };
}

function requestTimeouts(requestTimeoutMillis: number) {
  return {
    connectionTimeout: CONNECTION_TIMEOUT_MILLIS,
    requestTimeout: requestTimeoutMillis,
    // Without it the SDK only warns and waits on: @smithy/types, NodeHttpHandlerOptions.
    throwOnRequestTimeout: true,
    // `requestTimeout` ends with the answer's headers; this one covers a body that stops half way.
    socketTimeout: requestTimeoutMillis,
  };
}
