import { spawnChild, type ChildExit, type RunningChild, type SpawnChildInput } from './spawn-child';

/** Lines of output that an error shows. */
const SHOWN_LINES = 15;

export interface StartChildInput<T> extends SpawnChildInput {
  /**
   * Is asked about every line of stdout until it answers with a value: the child is then ready. What it throws counts
   * as "not this line", so that `JSON.parse` needs no guard.
   */
  readyWhen: (line: string) => T | undefined;
  /** How long it may take to be ready, seconds. */
  limitSeconds: number;
}

export interface StartedChild<T> extends RunningChild {
  pid: number;
  value: T;
}

/** A child that ended, or said nothing, before it was ready. It no longer runs when this is thrown. */
export class ChildStartError extends Error {
  constructor(
    message: string,
    readonly lastLines: string[],
  ) {
    super([message, ...shownLines(lastLines).map((line) => `  ${line}`)].join('\n'));
    this.name = 'ChildStartError';
  }
}

/** Starts a child (a worker, the simulator) and waits for the line on its stdout that says it is ready. */
export async function startChild<T>(input: StartChildInput<T>): Promise<StartedChild<T>> {
  let settle: (value: T) => void;
  const ready = new Promise<T>((resolve) => {
    settle = resolve;
  });
  const child = spawnChild({
    ...input,
    onOutput: (output) => {
      if (output.stream === 'stdout') {
        const value = askSafely(input.readyWhen, output.line);
        if (value !== undefined) settle(value);
      }
      input.onOutput?.(output);
    },
  });
  const value = await waitUntilReady({ child, ready, limitSeconds: input.limitSeconds });
  return { ...child, pid: child.pid ?? 0, value };
}

export interface WaitUntilReadyInput<T> {
  child: RunningChild;
  ready: Promise<T>;
  limitSeconds: number;
}

/** The value of `ready`; or an error that says why there is none, with the child stopped. */
export async function waitUntilReady<T>({ child, ready, limitSeconds }: WaitUntilReadyInput<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => {
      resolve('late');
    }, limitSeconds * 1000);
  });
  try {
    const first = await Promise.race([
      ready.then((value) => ({ value })),
      child.exited.then((exit) => ({ exit })),
      tooLate,
    ]);
    if (first === 'late') {
      throw new ChildStartError(
        `${child.name} was not ready after ${String(limitSeconds)} s. Its last lines:`,
        child.lastLines(),
      );
    }
    if ('value' in first) return first.value;
    throw new ChildStartError(
      `${child.name} ended before it was ready (${describeExit(first.exit)}). Its last lines:`,
      child.lastLines(),
    );
  } catch (error) {
    await child.kill();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** `exit code 1`, `signal SIGKILL`, or why it could not be started. */
export function describeExit({ code, signal, error }: ChildExit): string {
  if (error !== undefined) return `could not be started: ${error.message}`;
  return signal === null ? `exit code ${String(code)}` : `signal ${signal}`;
}

/** The last ones; but a crash of Go says why in the line it begins with, above its stack. */
function shownLines(lines: string[]): string[] {
  const crash = lines.findIndex((line) => /^(panic|fatal error): /.test(line));
  if (crash === -1) return lines.slice(-SHOWN_LINES);
  const from = Math.max(0, crash - 1);
  return lines.slice(from, from + SHOWN_LINES);
}

function askSafely<T>(readyWhen: (line: string) => T | undefined, line: string): T | undefined {
  try {
    return readyWhen(line);
  } catch {
    return undefined;
  }
}
