import { createRateLimit } from '../../src/lightsail/rate-limit';
import { fails, halfAnAnswer, notJson, ok, reset, stall, type Answer } from './scripted-server';
import type { CREDENTIALS } from './serving-lightsail';
import { servingLightsail, until } from './serving-lightsail';

const serving = servingLightsail();

const CREATE = {
  instanceNames: ['web-1'],
  availabilityZone: 'us-east-1a',
  bundleId: 'nano_3_0',
  userData: '#!/bin/sh\necho canary-5f1c',
};
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

  test('that is throttled slows the calls after it', async () => {
    const rateLimit = createRateLimit({ callsPerSecond: 8 });
    const { api } = await serving([fails({ __type: 'ThrottlingException', message: 'x' })], { rateLimit });
    await expect(api.createInstancesFromSnapshot(CREATE)).rejects.toMatchObject({ kind: 'throttled' });
    expect(rateLimit.stats().callsPerSecond).toBe(4);
  });

  test('whose turn comes too late is not sent, and says so', async () => {
    const { api, calls } = await serving([ok({ operations: [] })]);
    await api.createInstancesFromSnapshot(CREATE, { sendBeforeMillis: Date.now() + 60_000 });
    const late = api.createInstancesFromSnapshot(CREATE, { sendBeforeMillis: Date.now() - 1 });
    await expect(late).rejects.toMatchObject({ kind: 'unavailable', code: 'TooLateToSend' });
    expect(calls).toHaveLength(1);
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

  test('whose signature cannot be made is not ambiguous, as nothing was sent', async () => {
    const { api, calls } = await serving([stall], {
      credentials: () => Promise.resolve({} as typeof CREDENTIALS),
    });
    await expect(api.createInstancesFromSnapshot(CREATE)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(calls).toEqual([]);
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
