import { runMain } from '../test-io';

test('schedule trigger asks before it starts a run, and says so where there is nothing to ask on', async () => {
  expect(await runMain({ argv: ['schedule', 'trigger', 'nightly'] })).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining(
      'schedule trigger asks before it starts a run, and there is no terminal to ask on: add --yes',
    ),
  });
});
