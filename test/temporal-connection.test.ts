import { connectClient } from '../src/temporal-connection';

test('an unreachable server is told within the limit, with where it was looked for', async () => {
  const startedAt = Date.now();
  await expect(connectClient({ env: { TEMPORAL_ADDRESS: '127.0.0.1:1' } })).rejects.toMatchObject({
    name: 'TemporalUnreachableError',
    message: expect.stringContaining(
      '127.0.0.1:1 (from TEMPORAL_ADDRESS; namespace default from the default)',
    ) as unknown,
  });
  expect(Date.now() - startedAt).toBeLessThan(8000);
});

test('a profile that does not exist is told by name', async () => {
  await expect(connectClient({ env: { TEMPORAL_PROFILE: 'nope' } })).rejects.toMatchObject({
    name: 'TemporalConfigError',
    message: expect.stringContaining('nope') as unknown,
  });
});
