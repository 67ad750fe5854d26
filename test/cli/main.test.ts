import { runMain } from './test-io';

/** Nobody listens there: a command that gets this far would say so. */
const NOWHERE = { TEMPORAL_ADDRESS: '127.0.0.1:1' };

const FLEET = [
  '--snapshot',
  'golden',
  '--zone',
  'us-east-1a',
  '--bundle',
  'nano_3_0',
  '--name',
  'web-{index}',
  '--count',
  '3',
];

describe('a bad request', () => {
  test('is refused with every problem at once, and nothing is connected to', async () => {
    const { exitCode, stdout, stderr } = await runMain({
      argv: [
        'clone',
        '--yes',
        '--count',
        'abc',
        '--tag',
        '=x',
        '--zone',
        'nowhere',
        '--id',
        'x y',
        '--name',
        'a-{index}',
      ],
      env: NOWHERE,
    });
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).not.toContain('not reachable');
    for (const part of ['--id: ', '--tag: ', '(--zone)', '(--bundle)', '(--count)', '(--snapshot)']) {
      expect(stderr).toContain(part);
    }
  });

  test('comes with its problems as JSON', async () => {
    const { exitCode, stdout } = await runMain({
      argv: ['plan', '--json', ...FLEET, '--bundle', ' '],
      env: NOWHERE,
    });
    expect(exitCode).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({
      kind: 'error',
      type: 'InvalidRequest',
      problems: [{ path: 'bundleId' }],
    });
  });

  test('in YAML is refused with line and column', async () => {
    const { exitCode, stderr } = await runMain({
      argv: ['plan', '--file', '-'],
      stdin: 'bundleId: nano_3_0\ntags: [1,\n',
      env: NOWHERE,
    });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/stdin: line \d+, column \d+: /);
  });

  test('of a bad environment names the variable', async () => {
    const { exitCode, stderr } = await runMain({ argv: ['list'], env: { FLEET_POLL_SECONDS: 'soon' } });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('FLEET_POLL_SECONDS');
  });
});

describe('clone', () => {
  test('without a terminal and without --yes makes nothing', async () => {
    const { exitCode, stderr } = await runMain({ argv: ['clone', ...FLEET], env: NOWHERE });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('add --yes');
    expect(stderr).not.toContain('not reachable');
  });

  test('says where it looked when Temporal is out of reach', async () => {
    const { exitCode, stderr } = await runMain({
      argv: ['clone', '--yes', ...FLEET],
      env: { ...NOWHERE, TEMPORAL_NAMESPACE: 'fleets' },
    });
    expect(exitCode).toBe(4);
    expect(stderr).toContain('127.0.0.1:1 (from TEMPORAL_ADDRESS; namespace fleets from TEMPORAL_NAMESPACE)');
    expect(stderr).toContain('lightsail-fleet dev');
  });
});

describe('list', () => {
  test.each([
    ['--limit', 'many'],
    ['--limit', '0'],
    ['--state', 'redy'],
  ])('%s %s is a usage error', async (flag, value) => {
    const { exitCode, stderr } = await runMain({ argv: ['list', flag, value], env: NOWHERE });
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`${flag}: expected`);
  });
});
