import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { choosePlans, replayCommand, type PlanChoice } from './choose-plans';
import { WRITTEN_PLANS } from './plan/written-plans';

const choice = (change: Partial<PlanChoice>): PlanChoice => ({
  ...{ seeds: 3, firstSeed: 40, written: false, writtenNames: [] },
  ...change,
});

/** What a shell and main.ts make of the printed command. */
function read(command: string): PlanChoice {
  const words = execFileSync('sh', ['-c', `printf '%s\\n' ${command}`], { encoding: 'utf8' });
  const { values, positionals } = parseArgs({
    args: words.trimEnd().split('\n').slice(4),
    allowPositionals: true,
    options: {
      seeds: { type: 'string', default: '1' },
      'first-seed': { type: 'string', default: '1' },
      written: { type: 'boolean', default: false },
    },
  });
  return {
    seeds: Number(values.seeds),
    firstSeed: Number(values['first-seed']),
    written: values.written,
    writtenNames: positionals,
  };
}

describe('the command that replays a world', () => {
  it.each([
    ['a seed', choice({})],
    ['a written one', choice({ written: true })],
  ])('plays it and no other, when it is %s', async (_what, chosen) => {
    for (const plan of await choosePlans(chosen))
      expect(await choosePlans(read(replayCommand(chosen, plan)))).toEqual([plan]);
  });

  it('names the file that a plan is from', async () => {
    const [plan] = await choosePlans(choice({}));
    if (plan === undefined) throw new Error('no plan was made');
    expect(replayCommand(choice({ planFile: 'seed-7.json' }), plan)).toBe(
      'npm run test:faults -- --plan seed-7.json',
    );
  });
});

it('a world that is not written is refused, and those that are get named', async () => {
  const chosen = choosePlans(choice({ written: true, writtenNames: ['has no such fault'] }));
  await expect(chosen).rejects.toThrow(
    `--written: no world "has no such fault", expected one of\n  '${WRITTEN_PLANS[0]?.name ?? ''}'`,
  );
  await expect(choosePlans(choice({ writtenNames: ['stray'] }))).rejects.toThrow(
    'a name belongs to --written',
  );
});

it('each written world has a name of its own, which a shell takes in single quotes', () => {
  const names = WRITTEN_PLANS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => /['\n]/.test(name))).toEqual([]);
});
