import { createAwsLightsail, type AwsLightsailInput } from '../../src/lightsail/aws-lightsail';
import type { FinishedCall } from '../../src/lightsail/call-sender';
import { startScriptedServer, type Answer } from './scripted-server';

export const CREDENTIALS = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'canary-secret-key' };

/** For the top of a test file: what it gives starts the adapter against a server that gives these answers. */
export function servingLightsail() {
  const stops: (() => Promise<void>)[] = [];
  afterEach(async () => {
    await Promise.all(stops.splice(0).map((stop) => stop()));
  });
  return async (answers: Answer[], overrides: Partial<AwsLightsailInput> = {}) => {
    const server = await startScriptedServer(answers);
    stops.push(() => server.stop());
    const finished: FinishedCall[] = [];
    const api = createAwsLightsail({
      region: 'us-east-1',
      callsPerSecond: 1000,
      credentials: CREDENTIALS,
      endpoint: server.endpoint,
      timeouts: { readMillis: 200, writeMillis: 200 },
      onCall: (call) => finished.push(call),
      ...overrides,
    });
    return { api, calls: server.calls, finished };
  };
}

export async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 5_000;
  while (!condition() && Date.now() < deadline) await new Promise((resolve) => setImmediate(resolve));
}
