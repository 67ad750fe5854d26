import { fleetRequest } from '../support/fleet-request';
import { startFleet, type FleetOutcome } from '../support/run-fleet';
import { readShippedPolicy } from '../support/shipped-policy';
import { Stack } from '../support/start-stack';

const ACCESS_KEY_ID = 'AKIDEXAMPLEWORKER001';
const SECRET = 'a-secret-of-this-test-alone';

let stack: Stack;

beforeAll(async () => {
  stack = await Stack.start();
});

afterAll(async () => {
  await stack.stop();
});

afterEach(async () => {
  await stack.worker?.kill();
});

interface Case {
  /** What the world knows of the credential, beside its key id and secret. */
  known?: { sessionToken?: string; expiresAt?: string };
  /** What the worker signs with, where it differs. */
  workerEnv?: Record<string, string>;
  clockSkewSeconds?: number;
}

/** Runs one fleet by a worker with this credential. */
async function runWith({ known = {}, workerEnv = {}, clockSkewSeconds = 0 }: Case): Promise<FleetOutcome> {
  const policy = await readShippedPolicy('worker-policy');
  await stack.control.putWorld({
    credentials: [{ accessKeyId: ACCESS_KEY_ID, secretAccessKey: SECRET, policy, ...known }],
  });
  await stack.control.putSettings({ clockSkewSeconds });
  await stack.startWorker({
    AWS_ACCESS_KEY_ID: ACCESS_KEY_ID,
    AWS_SECRET_ACCESS_KEY: SECRET,
    ...workerEnv,
  });
  return (await startFleet(stack, fleetRequest())).outcome();
}

async function expectNothingMade(): Promise<void> {
  const made = (await stack.control.ledger()).filter(({ resourceType }) => resourceType !== undefined);
  expect(made).toEqual([]);
}

describe('a worker', () => {
  // @covers error.ExpiredTokenException error.UnrecognizedClientException
  it.each<Case & { what: string; says: RegExp }>([
    {
      what: 'another secret key',
      workerEnv: { AWS_SECRET_ACCESS_KEY: `${SECRET}x` },
      says: /signature we calculated does not match.*InvalidSignatureException.*Check the credentials/s,
    },
    {
      what: 'a key that the account does not have',
      workerEnv: { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLESTRANGER' },
      says: /UnrecognizedClientException.*Check the credentials/s,
    },
    {
      what: 'a session that has expired',
      known: { sessionToken: 'session', expiresAt: '2026-01-01T00:00:00Z' },
      workerEnv: { AWS_SESSION_TOKEN: 'session' },
      says: /expired.*ExpiredTokenException.*Check the credentials/s,
    },
    {
      what: 'the token of another session',
      known: { sessionToken: 'session', expiresAt: '2126-01-01T00:00:00Z' },
      workerEnv: { AWS_SESSION_TOKEN: 'another' },
      says: /UnrecognizedClientException.*Check the credentials/s,
    },
  ])('fails the run as Unauthenticated, and nothing is made: $what', async ({ says, ...one }) => {
    const outcome = await runWith(one);
    expect(outcome).toMatchObject({ status: 'failed', type: 'Unauthenticated' });
    const message = outcome.status === 'failed' ? outcome.message : '';
    expect(message).toMatch(says);
    expect(message).not.toContain(SECRET);
    await expectNothingMade();
  });

  it.each([3600, -3600])(
    'whose clock is off by %s seconds makes its fleet: it goes by the time that Lightsail answers with',
    async (clockSkewSeconds) => {
      expect(await runWith({ clockSkewSeconds })).toMatchObject({ status: 'ready' });
      const creates = (await stack.control.ledger()).filter(
        ({ action, status }) => action === 'CreateInstancesFromSnapshot' && status === 200,
      );
      expect(creates).toHaveLength(1);
    },
  );
});
