import * as fc from 'fast-check';
import { connect } from 'node:net';
import { SimulatorUnderTest } from '../support/simulator-under-test';

const LONGEST_ERROR_BYTES = 4096;

describe('what comes over the wire and should not', () => {
  let simulator: SimulatorUnderTest;
  beforeAll(async () => {
    simulator = await SimulatorUnderTest.start();
  });
  afterAll(() => simulator.close());

  const typeOf = (text: string): unknown => (JSON.parse(text) as { __type: unknown }).__type;

  it.each([
    ['{"instanceName": ', 'SerializationException', 400],
    ['[]', 'SerializationException', 400],
    ['"text"', 'SerializationException', 400],
    ['{"instanceName": 5}', 'SerializationException', 400],
    ['{"instanceName": ["web-1"]}', 'SerializationException', 400],
    ['{}', 'InvalidInputException', 400],
    ['{"instanceName": null}', 'InvalidInputException', 400],
    ['{"instanceName": "-"}', 'InvalidInputException', 400],
    ['{"instanceName": "__proto__"}', 'NotFoundException', 400],
    ['{"__proto__": {"instanceName": "web-1"}}', 'InvalidInputException', 400],
    ['{"instanceName": "web-1", "unknown": {"deep": [1]}}', 'NotFoundException', 400],
    [`${'['.repeat(500_000)}`, 'SerializationException', 400],
    [`{"instanceName": "${'x'.repeat(10_000_000)}"}`, 'RequestEntityTooLargeException', 413],
  ])('a body of %.40s is a %s', async (body, type, status) => {
    const answer = await simulator.raw({ action: 'GetInstance', body });
    expect(answer.status).toBe(status);
    expect(typeOf(answer.text)).toBe(type);
    expect(answer.text.length).toBeLessThan(LONGEST_ERROR_BYTES);
    expect(answer.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each([
    [{ authorization: '' }, 'MissingAuthenticationTokenException', 403],
    [{ authorization: 'Bearer abc' }, 'IncompleteSignatureException', 400],
    [{ authorization: 'AWS4-HMAC-SHA256 Credential=x' }, 'IncompleteSignatureException', 400],
    [
      {
        authorization:
          'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20261123/us-east-1/ec2/aws4_request, SignedHeaders=host, Signature=0',
      },
      'InvalidSignatureException',
      403,
    ],
    [
      {
        authorization:
          'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20261123/mars-north-1/lightsail/aws4_request, SignedHeaders=host, Signature=0',
      },
      'InvalidSignatureException',
      403,
    ],
    [{ 'content-type': 'application/json' }, 'UnknownOperationException', 404],
    [{ 'x-amz-target': 'Lightsail_20161128.LaunchMissiles' }, 'UnknownOperationException', 404],
    [{ 'x-amz-target': 'Lightsail_20161128.__proto__' }, 'UnknownOperationException', 404],
    [{ 'x-amz-target': 'EC2.GetInstances' }, 'UnknownOperationException', 404],
  ])('headers %j are a %s', async (headers, type, status) => {
    const answer = await simulator.raw({ body: '{}', headers });
    expect([answer.status, typeOf(answer.text)]).toEqual([status, type]);
  });

  it('all broken constraints are told at once', async () => {
    const answer = await simulator.raw({
      action: 'CreateInstancesFromSnapshot',
      body: '{"ipAddressType": "ipv5"}',
    });
    expect(answer.text).toContain('4 validation errors detected');
    expect(answer.text).toContain(
      "Value null at 'instanceNames' failed to satisfy constraint: Member must not be null",
    );
    expect(answer.text).toContain('[dualstack, ipv4, ipv6]');
  });

  it('whatever JSON comes in, the answer is no fault of ours and an error is short', async () => {
    const actions = [
      'GetInstance',
      'CreateInstancesFromSnapshot',
      'DeleteInstance',
      'TagResource',
      'GetOperations',
    ];
    const members = [
      'instanceName',
      'instanceNames',
      'tags',
      'attachedDiskMapping',
      'pageToken',
      'resourceName',
      'addOns',
    ];
    const request = fc.dictionary(
      fc.oneof(fc.constantFrom(...members), fc.string()),
      fc.jsonValue({ maxDepth: 4 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...actions), request, async (action, body) => {
        const answer = await simulator.raw({ action, body: JSON.stringify(body) });
        expect(answer.status).toBeLessThan(500);
        if (answer.status !== 200) expect(Buffer.byteLength(answer.text)).toBeLessThan(LONGEST_ERROR_BYTES);
      }),
      { numRuns: 300, seed: 20261123 },
    );
  });

  it('bytes that are no HTTP are turned away, and the next client is served', async () => {
    const { hostname, port } = new URL(simulator.url);
    await new Promise<void>((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => socket.write('\u0000\u0001 nonsense\r\n\r\n'));
      socket.on('data', () => undefined);
      socket.on('close', () => resolve());
      socket.on('error', reject);
    });
    expect((await simulator.raw({ body: '{}' })).status).toBe(200);
  });

  it('every call is in the ledger, with what it was refused for', async () => {
    const before = (await simulator.ledger()).at(-1)?.seq ?? 0;
    await simulator.raw({ body: '{', headers: {} });
    await simulator.raw({ body: '{}', headers: { authorization: '' } });
    await simulator.raw({ body: '{\n\t"pageToken": "x"\n}' });
    expect(await simulator.ledger(before)).toMatchObject([
      { action: 'GetInstances', request: null, errorType: 'SerializationException', region: 'us-east-1' },
      {
        action: 'GetInstances',
        request: null,
        errorType: 'MissingAuthenticationTokenException',
        region: null,
      },
      {
        action: 'GetInstances',
        request: { pageToken: 'x' },
        errorType: 'InvalidInputException',
        status: 400,
      },
    ]);
  });

  it('answers carry the true time, whatever the virtual clock shows', async () => {
    await simulator.advance(86_400);
    const answer = await simulator.raw({ body: '{}' });
    expect(Math.abs(Date.parse(answer.headers.get('date') ?? '') - Date.now())).toBeLessThan(5000);
    expect(answer.headers.get('content-encoding')).toBeNull();
    expect(answer.headers.get('content-type')).toBe('application/x-amz-json-1.1');
  });
});
