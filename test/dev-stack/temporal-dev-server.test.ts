import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { defineSearchAttributeKey } from '@temporalio/common';
import { startTemporalDevServer } from '../../src/dev-stack/temporal-dev-server';
import { isRunning } from './processes';

const temporalCli = process.env['TEMPORAL_CLI_PATH'] ?? 'temporal';
const STATE = defineSearchAttributeKey('FleetState', 'KEYWORD');

async function withClient<T>(address: string, work: (client: Client) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address });
  try {
    return await work(new Client({ connection }));
  } finally {
    await connection.close();
  }
}

test('serves as soon as it is ready, and what it holds survives kill -9 and a restart on the same file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dev-server-'));
  const databaseFile = join(folder, 'temporal.db');
  const searchAttributes = [{ name: 'FleetState', type: 'Keyword' }];
  const first = await startTemporalDevServer({ temporalCli, databaseFile, searchAttributes });
  try {
    await withClient(first.address, (client) =>
      client.workflow.start('anything', {
        taskQueue: 'nobody',
        workflowId: 'kept',
        typedSearchAttributes: [{ key: STATE, value: 'planning' }],
      }),
    );
    expect((await fetch(first.uiUrl ?? '')).status).toBe(200);
  } finally {
    await first.kill();
  }
  expect(existsSync(databaseFile)).toBe(true);
  const second = await startTemporalDevServer({
    temporalCli,
    databaseFile,
    searchAttributes,
    port: first.port,
    headless: true,
  });
  try {
    expect(second).toMatchObject({ address: first.address });
    expect(second.uiUrl).toBeUndefined();
    const kept = await withClient(second.address, (client) => client.workflow.getHandle('kept').describe());
    expect(kept.status.name).toBe('RUNNING');
  } finally {
    await second.stop();
  }
  expect(isRunning(second.pid)).toBe(false);
  await rm(folder, { recursive: true });
});

test('a server that cannot start says why', async () => {
  await expect(startTemporalDevServer({ temporalCli, sqlitePragmas: ['nonsense'] })).rejects.toThrow(
    /the Temporal dev server ended before it was ready \(exit code 1\).*\n.*invalid pragma/,
  );
});

test('a server that loses a port while it starts, and crashes with a long stack, is started again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dev-server-'));
  const unlucky = join(folder, 'temporal');
  const lines = [
    '#!/bin/sh',
    `if [ -e "${folder}/tried" ]; then exec "${temporalCli}" "$@"; fi`,
    `touch "${folder}/tried"`,
    'echo \'level=ERROR msg="Failed to start gRPC listener" error="bind: address already in use"\' >&2',
    'echo "panic: runtime error: nil pointer dereference" >&2',
    'for line in $(seq 300); do echo "a stack, line $line" >&2; done',
    'exit 2',
  ];
  await writeFile(unlucky, lines.join('\n'), { mode: 0o755 });
  const server = await startTemporalDevServer({ temporalCli: unlucky, headless: true });
  try {
    await withClient(server.address, (client) => client.workflowService.getSystemInfo({}));
  } finally {
    await server.stop();
    await rm(folder, { recursive: true });
  }
});

test('a port that was asked for and is taken is an error, not another port', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const { port } = taken.address() as AddressInfo;
  await expect(startTemporalDevServer({ temporalCli, port })).rejects.toThrow(
    `port ${String(port)} is taken`,
  );
  await new Promise((resolve) => taken.close(resolve));
});
