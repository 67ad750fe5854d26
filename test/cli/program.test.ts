import { runMain } from './test-io';

describe('the command line', () => {
  test('prints help with every verb', async () => {
    const { exitCode, stdout } = await runMain({ argv: ['--help'] });
    expect(exitCode).toBe(0);
    for (const verb of [
      'plan',
      'clone',
      'list',
      'show',
      'watch',
      'cancel',
      'worker',
      'init',
      'simulator',
      'dev',
      'demo',
    ]) {
      expect(stdout).toMatch(new RegExp(`^  ${verb} `, 'm'));
    }
  });

  test('prints help when called with nothing', async () => {
    const { exitCode, stdout } = await runMain({ argv: [] });
    expect([exitCode, stdout.startsWith('Usage:')]).toEqual([0, true]);
  });

  test.each(['plan', 'clone', 'list', 'show', 'watch', 'cancel', 'init', 'simulator'])(
    'the help of %s has an example and --json',
    async (verb) => {
      const { exitCode, stdout } = await runMain({ argv: [verb, '--help'] });
      expect(exitCode).toBe(0);
      expect(stdout).toMatch(/Examples?:\n {2}.*lightsail-fleet/);
      expect(stdout).toContain('--json');
    },
  );

  test('an unknown verb suggests the near one', async () => {
    const { exitCode, stderr } = await runMain({ argv: ['clnoe'] });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('Did you mean clone?');
  });

  test('an unknown flag suggests the near one', async () => {
    const { exitCode, stderr } = await runMain({ argv: ['clone', '--snapshto', 'x'] });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('Did you mean --snapshot?');
  });

  test('a missing argument is a usage error', async () => {
    const { exitCode, stderr } = await runMain({ argv: ['show'] });
    expect(exitCode).toBe(2);
    expect(stderr).toContain("missing required argument 'fleet-id'");
  });
});
