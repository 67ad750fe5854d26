import { waitUntilReady } from './child-process';
import { findFreePorts, isPortFree } from './free-port';
import { spawnChild, type ChildExit, type ChildOutput } from './spawn-child';
import { temporalDevServerArguments, type TemporalDevServerPorts } from './temporal-dev-server-arguments';
import { pollUntilServing } from './temporal-serving';

/** Serves 0.3 s after its start on an idle machine of 2 cores; a busy one with a database on disk takes longer. */
const READY_LIMIT_SECONDS = 30;

/**
 * A free port may be taken between finding and using it: one of ours, or one of the five that the server finds for
 * itself. Three misses in a row are no accident.
 */
const PORT_ATTEMPTS = 3;

/** The text is the operating system's, as Go prints it (EADDRINUSE); the server gives no code of its own. */
const LOST_PORT = /address already in use/i;

export interface StartTemporalDevServerInput {
  /** Path of the `temporal` command, from `ensureTemporalCli`. */
  temporalCli: string;
  /** 0 or absent: any free port. */
  port?: number | undefined;
  httpPort?: number | undefined;
  uiPort?: number | undefined;
  /** Without the web UI (and so without `uiUrl`). */
  headless?: boolean | undefined;
  /** SQLite file; without it everything is lost at the end. */
  databaseFile?: string | undefined;
  /** Such as `journal_mode=wal`; see facts on throughput in docs/benchmarks.md. */
  sqlitePragmas?: readonly string[] | undefined;
  searchAttributes?: readonly { name: string; type: string }[] | undefined;
  /** Key to JSON value, over the ones that every dev server of ours gets. */
  dynamicConfig?: Readonly<Record<string, boolean | number | string>> | undefined;
  onOutput?: ((output: ChildOutput) => void) | undefined;
  /** See `SpawnChildInput.ownGroup`. */
  ownGroup?: boolean | undefined;
  limitSeconds?: number | undefined;
}

export interface TemporalDevServer {
  /** `127.0.0.1:PORT` of gRPC. */
  address: string;
  port: number;
  /** Temporal's HTTP API, for curl. */
  httpUrl: string;
  uiUrl?: string;
  pid: number;
  stop: () => Promise<ChildExit>;
  kill: () => Promise<ChildExit>;
  exited: Promise<ChildExit>;
}

/** Starts Temporal's dev server on the loopback address and waits until it serves. */
export async function startTemporalDevServer(input: StartTemporalDevServerInput): Promise<TemporalDevServer> {
  for (let attempt = 1; ; attempt += 1) {
    const ports = await choosePorts(input);
    // Read as it comes: the server goes on without its port, and the stack of its end can be a hundred lines.
    let lostAPort = false;
    const onOutput = (output: ChildOutput): void => {
      lostAPort ||= LOST_PORT.test(output.line);
      input.onOutput?.(output);
    };
    try {
      return await startOnce({ ...input, onOutput }, ports);
    } catch (error) {
      if (attempt === PORT_ATTEMPTS || !lostAPort) throw error;
    }
  }
}

async function startOnce(
  input: StartTemporalDevServerInput,
  ports: TemporalDevServerPorts,
): Promise<TemporalDevServer> {
  const address = `127.0.0.1:${String(ports.grpc)}`;
  // The port may be another server's, which would answer in this one's place: ours names it once it has it.
  let announce: () => void;
  const announced = new Promise<void>((resolve) => (announce = resolve));
  const child = spawnChild({
    name: 'the Temporal dev server',
    command: input.temporalCli,
    args: temporalDevServerArguments({ ...input, ports }),
    onOutput: (output) => {
      if (output.line.includes(`:${String(ports.grpc)}`) && output.stream === 'stdout') announce();
      input.onOutput?.(output);
    },
    ownGroup: input.ownGroup,
  });
  const givenUp = new AbortController();
  try {
    await waitUntilReady({
      child,
      ready: announced.then(() => pollUntilServing({ address, signal: givenUp.signal })),
      limitSeconds: input.limitSeconds ?? READY_LIMIT_SECONDS,
    });
  } finally {
    givenUp.abort();
  }
  return {
    address,
    port: ports.grpc,
    httpUrl: `http://127.0.0.1:${String(ports.http)}`,
    ...(ports.ui === undefined ? {} : { uiUrl: `http://127.0.0.1:${String(ports.ui)}` }),
    pid: child.pid ?? 0,
    stop: child.stop,
    kill: child.kill,
    exited: child.exited,
  };
}

async function choosePorts(input: StartTemporalDevServerInput): Promise<TemporalDevServerPorts> {
  for (const given of [input.port, input.httpPort, input.uiPort]) {
    if (given && !(await isPortFree(given))) {
      throw new Error(
        `port ${String(given)} is taken: end what listens on it, or ask for port 0 (any free one)`,
      );
    }
  }
  const free = await findFreePorts({ count: 3 });
  const pick = (given: number | undefined, index: number): number => given || (free[index] ?? 0);
  return {
    grpc: pick(input.port, 0),
    http: pick(input.httpPort, 1),
    ui: input.headless === true ? undefined : pick(input.uiPort, 2),
  };
}
