import * as fc from 'fast-check';
import { settingsSchema } from '../../src/simulator/settings';
import { startSimulator } from '../../src/simulator/simulator';
import type { RunningSimulator } from '../../src/simulator/simulator';
import { worldSchema } from '../../src/simulator/world/world-schema';
import { call, exchange, expectAlive, expectFair } from './support/exchange';
import type { Answer } from './support/exchange';
import { fuzzSettings } from './support/fuzz-settings';
import { hostileJson, hostileObject, hostileText } from './support/hostile-json';

const ROUTES = ['PUT faults', 'PUT settings', 'PUT world', 'POST reset', 'POST advance'] as const;
const SEVERAL = ['a', 1, null, {}, [], '__proto__'];

describe('whatever comes to the control routes', () => {
  let simulator: RunningSimulator;
  beforeAll(async () => {
    simulator = await startSimulator({ speed: 0 });
  });
  afterEach(async () => {
    // What was accepted may have changed everything: the way back must always be open.
    expect((await control('PUT world', '{}')).status).toBe(200);
    expect((await control('POST reset', '')).status).toBe(200);
    await expectAlive(simulator.url);
  });
  afterAll(() => simulator.close());

  const control = async (route: string, body: string | Buffer): Promise<Answer> => {
    const [method = '', path = ''] = route.split(' ');
    return exchange({ url: simulator.url, method, path: `/_simulator/${path}`, body });
  };
  const send = async (route: string, body: string | Buffer): Promise<void> =>
    expectFair(await control(route, body));

  it('JSON of any shape to any route is answered fairly', async () => {
    const members = [
      ...Object.keys(settingsSchema.shape),
      ...Object.keys(worldSchema.shape),
      'rules',
      'seed',
      'seconds',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...ROUTES),
        fc.oneof(hostileObject(members), hostileJson),
        (route, body) => send(route, JSON.stringify(body)),
      ),
      fuzzSettings({ numRuns: 400 }),
    );
  });

  it('a rule, a setting or a resource with one member broken is answered fairly', async () => {
    const broken = fc.oneof(
      fc
        .tuple(
          fc.constantFrom('action', 'nth', 'name', 'times', 'effect', 'errorCode', 'seconds', 'probability'),
          hostileJson,
        )
        .map(([member, value]): [string, object] => [
          'PUT faults',
          { rules: [{ effect: 'throttle', [member]: value }] },
        ]),
      fc
        .tuple(fc.constantFrom(...Object.keys(settingsSchema.shape)), hostileJson)
        .map(([member, value]): [string, object] => ['PUT settings', { [member]: value }]),
      fc
        .tuple(
          fc.constantFrom('snapshots', 'instances', 'keyPairs', 'staticIps', 'regions'),
          fc.constantFrom('region', 'name', 'disks', 'tags', 'zones'),
          hostileJson,
        )
        .map(([kind, member, value]): [string, object] => [
          'PUT world',
          { [kind]: [{ region: 'us-east-1', name: 'web-1', [member]: value }] },
        ]),
    );
    await fc.assert(
      fc.asyncProperty(broken, ([route, body]) => send(route, JSON.stringify(body))),
      fuzzSettings({ numRuns: 400 }),
    );
  });

  it('a plan that names any error is told as it stands, in a header too', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, fc.boolean(), async (errorCode, errorTypeHeader) => {
        await send('PUT settings', JSON.stringify({ errorTypeHeader }));
        await send(
          'PUT faults',
          JSON.stringify({
            rules: [{ effect: 'throttle', errorCode, errorDetails: errorCode.slice(0, 1000) }],
          }),
        );
        expectFair(await call({ url: simulator.url, action: 'GetInstances', body: '{}' }));
      }),
      fuzzSettings({ numRuns: 100 }),
    );
  });

  it.each(ROUTES)('a hundred thousand things wrong with %s are told in 4 KB', async (route) => {
    const many = Array.from({ length: 100_000 }, (_, index) => SEVERAL[index % SEVERAL.length]);
    await send(
      route,
      JSON.stringify({ rules: many, snapshots: many, instances: many, seconds: many, speed: many }),
    );
    await send(
      route,
      JSON.stringify(Object.fromEntries(many.map((value, index) => [`member-${index}`, value]))),
    );
    await send(route, JSON.stringify({ ['k'.repeat(2_000_000)]: 1, seed: 'x'.repeat(2_000_000) }));
    await send(route, JSON.stringify(Array.from({ length: 10 }, () => ({ [`${'k'.repeat(100_000)}`]: 1 }))));
  });

  it.each(ROUTES)(
    'what is no JSON, nested too deep or ten megabytes long to %s is answered fairly',
    async (route) => {
      for (const body of [
        '{',
        '{"seed":',
        '\ud800',
        '[]',
        '"x"',
        'null',
        '0',
        '\u0000'.repeat(10_000_000),
        ' '.repeat(10_000_000),
      ])
        await send(route, body);
      for (const open of ['[', '{"rules":']) {
        const close = open === '[' ? ']' : '}';
        for (const depth of [10_000, 1_000_000]) {
          await send(route, open.repeat(depth));
          await send(route, `${open.repeat(depth)}0${close.repeat(depth)}`);
        }
      }
    },
  );
});
