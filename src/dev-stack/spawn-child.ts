import { spawn, type ChildProcess } from 'node:child_process';
import { dieWithParent } from './die-with-parent';
import { keepLastLines } from './last-lines';

/** A child that has not ended this long after SIGTERM gets SIGKILL, unless the caller says otherwise. */
const STOP_LIMIT_SECONDS = 10;

/** Output may still be on its way when a child has ended; a grandchild that holds the pipe must not hold us. */
const DRAIN_LIMIT_MILLIS = 500;

export interface ChildOutput {
  stream: 'stdout' | 'stderr';
  line: string;
}

export interface SpawnChildInput {
  /** What people call it: `worker`, `simulator`. */
  name: string;
  command: string;
  args: readonly string[];
  env?: NodeJS.ProcessEnv | undefined;
  cwd?: string | undefined;
  onOutput?: ((output: ChildOutput) => void) | undefined;
  /**
   * Its own process group, so that Ctrl-C in a terminal reaches only this process, which can then stop its children in
   * order. Only for callers that handle SIGINT, SIGTERM and SIGHUP themselves.
   */
  ownGroup?: boolean | undefined;
  /** From SIGTERM to SIGKILL, seconds. */
  stopLimitSeconds?: number | undefined;
}

export interface ChildExit {
  code: number | null;
  signal: NodeJS.Signals | null;
  /** Set when the command could not be started at all. */
  error?: Error;
}

export interface RunningChild {
  name: string;
  /** Absent when the command could not be started. */
  pid: number | undefined;
  /** SIGTERM, then SIGKILL after the limit. May be called any number of times, also after the end. */
  stop: () => Promise<ChildExit>;
  /** SIGKILL. */
  kill: () => Promise<ChildExit>;
  /** Any other signal, such as SIGSTOP or SIGINT. Does nothing after the end. */
  signal: (signal: NodeJS.Signals) => void;
  /** Never rejects. */
  exited: Promise<ChildExit>;
  /** The last lines of stderr, then of stdout. */
  lastLines: () => string[];
}

/** Starts a command and keeps hold of it. It never outlives this process where the system can see to that. */
export function spawnChild(input: SpawnChildInput): RunningChild {
  const { command, args } = dieWithParent(input);
  const child = spawn(command, args, {
    env: input.env ?? process.env,
    cwd: input.cwd,
    detached: input.ownGroup ?? false,
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const stdout = keepLastLines((line) => input.onOutput?.({ stream: 'stdout', line }));
  const stderr = keepLastLines((line) => input.onOutput?.({ stream: 'stderr', line }));
  child.stdout.setEncoding('utf8').on('data', stdout.push).on('end', stdout.end);
  child.stderr.setEncoding('utf8').on('data', stderr.push).on('end', stderr.end);

  const exited = waitForExit(child);
  killWithThisProcess(child, exited);

  return {
    name: input.name,
    pid: child.pid,
    exited,
    signal: (signal) => void child.kill(signal),
    kill: () => {
      child.kill('SIGKILL');
      return exited;
    },
    stop: () => stopWithin(child, exited, input.stopLimitSeconds ?? STOP_LIMIT_SECONDS),
    lastLines: () => [...stderr.lines(), ...stdout.lines()],
  };
}

/** Children that run. One set and one listener for all: a listener each would warn of a leak from the eleventh on. */
const running = new Set<ChildProcess>();

function killWithThisProcess(child: ChildProcess, exited: Promise<ChildExit>): void {
  if (running.size === 0) process.once('exit', killRunning);
  running.add(child);
  void exited.then(() => {
    running.delete(child);
    if (running.size === 0) process.removeListener('exit', killRunning);
  });
}

function killRunning(): void {
  for (const child of running) child.kill('SIGKILL');
}

async function stopWithin(
  child: ChildProcess,
  exited: Promise<ChildExit>,
  limitSeconds: number,
): Promise<ChildExit> {
  child.kill('SIGTERM');
  const forced = setTimeout(() => child.kill('SIGKILL'), limitSeconds * 1000);
  try {
    return await exited;
  } finally {
    clearTimeout(forced);
  }
}

function waitForExit(child: ChildProcess): Promise<ChildExit> {
  return new Promise((resolve) => {
    child.once('error', (error) => {
      // Also emitted for a failed kill, when the child is alive: only a child without a pid never started.
      if (child.pid === undefined) resolve({ code: null, signal: null, error });
    });
    child.once('exit', (code, signal) => {
      const drained = setTimeout(() => {
        resolve({ code, signal });
      }, DRAIN_LIMIT_MILLIS);
      child.once('close', () => {
        clearTimeout(drained);
        resolve({ code, signal });
      });
    });
  });
}
