import { createLightsailRegions } from '../../src/lightsail/lightsail-regions';
import { ok, startScriptedServer } from './scripted-server';
import { CREDENTIALS } from './serving-lightsail';

test('the endpoint comes from the environment that the SDK reads, and each Region has one client', async () => {
  const server = await startScriptedServer([ok({ regions: [{ name: 'us-east-1' }] })]);
  process.env['AWS_ENDPOINT_URL_LIGHTSAIL'] = server.endpoint;
  try {
    const lightsail = createLightsailRegions({
      callsPerSecond: 10,
      credentials: CREDENTIALS,
      userAgent: 'lightsail-fleet/1',
    });
    expect(lightsail('us-east-1')).toBe(lightsail('us-east-1'));
    expect(lightsail('eu-west-1').region).toBe('eu-west-1');
    await expect(lightsail('us-east-1').getRegions()).resolves.toEqual([{ name: 'us-east-1' }]);
    expect(server.calls).toMatchObject([{ action: 'GetRegions', body: { includeAvailabilityZones: true } }]);
    expect(server.calls[0]?.userAgent).toContain('lightsail-fleet/1');
  } finally {
    await server.stop();
    delete process.env['AWS_ENDPOINT_URL_LIGHTSAIL'];
  }
});
