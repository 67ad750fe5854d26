import { createAwsLightsail, type AwsLightsailInput } from '../../src/lightsail/aws-lightsail';
import type { FinishedCall } from '../../src/lightsail/call-sender';
import { createLightsailRegions } from '../../src/lightsail/lightsail-regions';
import {
  fails,
  halfAnAnswer,
  notJson,
  ok,
  reset,
  stall,
  startScriptedServer,
  type Answer,
} from './scripted-server';

const CREATE = {
  instanceNames: ['web-1'],
  availabilityZone: 'us-east-1a',
  bundleId: 'nano_3_0',
  userData: '#!/bin/sh\necho canary-5f1c',
};
const CREDENTIALS = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'canary-secret-key' };

let stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.map((stop) => stop()));
  stops = [];
});

async function serving(answers: Answer[], overrides: Partial<AwsLightsailInput> = {}) {
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
}

describe('a create', () => {
  test.each<[string, Answer, string, string]>([
    [
      'is throttled',
      fails({ __type: 'ThrottlingException', message: 'Rate exceeded' }),
      'throttled',
      'ThrottlingException',
    ],
    [
      'meets a failing service',
      fails({ status: 500, __type: 'InternalFailure', message: 'x' }),
      'ambiguous',
      'InternalFailure',
    ],
    ['meets an unknown 5xx', fails({ status: 502, __type: 'Strange', message: 'x' }), 'ambiguous', 'Strange'],
    ['gets an answer that is not JSON', notJson, 'ambiguous', 'SyntaxError'],
    ['loses its connection', reset, 'ambiguous', 'ECONNRESET'],
    ['is never answered', stall, 'ambiguous', 'ETIMEDOUT'],
    ['is answered half', halfAnAnswer, 'ambiguous', 'TimeoutError'],
    [
      'is denied',
      fails({ __type: 'AccessDeniedException', message: 'no' }),
      'denied',
      'AccessDeniedException',
    ],
    [
      'names what exists',
      fails({
        __type: 'InvalidInputException',
        code: 'NameExists',
        message: 'Some names are already in use: web-1',
      }),
      'name-in-use',
      'NameExists',
    ],
  ])('that %s is sent once and is of the right kind', async (_, answer, kind, code) => {
    const { api, calls, finished } = await serving([answer]);
    await expect(api.createInstancesFromSnapshot(CREATE)).rejects.toMatchObject({
      name: 'LightsailError',
      action: 'CreateInstancesFromSnapshot',
      kind,
      code,
    });
    expect(calls.map((call) => call.action)).toEqual(['CreateInstancesFromSnapshot']);
    expect(finished).toMatchObject([{ action: 'CreateInstancesFromSnapshot', region: 'us-east-1', kind }]);
  });

  test('of which nothing was sent is not ambiguous', async () => {
    const { api } = await serving([stall], { endpoint: 'http://127.0.0.1:1' });
    await expect(api.createInstancesFromSnapshot(CREATE)).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'ECONNREFUSED',
    });
    const unknownHost = await serving([stall], { endpoint: 'http://nowhere.invalid' });
    await expect(unknownHost.api.createInstancesFromSnapshot(CREATE)).rejects.toMatchObject({
      kind: 'unavailable',
    });
  });

  test('without credentials is unauthenticated and not sent', async () => {
    const { api, calls, finished } = await serving([stall], {
      credentials: () =>
        Promise.reject(Object.assign(new Error('no providers'), { name: 'CredentialsProviderError' })),
    });
    await expect(api.createInstancesFromSnapshot(CREATE)).rejects.toMatchObject({ kind: 'unauthenticated' });
    expect(calls).toEqual([]);
    expect(finished).toEqual([]);
  });

  test('that is given up after it was sent is ambiguous, before that it is an abort', async () => {
    const { api, calls } = await serving([stall], { timeouts: { writeMillis: 20_000 } });
    const controller = new AbortController();
    const creating = api.createInstancesFromSnapshot(CREATE, { signal: controller.signal });
    await until(() => calls.length === 1);
    controller.abort();
    await expect(creating).rejects.toMatchObject({
      name: 'LightsailError',
      kind: 'ambiguous',
      code: 'AbortError',
    });
    await expect(
      api.createInstancesFromSnapshot(CREATE, { signal: controller.signal }),
    ).rejects.toMatchObject({ name: 'AbortError' });
    expect(calls).toHaveLength(1);
  });

  test('that is refused for a clock that is off is sent again with the clock corrected', async () => {
    const refusal = fails({
      __type: 'RequestExpired',
      message: 'expired',
      date: new Date(Date.now() + 3_600_000),
    });
    const { api, calls } = await serving([refusal, ok({ operations: [{ id: 'op-1' }] })]);
    await expect(api.createInstancesFromSnapshot(CREATE)).resolves.toEqual([{ id: 'op-1' }]);
    expect(calls).toHaveLength(2);
  });

  test('leaves no secret in its error', async () => {
    const message = `Value '${CREATE.userData}' at 'userData' failed to satisfy constraint`;
    const { api } = await serving([fails({ __type: 'InvalidInputException', message })]);
    const error = await api.createInstancesFromSnapshot(CREATE).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ kind: 'invalid', requestId: 'request-1' });
    expect(`${String(error)} ${JSON.stringify(error)} ${String((error as Error).stack)}`).not.toContain(
      'canary',
    );
    expect((error as Error).message).toContain('(hidden)');
  });
});

