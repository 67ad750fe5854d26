import { readConfig } from '../src/config';

describe('the environment', () => {
  it('has a default for everything', () => {
    expect(readConfig({})).toEqual({
      taskQueue: 'lightsail-fleet',
      pollSeconds: 15,
      callsPerSecond: 10,
      settleSeconds: 180,
      metricsAddress: undefined,
      logLevel: 'info',
    });
  });

  it('counts an empty variable as unset', () => {
    expect(readConfig({ FLEET_POLL_SECONDS: '', LOG_LEVEL: '' }).pollSeconds).toBe(15);
  });

  it('is refused with all of its problems in one error', () => {
    const env = {
      FLEET_POLL_SECONDS: 'often',
      FLEET_CALLS_PER_SECOND: '0',
      LOG_LEVEL: 'loud',
      FLEET_METRICS_ADDRESS: 'here',
    };
    expect(() => readConfig(env)).toThrow(
      /FLEET_POLL_SECONDS: expected .*got "often"[\s\S]*FLEET_CALLS_PER_SECOND: [\s\S]*FLEET_METRICS_ADDRESS: [\s\S]*LOG_LEVEL: /,
    );
  });

  it('refuses what this version does not honour, without showing a secret', () => {
    const read = () => readConfig({ FLEET_ENCRYPTION_KEYS: 'k1:SECRET' });
    expect(read).toThrow('FLEET_ENCRYPTION_KEYS: is not supported by this version');
    expect(read).not.toThrow('SECRET');
  });
});
