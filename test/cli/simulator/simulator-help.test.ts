import { ACTIONS_OF_EFFECT, CALL_EFFECTS, FATE_EFFECTS } from '../../../src/simulator/faults/fault-plan';
import { SimulatorUnderTest } from '../../simulator/support/simulator-under-test';
import { runMain } from '../test-io';

const NARROW = 80;

async function help(): Promise<string> {
  const { exitCode, stdout } = await runMain({ argv: ['simulator', '--help'], columns: NARROW });
  expect(exitCode).toBe(0);
  return stdout;
}

describe('simulator --help', () => {
  test('fits a terminal of 80 columns', async () => {
    const wide = (await help()).split('\n').filter((line) => line.length > NARROW);
    expect(wide).toEqual([]);
  });

  test('says how clients find it, all its flags, and how it ends', async () => {
    const text = await help();
    const parts = ['AWS_ENDPOINT_URL_LIGHTSAIL=', 'aws lightsail get-instances', 'endpoint_url', 'endpoint:'];
    const flags = ['--host', '--port', '--state-file', '--speed', '--seed', '--json', '--no-color'];
    for (const part of [...parts, ...flags, 'SIGTERM']) expect(text).toContain(part);
  });

  test('names control routes that are there', async () => {
    const routes = [...(await help()).matchAll(/^ {2}(GET|PUT|POST) +\/_simulator\/(\w+)/gm)];
    expect(routes.map(([, , path]) => path)).toEqual([
      'health',
      'ledger',
      'state',
      'faults',
      'settings',
      'world',
      'reset',
      'advance',
    ]);
    const simulator = await SimulatorUnderTest.start();
    try {
      for (const [, method = '', path = ''] of routes.filter(([, , name]) => name !== 'ledger')) {
        const body = method === 'GET' ? undefined : path === 'advance' ? { seconds: 1 } : {};
        expect(await simulator.control(method, path, body)).toMatchObject({ status: 200 });
      }
    } finally {
      await simulator.close();
    }
  });

  test('shows every fault in an example that the simulator takes', async () => {
    const rules = [...(await help()).matchAll(/^ {2}(\{"effect":.*\})$/gm)].map(
      ([, rule = '']) => JSON.parse(rule) as { effect: string; action?: string },
    );
    expect(rules.map(({ effect }) => effect).sort()).toEqual([...CALL_EFFECTS, ...FATE_EFFECTS].sort());
    for (const { effect, action } of rules) {
      if (action !== undefined) expect(ACTIONS_OF_EFFECT.get(effect) ?? [action]).toContain(action);
    }
    const simulator = await SimulatorUnderTest.start();
    try {
      await simulator.faults(rules);
    } finally {
      await simulator.close();
    }
  });
});
