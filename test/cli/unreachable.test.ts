import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { connectingVerbs } from '../../bench/command/started-verbs';
import { COMMAND } from '../support/start-stack';
import { waitFor } from '../support/wait-for';
import { runMain } from './test-io';

/** What a person waits, and then some for a machine that does much else. */
const LIMIT_SECONDS = 5;
const SLACK_SECONDS = 4;

/** Takes connections, and never says a word: harder to tell than a port that nobody listens on. */
let server: Server;
let address: string;
const sockets = new Set<Socket>();

beforeAll(async () => {
  server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(() => {
  server.close();
  for (const socket of sockets) socket.destroy();
});

const asked = connectingVerbs().filter(({ verb }) => !['worker', 'doctor'].includes(verb));

describe('a Temporal that does not answer', () => {
  it.concurrent.each(asked)('is told by $verb within 5 s, with where it looked', async ({ args }) => {
    const startedAt = Date.now();
    const env = { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: 'fleets' };
    const { exitCode, stdout, stderr } = await runMain({ argv: args, env });
    const seconds = (Date.now() - startedAt) / 1000;
    expect([exitCode, stdout]).toEqual([4, '']);
    expect(stderr).toContain(
      `Temporal is not reachable at ${address} (from TEMPORAL_ADDRESS; namespace fleets from TEMPORAL_NAMESPACE) within 5 s`,
    );
    expect(seconds).toBeLessThan(LIMIT_SECONDS + SLACK_SECONDS);
  });

  it.concurrent('is told by the worker in its log, which goes on trying', async () => {
    const env = { PATH: process.env['PATH'], TEMPORAL_ADDRESS: address };
    const worker = spawn(process.execPath, [COMMAND, 'worker'], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    let log = '';
    worker.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
    try {
      const startedAt = Date.now();
      await waitFor({ what: 'the worker says so', condition: () => log.includes('does not answer yet') });
      expect((Date.now() - startedAt) / 1000).toBeLessThan(LIMIT_SECONDS + SLACK_SECONDS);
      expect(log).toContain(`"address":"${address}","addressFrom":"TEMPORAL_ADDRESS","namespace":"default"`);
      expect(worker.exitCode).toBeNull();
    } finally {
      worker.kill('SIGKILL');
    }
  });

  it.concurrent('is told with the flag or the profile that named it', async () => {
    const { stderr } = await runMain({ argv: ['list', '--address', address, '--namespace', 'n'] });
    expect(stderr).toContain(`${address} (from --address; namespace n from --namespace)`);
  });
});
