import { checkNamespace, type NamespaceConnection } from '../../../src/cli/doctor/check-namespace';
import { checkSearchAttributes } from '../../../src/cli/doctor/check-search-attributes';
import { checkServer } from '../../../src/cli/doctor/check-server';
import { checkWorker } from '../../../src/cli/doctor/check-worker';
import { TemporalCallError } from '../../../src/client/client-errors';
import { TemporalUnreachableError } from '../../../src/temporal-connection';

const place = {
  address: 't.example:7233',
  namespace: 'fleets',
  addressFrom: 'TEMPORAL_ADDRESS',
  namespaceFrom: 'TEMPORAL_NAMESPACE',
};

function grpcError(code: number, message: string): Error {
  return Object.assign(new Error(message), { code, details: message });
}

describe('the server', () => {
  it('that does not answer is out of reach', async () => {
    const error = new TemporalUnreachableError({ place, limit: '5 s', cause: new Error('no') });
    const { result } = await checkServer({ connect: () => Promise.reject(error) });
    expect(result).toMatchObject({ status: 'wrong', fault: 'unreachable' });
    expect(result.message).toContain('t.example:7233 (from TEMPORAL_ADDRESS');
  });

  it('that refuses the key is configured wrongly', async () => {
    const cause = grpcError(16, 'unauthenticated');
    const error = new TemporalUnreachableError({ place, limit: '5 s', cause });
    const { result } = await checkServer({ connect: () => Promise.reject(error) });
    expect(result).toMatchObject({ status: 'wrong', fault: 'configuration' });
    expect(result.mend).toContain('TEMPORAL_API_KEY');
  });
});

describe('the namespace', () => {
  const check = (service: Record<string, unknown>) =>
    checkNamespace({
      namespace: 'fleets',
      place,
      connection: { workflowService: service },
    } as unknown as NamespaceConnection);
  const describeNamespace = () => Promise.reject(grpcError(5, 'not found'));

  it('is there, and keeps its runs for some time', async () => {
    const config = { workflowExecutionRetentionTtl: { seconds: 259_200 } };
    expect(await check({ describeNamespace: async () => ({ config }) })).toMatchObject({
      status: 'ok',
      message: expect.stringContaining('kept 3 days'),
    });
  });

  it('that is not there is told with those that are', async () => {
    const named = (name: string) => ({ namespaceInfo: { name } });
    const namespaces = [named('temporal-system'), named('default'), named('prod')];
    const result = await check({ describeNamespace, listNamespaces: async () => ({ namespaces }) });
    expect(result).toMatchObject({
      status: 'wrong',
      fault: 'configuration',
      message: 'fleets (from TEMPORAL_NAMESPACE) is not on the server',
      mend: expect.stringContaining('(default, prod)'),
    });
  });

  it('that is not there is told also to who may not list them', async () => {
    const listNamespaces = () => Promise.reject(grpcError(7, 'no'));
    expect(await check({ describeNamespace, listNamespaces })).toMatchObject({
      status: 'wrong',
      mend: expect.stringContaining('may not list'),
    });
  });

  it('that is denied is to be mended here', async () => {
    const denied = () => Promise.reject(grpcError(7, 'Request unauthorized.'));
    expect(await check({ describeNamespace: denied })).toMatchObject({
      status: 'wrong',
      fault: 'configuration',
    });
  });
});

describe('search attributes', () => {
  const all = { FleetState: 2, FleetRegion: 2, FleetSource: 2, FleetGroup: 2, FleetSize: 3 };
  const check = (customAttributes: Record<string, number>) =>
    checkSearchAttributes({
      namespace: 'fleets',
      connection: { operatorService: { listSearchAttributes: async () => ({ customAttributes }) } },
    } as never);

  it('are registered', async () => {
    expect(await check(all)).toMatchObject({ status: 'ok' });
  });

  it('that are missing are named, with the command that registers them', async () => {
    const { FleetState: _state, FleetSize: _size, ...rest } = all;
    expect(await check(rest)).toMatchObject({
      status: 'wrong',
      message: expect.stringMatching(/FleetState, FleetSize$/),
      mend: 'lightsail-fleet init',
    });
  });

  it.each([
    [12, { status: 'warning', mend: expect.stringContaining('Temporal Cloud') }],
    [7, { status: 'wrong', fault: 'configuration', mend: expect.stringContaining('TEMPORAL_API_KEY') }],
    [14, { status: 'wrong', fault: 'unreachable' }],
    [4, { status: 'wrong', fault: 'unreachable' }],
  ])('that cannot be listed, by code %s of gRPC', async (code, expected) => {
    const listSearchAttributes = () => Promise.reject(grpcError(code, 'no'));
    const connection = { operatorService: { listSearchAttributes } };
    const result = await checkSearchAttributes({ namespace: 'fleets', connection } as never);
    expect(result).toMatchObject(expected);
  });

  it('of another type are wrong', async () => {
    expect(await check({ ...all, FleetSize: 2 })).toMatchObject({
      status: 'wrong',
      message: expect.stringContaining('FleetSize is not Int'),
    });
  });
});

describe('the worker', () => {
  const base = { taskQueue: 'q', namespace: 'fleets', isWorkerHost: false };
  const nobody = async () => ({ identities: [] });

  it('that is missing is out of reach', async () => {
    const { result } = await checkWorker({ ...base, findWorkers: nobody });
    expect(result).toMatchObject({ status: 'wrong', fault: 'unreachable' });
    expect(result.mend).toContain('lightsail-fleet worker');
  });

  it('that is missing is a warning where it is to run', async () => {
    const { result } = await checkWorker({ ...base, findWorkers: nobody, isWorkerHost: true });
    expect(result).toMatchObject({ status: 'warning' });
  });

  it('that nobody tells of in time is out of reach', async () => {
    const findWorkers = () => Promise.reject(new TemporalCallError('q', grpcError(4, 'deadline')));
    const { result } = await checkWorker({ ...base, findWorkers, isWorkerHost: true });
    expect(result).toMatchObject({ status: 'wrong', fault: 'unreachable' });
  });

  it('is named', async () => {
    const identities = ['lightsail-fleet/0.1.0 7@host'];
    const { result } = await checkWorker({ ...base, findWorkers: async () => ({ identities }) });
    expect(result).toMatchObject({ status: 'ok', message: expect.stringContaining('7@host') });
  });
});
