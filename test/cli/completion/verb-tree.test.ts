import { COMMANDS } from '../../../src/cli/command-registry';
import { flattenVerbs } from '../../../src/cli/completion/flatten-verbs';
import { VALUES_OF_FLAGS, VALUES_OF_OPERANDS } from '../../../src/cli/completion/known-values';
import { makeVerbTree } from '../../../src/cli/completion/verb-tree';
import { runMain } from '../test-io';

const verbs = flattenVerbs(makeVerbTree({ commands: COMMANDS }));

test('every flag and operand with known values is there', () => {
  const flags = verbs.flatMap((verb) => verb.flags.map(({ long }) => long));
  for (const flag of Object.keys(VALUES_OF_FLAGS)) expect(flags).toContain(flag);
  const paths = verbs.map(({ path }) => path);
  for (const path of Object.keys(VALUES_OF_OPERANDS)) expect(paths).toContain(path);
});

test('every known value of a flag is taken by its verb', async () => {
  const fleet = ['--snapshot', 'golden', '--zone', 'us-east-1a', '--bundle', 'b', '--name', 'w-{index}'];
  const command: Record<string, string[]> = {
    '--state': ['list'],
    '--overlap': [
      'schedule',
      'create',
      'x',
      '--yes',
      '--no-pause-on-failure',
      '--cron',
      '0 2 * * *',
      ...fleet,
      '--count',
      '2',
    ],
  };
  for (const [flag, values = []] of Object.entries(VALUES_OF_FLAGS)) {
    for (const value of values) {
      const argv = [...(command[flag] ?? ['plan', ...fleet, '--count', '2']), flag, value];
      // No Temporal is configured wrongly on purpose: who gets so far has taken the value.
      const { stderr } = await runMain({ argv, env: { TEMPORAL_PROFILE: 'nope' } });
      expect(stderr).toContain('it has no profile "nope"');
    }
  }
});

test('flags that name a file complete files', () => {
  const clone = verbs.find(({ path }) => path === 'clone');
  expect(clone?.flags.find(({ long }) => long === '--file')).toMatchObject({
    short: '-f',
    takes: { kind: 'file' },
  });
});

test('another shell is refused with those that there are', async () => {
  const { exitCode, stderr } = await runMain({ argv: ['completion', 'tcsh'] });
  expect([exitCode, stderr]).toEqual([2, expect.stringContaining('expected one of bash, zsh, fish')]);
});
