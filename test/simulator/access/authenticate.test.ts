import { GetInstancesCommand, LightsailClient } from '@aws-sdk/client-lightsail';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signRequest } from '../../support/sign-request';
import { EXAMPLE_CREDENTIALS, SimulatorUnderTest } from '../support/simulator-under-test';

/** A copy: the SDK adds a member of its own to the one that it is given. */
const KNOWN = { ...EXAMPLE_CREDENTIALS };
const TEMPORARY = {
  accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'temporary-secret-of-the-tests',
  sessionToken: 'token/of+the=tests',
};
const EXPIRED = { ...TEMPORARY, accessKeyId: 'ASIAEXPIREDEXAMPLE00' };
const MISMATCH = /^The request signature we calculated does not match the signature you provided\. Check /;

interface ClientInput {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
  maxAttempts?: number;
}

describe('a world with credentials', () => {
  let simulator: SimulatorUnderTest;
  const clients: LightsailClient[] = [];
  const clientOf = ({ maxAttempts = 1, ...credentials }: ClientInput): LightsailClient => {
    const client = new LightsailClient({
      endpoint: simulator.url,
      region: 'us-east-1',
      credentials: { ...credentials },
      maxAttempts,
    });
    clients.push(client);
    return client;
  };
  const send = (input: ClientInput) => clientOf(input).send(new GetInstancesCommand({}));

  beforeEach(async () => {
    simulator = await SimulatorUnderTest.start();
    const { status } = await simulator.control('PUT', 'world', {
      credentials: [
        KNOWN,
        { ...TEMPORARY, expiresAt: '2999-01-01T00:00:00Z' },
        { ...EXPIRED, expiresAt: '2026-01-01T00:00:00Z' },
      ],
    });
    expect(status).toBe(200);
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.destroy();
    await simulator.close();
  });

  it('answers who signs with a secret that it knows', async () => {
    await expect(send(KNOWN)).resolves.toMatchObject({ instances: [{}] });
    await expect(send(TEMPORARY)).resolves.toMatchObject({ instances: [{}] });
  });

  it('refuses a key that nobody has', async () => {
    await expect(send({ ...KNOWN, accessKeyId: 'AKIANOBODYSEXAMPLE00' })).rejects.toMatchObject({
      name: 'UnrecognizedClientException',
      message: 'The security token included in the request is invalid.',
    });
  });

  it('refuses a signature with another secret, and tells of the call in the ledger without any secret', async () => {
    await expect(send({ ...KNOWN, secretAccessKey: 'another-secret' })).rejects.toMatchObject({
      name: 'InvalidSignatureException',
      message: expect.stringMatching(MISMATCH),
    });
    const rows = await simulator.ledger();
    expect(rows).toMatchObject([
      {
        action: 'GetInstances',
        accessKeyId: KNOWN.accessKeyId,
        errorType: 'InvalidSignatureException',
      },
    ]);
    const state = await simulator.control('GET', 'state');
    const shown = JSON.stringify([rows, state]);
    for (const { secretAccessKey } of [KNOWN, TEMPORARY]) expect(shown.includes(secretAccessKey)).toBe(false);
    expect(shown.includes(TEMPORARY.sessionToken)).toBe(false);
  });

  it('refuses a session token that has expired, another one, none, and one where none belongs', async () => {
    await expect(send(EXPIRED)).rejects.toMatchObject({
      name: 'ExpiredTokenException',
      message: 'The security token included in the request is expired',
    });
    const { accessKeyId, secretAccessKey } = TEMPORARY;
    for (const credentials of [
      { ...TEMPORARY, sessionToken: 'another' },
      { accessKeyId, secretAccessKey },
      { ...KNOWN, sessionToken: 'another' },
    ])
      await expect(send(credentials)).rejects.toMatchObject({ name: 'UnrecognizedClientException' });
  });

  it.each([
    [3600, /^Signature expired: \d{8}T\d{6}Z is now earlier than \d{8}T\d{6}Z \(\d{8}T\d{6}Z - 15 min\.\)$/],
    [-3600, /^Signature not yet current: \d{8}T\d{6}Z is still later than \d{8}T\d{6}Z \(.* \+ 15 min\.\)$/],
  ])('refuses a time that is off when its own clock differs by %d s', async (clockSkewSeconds, message) => {
    await simulator.settings({ clockSkewSeconds });
    await expect(send(KNOWN)).rejects.toMatchObject({
      name: 'InvalidSignatureException',
      message: expect.stringMatching(message),
    });
    await simulator.settings({ clockSkewSeconds: clockSkewSeconds / 6 });
    await expect(send(KNOWN)).resolves.toMatchObject({ instances: [{}] });
  });

  it.each([3600, -3600])(
    'tells its time in Date, by which the SDK mends a clock %d s off',
    async (seconds) => {
      await simulator.settings({ clockSkewSeconds: seconds });
      await expect(send({ ...KNOWN, maxAttempts: 2 })).resolves.toMatchObject({
        instances: [{}],
      });
      const once = clientOf(KNOWN);
      await expect(once.send(new GetInstancesCommand({}))).rejects.toMatchObject({
        $metadata: { clockSkewCorrected: true },
      });
      await expect(once.send(new GetInstancesCommand({}))).resolves.toMatchObject({ instances: [{}] });
    },
  );

  it('judges by the true time, wherever the virtual clock stands', async () => {
    await simulator.advance(86_400 * 30);
    await expect(send(KNOWN)).resolves.toMatchObject({ instances: [{}] });
  });

  describe('a call that was changed on its way', () => {
    const body = '{"instanceName":"somebody-elses"}';
    const post = async (change: {
      headers?: Record<string, string>;
      body?: string | Buffer;
      path?: string;
      unsigned?: string[];
    }): Promise<unknown> => {
      const { unsigned = [] } = change;
      const headers = {
        ...signRequest({ url: simulator.url, action: 'GetInstance', body, unsigned }),
        ...change.headers,
      };
      const { host: _host, ...sent } = headers as Record<string, string>;
      const url = `${simulator.url}${change.path ?? ''}`;
      const response = await fetch(url, { method: 'POST', headers: sent, body: change.body ?? body });
      return ((await response.json()) as { __type?: string }).__type ?? response.status;
    };

    it('is accepted where only what was not signed differs', async () => {
      expect(await post({ headers: { 'x-other': 'yes' } })).toBe(200);
    });

    it.each<[string, { headers?: Record<string, string>; body?: string | Buffer; path?: string }]>([
      ['its body', { body: '{"instanceName":"another-one"}' }],
      ['its body, by bytes that are no text', { body: Buffer.from([0xff, 0xfe]) }],
      ['its target', { headers: { 'x-amz-target': 'Lightsail_20161128.DeleteInstance' } }],
      ['its path', { path: '/other' }],
      ['its query', { path: '/?a=1' }],
      ['its query, after a second question mark', { path: '/??a=1' }],
      ['the hash of its body', { headers: { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' } }],
    ])('is refused where it was %s', async (_what, change) => {
      expect(await post(change)).toBe('InvalidSignatureException');
    });

    it.each(['host', 'x-amz-date', 'x-amz-target'])(
      'is refused where %s is not signed, though all else is',
      async (name) => {
        expect(await post({ unsigned: [name] })).toBe('InvalidSignatureException');
      },
    );

    it('is refused where it came with a header for AWS that nobody signed, or without one that was', async () => {
      expect(await post({ headers: { 'x-amz-security-token': 'mine' } })).not.toBe(200);
      const { authorization = '' } = signRequest({ url: simulator.url, action: 'GetInstance', body });
      const more = authorization.replace('SignedHeaders=', 'SignedHeaders=a-header;');
      expect(await post({ headers: { authorization: more } })).toBe('InvalidSignatureException');
    });

    it.each([
      ['names no Host', 'SignedHeaders=x-amz-date'],
      ['names words of JavaScript', 'SignedHeaders=__proto__;constructor;host;x-amz-date'],
    ])('is refused, and not an error of ours, where its authorization %s', async (_what, signedHeaders) => {
      const { authorization = '' } = signRequest({ url: simulator.url, action: 'GetInstance', body });
      const changed = authorization.replace(/SignedHeaders=[^,]*/, signedHeaders);
      expect(await post({ headers: { authorization: changed } })).toBe('InvalidSignatureException');
    });

    it.each([
      ['no time', { 'x-amz-date': '' }, 'IncompleteSignatureException'],
      ['a time that is none', { 'x-amz-date': '20269999T000000Z' }, 'IncompleteSignatureException'],
      [
        'a time of another day than its scope',
        { 'x-amz-date': '20200101T000000Z' },
        'InvalidSignatureException',
      ],
    ])('is refused where it has %s', async (_what, headers, type) => {
      expect(await post({ headers })).toBe(type);
    });
  });
});

describe('credentials', () => {
  it('are still asked for after a restart from the state file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'simulator-'));
    const options = { stateFile: join(folder, 'state') };
    const before = await SimulatorUnderTest.start(options);
    await before.control('PUT', 'world', { credentials: [TEMPORARY] });
    await before.close();
    const after = await SimulatorUnderTest.start(options);
    await expect(after.client().send(new GetInstancesCommand({}))).rejects.toMatchObject({
      name: 'UnrecognizedClientException',
    });
    await after.close();
    await rm(folder, { recursive: true });
  });
});

describe('credentials that make no sense', () => {
  let simulator: SimulatorUnderTest;
  beforeEach(async () => {
    simulator = await SimulatorUnderTest.start();
  });
  afterEach(() => simulator.close());

  it('are refused all at once, and the world stays', async () => {
    const answer = await simulator.control('PUT', 'world', {
      credentials: [
        { accessKeyId: 'short', secretAccessKey: '' },
        { ...KNOWN, expiresAt: 'soon', password: 'x' },
      ],
    });
    expect(answer).toMatchObject({ status: 400, body: { count: 4 } });
    const twice = await simulator.control('PUT', 'world', { credentials: [KNOWN, KNOWN] });
    expect(twice.body).toMatchObject({ problems: [{ path: 'credentials[1].accessKeyId' }] });
    await expect(simulator.client().send(new GetInstancesCommand({}))).resolves.toBeDefined();
  });
});
