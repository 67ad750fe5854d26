import { getEventListeners } from 'node:events';
import { fails, notJson, ok, reset, stall } from './scripted-server';
import { servingLightsail, until } from './serving-lightsail';

const serving = servingLightsail();

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

  test('leaves no listener on the signal of its caller', async () => {
    const { api } = await serving([ok({ operation: { id: 'op-1' } })]);
    const { signal } = new AbortController();
    for (let read = 0; read < 5; read++) await api.getOperation({ operationId: 'op-1' }, { signal });
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(getEventListeners(signal, 'abort').length).toBeLessThanOrEqual(1);
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
