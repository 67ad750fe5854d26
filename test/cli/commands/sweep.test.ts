import { runMain } from '../test-io';

const sweep = (age: string) => runMain({ argv: ['sweep', '--min-age', age] });

describe('sweep --min-age', () => {
  test.each(['soon', '-1h', '3w', ''])('refuses %j, which is no time', async (age) => {
    const { exitCode, stderr } = await sweep(age);
    expect(exitCode).toBe(2);
    expect(stderr).toBe(
      `error: --min-age: expected a time such as 90m, 24h or 7d, got ${JSON.stringify(age)}\n`,
    );
  });

  test.each(['400d', '8785h', '527041m'])('refuses %s, which is too long, in its own words', async (age) => {
    const { exitCode, stderr } = await sweep(age);
    expect(exitCode).toBe(2);
    expect(stderr).toBe(`error: --min-age: expected at most 8784h (366d), got "${age}"\n`);
  });
});
