import { checkServer } from '../../../src/cli/doctor/check-server';
import { checkTemporal } from '../../../src/cli/doctor/check-temporal';

const place = {
  address: 't.example:7233',
  namespace: 'fleets',
  addressFrom: 'TEMPORAL_ADDRESS',
  namespaceFrom: 'TEMPORAL_NAMESPACE',
};

function grpcError(code: number, message: string): Error {
  return Object.assign(new Error(message), { code, details: message });
}

describe('a server that takes the connection', () => {
  const ask = (getSystemInfo: () => Promise<object>) => {
    const close = jest.fn(async () => undefined);
    const withDeadline = jest.fn((_deadline: number, call: () => Promise<object>) => call());
    const connection = { workflowService: { getSystemInfo }, withDeadline };
    const connected = { address: place.address, place, connection, close } as never;
    return { close, withDeadline, checked: checkServer({ connect: async () => connected, now: () => 1000 }) };
  };

  it('has 5 s for its answer', async () => {
    const { withDeadline, checked } = ask(async () => ({ serverVersion: '1.31.2' }));
    expect((await checked).result).toMatchObject({ status: 'ok' });
    expect(withDeadline.mock.calls).toEqual([[6000, expect.any(Function)]]);
  });

  it('and then fails is left', async () => {
    const { close, checked } = ask(() => Promise.reject(grpcError(14, 'gone')));
    expect((await checked).result).toMatchObject({ status: 'wrong', fault: 'unreachable' });
    expect(close).toHaveBeenCalledTimes(1);
  });

  it('gives each check 5 s of its own', async () => {
    let time = 0;
    const now = jest.spyOn(Date, 'now').mockImplementation(() => (time += 1000));
    const deadlines: number[] = [];
    const answer = async () => ({});
    const service = { getSystemInfo: answer, describeNamespace: answer };
    const connection = {
      workflowService: service,
      operatorService: { listSearchAttributes: answer },
      withDeadline: (deadline: number, call: () => Promise<object>) => {
        deadlines.push(deadline - time);
        return call();
      },
    };
    const connected = { address: '', namespace: '', place, connection, client: {}, close: answer } as never;
    const connect = async () => connected;
    await checkTemporal({
      connect,
      isWorkerHost: false,
      taskQueue: () => undefined,
      onServerAsked: () => undefined,
    });
    now.mockRestore();
    expect(deadlines).toEqual([5000, 5000, 5000]);
  });
});
