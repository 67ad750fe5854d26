import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findTemporalProfile } from '../src/temporal-profile';
import { readTemporalTarget } from '../src/temporal-target';

const TOML = `
[profile.default]
address = "default.example:7233"

[profile.staging]
address = "staging.example:7233"
namespace = "staging"
api_key = "SECRET"

[profile.numbers]
address = 7233

[profile.certificates.tls]
client_cert_path = "/no/such/cert.pem"
client_key_path = "/no/such/key.pem"
`;

let folder: string;
let file: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lightsail-fleet-target-'));
  file = join(folder, 'temporal.toml');
  writeFileSync(file, TOML);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const placeOf = (env: Record<string, string>, flags = {}) => readTemporalTarget({ env, flags }).place;
const withFile = (env: Record<string, string> = {}) => ({ TEMPORAL_CONFIG_FILE: file, ...env });

describe('where Temporal is', () => {
  it('is the default on this machine when nobody says', () => {
    expect(placeOf({ HOME: folder })).toEqual({
      address: 'localhost:7233',
      namespace: 'default',
      addressFrom: 'the default',
      namespaceFrom: 'the default',
    });
  });

  it('is told by the profile default of TEMPORAL_CONFIG_FILE', () => {
    expect(placeOf(withFile())).toMatchObject({
      address: 'default.example:7233',
      addressFrom: `profile "default" of ${file}`,
      namespaceFrom: 'the default',
    });
  });

  it.each([
    ['TEMPORAL_PROFILE', { TEMPORAL_PROFILE: 'staging' }, {}],
    ['--profile', { TEMPORAL_PROFILE: 'default' }, { profile: 'staging' }],
  ])('is told by the profile of %s', (_what, env, flags) => {
    expect(placeOf(withFile(env), flags)).toEqual({
      address: 'staging.example:7233',
      namespace: 'staging',
      addressFrom: `profile "staging" of ${file}`,
      namespaceFrom: `profile "staging" of ${file}`,
    });
  });

  it('is told by variables before the profile, and by flags before them', () => {
    const env = withFile({ TEMPORAL_PROFILE: 'staging', TEMPORAL_ADDRESS: 'a:1', TEMPORAL_NAMESPACE: 'n' });
    expect(placeOf(env)).toEqual({
      address: 'a:1',
      namespace: 'n',
      addressFrom: 'TEMPORAL_ADDRESS',
      namespaceFrom: 'TEMPORAL_NAMESPACE',
    });
    expect(placeOf(env, { address: 'b:2' })).toMatchObject({
      address: 'b:2',
      addressFrom: '--address',
      namespaceFrom: 'TEMPORAL_NAMESPACE',
    });
  });

  it('is not told by an empty variable', () => {
    expect(placeOf(withFile({ TEMPORAL_ADDRESS: '', TEMPORAL_PROFILE: '' })).address).toBe(
      'default.example:7233',
    );
  });

  it('is the default, and says why, where the file that was named is not there', () => {
    const missing = join(folder, 'none.toml');
    expect(placeOf({ TEMPORAL_CONFIG_FILE: missing })).toMatchObject({
      address: 'localhost:7233',
      addressFrom: `the default, as ${missing} (from TEMPORAL_CONFIG_FILE) is not there`,
    });
  });

  it('is looked for where each system keeps it', () => {
    const fileOf = (platform: NodeJS.Platform, env: Record<string, string>) =>
      findTemporalProfile({ env, platform }).file;
    const inside = join('temporalio', 'temporal.toml');
    expect(fileOf('linux', { HOME: '/h' })).toBe(join('/h', '.config', inside));
    expect(fileOf('linux', { HOME: '/h', XDG_CONFIG_HOME: '/x' })).toBe(join('/x', inside));
    expect(fileOf('darwin', { HOME: '/h' })).toBe(join('/h', 'Library', 'Application Support', inside));
    expect(fileOf('win32', { APPDATA: 'C:\\a' })).toBe(join('C:\\a', inside));
  });
});

describe('a configuration that cannot be used is told by file and key', () => {
  const errorOf = (env: Record<string, string>, flags = {}): string => {
    try {
      readTemporalTarget({ env, flags });
    } catch (error) {
      expect((error as Error).name).toBe('TemporalConfigError');
      return (error as Error).message;
    }
    throw new Error('expected a refusal');
  };

  it('for a profile that is not there', () => {
    expect(errorOf(withFile({ TEMPORAL_PROFILE: 'prod' }))).toContain(
      `${file}: it has no profile "prod" (from TEMPORAL_PROFILE)`,
    );
    expect(errorOf(withFile(), { profile: 'prod' })).toContain('"prod" (from --profile)');
  });

  it('for a file without a profile', () => {
    const empty = join(folder, 'empty.toml');
    writeFileSync(empty, '');
    expect(errorOf({ TEMPORAL_CONFIG_FILE: empty })).toContain(
      `${empty}: expected tables such as [profile.default], got none`,
    );
  });

  it('for a profile of a file that is not there', () => {
    const missing = join(folder, 'none.toml');
    expect(errorOf({ TEMPORAL_CONFIG_FILE: missing, TEMPORAL_PROFILE: 'prod' })).toContain(
      `${missing}: it has no profile "prod"`,
    );
  });

  it('for what is not TOML, with line and column, and without what stands there', () => {
    const broken = join(folder, 'broken.toml');
    writeFileSync(broken, '[profile.default]\napi_key = "SECRET\n');
    const message = errorOf({ TEMPORAL_CONFIG_FILE: broken });
    expect(message).toMatch(/broken\.toml: line \d+, column \d+: /);
    expect(message).not.toContain('SECRET');
  });

  it('for a value of the wrong type', () => {
    expect(errorOf(withFile({ TEMPORAL_PROFILE: 'numbers' }))).toContain(
      `${file}: profile.numbers.address: expected a string, got a number`,
    );
  });

  it('for a certificate that is not there', () => {
    expect(errorOf(withFile({ TEMPORAL_PROFILE: 'certificates' }))).toMatch(
      /a path of profile\.certificates\.tls \(client_cert_path.*\): no such file: \/no\/such\/cert\.pem/,
    );
    expect(errorOf({ HOME: folder, TEMPORAL_TLS_CLIENT_KEY_PATH: '/no/key.pem' })).toContain(
      'TEMPORAL_TLS_CLIENT_KEY_PATH: no such file: /no/key.pem',
    );
  });

  it('for a folder in place of the file', () => {
    expect(errorOf({ TEMPORAL_CONFIG_FILE: folder })).toContain(`${folder}: expected a file, got a folder`);
  });
});
