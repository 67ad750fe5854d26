import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { COMMAND } from '../../test/support/start-stack';
import { toRow, type CommandTable } from './command-report';
import { connectingVerbs, LOCAL_VERBS } from './started-verbs';

const RUNS = 20;
const QUICK_RUNS = 3;

/** Of issue 6: the whole process. */
const HELP_LIMIT_MILLIS = 150;
const START_LIMIT_MILLIS = 400;

/** A start takes a tenth of it on a busy machine. */
const GIVE_UP_MILLIS = 30_000;

/**
 * What the command itself costs, with no server to wait for. A verb that talks to Temporal: from its spawn until its
 * connection arrives at a socket that listens here, which is after all of its imports and before any answer. A verb that
 * stays on this machine: the whole process. The first run of each is not counted, so the disk is warm.
 */
export async function measureStart({ quick }: { quick: boolean }): Promise<CommandTable> {
  const runs = quick ? QUICK_RUNS : RUNS;
  process.stderr.write(`start: ${String(runs)} runs of every verb, about two minutes …\n`);
  const server = createServer((socket) => socket.on('error', () => undefined));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const helps = HELPS.map((args) => ({ verb: args.join(' '), args, limitMillis: HELP_LIMIT_MILLIS }));
    const locals = LOCAL_VERBS.map((args) => ({ verb: args.join(' '), args }));
    const rows = [];
    for (const started of [...helps, ...locals])
      rows.push(await measure({ ...started, runs, start: () => untilEnd(started.args) }));
    for (const { verb, args } of connectingVerbs())
      rows.push(await measure({ verb, runs, start: () => untilConnected({ args, server }) }));
    return {
      title: 'How soon a verb is there',
      text:
        'Help and what stays on this machine: the whole process. What talks to Temporal: from its spawn until its connection ' +
        'arrives at a socket on this machine, so with every import and without any answer. Warm disk.',
      rows,
    };
  } finally {
    server.close();
  }
}

const HELPS = [['--help'], ['clone', '--help'], ['schedule', 'create', '--help']];

interface MeasureInput {
  verb: string;
  runs: number;
  limitMillis?: number;
  start: () => Promise<number>;
}

async function measure({ verb, runs, limitMillis = START_LIMIT_MILLIS, start }: MeasureInput) {
  const millis: number[] = [];
  await start();
  for (let run = 0; run < runs; run++) millis.push(await start());
  return toRow({ what: `\`${verb}\``, millis, limitMillis });
}

async function untilEnd(args: string[]): Promise<number> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [COMMAND, ...args], { env: environment(), stdio: 'ignore' });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${String(code)}`);
  return performance.now() - startedAt;
}

async function untilConnected({ args, server }: { args: string[]; server: Server }): Promise<number> {
  const { port } = server.address() as AddressInfo;
  const env = environment({ TEMPORAL_ADDRESS: `127.0.0.1:${String(port)}` });
  const arrived = once(server, 'connection', { signal: AbortSignal.timeout(GIVE_UP_MILLIS) });
  const startedAt = performance.now();
  const child = spawn(process.execPath, [COMMAND, ...args], { env, stdio: 'ignore' });
  const closed = once(child, 'close');
  await Promise.race([
    arrived,
    closed.then(([code]) => {
      throw new Error(`${args.join(' ')} ended with ${String(code)} before it connected`);
    }),
  ]);
  const millis = performance.now() - startedAt;
  child.kill('SIGKILL');
  await closed.catch(() => undefined);
  return millis;
}

/** Nothing of the machine's own configuration takes part. */
function environment(more: Record<string, string> = {}): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '', AWS_EC2_METADATA_DISABLED: 'true', LOG_LEVEL: 'silent', ...more };
}
