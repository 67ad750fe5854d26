import { childEnvironment } from '../../../src/cli/dev/child-environment';

const PLACES = {
  temporalAddress: '127.0.0.1:1234',
  simulatorUrl: 'http://127.0.0.1:5678',
  uiUrl: 'http://127.0.0.1:9',
};

test('nothing of the caller’s AWS or Temporal set-up reaches a local stack', () => {
  const env = childEnvironment({
    env: {
      PATH: '/bin',
      AWS_PROFILE: 'production',
      AWS_SECRET_ACCESS_KEY: 'real',
      AWS_SESSION_TOKEN: 'real',
      TEMPORAL_PROFILE: 'cloud',
      TEMPORAL_API_KEY: 'real',
      TEMPORAL_CLI_PATH: '/usr/bin/temporal',
      FLEET_TASK_QUEUE: 'mine',
    },
    ...PLACES,
  });
  expect(Object.values(env)).not.toContain('real');
  expect(env).toMatchObject({
    PATH: '/bin',
    FLEET_TASK_QUEUE: 'mine',
    TEMPORAL_CLI_PATH: '/usr/bin/temporal',
    TEMPORAL_ADDRESS: '127.0.0.1:1234',
    AWS_ENDPOINT_URL_LIGHTSAIL: 'http://127.0.0.1:5678',
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
  });
  expect(env).not.toHaveProperty('AWS_PROFILE');
  expect(env).not.toHaveProperty('TEMPORAL_PROFILE');
});