describe('a read', () => {
  test('is repeated by the SDK, and every attempt is counted', async () => {
    const throttle = fails({ __type: 'ThrottlingException', message: 'Rate exceeded' });
    const { api, calls, finished } = await serving([notJson, throttle, ok({ operation: { id: 'op-1' } })]);
    await expect(api.getOperation({ operationId: 'op-1' })).resolves.toEqual({ id: 'op-1' });
    expect(calls).toHaveLength(3);
    expect(finished.map((call) => call.kind)).toEqual(['unavailable', 'throttled', 'ok']);
  });

  test('that no attempt brings an answer to is unavailable', async () => {
    const { api, calls } = await serving([reset]);
    await expect(api.getInstance({ instanceName: 'web-1' })).rejects.toMatchObject({ kind: 'unavailable' });
    expect(calls).toHaveLength(3);
  });

  test('of a stalled service ends', async () => {
    const { api } = await serving([stall]);
    await expect(api.getInstances({})).rejects.toMatchObject({ kind: 'unavailable', code: 'ETIMEDOUT' });
  });

  test('of what does not exist is undefined', async () => {
    const { api } = await serving([
      fails({ __type: 'NotFoundException', code: 'DoesNotExist', message: 'x' }),
    ]);
    await expect(api.getInstance({ instanceName: 'web-1' })).resolves.toBeUndefined();
    await expect(api.getOperation({ operationId: 'op-1' })).resolves.toBeUndefined();
    await expect(api.getDisk({ diskName: 'disk-1' })).resolves.toBeUndefined();
  });

  test('that its caller gives up is an abort, never an error of Lightsail', async () => {
    const { api, calls, finished } = await serving([stall], { timeouts: { readMillis: 20_000 } });
    const controller = new AbortController();
    const reading = api.getInstance({ instanceName: 'web-1' }, { signal: controller.signal });
    await until(() => calls.length === 1);
    controller.abort();
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    expect(finished).toMatchObject([{ kind: 'aborted' }]);
  });

  test('of a page brings the token of the next one', async () => {
    const { api, calls } = await serving([
      ok({ operations: [{ id: 'op-1' }], nextPageToken: 'more' }),
      ok({}),
    ]);
    await expect(api.getOperations({})).resolves.toEqual({ items: [{ id: 'op-1' }], nextPageToken: 'more' });
    await expect(api.getOperations({ pageToken: 'more' })).resolves.toEqual({ items: [] });
    expect(calls.map((call) => call.body)).toEqual([{}, { pageToken: 'more' }]);
  });
});

test('the endpoint comes from the environment that the SDK reads, and each Region has one client', async () => {
  const server = await startScriptedServer([ok({ regions: [{ name: 'us-east-1' }] })]);
  stops.push(() => server.stop());
  process.env['AWS_ENDPOINT_URL_LIGHTSAIL'] = server.endpoint;
  try {
    const lightsail = createLightsailRegions({
      callsPerSecond: 10,
      credentials: CREDENTIALS,
      userAgent: 'lightsail-fleet/1',
    });
    expect(lightsail('us-east-1')).toBe(lightsail('us-east-1'));
    expect(lightsail('eu-west-1').region).toBe('eu-west-1');
    await expect(lightsail('us-east-1').getRegions()).resolves.toEqual([{ name: 'us-east-1' }]);
    expect(server.calls).toMatchObject([{ action: 'GetRegions', body: { includeAvailabilityZones: true } }]);
    expect(server.calls[0]?.userAgent).toContain('lightsail-fleet/1');
  } finally {
    delete process.env['AWS_ENDPOINT_URL_LIGHTSAIL'];
  }
});

async function until(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1000 && !condition(); turn++)
    await new Promise((resolve) => setImmediate(resolve));
}
