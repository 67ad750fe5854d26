import { readConfig } from '../src/config';

describe('the environment', () => {
  it('has a default for everything', () => {
    expect(readConfig({})).toEqual({
      taskQueue: 'lightsail-fleet',
      pollSeconds: 15,
      callsPerSecond: 10,
      settleSeconds: 180,
      userDataDir: undefined,
      vcpuQuota: undefined,
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
      FLEET_USER_DATA_DIR: 'scripts',
      FLEET_VCPU_QUOTA: '2.5',
    };
    expect(() => readConfig(env)).toThrow(
      /FLEET_POLL_SECONDS: expected .*got "often"[\s\S]*FLEET_CALLS_PER_SECOND: [\s\S]*FLEET_METRICS_ADDRESS: [\s\S]*FLEET_USER_DATA_DIR: expected an absolute path[\s\S]*FLEET_VCPU_QUOTA: [\s\S]*LOG_LEVEL: /,
    );
  });

  it('refuses what this version does not honour, without showing a secret', () => {
    const read = () => readConfig({ FLEET_ENCRYPTION_KEYS: 'k1:SECRET' });
    expect(read).toThrow('FLEET_ENCRYPTION_KEYS: is not supported by this version');
    expect(read).not.toThrow('SECRET');
  });
});
