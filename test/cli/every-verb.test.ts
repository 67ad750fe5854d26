import { COMMANDS, type RegisteredCommand } from '../../src/cli/command-registry';
import { runMain } from './test-io';

/** Every verb that can be run, with the words that lead to it. */
function pathsOf(commands: Readonly<Record<string, RegisteredCommand>>): string[][] {
  return Object.entries(commands).flatMap(([name, { verbs }]) =>
    verbs === undefined ? [[name]] : pathsOf(verbs()).map((path) => [name, ...path]),
  );
}

const PATHS = pathsOf(COMMANDS);

const isLocal = ([first = '']: string[]) => COMMANDS[first]?.isLocal === true;

describe.each(PATHS.map((path) => ({ verb: path.join(' '), path })))('$verb', ({ verb, path }) => {
  test('has help with an example that begins as the command does', async () => {
    const { exitCode, stdout } = await runMain({ argv: [...path, '--help'] });
    expect(exitCode).toBe(0);
    expect(stdout.startsWith(`Usage: lightsail-fleet ${verb} [options]`)).toBe(true);
    const [, example = ''] = /\nExamples?:\n([\s\S]+)/.exec(stdout) ?? [];
    expect(example).toContain(`lightsail-fleet ${verb}`);
    expect(stdout).toMatch(/--json +results as JSON/);
  });

  test('is asked where Temporal is, unless it stays on this machine', async () => {
    const { stdout } = await runMain({ argv: [...path, '--help'] });
    for (const flag of ['--address', '--namespace', '--profile'])
      expect(stdout.includes(`${flag} <`)).toBe(!isLocal(path));
  });

  test('suggests the near one for an unknown flag', async () => {
    const { exitCode, stderr } = await runMain({ argv: [...path, '--jsno'] });
    expect([exitCode, stderr]).toEqual([
      2,
      expect.stringMatching(/unknown option '--jsno'\n\(Did you mean --json\?\)\n\(see --help\)/),
    ]);
  });

  test('tells its flags within 40 columns', async () => {
    const { stdout } = await runMain({ argv: [...path, '--help'], tty: true, columns: 40 });
    const flags = stdout.slice(stdout.indexOf('\nOptions:\n'), stdout.search(/--help +print\s+help/));
    expect(flags).toContain('--json');
    // A word that is too long stands alone.
    const tooLong = flags
      .split('\n')
      .filter((line) => line.length > 40 && !/^ *(?:-.* {2,})?\S+$/.test(line));
    expect(tooLong).toEqual([]);
  });
});

test('an unknown verb suggests the near one, also one level down', async () => {
  for (const [argv, near] of [
    [['docter'], 'doctor'],
    [['lst'], 'list'],
    [['schedule', 'triger', 'nightly'], 'trigger'],
    [['schedule', 'pasue'], 'pause'],
  ] as const) {
    const { exitCode, stderr } = await runMain({ argv: [...argv] });
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(`Did you mean ${near}?`)]);
  }
});

test('what has no near one is refused all the same', async () => {
  for (const argv of [['frobnicate'], ['schedule', 'frobnicate'], ['list', '--frobnicate']]) {
    const { exitCode, stderr } = await runMain({ argv });
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('frobnicate')]);
  }
});
