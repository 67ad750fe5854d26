import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkEnvironment } from '../../../src/cli/doctor/check-environment';
import { checkNode } from '../../../src/cli/doctor/check-node';
import { checkProfile } from '../../../src/cli/doctor/check-profile';
import { checkUi } from '../../../src/cli/doctor/check-ui';
import { checkVersions } from '../../../src/cli/doctor/check-versions';

describe('Node', () => {
  it.each([
    ['v18.20.4', 'wrong'],
    ['v20.18.9', 'wrong'],
    ['v20.19.0', 'warning'],
    ['v22.1.0', 'ok'],
    ['v24.0.0', 'ok'],
  ])('%s is %s', (version, status) => {
    expect(checkNode({ version })).toMatchObject({ status });
  });
});

describe('the environment', () => {
  it('tells all that is wrong with it on one line, and no secret', () => {
    const env = { FLEET_POLL_SECONDS: 'often', LOG_LEVEL: 'loud', FLEET_ENCRYPTION_KEYS: 'k1:SECRET' };
    const { result, config } = checkEnvironment({ env });
    expect(result).toMatchObject({ status: 'wrong', fault: 'configuration' });
    for (const name of Object.keys(env)) expect(result.message).toContain(name);
    expect(result.message).not.toMatch(/SECRET|\n/);
    expect(config).toBeUndefined();
  });

  it('is fine, and names the task queue', () => {
    const { result } = checkEnvironment({ env: { FLEET_TASK_QUEUE: 'fleets' } });
    expect(result).toMatchObject({ status: 'ok', message: expect.stringContaining('fleets') });
  });
});

describe('the profile', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'lightsail-fleet-profile-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const check = (toml: string, env: Record<string, string> = {}) => {
    const file = join(folder, 'temporal.toml');
    writeFileSync(file, toml);
    return checkProfile({ env: { TEMPORAL_CONFIG_FILE: file, ...env }, flags: {} });
  };

  it('tells where it looks and what said so, and whether there is a key, but not which', () => {
    const result = check('[profile.default]\naddress = "t.example:7233"\napi_key = "SECRET"\n', {
      TEMPORAL_NAMESPACE: 'fleets',
    });
    expect(result).toMatchObject({ status: 'ok' });
    expect(result.message).toMatch(
      /t\.example:7233 \(from profile "default" of .*temporal\.toml\), namespace fleets \(from TEMPORAL_NAMESPACE\), TLS on, API key set/,
    );
    expect(result.message).not.toContain('SECRET');
  });

  it('warns of a key that nobody reads', () => {
    expect(check('[profile.default]\nadress = "x:1"\n')).toMatchObject({
      status: 'warning',
      message: expect.stringMatching(/temporal\.toml: key\(s\) unrecognized in profile\.default: adress$/),
    });
  });

  it('knows a key that the strict reader of Temporal does not', () => {
    const toml = '[profile.default.tls]\ndisable_host_verification = true\n';
    expect(check(toml)).toMatchObject({ status: 'ok' });
  });

  it('warns of a file that was named and is not there', () => {
    const env = { TEMPORAL_CONFIG_FILE: join(folder, 'none.toml') };
    expect(checkProfile({ env, flags: {} })).toMatchObject({ status: 'warning' });
  });

  it('is wrong where the file is', () => {
    expect(check('[profile.default\n')).toMatchObject({ status: 'wrong', fault: 'configuration' });
  });
});

describe('the web UI', () => {
  const ask = async () => ({ status: 200 });

  it('is a warning where nobody says where it is, as the links are missing', async () => {
    expect(await checkUi({ env: {} })).toMatchObject({ status: 'warning' });
  });

  it('answers', async () => {
    const env = { TEMPORAL_UI_URL: 'http://localhost:8233' };
    expect(await checkUi({ env, ask })).toMatchObject({ status: 'ok' });
  });

  it.each([
    [401, 'ok'],
    [403, 'ok'],
    [404, 'warning'],
    [502, 'warning'],
    [503, 'warning'],
  ])('that answers %s is %s', async (code, status) => {
    const env = { TEMPORAL_UI_URL: 'http://localhost:8233' };
    expect(await checkUi({ env, ask: async () => ({ status: code }) })).toMatchObject({ status });
  });

  it.each([
    ['https://ops:SECRET@ui.example:1', 200],
    ['https://ops:SECRET@ui.example:1', 502],
    ['https://ops:SECRET@127.0.0.1:1', undefined],
    ['ops:SECRET@ui.example', undefined],
  ])('is shown and asked without the password in %s', async (url, code) => {
    const asked: string[] = [];
    const answer = async (one: string) => {
      asked.push(one);
      return { status: code ?? 0 };
    };
    const result = await checkUi({
      env: { TEMPORAL_UI_URL: url },
      ...(code === undefined ? {} : { ask: answer }),
    });
    expect(JSON.stringify([result, asked])).not.toMatch(/SECRET|ops/);
  });

  it('is wrong where it is no address of a page', async () => {
    const env = { TEMPORAL_UI_URL: 'localhost:8233' };
    expect(await checkUi({ env, ask })).toMatchObject({ status: 'wrong', fault: 'configuration' });
  });

  it('that does not answer is told with the reason', async () => {
    const result = await checkUi({ env: { TEMPORAL_UI_URL: 'http://127.0.0.1:1' } });
    expect(result).toMatchObject({ status: 'warning' });
    expect(result.message).toMatch(/http:\/\/127\.0\.0\.1:1 .*does not answer: .+/);
  });
});

describe('versions', () => {
  const own = '0.1.0';

  it('are fine when command and workers are of one', () => {
    const identities = ['lightsail-fleet/0.1.0 7@host'];
    expect(checkVersions({ own, identities, serverVersion: '1.31.2' })).toEqual({
      check: 'versions',
      status: 'ok',
      message: 'this command 0.1.0, workers 0.1.0, Temporal 1.31.2',
    });
  });

  it('are a warning when a worker is of another', () => {
    const identities = ['lightsail-fleet/0.1.0 7@host', 'lightsail-fleet/0.2.0 8@host', '9@elsewhere'];
    expect(checkVersions({ own, identities, serverVersion: undefined })).toMatchObject({
      status: 'warning',
      message: 'this command 0.1.0, workers 0.1.0, 0.2.0, 1 worker(s) that do not tell theirs',
    });
  });
});
