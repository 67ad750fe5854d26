import { CreateInstancesFromSnapshotCommand, GetInstancesCommand } from '@aws-sdk/client-lightsail';
import type { CallNotice } from '../../../src/simulator/simulator-options';
import { createRequest } from '../support/create-request';
import { SimulatorUnderTest } from '../support/simulator-under-test';

/** At 1,000 times the clock a create takes 25 ms; a machine that is busy may need far longer. */
const PATIENCE_MILLIS = 10_000;

describe('the control API', () => {
  let simulator: SimulatorUnderTest;
  const notices: CallNotice[] = [];
  beforeAll(async () => {
    simulator = await SimulatorUnderTest.start({ onCall: (notice) => void notices.push(notice) });
  });
  beforeEach(() => simulator.control('POST', 'reset'));
  afterAll(() => simulator.close());

  it('tells of every problem of a fault plan at once, by path', async () => {
    const plan = {
      seed: 1,
      rules: [
        { effect: 'throtle' },
        { effect: 'throttle', nth: 0, action: 'GetInstence' },
        { effect: 'no-address', action: 'DeleteInstance' },
        { effect: 'slow', sekonds: 3 },
      ],
    };
    const { status, body } = await simulator.control('PUT', 'faults', plan);
    expect(status).toBe(400);
    expect((body['problems'] as { path: string }[]).map(({ path }) => path)).toEqual([
      'rules[0].effect',
      'rules[1].action',
      'rules[1].nth',
      'rules[2].action',
      'rules[3]',
    ]);
  });

  it.each([
    ['PUT', 'faults', undefined],
    ['PUT', 'settings', { speed: -1 }],
    ['PUT', 'settings', { createSeconds: { min: 5, max: 1 } }],
    ['PUT', 'settings', { sped: 1 }],
    ['PUT', 'world', { snapshots: [{ region: 'mars-north-1', name: 'x' }] }],
    ['PUT', 'world', { keyPairs: [{ region: 'us-east-1', name: 'golden' }] }],
    ['POST', 'advance', { seconds: -1 }],
    ['GET', 'ledger?after=x', undefined],
  ])('%s %s of %j is refused with its problems, and nothing changes', async (method, path, body) => {
    const before = await simulator.control('GET', 'state');
    const answer = await simulator.control(method, path, body);
    expect(answer.status).toBe(400);
    expect(answer.body['problems']).not.toEqual([]);
    expect(await simulator.control('GET', 'state')).toEqual(before);
  });

  it.each(['POST reset', 'PUT faults', 'PUT world', 'POST advance'])(
    '%s with a body that is no JSON is refused as such, and nothing changes',
    async (route) => {
      await simulator.client().send(new CreateInstancesFromSnapshotCommand(createRequest()));
      const before = await simulator.control('GET', 'state');
      const [method = '', path = ''] = route.split(' ');
      const answer = await fetch(`${simulator.url}/_simulator/${path}`, { method, body: '{"seed":7' });
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({
        count: 1,
        problems: [{ path: '', message: expect.stringMatching(/^expected JSON: /) }],
      });
      expect(await simulator.control('GET', 'state')).toEqual(before);
    },
  );

  it('a member __proto__, however it is written, is refused and not passed over', async () => {
    for (const name of ['__proto__', '\\u005f_proto__']) {
      const body = `{"credentials":[{"policy":{"Condition":{"${name}":{}}}}]}`;
      const answer = await fetch(`${simulator.url}/_simulator/world`, { method: 'PUT', body });
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain('a member __proto__ means nothing here');
    }
  });

  it('names what there is to those who ask for something else', async () => {
    const answer = await simulator.control('GET', 'nothing');
    expect(answer.status).toBe(404);
    expect(JSON.stringify(answer.body)).toContain('GET ledger');
  });

  it('lets things happen on time although nobody calls', async () => {
    await simulator.settings({ speed: 1000 });
    await simulator.client().send(new CreateInstancesFromSnapshotCommand(createRequest()));
    const limit = Date.now() + PATIENCE_MILLIS;
    let rows = await simulator.ledger();
    while (!rows.some(({ to }) => to === 'Succeeded') && Date.now() < limit) rows = await simulator.ledger();
    const created = rows.find(({ kind }) => kind === 'call');
    const ended = rows.find(({ to }) => to === 'Succeeded');
    const seconds = (Date.parse(ended?.at ?? '') - Date.parse(created?.at ?? '')) / 1000;
    expect(seconds).toBeGreaterThanOrEqual(15);
    expect(seconds).toBeLessThanOrEqual(25);
  });

  it('shows what was asked for beside what is', async () => {
    await simulator.client().send(new CreateInstancesFromSnapshotCommand(createRequest()));
    const { body } = await simulator.control('GET', 'state');
    expect(body['resources']).toContainEqual(
      expect.objectContaining({
        region: 'us-east-1',
        resourceType: 'Instance',
        resourceName: 'web-1',
        requested: { state: 'running', address: true },
        current: { state: 'pending' },
      }),
    );
  });

  it("a world of one's own is what reset comes back to; its ledger is empty and its seq goes on", async () => {
    const instances = Array.from({ length: 3 }, (_, index) => ({
      region: 'eu-west-3',
      name: `web-${index}`,
    }));
    const { body } = await simulator.control('PUT', 'world', { instances });
    const client = simulator.client('eu-west-3');
    expect((await client.send(new GetInstancesCommand({}))).instances).toHaveLength(3);
    await simulator.control('POST', 'reset', { seed: 4 });
    expect(await simulator.ledger()).toEqual([]);
    expect((await client.send(new GetInstancesCommand({}))).instances).toHaveLength(3);
    expect((await simulator.ledger())[0]?.seq).toBeGreaterThan(body['nextSeq'] as number);
    await simulator.control('PUT', 'world', {});
  });

  it('is alive, and says how its clock stands', async () => {
    const { body } = await simulator.control('GET', 'health');
    expect(body).toMatchObject({ status: 'ok', speed: 0, virtualNow: expect.any(String) });
  });

  it('is not in the ledger, and gives the rows after a seq', async () => {
    const client = simulator.client();
    await client.send(new GetInstancesCommand({}));
    await client.send(new GetInstancesCommand({}));
    const rows = await simulator.ledger();
    expect(rows.map(({ action }) => action)).toEqual(['GetInstances', 'GetInstances']);
    expect(await simulator.ledger(rows[0]?.seq)).toEqual(rows.slice(1));
  });

  it('a caller of startSimulator hears of each call before it is done and after it is recorded', async () => {
    notices.length = 0;
    await simulator.client().send(new GetInstancesCommand({}));
    expect(notices).toMatchObject([
      { phase: 'received', action: 'GetInstances', region: 'us-east-1' },
      { phase: 'recorded', seq: expect.any(Number) },
    ]);
  });

  it('a caller of startSimulator can keep a call from ever arriving', async () => {
    const dropping = await SimulatorUnderTest.start({
      onCall: ({ phase, action }) => (phase === 'received' && action !== 'GetInstances' ? 'drop' : undefined),
    });
    const create = new CreateInstancesFromSnapshotCommand(createRequest());
    await expect(dropping.client().send(create)).rejects.toThrow(/socket hang up|ECONNRESET/);
    const { instances } = await dropping.client().send(new GetInstancesCommand({}));
    expect(instances?.map(({ name }) => name)).toEqual(['somebody-elses']);
    expect((await dropping.ledger()).map(({ action }) => action)).toEqual(['GetInstances']);
    await dropping.close();
  });
});
