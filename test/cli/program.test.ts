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

  test('prints the verbs of schedule, and of each its flags and an example', async () => {
    const help = await runMain({ argv: ['schedule', '--help'] });
    expect(help.exitCode).toBe(0);
    for (const verb of ['create', 'list', 'show', 'trigger', 'backfill', 'pause', 'resume', 'delete']) {
      expect(help.stdout).toMatch(new RegExp(`^  ${verb} `, 'm'));
      const { exitCode, stdout } = await runMain({ argv: ['schedule', verb, '--help'] });
      expect(exitCode).toBe(0);
      expect(stdout).toMatch(/Examples?:\n {2}.*lightsail-fleet schedule/);
      expect(stdout).toContain('--json');
    }
    const near = await runMain({ argv: ['schedule', 'craete'] });
    expect(near).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('Did you mean create?') });
  });

  test('a schedule that cannot be is refused with every problem, and its flags, before Temporal is asked', async () => {
    const flags = ['--calendar', '{', '--max-runs', 'x', '--count', '2', '--keep-last', '2'];
    const { exitCode, stderr } = await runMain({ argv: ['schedule', 'create', 'a b', ...flags, '--yes'] });
    expect(exitCode).toBe(2);
    for (const text of [
      '(<schedule-id>)',
      'calendars[0]: expected JSON',
      'got "x" (--max-runs)',
      'required beside fleet.keepLast (--group)',
      '(--snapshot)',
      '(--zone)',
    ])
      expect(stderr).toContain(text);
    const unsure = await runMain({ argv: ['schedule', 'create', 'x', '--jitter', 'soon'] });
    expect(unsure.stderr).toContain('--jitter: expected a time such as 90s, 10m or 1h, got "soon"');
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
