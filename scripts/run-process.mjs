import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';

/** How soon it is noticed that who started us is gone. A look costs microseconds. */
const LOOK_AT_PARENT_MILLIS = 250;

/** Output of a quiet step that is shown when it fails; a build that goes wrong everywhere says more than is of use. */
const SHOWN_BYTES = 20_000;

/** A step of the setup failed. The message holds what it said; its stack would only hide that. */
export class StepError extends Error {
  constructor(message, exitCode = 1) {
    super(message);
    this.name = 'StepError';
    this.exitCode = exitCode;
  }
}

/** Runs a command without showing its output, unless it fails. */
export async function runQuietly({ command, args, cwd, env = process.env, shell = false }) {
  const wrapped = dieWithParent([command, ...args]);
  const child = spawn(wrapped[0], wrapped.slice(1), { cwd, env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output = (output + text).slice(-SHOWN_BYTES);
    });
  }
  const code = await exitCodeOf(child);
  if (code !== 0)
    throw new StepError(`${[command, ...args].join(' ')}: exit code ${code}\n${output.trim()}`, code);
  return output;
}

/**
 * A setup that is killed must not leave an npm behind that writes into the same node_modules as the next one's.
 * src/dev-stack/die-with-parent.ts says how this works; it is not built yet when this runs.
 */
function dieWithParent(command) {
  if (process.platform !== 'linux') return command;
  const wrapper = ['setpriv', '--pdeathsig', 'KILL', '--'];
  const probe = spawnSync(wrapper[0], [...wrapper.slice(1), 'true'], { stdio: 'ignore' });
  return probe.status === 0 ? [...wrapper, ...command] : command;
}

/**
 * Runs a command in the place of this process: same terminal, its exit code is ours, and a signal reaches it once. On a
 * terminal Ctrl-C goes to the whole process group, the child included (and npm sends it on a second time), so there it
 * is not passed on; without a terminal nobody else would.
 *
 * `parent` is the process that started us, where the command is to end with it: npm hands SIGTERM to the shell between
 * it and us only, and that shell ends without a word.
 */
export async function runInstead({ command, args, cwd, env = process.env, parent }) {
  const child = spawn(command, args, { cwd, env, stdio: 'inherit' });
  const looking = setInterval(() => {
    if (parent === undefined || process.ppid === parent) return;
    clearInterval(looking);
    child.kill('SIGTERM');
  }, LOOK_AT_PARENT_MILLIS);
  const onTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
  const handlers = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => {
    const fromTerminal = onTerminal && signal !== 'SIGTERM';
    const handler = () => {
      // Who is told to end has no need to be told again when the parent, which heard it too, is gone.
      clearInterval(looking);
      if (!fromTerminal) child.kill(signal);
    };
    process.on(signal, handler);
    return { signal, handler };
  });
  try {
    return await exitCodeOf(child);
  } finally {
    clearInterval(looking);
    for (const { signal, handler } of handlers) process.removeListener(signal, handler);
  }
}

/** As a shell counts: 128 and the signal's number for a child that a signal ended. */
function exitCodeOf(child) {
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new StepError(`${child.spawnfile}: ${error.message}`)));
    child.once('close', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}
