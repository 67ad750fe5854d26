import * as fc from 'fast-check';
import { startSimulator } from '../../src/simulator/simulator';
import type { RunningSimulator } from '../../src/simulator/simulator';
import { signRequest } from '../support/sign-request';
import { exchange, expectAlive, expectFair, sendBytes } from './support/exchange';
import { fuzzSettings } from './support/fuzz-settings';
import { hostileText } from './support/hostile-json';

const headerText = hostileText.map((text) => text.replace(/[^\x20-\x7e]/g, '?').slice(0, 4_000));

describe('whatever HTTP is sent', () => {
  let simulator: RunningSimulator;
  beforeAll(async () => {
    simulator = await startSimulator({ speed: 0 });
  });
  afterEach(() => expectAlive(simulator.url));
  afterAll(() => simulator.close());

  it('headers of any text, missing, or twice are answered fairly', async () => {
    const names = [
      'content-type',
      'x-amz-target',
      'authorization',
      'x-amz-date',
      'host',
      'x-amz-content-sha256',
      'x-amz-security-token',
    ];
    const value = fc.oneof(
      headerText,
      headerText.map(
        (text) => `AWS4-HMAC-SHA256 Credential=${text}, SignedHeaders=${text}, Signature=${text}`,
      ),
      headerText.map((text) => `Lightsail_20161128.${text}`),
      fc.constantFrom(
        'AWS4-HMAC-SHA256 ',
        'AWS4-HMAC-SHA256 =,=,=',
        'Lightsail_20161128.__proto__',
        'Lightsail_20161128.constructor',
      ),
    );
    const change = fc.record({
      name: fc.constantFrom(...names),
      values: fc.array(value, { maxLength: 2 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const headers: Record<string, string | string[]> = signRequest({
          url: simulator.url,
          action: 'GetInstances',
          body: '{}',
        });
        for (const { name, values } of changes) headers[name] = name === 'host' ? (values[0] ?? 'x') : values;
        expectFair(await exchange({ url: simulator.url, headers, body: '{}' }));
      }),
      fuzzSettings({ numRuns: 400 }),
    );
  });

  it('any method on any path is answered fairly', async () => {
    const path = headerText.map((text) => `/${encodeURI(text).replaceAll(' ', '')}`.slice(0, 3_000));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('GET', 'HEAD', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE'),
        path,
        async (method, at) =>
          expectFair(await exchange({ url: simulator.url, method, path: at, body: '{}' })),
      ),
      fuzzSettings({ numRuns: 100 }),
    );
  });

  it('any query of the ledger and any path is answered fairly', async () => {
    const text = hostileText.map((any) =>
      encodeURIComponent(any.replace(/\p{Surrogate}/gu, '?').slice(0, 1_000)).slice(0, 6_000),
    );
    const path = fc.oneof(
      text.map((after) => `ledger?after=${after}`),
      fc
        .constantFrom('-1', '1e309', '9007199254740993', 'NaN', '0x10', '1.5', '%', '%00', '1&after=2')
        .map((after) => `ledger?after=${after}&limit=${after}`),
      text.map((limit) => `ledger?limit=${limit}`),
      text,
      fc.constantFrom('..', '../..', '//', '\\', '%2e%2e/', '?', '#', '@x:99999', ':99999', '__proto__'),
    );
    const method = fc.constantFrom('GET', 'HEAD', 'PUT', 'POST', 'DELETE', 'OPTIONS');
    await fc.assert(
      fc.asyncProperty(method, path, async (verb, at) =>
        expectFair(await exchange({ url: simulator.url, method: verb, path: `/_simulator/${at}` })),
      ),
      fuzzSettings({ numRuns: 300 }),
    );
  });

  it('half requests and bytes that are no HTTP leave the next client served', async () => {
    const head = 'POST / HTTP/1.1\r\nhost: x\r\nx-amz-target: Lightsail_20161128.GetInstances\r\n';
    const half = fc.oneof(
      fc.nat(head.length).map((length) => head.slice(0, length)),
      fc.nat(1000).map((length) => `${head}content-length: ${length + 1}\r\n\r\n${'{'.repeat(length)}`),
      fc.constantFrom(
        `${head}content-length: 2\r\ncontent-length: 3\r\n\r\n{}`,
        `${head}content-length: -1\r\n\r\n{}`,
        `${head}content-length: 99999999999999999999\r\n\r\n{}`,
        `${head}transfer-encoding: chunked\r\n\r\nffffffff\r\n{}`,
        `${head}transfer-encoding: chunked\r\ncontent-length: 2\r\n\r\n2\r\n{}\r\n0\r\n\r\n`,
        `${head}expect: 100-continue\r\ncontent-length: 5\r\n\r\n`,
        `${head}x: ${'y'.repeat(100_000)}\r\n\r\n`,
        `CONNECT x:1 HTTP/1.1\r\nhost: x\r\n\r\n`,
        `${head}connection: upgrade\r\nupgrade: websocket\r\n\r\n`,
      ),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    );
    await fc.assert(
      fc.asyncProperty(half, fc.constantFrom('end' as const, 'destroy' as const), async (bytes, then) => {
        expect(await sendBytes({ url: simulator.url, bytes, then })).not.toMatch(/^HTTP\/1\.1 5/);
      }),
      fuzzSettings({ numRuns: 300 }),
    );
  });
});
